//! The user's editor, and the copy of a file that it works on.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use tempfile::TempDir;

use super::Session;

/// Where an editor is looked for, in this order.
const VARIABLES: [&str; 3] = ["STANCES_EDITOR", "VISUAL", "EDITOR"];

/// The editor of those who have chosen none.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// A copy of a file in a folder of its own, which nobody else may look into. It
/// goes with this value unless it is kept.
#[derive(Debug)]
pub struct Copy {
    folder: TempDir,
    path: PathBuf,
}

impl Copy {
    /// A copy of this name with this text.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn of(name: &str, text: &str) -> Result<Self> {
        let folder = folder().context("there is no room for a copy")?;
        let path = folder.path().join(name);
        create(&path).with_context(|| format!("cannot write `{}`", path.display()))?;
        let copy = Self { folder, path };
        copy.put(text)?;
        Ok(copy)
    }

    /// Gives the copy another text.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn put(&self, text: &str) -> Result<()> {
        fs::write(&self.path, text)
            .with_context(|| format!("cannot write `{}`", self.path.display()))
    }

    /// Opens the copy in the user's editor, and gives the text it is left with.
    ///
    /// # Errors
    ///
    /// When there is no such editor, when it says that it failed, or when what it
    /// left is no text.
    pub fn edited(&self, session: &Session) -> Result<String> {
        let words = editor();
        let Some((program, arguments)) = words.split_first() else {
            bail!("there is no editor: name one in `STANCES_EDITOR`, `VISUAL` or `EDITOR`");
        };
        let mut command = Command::new(program);
        command.args(arguments).arg(&self.path);
        command.current_dir(&session.folder);
        let status = command.status().with_context(|| {
            format!("cannot start the editor `{program}`: name another one in `STANCES_EDITOR`")
        })?;
        if !status.success() {
            bail!("the editor `{program}` ended with {status}, nothing was changed");
        }
        fs::read_to_string(&self.path)
            .map_err(|error| anyhow!("the editor left no text, nothing was changed: {error}"))
    }

    /// Whether this is the text of the copy.
    pub fn holds(&self, text: &str) -> bool {
        fs::read(&self.path).is_ok_and(|bytes| bytes == text.as_bytes())
    }

    /// Where the copy stays from now on.
    pub fn keep(self) -> PathBuf {
        // It stays where it is, and its folder with it.
        let _ = self.folder.keep();
        self.path
    }
}

/// A folder for one copy. Positions may be confidential, and the temporary folder
/// is everybody's.
fn folder() -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("stances-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    builder.tempdir()
}

/// An empty file that only its owner may read, also where it is kept and moved.
fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

/// The words of the command that opens the editor.
fn editor() -> Vec<String> {
    let chosen = VARIABLES.iter().filter_map(|name| std::env::var(name).ok());
    let mut chosen = chosen.filter(|editor| !editor.trim().is_empty());
    let editor = chosen.next().unwrap_or_else(|| USUAL.to_owned());
    match Path::new(&editor).is_file() {
        // The path of a program may have blanks in it.
        true => vec![editor],
        false => words(&editor),
    }
}

/// The words of a command: parted by blanks, except between quotation marks. A
/// backslash is a character like any other, for paths have it on Windows.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in command.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(command: &str, expected: &[&str]) {
        assert_eq!(words(command), expected, "{command}");
    }

    #[test]
    fn a_command_is_parted_into_words() {
        check("code --wait", &["code", "--wait"]);
        check("  vi ", &["vi"]);
        check(
            "'/opt/my editor/bin' -n \"a b\"c",
            &["/opt/my editor/bin", "-n", "a bc"],
        );
        check(r"C:\edit.exe ''", &[r"C:\edit.exe", ""]);
        check("", &[]);
    }
}
