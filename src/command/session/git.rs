//! Files as they were at a revision: the one place that runs `git`.
//!
//! `git` is asked with names of objects alone once the revision is known, so no name
//! of a file or a revision can be taken for an option.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use super::Session;
use super::snapshot::Read as Taken;

/// What tells `git` where its repository is and what is in it, as it is set within its
/// hooks: it is that of the dossier that counts. These are the variables that
/// `git rev-parse --local-env-vars` lists, of any version, and the namespace.
const PLACES: [&str; 17] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_CONFIG",
    "GIT_CONFIG_COUNT",
    "GIT_CONFIG_PARAMETERS",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// A file in a revision: its name and that of its content.
type Entry = (String, String);

impl Session {
    /// The RON files of a folder as they were at a revision, by name, as a snapshot
    /// has those of today.
    ///
    /// # Errors
    ///
    /// When there is no `git`, no repository, or no such revision, or when the content
    /// of a file is not there.
    pub fn snapshot_at(&self, folder: &Path, revision: &str) -> Result<Vec<Taken>> {
        let folder = self.folder.join(folder);
        let commit = commit(&folder, revision)?;
        let entries = entries(&folder, &commit)?;
        let contents = contents(&folder, &entries)
            .with_context(|| format!("`git` cannot read the files of `{revision}`"))?;
        let taken = entries.into_iter().zip(contents);
        taken
            .map(|((name, object), content)| match content {
                Some(content) => Ok((name, Ok(content))),
                None => bail!(
                    "the content of `{name}` at `{revision}` is not in this repository: fetch \
                     the object {object} first"
                ),
            })
            .collect()
    }
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(arguments);
    for place in PLACES {
        git.env_remove(place);
    }
    // What a partial clone lacks would be fetched: nothing is to leave the machine.
    git.env("GIT_NO_LAZY_FETCH", "1");
    git.env("GIT_TERMINAL_PROMPT", "0").stdin(Stdio::null());
    git
}

fn run(mut git: Command) -> Result<Output> {
    git.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            anyhow::anyhow!("a revision needs `git`, which is not installed or not in the path")
        }
        _ => anyhow::Error::new(error).context("cannot run `git`"),
    })
}

/// The name of the commit that a revision stands for.
fn commit(folder: &Path, revision: &str) -> Result<String> {
    let inside = run(git(folder, &["rev-parse", "--is-inside-work-tree"]))?;
    if !inside.status.success() {
        bail!("a revision needs a git repository: {}", said(&inside));
    }
    let unknown = || format!("there is no revision `{revision}` in this repository");
    if revision.starts_with('-') || revision.is_empty() {
        bail!("{}", unknown());
    }
    let asked = format!("{revision}^{{commit}}");
    let found = run(git(folder, &["rev-parse", "--verify", "--quiet", &asked]))?;
    let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
    match found.status.success() && is_name(&commit) {
        true => Ok(commit),
        false => bail!("{}: name a branch, a tag or a commit", unknown()),
    }
}

/// The RON files that a folder held, those that were links left out.
fn entries(folder: &Path, commit: &str) -> Result<Vec<Entry>> {
    let listed = run(git(folder, &["ls-tree", "-z", commit, "./"]))?;
    if !listed.status.success() {
        bail!(
            "`git` cannot list the files of the revision: {}",
            said(&listed)
        );
    }
    let text = String::from_utf8_lossy(&listed.stdout);
    let entry = |line: &str| {
        let (kind, path) = line.split_once('\t')?;
        let mut words = kind.split(' ');
        let is_file = words.next()?.starts_with("100") && words.next()? == "blob";
        let object = words.next().filter(|name| is_name(name))?;
        let name = path.rsplit('/').next()?;
        (is_file && name.ends_with(".ron")).then(|| (name.to_owned(), object.to_owned()))
    };
    Ok(text.split('\0').filter_map(entry).collect())
}

/// Whether this is the name of an object, in hexadecimal digits.
fn is_name(text: &str) -> bool {
    text.len() >= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What the objects hold, in their order; nothing for one that is not there.
fn contents(folder: &Path, entries: &[Entry]) -> io::Result<Vec<Option<Vec<u8>>>> {
    let mut batch = git(folder, &["cat-file", "--batch"]);
    let batch = batch.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = batch.stderr(Stdio::null()).spawn()?;
    let asked: String = entries
        .iter()
        .map(|(_, object)| format!("{object}\n"))
        .collect();
    let stdin = child.stdin.take();
    // What is asked for may be longer than a pipe holds while answers come in.
    let writer = std::thread::spawn(move || match stdin {
        Some(mut stdin) => stdin.write_all(asked.as_bytes()),
        None => Ok(()),
    });
    let mut answer = Vec::new();
    if let Some(mut stdout) = child.stdout.take() {
        stdout.read_to_end(&mut answer)?;
    }
    child.wait()?;
    writer
        .join()
        .map_err(|_| io::Error::other("nothing could be asked"))??;
    let mut rest = answer.as_slice();
    entries.iter().map(|_| content(&mut rest)).collect()
}

/// The next of the answers: a line with name, kind and size, the content, a line end.
fn content(rest: &mut &[u8]) -> io::Result<Option<Vec<u8>>> {
    let broken = || io::Error::other("its answer breaks off");
    let end = rest
        .iter()
        .position(|byte| *byte == b'\n')
        .ok_or_else(broken)?;
    let head = String::from_utf8_lossy(&rest[..end]).into_owned();
    *rest = &rest[end + 1..];
    let Some(size) = head
        .split(' ')
        .nth(2)
        .and_then(|size| size.parse::<usize>().ok())
    else {
        return Ok(None);
    };
    let content = rest.get(..size).ok_or_else(broken)?.to_vec();
    *rest = rest.get(size + 1..).ok_or_else(broken)?;
    Ok(Some(content))
}

/// What `git` complains of, in one line.
fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    let line = text.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or("`git` gives no reason");
    line.trim_start_matches("fatal: ").to_owned()
}
