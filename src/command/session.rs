//! The only place that touches disk, environment and terminal.

mod clock;
pub mod editor;
mod fresh;
mod git;
mod journal;
mod kept;
mod lock;
mod replace;
mod repository;
mod several;
pub mod snapshot;
mod stage;
mod transaction;

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use jiff::civil::Date;

use self::kept::{Desk, Kept};
use super::options::{ColourWhen, Output};
use crate::render::page::{Colour, Page};
use crate::render::plain::shown_lines;

/// What a command is run in.
#[derive(Debug)]
pub struct Session {
    /// The folder that relative paths start from.
    pub folder: PathBuf,
    desk: Desk,
}

/// How wide a page is that is not a terminal.
const WIDTH: usize = 100;

/// The most that is read of one file: more is no stance file.
const MOST: u64 = 1 << 30;

impl Session {
    /// The session of this process.
    ///
    /// # Errors
    ///
    /// When there is no current folder.
    pub fn here() -> Result<Self> {
        let folder = std::env::current_dir().context("there is no current folder")?;
        let desk = Desk::default();
        Ok(Self { folder, desk })
    }

    /// A session in the same folder that keeps what a command writes.
    #[must_use]
    pub fn keeping(&self) -> Self {
        Self {
            folder: self.folder.clone(),
            desk: Desk::keeping(),
        }
    }

    /// What was written in a session that keeps it.
    pub fn kept(self) -> Kept {
        self.desk.taken()
    }

    /// The text of a file, byte for byte.
    ///
    /// # Errors
    ///
    /// When it is not a regular file, or cannot be read.
    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        read_whole(&self.folder.join(path))
    }

    /// The bytes of a file, or, for `-`, of standard input.
    ///
    /// # Errors
    ///
    /// As [`Session::read`].
    pub fn read_or_stdin(&self, path: &Path) -> io::Result<Vec<u8>> {
        if path != Path::new("-") {
            return self.read(path);
        }
        let mut bytes = Vec::new();
        io::stdin().lock().take(MOST + 1).read_to_end(&mut bytes)?;
        match bytes.len() as u64 > MOST {
            true => Err(io::Error::other("it is larger than 1 GiB")),
            false => Ok(bytes),
        }
    }

    /// The names of the files of a folder that end in `.ron`, sorted; without
    /// hidden ones, which belong to editors.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn ron_files(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.folder.join(folder))? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            let is_folder = self.is_folder(&folder.join(&name));
            if name.ends_with(".ron") && !name.starts_with('.') && !is_folder {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    /// The names of files that look as if they were meant to end in `.ron`: some
    /// editors add an ending, some systems write it in capitals.
    pub fn misnamed_files(&self, folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten();
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| is_misnamed(name)).collect();
        names.sort();
        names
    }

    /// The names of the folders in a folder, sorted; none if there is no such folder.
    pub fn folders(&self, folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(self.folder.join(folder)).into_iter().flatten();
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| self.is_folder(&folder.join(name)))
            .collect();
        names.sort();
        names
    }

    /// Whether there is a file of this path, whatever it is.
    pub fn exists(&self, path: &Path) -> bool {
        self.folder.join(path).symlink_metadata().is_ok()
    }

    /// Whether there is a folder of this path.
    pub fn is_folder(&self, path: &Path) -> bool {
        self.folder.join(path).is_dir()
    }

    /// The latest day that it can be now, wherever files were written.
    pub fn today(&self) -> Date {
        clock::latest_day()
    }

    /// Whether somebody sits at a terminal and can be asked again.
    pub fn has_terminal(&self) -> bool {
        io::stdin().is_terminal()
    }

    /// Whether a variable of the environment is set to something.
    pub fn has_set(&self, variable: &str) -> bool {
        is_set(variable)
    }

    /// The words that this process was called with.
    pub fn arguments(&self) -> impl Iterator<Item = OsString> {
        std::env::args_os()
    }

    /// The line that a shell wants to have completed, as far as it is typed.
    pub fn typed(&self) -> Vec<OsString> {
        let words = self.arguments();
        words.skip_while(|word| word != "--").skip(1).collect()
    }

    /// The page that text for people is drawn on.
    pub fn page(&self, output: &Output) -> Page {
        let shown = output.output.is_none() && io::stdout().is_terminal();
        page(output, if shown { Terminal::Yes } else { Terminal::No })
    }

    /// The page that findings and remarks are drawn on.
    pub fn margin(&self, output: &Output) -> Page {
        let shown = io::stderr().is_terminal();
        page(output, if shown { Terminal::Yes } else { Terminal::No })
    }

    /// Writes data to where the user wants it. A reader that has seen enough is
    /// no error.
    ///
    /// # Errors
    ///
    /// When it cannot be written; a file that was there is then as it was.
    pub fn write(&self, output: &Output, data: &[u8]) -> Result<()> {
        match &output.output {
            None if output.is_binary() && io::stdout().is_terminal() => {
                bail!("a workbook is no text for a terminal: name a file with `--output FILE`")
            }
            None => self.print(data),
            Some(path) => replace::replace(&self.folder.join(path), data)
                .with_context(|| format!("cannot write `{}`", path.display())),
        }
    }

    /// Writes data bit by bit, as [`Session::write`] does: each bit that `draw` hands on
    /// is written before it makes the next.
    ///
    /// # Errors
    ///
    /// As [`Session::write`].
    pub fn write_by(
        &self,
        output: &Output,
        draw: impl FnOnce(&mut dyn FnMut(&[u8]) -> io::Result<()>) -> io::Result<()>,
    ) -> Result<()> {
        match &output.output {
            Some(path) => replace::replace_by(&self.folder.join(path), |file| {
                draw(&mut |data| file.write_all(data))
            })
            .with_context(|| format!("cannot write `{}`", path.display())),
            None => {
                let written = draw(&mut |data| match self
                    .desk
                    .keeps(|kept| kept.data.extend_from_slice(data))
                {
                    true => Ok(()),
                    false => to_stdout(data),
                });
                forgiving(written).context("cannot write to the output")
            }
        }
    }

    /// Writes data to standard output. A reader that has seen enough is no error.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn print(&self, data: &[u8]) -> Result<()> {
        if self.desk.keeps(|kept| kept.data.extend_from_slice(data)) {
            return Ok(());
        }
        forgiving(to_stdout(data)).context("cannot write to the output")
    }

    /// Writes a text from a user's file to standard output: as it is, but harmless
    /// where a terminal would obey it.
    ///
    /// # Errors
    ///
    /// When it cannot be written.
    pub fn print_text(&self, text: &str) -> Result<()> {
        match io::stdout().is_terminal() {
            true => self.print(shown_lines(text).as_bytes()),
            false => self.print(text.as_bytes()),
        }
    }

    /// Writes remarks and findings beside the data.
    pub fn remark(&self, text: &str) {
        if !self.desk.keeps(|kept| kept.remarks.push_str(text)) {
            remark(text);
        }
    }
}

/// Whether a variable of the environment is set and not empty.
fn is_set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Writes a remark where there is no session, or none yet.
pub fn remark(text: &str) {
    // Nobody is left to tell when this fails.
    let _ = io::stderr().write_all(text.as_bytes());
}

fn is_misnamed(name: &str) -> bool {
    let lower = name.to_lowercase();
    let meant = lower.ends_with(".ron") && !name.ends_with(".ron") || lower.ends_with(".ron.txt");
    meant && !name.starts_with('.')
}

fn read_whole(path: &Path) -> io::Result<Vec<u8>> {
    let meta = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound if path.is_symlink() => {
            io::Error::other("it is a link to a file that is not there")
        }
        _ => error,
    })?;
    if !meta.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    if meta.len() > MOST {
        return Err(io::Error::other("it is larger than 1 GiB"));
    }
    // One byte more, so that the end is found without asking for more room.
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    fs::File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn to_stdout(data: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(data)?;
    stdout.flush()
}

/// Whether a stream ends at a terminal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Terminal {
    Yes,
    No,
}

fn page(output: &Output, terminal: Terminal) -> Page {
    Page {
        width: output.width.unwrap_or_else(|| width(terminal)),
        colour: colour(output.color, terminal),
    }
}

/// The width asked for in the environment, else that of the terminal.
fn width(terminal: Terminal) -> usize {
    let columns = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    columns
        .filter(|columns| *columns > 0)
        .unwrap_or_else(|| match terminal {
            Terminal::Yes => {
                terminal_size::terminal_size().map_or(WIDTH, |(width, _)| width.0.into())
            }
            Terminal::No => WIDTH,
        })
}

/// Whether to use colour, by the customs of `NO_COLOR` and `CLICOLOR_FORCE`.
fn colour(when: ColourWhen, terminal: Terminal) -> Colour {
    let forced = is_set("CLICOLOR_FORCE") && std::env::var("CLICOLOR_FORCE").as_deref() != Ok("0");
    let dumb = std::env::var("TERM").as_deref() == Ok("dumb");
    let on = match when {
        ColourWhen::Always => true,
        ColourWhen::Never => false,
        ColourWhen::Auto if is_set("NO_COLOR") => false,
        ColourWhen::Auto => forced || (terminal == Terminal::Yes && !dumb),
    };
    if on { Colour::On } else { Colour::Off }
}

/// A reader that has seen enough closes the pipe; that is no fault of ours.
fn forgiving(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
