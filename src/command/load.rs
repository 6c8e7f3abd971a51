//! From the name of a dossier to the dossier.

use std::io;
use std::path::{Path, PathBuf};
use std::string::FromUtf8Error;

use anyhow::{Result, bail};
use rayon::prelude::*;

use super::session::Session;
use super::session::snapshot::Read;
use crate::change::bundle::{Bundle, Meaning, meaning};
use crate::change::text_file::{HEAD, TextFile};
use crate::dossier::Dossier;
use crate::dossier::bind::Files;
use crate::dossier::lens::Audience;
use crate::finding::code::{MISNAMED_FILE, NOT_UTF8, UNREADABLE_FILE};
use crate::finding::{Finding, Place, suggest};
use crate::record::publish::publish;
use crate::text::source::Source;
use crate::text::span::Span;

/// The folder in which dossiers are looked for by name.
pub const SHELF: &str = "stances";

/// A dossier as it was loaded.
#[derive(Debug)]
pub struct Loaded {
    pub dossier: Dossier,
    /// The records it was made of.
    pub files: Files,
    /// What could not be used.
    pub findings: Vec<Finding>,
    /// The files it was read from.
    pub sources: Vec<Source>,
    /// How many parties are kept from the public because their files have
    /// mistakes that could hide what is confidential.
    pub withheld: usize,
    pub folder: PathBuf,
    /// Its files as they were read.
    pub bundle: Bundle,
    /// Of the findings those about files that are not read.
    pub misnamed: Vec<Finding>,
}

/// Finds a dossier and reads it. What is wrong in its files is among the findings.
///
/// # Errors
///
/// When there is no such dossier, its files cannot be listed, or nobody can tell
/// what in it is for the public.
pub fn load(session: &Session, asked: Option<&str>, audience: Audience) -> Result<Loaded> {
    let folder = find(session, asked)?;
    let name = name_of(session, &folder);
    // Before the public not even the name of such a file is told.
    let misnamed = match audience {
        Audience::Team => misnamed(session, &folder),
        Audience::Public => Vec::new(),
    };
    let mut loaded = made(session.snapshot(&folder)?, folder, &name, audience)?;
    loaded.findings.extend(misnamed.iter().cloned());
    let unread = misnamed.iter().map(|finding| finding.file().to_owned());
    loaded.files.unread.extend(unread);
    Ok(Loaded { misnamed, ..loaded })
}

/// Finds a dossier and reads it as it was at a revision of its repository. It has
/// to be there today, so that it can be found.
///
/// # Errors
///
/// As [`load`]; when there is no `git`, no repository or no such revision, and when
/// the revision did not have the dossier.
pub fn load_at(
    session: &Session,
    asked: Option<&str>,
    revision: &str,
    audience: Audience,
) -> Result<Loaded> {
    let folder = find(session, asked)?;
    let taken = session.snapshot_at(&folder, revision)?;
    let name = name_of(session, &folder);
    if !taken.iter().any(|(file, _)| file == HEAD) {
        bail!("there is no dossier `{name}` at the revision `{revision}`");
    }
    // As git calls a file at a revision.
    let shown = PathBuf::from(format!("{revision}:{}", folder.display()));
    made(taken, shown, &name, audience)
}

/// The files of the dossier in this folder as they were at a revision; none where it was
/// not there. Messages name them as they name those of today.
///
/// # Errors
///
/// When there is no `git`, no repository or no such revision.
pub fn bundle_at(session: &Session, folder: &Path, revision: &str) -> Result<Bundle> {
    let (bundle, _) = texts(folder, session.snapshot_at(folder, revision)?);
    Ok(bundle)
}

/// The dossier that these files make. Messages name them by the folder.
fn made(mut read: Vec<Read>, folder: PathBuf, name: &str, audience: Audience) -> Result<Loaded> {
    if read.iter().all(|(name, _)| name != HEAD) {
        read.push(missing_head());
    }
    let (bundle, shown) = texts(&folder, read);
    let mut files = bundle.decoded(name);
    let withheld = match audience {
        Audience::Team => 0,
        Audience::Public if files.dossier.may_hide_secrets() => bail!(
            "`{}` has mistakes that could hide what is confidential: run without `--public` to \
             see them",
            folder.join(HEAD).display()
        ),
        Audience::Public => publish(&mut files.dossier, &mut files.parties),
    };
    let Meaning {
        files,
        dossier,
        findings,
    } = meaning(files);
    let sources = bundle.sources().into_iter();
    Ok(Loaded {
        dossier,
        files,
        findings,
        sources: sources.chain(shown).collect(),
        withheld,
        folder,
        bundle,
        misnamed: Vec::new(),
    })
}

/// Files that are not read and look as if they were meant to be.
fn misnamed(session: &Session, folder: &Path) -> Vec<Finding> {
    let names = session.misnamed_files(folder).into_iter();
    let finding = |name: String| {
        let place = Place::file(folder.join(&name).display().to_string());
        let meant = name.to_lowercase();
        let meant = meant.trim_end_matches(".txt");
        Finding::new(
            &MISNAMED_FILE,
            place,
            "this file is not read: it does not end in `.ron`",
        )
        .help(format!("name it `{meant}`"))
    };
    names.map(finding).collect()
}

/// What stands for the head of a dossier that is a folder or vanished just now.
fn missing_head() -> Read {
    let missing = io::Error::other("it is not a regular file");
    (HEAD.to_owned(), Err(missing))
}

/// The files as texts, and beside them what can be shown of those that are none.
fn texts(folder: &Path, read: Vec<Read>) -> (Bundle, Vec<Source>) {
    let texts: Vec<_> = (read.into_par_iter())
        .map(|read| text(folder, read))
        .collect();
    let (mut bundle, mut shown) = (Bundle::default(), Vec::new());
    for text in texts {
        match text {
            Ok(file) => bundle.files.push(file),
            Err(spoilt) => {
                let (spoilt, source) = *spoilt;
                bundle.spoilt.push(spoilt);
                shown.extend(source);
            }
        }
    }
    (bundle, shown)
}

/// A file that is no text, and what can be shown of it.
type Spoilt = ((String, Finding), Option<Source>);

fn text(folder: &Path, (name, bytes): Read) -> Result<TextFile, Box<Spoilt>> {
    let path = folder.join(&name).display().to_string();
    let bytes = bytes.map_err(|error| {
        let message = format!("this file cannot be read: {error}");
        let finding = Finding::new(&UNREADABLE_FILE, Place::file(&path), message);
        Box::new(((name.clone(), finding), None))
    })?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(TextFile {
            name,
            source: Source::new(path, text),
        }),
        Err(error) => {
            let (finding, source) = not_utf8(path, &error);
            Err(Box::new(((name, finding), Some(source))))
        }
    }
}

/// Where a file stops being text, and its text as far as it can be shown.
fn not_utf8(name: String, error: &FromUtf8Error) -> (Finding, Source) {
    let bytes = error.as_bytes();
    let at = error.utf8_error().valid_up_to();
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let help = if wide {
        "it looks like UTF-16: save it as UTF-8"
    } else {
        "save it as UTF-8"
    };
    let place = Place::bytes(&name, Span::new(at, at + '\u{FFFD}'.len_utf8()));
    let finding = Finding::new(&NOT_UTF8, place, "this file is not UTF-8 text").help(help);
    let text = String::from_utf8_lossy(bytes);
    (finding, Source::new(name, text))
}

/// The folder of a dossier. A path beats a name; without either it is the only
/// one there is.
///
/// # Errors
///
/// When there is no such dossier, or there are several to choose from.
pub fn find(session: &Session, asked: Option<&str>) -> Result<PathBuf> {
    let shelf = shelf(session);
    let Some(asked) = asked else {
        return only(session, shelf);
    };
    let path = match Path::new(asked) {
        file if file.ends_with(HEAD) => file.parent().unwrap_or(Path::new("")).to_owned(),
        folder => folder.to_owned(),
    };
    let on_shelf = shelf.as_ref().map(|shelf| shelf.join(asked));
    let found = [Some(path.clone()), on_shelf].into_iter().flatten();
    if let Some(folder) = found.into_iter().find(|folder| is_dossier(session, folder)) {
        return Ok(folder);
    }
    if session.is_folder(&path) {
        bail!(
            "`{asked}` is no dossier: a dossier is a folder with a file `{HEAD}` and one RON file \
             for each party"
        );
    }
    let known = shelf
        .map(|shelf| dossiers(session, &shelf))
        .unwrap_or_default();
    let help = suggest::help(asked, "dossier", known.iter().map(String::as_str));
    let hint = if help.is_empty() {
        "name a folder with a file `dossier.ron`".into()
    } else {
        help
    };
    bail!("there is no dossier `{asked}`: {hint}")
}

/// The only dossier there is: the current folder, or the one on the shelf.
fn only(session: &Session, shelf: Option<PathBuf>) -> Result<PathBuf> {
    if is_dossier(session, Path::new("")) {
        return Ok(PathBuf::new());
    }
    let known = shelf
        .as_ref()
        .map(|shelf| dossiers(session, shelf))
        .unwrap_or_default();
    match (known.as_slice(), shelf) {
        ([name], Some(shelf)) => Ok(shelf.join(name)),
        ([], _) => bail!(
            "there is no dossier here: expected a folder `{SHELF}/<name>` with a file `{HEAD}`, in \
             this folder or one above it"
        ),
        (several, _) => bail!(
            "there are several dossiers, name one: {}",
            several.join(", ")
        ),
    }
}

/// The names of the dossiers that can be called by name here.
pub fn known(session: &Session) -> Vec<String> {
    let shelf = shelf(session);
    shelf.map_or(Vec::new(), |shelf| dossiers(session, &shelf))
}

/// The nearest folder of dossiers, looking upwards from the current one.
fn shelf(session: &Session) -> Option<PathBuf> {
    let depth = session.folder.ancestors().count();
    let mut above = PathBuf::new();
    for _ in 0..depth {
        let shelf = above.join(SHELF);
        if !dossiers(session, &shelf).is_empty() {
            return Some(shelf);
        }
        above.push("..");
    }
    None
}

fn dossiers(session: &Session, shelf: &Path) -> Vec<String> {
    let folders = session.folders(shelf).into_iter();
    folders
        .filter(|name| is_dossier(session, &shelf.join(name)))
        .collect()
}

fn is_dossier(session: &Session, folder: &Path) -> bool {
    session.exists(&folder.join(HEAD))
}

fn name_of(session: &Session, folder: &Path) -> String {
    let whole = session.folder.join(folder);
    let name = whole
        .canonicalize()
        .ok()
        .and_then(|path| Some(path.file_name()?.to_owned()));
    name.map_or_else(
        || "dossier".into(),
        |name| name.to_string_lossy().into_owned(),
    )
}
