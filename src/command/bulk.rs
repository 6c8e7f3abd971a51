//! A table of answers in place of a dossier: its options, and how it is read.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::options::LensOptions;
use super::session::Session;
use crate::compare::bulk::Asked;
use crate::exchange::bulk::items::Items;
use crate::exchange::bulk::unpack::unpacked;
use crate::exchange::bulk::{self, Faults, Layout, Levels, NoTable, Shape};
use crate::finding::suggest;
use crate::render::plain::shown_lines;
use crate::table::{Reading, Table};

/// A table of answers that takes the place of a dossier.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "A table in place of a dossier")]
pub struct TableOptions {
    /// Compare the parties of this CSV file; `-` reads standard input
    ///
    /// The file may be packed by gzip. Its first row names the columns: `party` and one
    /// column an item or, with `--layout long`, `party`, `item` and `value`. An empty
    /// field, `NA` or `.` is no answer.
    #[arg(long, value_name = "FILE")]
    pub table: Option<PathBuf>,

    /// The whole numbers that answers can be, as lowest..highest: 1..3, -2..2
    #[arg(
        long,
        value_name = "LO..HI",
        requires = "table",
        allow_hyphen_values = true
    )]
    levels: Option<LevelsOption>,

    /// What an answer says [default: statement]
    #[arg(long = "as", value_name = "KIND", requires = "table")]
    reading: Option<ReadingOption>,

    /// A CSV file about the items: `item`, and `min` and `max`, `weight` or all of them
    #[arg(long, value_name = "FILE", requires = "table")]
    items: Option<PathBuf>,

    /// What parts the columns: `,` `;` `|` or tab [default: by the file's ending, else `,`]
    #[arg(long, value_name = "CHARACTER", requires = "table")]
    separator: Option<SeparatorOption>,
}

/// What an answer says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ReadingOption {
    /// From against a statement to for it; the middle is neutral
    Statement,
    /// A point on an ordered scale
    Scale,
    /// One of several options
    Choice,
}

/// `1..3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct LevelsOption(Levels);

/// One character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SeparatorOption(u8);

/// A table as it was read.
#[derive(Debug)]
pub struct Loaded {
    pub table: Table,
    pub reading: Reading,
    /// The number that stands for the lowest level.
    pub lowest: i64,
    /// Whether all could be used.
    pub outcome: Outcome,
    pub asked: Asked,
}

impl TableOptions {
    /// Whether there is a file about the items, in which their weights can stand.
    pub fn has_items(&self) -> bool {
        self.items.is_some()
    }

    /// Reads the table, says what could not be used of it, and keeps to what was asked
    /// for of it.
    ///
    /// # Errors
    ///
    /// When a file cannot be read as such a table, or the lens asks for what a table
    /// does not have.
    pub fn load(
        &self,
        session: &Session,
        path: &Path,
        layout: Layout,
        lens: &LensOptions,
    ) -> Result<Loaded> {
        refuse(lens)?;
        let items = match &self.items {
            Some(items) => Some((self.items(session, items)?, items)),
            None => None,
        };
        let levels = self.levels.map(|levels| levels.0);
        let told = items.as_ref().map(|(items, path)| (items, path.as_path()));
        check_scale(levels, told)?;
        let shape = Shape {
            layout,
            levels,
            separator: self.separator(path),
        };
        let items = items.as_ref().map(|(items, path)| (items, path.as_path()));
        let read = |text: &[u8]| bulk::read(text, &shape, items.map(|(items, _)| items));
        let read = with_text(session, path, read)?;
        let mut outcome = Outcome::Whole;
        if let Some((items, path)) = items {
            say(session, path, &items.faults, &mut outcome);
            say(session, path, &read.unknown, &mut outcome);
        }
        say(session, path, &read.faults, &mut outcome);
        Ok(Loaded {
            table: only(read.table, lens)?,
            reading: self.reading.map_or(Reading::Statement, Reading::from),
            lowest: levels.map_or(0, |levels| levels.lo),
            outcome,
            asked: Asked {
                table: called(path),
                actors: lens.party.clone(),
                items: lens.issue.clone(),
            },
        })
    }

    fn items(&self, session: &Session, path: &Path) -> Result<Items> {
        let separator = self.separator(path);
        with_text(session, path, |text| Items::read(text, separator))
    }

    /// What is asked for, else what the ending of a file says.
    fn separator(&self, path: &Path) -> u8 {
        let name = path.to_string_lossy().to_lowercase();
        let is_tabbed = name.trim_end_matches(".gz").ends_with(".tsv");
        match self.separator {
            Some(separator) => separator.0,
            None if is_tabbed => b'\t',
            None => b',',
        }
    }
}

/// A table has neither days nor sources, and what it does not have cannot be looked at.
fn refuse(lens: &LensOptions) -> Result<()> {
    let asked = [
        (lens.as_of.is_some(), "--as-of"),
        (!lens.basis.is_empty(), "--basis"),
        (!lens.area.is_empty(), "--area"),
        (!lens.source.is_empty(), "--source"),
        (lens.min_confidence.is_some(), "--min-confidence"),
        (lens.inherit, "--inherit"),
        (lens.public, "--public"),
    ];
    match asked.iter().find(|(asked, _)| *asked) {
        None => Ok(()),
        Some((_, option)) => bail!(
            "`{option}` asks for what only a dossier tells: with `--table` there are `--party` \
             and `--issue`"
        ),
    }
}

/// The declared scale is needed: the numbers that happen to be there do not tell it.
fn check_scale(levels: Option<Levels>, items: Option<(&Items, &Path)>) -> Result<()> {
    match (levels, items) {
        (Some(levels), Some((items, path))) => match items.outside(levels) {
            None => Ok(()),
            Some(item) => bail!(
                "`--levels {}..{}` and the range of `{item}` in `{}` say different things: leave \
                 out one of the two",
                levels.lo,
                levels.hi,
                path.display()
            ),
        },
        (None, Some((items, _))) if items.have_ranges() => Ok(()),
        (None, Some((_, path))) => bail!(
            "`{}` gives no `min` and `max`, so the scale is not known: say it with such as \
             `--levels 1..3`",
            path.display()
        ),
        (None, None) => bail!(
            "the scale is not known, since the numbers that happen to be there do not tell it: say \
             it with such as `--levels 1..3`, or give `min` and `max` of each item with `--items`"
        ),
        (Some(_), None) => Ok(()),
    }
}

/// Reads a file and makes something of its text.
fn with_text<T>(
    session: &Session,
    path: &Path,
    make: impl FnOnce(&[u8]) -> std::result::Result<T, NoTable>,
) -> Result<T> {
    let cannot = || format!("cannot read `{}`", called(path));
    let bytes = session.read_or_stdin(path).with_context(cannot)?;
    let made = unpacked(&bytes).and_then(|text| make(&text));
    made.with_context(cannot)
}

fn called(path: &Path) -> String {
    match path == Path::new("-") {
        true => "standard input".to_owned(),
        false => path.display().to_string(),
    }
}

/// Says what could not be used, as far as it fits on a screen.
fn say(session: &Session, path: &Path, faults: &Faults, outcome: &mut Outcome) {
    if faults.count == 0 {
        return;
    }
    let mut text = String::new();
    for fault in &faults.first {
        let column = fault.column.map(|column| format!(", column {column}"));
        let (line, column) = (fault.line, column.unwrap_or_default());
        let message = format!("{}: line {line}{column}: {}", called(path), fault.message);
        // Names may hold line ends.
        let message = shown_lines(&message).replace('\n', " ");
        let _ = writeln!(text, "error: {message}");
    }
    let rest = faults.count - faults.first.len();
    if rest > 0 {
        let _ = writeln!(text, "error: {}: and {rest} more", called(path));
    }
    session.remark(&text);
    *outcome = Outcome::LeftOut;
}

/// The parties and items asked for: parties in the order asked for.
fn only(table: Table, lens: &LensOptions) -> Result<Table> {
    if lens.party.is_empty() && lens.issue.is_empty() {
        return Ok(table);
    }
    let mut items = places("item", &lens.issue, &table.items)?;
    items.sort_unstable();
    let actors = places("party", &lens.party, &table.actors)?;
    Ok(table.only(&actors, &items))
}

/// Where these names stand, each once; all where none is asked for.
fn places(what: &str, asked: &[String], known: &[String]) -> Result<Vec<usize>> {
    if asked.is_empty() {
        return Ok((0..known.len()).collect());
    }
    let mut places = Vec::new();
    for name in asked {
        let place = known.iter().position(|known| known == name);
        let place = place.ok_or_else(|| {
            let help = suggest::help(name, what, known.iter().map(String::as_str));
            anyhow!("the table has no {what} `{name}`: {help}")
        })?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    Ok(places)
}

impl From<ReadingOption> for Reading {
    fn from(option: ReadingOption) -> Self {
        match option {
            ReadingOption::Statement => Self::Statement,
            ReadingOption::Scale => Self::Scale,
            ReadingOption::Choice => Self::Choice,
        }
    }
}

/// The most levels that a scale can have.
const MOST: i64 = 255;

impl FromStr for LevelsOption {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let ends = text.split_once("..").and_then(|(lo, hi)| {
            let end = |end: &str| end.trim().parse::<i32>().ok().map(i64::from);
            Some((end(lo)?, end(hi.trim_start_matches('='))?))
        });
        match ends {
            None => Err("write two whole numbers, such as 1..3 or -2..2".to_owned()),
            Some((lo, hi)) if lo >= hi => Err(format!("{hi} does not lie above {lo}")),
            Some((lo, hi)) if hi - lo >= MOST => Err(format!(
                "these are more than {MOST} levels: give the range as `min` and `max` with `--items`"
            )),
            Some((lo, hi)) => Ok(Self(Levels { lo, hi })),
        }
    }
}

impl FromStr for SeparatorOption {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        match (text, text.as_bytes()) {
            ("tab" | "\\t", _) => Ok(Self(b'\t')),
            (_, [sign @ (b',' | b';' | b'|' | b'\t')]) => Ok(Self(*sign)),
            _ => Err("write `,`, `;`, `|` or `tab`".to_owned()),
        }
    }
}
