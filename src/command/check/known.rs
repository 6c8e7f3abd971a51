//! What is not to be reported: what a baseline knows, and what has not changed.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Args;

use super::looking::Look;
use crate::change::bundle::Bundle;
use crate::check::baseline::{Baseline, Gone};
use crate::command::load::bundle_at;
use crate::command::options::Output;
use crate::command::session::Session;
use crate::finding::spans::Spans;
use crate::render::plain::shown;

/// How many entries are named that nothing matches any more.
const NAMED: usize = 12;

/// Which findings count.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Which findings")]
pub struct Known {
    /// Leave out what this file lists, as --write-baseline wrote it
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,

    /// Write what is found to this file, to be left out from now on; what it lists of
    /// dossiers that are not looked at stays
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "since", "fix", "diff", "output_file", "statistics"])]
    write_baseline: Option<PathBuf>,

    /// Only what is new since this revision of git (a branch, a tag, a commit): what was
    /// not found then, and what lies in records and fields that were added or changed
    #[arg(long, value_name = "REVISION")]
    since: Option<String>,
}

impl Known {
    /// The baseline asked for.
    ///
    /// # Errors
    ///
    /// When it cannot be read or is none.
    pub fn baseline(&self, session: &Session) -> Result<Option<Baseline>> {
        let read = |path: &PathBuf| read(session, path);
        self.baseline.as_ref().map(read).transpose()
    }

    /// The revision since which something must have changed.
    pub fn revision(&self) -> Option<&str> {
        self.since.as_deref()
    }

    /// The files of the dossier in this folder as they were at the revision asked for.
    ///
    /// # Errors
    ///
    /// When that cannot be told.
    pub fn before(&self, session: &Session, folder: &Path) -> Result<Option<Bundle>> {
        let before = |revision: &String| bundle_at(session, folder, revision);
        self.since.as_ref().map(before).transpose()
    }

    /// Writes the baseline of what was found, if that is asked for, and tells whether
    /// it was.
    ///
    /// # Errors
    ///
    /// When the file is there and is no baseline, or cannot be written.
    pub fn write(&self, session: &Session, looks: &[Look], output: &Output) -> Result<bool> {
        let Some(path) = &self.write_baseline else {
            return Ok(false);
        };
        if path.extension() == Some(OsStr::new("ron")) {
            let path = path.display();
            bail!("a baseline is JSON and no file of a dossier: name another file than `{path}`");
        }
        let mut baseline = match session.exists(path) {
            true => read(session, path)
                .map_err(|error| anyhow!("{error:#}; it is not written over, name another file"))?,
            false => Baseline::default(),
        };
        let mut written = 0;
        for look in looks {
            let sources = look.sources();
            baseline = baseline.with(&look.key, &look.found, &Spans::new(&sources));
            written += look.found.len();
        }
        let file = Output {
            output: Some(path.clone()),
            ..output.clone()
        };
        session.write(&file, baseline.text().as_bytes())?;
        let looked = looks.iter().map(|look| look.key.as_str()).collect();
        let (path, others) = (path.display(), baseline.beside(&looked));
        let others = match others {
            0 => String::new(),
            others => format!(", beside {others} of other dossiers"),
        };
        let findings = match written {
            1 => "1 finding".to_owned(),
            many => format!("{many} findings"),
        };
        session.remark(&format!(
            "wrote {findings} to {}{others}\n",
            shown(&path.to_string())
        ));
        Ok(true)
    }

    /// Says what the baseline lists and nothing matches any more.
    pub fn say_gone(&self, session: &Session, gone: &[Gone]) {
        let (Some(path), false) = (&self.baseline, gone.is_empty()) else {
            return;
        };
        let path = path.display();
        let mut text = format!("`{path}` lists what is not found any more; take it out:\n");
        for Gone { entry, count } in gone.iter().take(NAMED) {
            let place = entry.at.as_ref().or(entry.message.as_ref());
            let place = place.map_or("", String::as_str);
            let line = format!("{}/{}: {} {place}", entry.dossier, entry.file, entry.rule);
            let times = match count {
                1 => String::new(),
                many => format!(" ({many} times)"),
            };
            text.push_str(&format!("  {}{times}\n", shown(&line)));
        }
        if let Some(more @ 1..) = gone.len().checked_sub(NAMED) {
            text.push_str(&format!("  and {more} more\n"));
        }
        session.remark(&text);
    }
}

fn read(session: &Session, path: &Path) -> Result<Baseline> {
    let shown = path.display();
    let bytes = session.read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            anyhow!("there is no file `{shown}`: `--write-baseline {shown}` writes it")
        }
        _ => anyhow!("cannot read `{shown}`: {error}"),
    })?;
    let Ok(text) = String::from_utf8(bytes) else {
        bail!("`{shown}` is no baseline: it is not UTF-8 text");
    };
    Baseline::parse(&text)
        .map_err(|error| anyhow!("`{shown}` is no baseline that can be read here: {error}"))
}
