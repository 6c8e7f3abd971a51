//! `stances import`: a table of positions into a dossier.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::apply::{apply, begin};
use super::init::refuse_occupied;
use super::load::find;
use super::new::KindOption;
use super::options::{BasisOption, Writing};
use super::session::Session;
use super::site::Site;
use super::texts::Texts;
use super::{Outcome, complete};
use crate::change::bundle::Bundle;
use crate::change::import::ids::kebab;
use crate::change::import::kinds::{Declared, KindName, Levels};
use crate::change::import::{Asked, Told, import};
use crate::exchange::bulk::Fault;
use crate::exchange::entries::{self, Actor, Entries, Layout};
use crate::exchange::grid::{self, Grid, Manner};
use crate::exchange::items::{self, Item};
use crate::record::date::When;
use crate::record::dossier::Source;
use crate::record::party::PartyKind;
use crate::render::plain::shown;
use crate::view::words::count;

/// How many rows that were left out are told one by one.
const TOLD: usize = 20;

/// Take a table of positions over into a dossier, a new one or one that is there
#[derive(Debug, Args)]
#[command(after_help = "\
Layouts (found out by the names of the columns, else told with --from):
  wide        one row a party: party, one column an issue; if there are such
              columns party_name, since (or date)
  long        one row a position: party, issue, position; if there are such
              columns party_name, kind, area, issue_text, condition, firmness,
              basis, by, since (or date), until, dated, sources, places, gist,
              quote, note, confidence, salience, stake, coder, confidential
  statements  discourse network analysis: organization or person, concept,
              agreement, date; each statement becomes a record of its day
  ktab        actor, influence (or power), then position and salience on each
              issue, from 0 to 100

A cell holds
  on a statement  support, lean-support, neutral, lean-oppose, oppose; yes,
                  agree, for; no, disagree, against; -1, -0.5, 0, 0.5, 1, or
                  with --levels a number between them
  on a scale      a level or a range: robust, limited..robust, robust..
  on a quantity   a number or a range: 2.5, 10..20, ..600000
  on a choice     an option, or several with commas
  on any issue    undisclosed, withdrawn, or a position in RON; behind it, if
                  there is one, its condition: support [if: a truce holds]
and nothing, NA or . where the party is silent. Where semicolons part the cells, commas part \
fractions.

What numbers mean on a new issue nobody can guess: --levels 1..5 makes a statement of them (1 \
opposes, 3 is neutral, 5 supports), --as scale levels, --as quantity numbers. --items FILE tells \
it issue by issue, in the columns item, kind, min, max, levels (parted by |), unit, area, text, \
weight, tolerance.

A table is somebody's coding: its records are attributed to it and cite its lines, unless its \
rows name sources of the dossier. Parties are known by id, name, code or alias; whatever is new \
gets an id made of its name. What cannot be read is left out and told; the rest is written as a \
whole or not at all.

Examples:
  stances import survey.csv --into stances/survey --levels 1..5 --since 2025
  stances import votes.xlsx --sheet Votes --into stances/votes --as choice
  stances import statements.csv --into stances/debate --actor person
  stances import positions.csv --into ukraine-peace-texts --dry-run")]
pub struct Options {
    /// A table: CSV, or a workbook (.xlsx)
    file: PathBuf,

    /// A dossier's folder or its name under `stances/`; or a folder that is not there yet
    #[arg(long, value_name = "DOSSIER", add = complete::dossiers())]
    into: String,

    #[command(flatten)]
    writing: Writing,

    /// How the table is laid out
    #[arg(long, value_name = "LAYOUT", help_heading = "The table")]
    from: Option<From>,

    /// Who makes statements
    #[arg(long, value_name = "WHO", help_heading = "The table")]
    actor: Option<ActorOption>,

    /// What parts its cells: a comma, a semicolon, `tab` [default: what its first line has most of]
    #[arg(long, value_name = "SIGN", value_parser = separator, help_heading = "The table")]
    separator: Option<u8>,

    /// How its letters are encoded: windows-1252, windows-1251, … [default: UTF-8]
    #[arg(long, value_name = "NAME", help_heading = "The table")]
    encoding: Option<String>,

    /// Which sheet of a workbook [default: the first]
    #[arg(long, value_name = "NAME", help_heading = "The table")]
    sheet: Option<String>,

    /// A table of the issues: item, kind, min, max, levels, unit, area, text, weight, tolerance
    #[arg(long, value_name = "FILE", help_heading = "New issues")]
    items: Option<PathBuf>,

    /// The values there are: 1..5, or names in their order: low,middle,high
    #[arg(
        long,
        value_name = "LEVELS",
        value_parser = levels,
        allow_hyphen_values = true,
        help_heading = "New issues"
    )]
    levels: Option<Levels>,

    /// What kind of issues they are [default: statements]
    #[arg(long = "as", value_name = "KIND", help_heading = "New issues")]
    kind: Option<IssueKind>,

    /// The area of issues for which the table names none
    #[arg(
        long,
        value_name = "AREA",
        default_value = "imported",
        help_heading = "New issues"
    )]
    area: String,

    /// What parties are that are new [default: by the table, else state]
    #[arg(long, value_name = "KIND", help_heading = "The records")]
    party_kind: Option<KindOption>,

    /// The id of the table as a source [default: by the name of the file]
    #[arg(long, value_name = "ID", help_heading = "The records")]
    source: Option<String>,

    /// The title of the table as a source [default: the name of the file]
    #[arg(long, value_name = "TEXT", help_heading = "The records")]
    title: Option<String>,

    /// How positions are known for which the table does not tell
    #[arg(
        long,
        value_name = "BASIS",
        default_value = "attributed",
        help_heading = "The records"
    )]
    basis: BasisOption,

    /// Who says so [default: the table; of what is declared the party]
    #[arg(long, value_name = "WHO", help_heading = "The records")]
    by: Option<String>,

    /// Since when, for rows without a date
    #[arg(long, value_name = "DATE", help_heading = "The records")]
    since: Option<When>,

    /// Who coded the table
    #[arg(long, value_name = "WHO", help_heading = "The records")]
    coder: Option<String>,
}

/// How a table is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum From {
    /// One row a party, one column an issue
    Wide,
    /// One row a position
    Long,
    /// One row a statement of discourse network analysis
    Statements,
    /// One row an actor with influence, positions and saliences
    Ktab,
}

/// Who makes statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ActorOption {
    #[value(alias = "organisation")]
    Organization,
    Person,
}

/// A kind of issue by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum IssueKind {
    /// Sentences one can support or oppose
    Statement,
    /// Levels in their order
    Scale,
    /// Numbers between two bounds
    Quantity,
    /// Options without an order
    Choice,
}

/// Runs the command.
///
/// # Errors
///
/// When the file is no table, when nobody can tell what is in it, when the folder is
/// taken, or when something cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let name = options.file.display();
    let bytes = (session.read(&options.file)).with_context(|| format!("cannot read `{name}`"))?;
    let grid = grid::read(&bytes, &options.manner())
        .with_context(|| format!("`{name}` is no table that can be read"))?;
    let entries = entries::read(&grid, options.layout(&grid))
        .with_context(|| format!("`{name}` cannot be read"))?;
    let (items, mut told_of_items) = options.items(session)?;
    let asked = options.asked(&grid, &bytes);
    let place = Place::of(session, &options.into)?;
    let imported = import(place.bundle(), &entries, &items, &asked)
        .with_context(|| format!("nothing was taken over from `{name}`"))?;
    told_of_items.extend(told(options, &asked, &imported.told, &entries));
    session.remark(&told_of_items.concat());
    let outcome = match imported.draft.is_empty() {
        true => Outcome::Whole,
        false => place.carry_out(session, &imported.draft, &options.writing)?,
    };
    Ok(match outcome {
        Outcome::Whole if told_of_items.len() > 1 => Outcome::LeftOut,
        other => other,
    })
}

/// Where the table goes.
enum Place<'a> {
    There(Site<'a>),
    New(Texts<'a>, Bundle),
}

impl<'a> Place<'a> {
    fn of(session: &'a Session, into: &str) -> Result<Self> {
        if find(session, Some(into)).is_ok() {
            return Ok(Self::There(Site::open(session, Some(into))?));
        }
        let folder = Path::new(into);
        refuse_occupied(session, folder)?;
        Ok(Self::New(
            Texts::new(session, folder.to_owned()),
            Bundle::default(),
        ))
    }

    fn bundle(&self) -> &Bundle {
        match self {
            Self::There(site) => &site.bundle,
            Self::New(_, bundle) => bundle,
        }
    }

    fn carry_out(
        &self,
        session: &Session,
        draft: &crate::change::draft::Draft,
        writing: &Writing,
    ) -> Result<Outcome> {
        Ok(match self {
            Self::There(site) => apply(session, &site.texts, draft, writing)?,
            Self::New(texts, _) => begin(session, texts, draft, writing)?,
        }
        .into())
    }
}

impl Options {
    fn manner(&self) -> Manner {
        Manner {
            separator: self.separator,
            encoding: self.encoding.clone(),
            sheet: self.sheet.clone(),
        }
    }

    fn layout(&self, grid: &Grid) -> Layout {
        let found = entries::layout(grid);
        let actor = match (self.actor, found) {
            (Some(ActorOption::Organization), _) => Actor::Organization,
            (Some(ActorOption::Person), _) => Actor::Person,
            (None, Layout::Statements(actor)) => actor,
            (None, _) => Actor::default(),
        };
        match (self.from, found) {
            (Some(From::Wide), _) => Layout::Wide,
            (Some(From::Long), _) => Layout::Long,
            (Some(From::Ktab), _) => Layout::Ktab,
            (Some(From::Statements), _) | (None, Layout::Statements(_)) => {
                Layout::Statements(actor)
            }
            (None, found) => found,
        }
    }

    /// The file of items, and what in it could not be read.
    fn items(&self, session: &Session) -> Result<(BTreeMap<String, Item>, Vec<String>)> {
        let Some(path) = &self.items else {
            return Ok((BTreeMap::new(), Vec::new()));
        };
        let name = path.display();
        let bytes = (session.read(path)).with_context(|| format!("cannot read `{name}`"))?;
        let manner = Manner {
            encoding: self.encoding.clone(),
            ..Manner::default()
        };
        let grid = grid::read(&bytes, &manner)
            .with_context(|| format!("`{name}` is no table that can be read"))?;
        let Some((items, faults)) = items::read(&grid) else {
            bail!("`{name}` has no column `item`: its first row names the columns");
        };
        let lines = faults.first.iter().map(|fault| {
            let fault = line(fault, "line");
            format!("{}: {fault}", shown(&name.to_string()))
        });
        Ok((items, lines.collect()))
    }

    fn asked(&self, grid: &Grid, bytes: &[u8]) -> Asked {
        let file = self.file.file_name().unwrap_or(OsStr::new("table"));
        let stem = Path::new(file).file_stem().unwrap_or(file);
        let id = match kebab(&stem.to_string_lossy()) {
            empty if empty.is_empty() => "table".to_owned(),
            id => id,
        };
        let title = self.title.clone();
        Asked {
            source: Source {
                id: self.source.clone().unwrap_or(id),
                title: title.unwrap_or_else(|| file.to_string_lossy().into_owned()),
                author: None,
                publisher: None,
                published: None,
                language: None,
                urls: Vec::new(),
                note: None,
                under_revision: None,
                confidential: false,
            },
            unit: match bytes.starts_with(b"PK\x03\x04") {
                true => "row",
                false => "line",
            },
            declared: Declared {
                levels: self.levels.clone(),
                kind: self.kind.map(KindName::from),
            },
            basis: self.basis.into(),
            by: self.by.clone(),
            since: self.since,
            coder: self.coder.clone(),
            party_kind: match (self.party_kind, self.layout(grid)) {
                (Some(kind), _) => kind.into(),
                (None, Layout::Statements(Actor::Person)) => PartyKind::Person,
                (None, Layout::Statements(Actor::Organization)) => PartyKind::Organisation,
                (None, _) => PartyKind::State,
            },
            area: self.area.clone(),
        }
    }
}

/// What became of the table: what was left out, line by line, then the sum.
fn told(options: &Options, asked: &Asked, told: &Told, entries: &Entries) -> Vec<String> {
    let first = told.faults.first.iter().take(TOLD);
    let mut lines: Vec<String> = first.map(|fault| line(fault, asked.unit)).collect();
    let more = told.faults.count - lines.len();
    if more > 0 {
        lines.push(format!("and {more} more\n"));
    }
    let name = options.file.display().to_string();
    let counts = [
        (told.stances, "new"),
        (told.known, "there already"),
        (told.faults.count, "left out"),
    ];
    let counts = counts
        .iter()
        .filter(|(count, what)| *count > 0 || *what == "new");
    let counts: Vec<String> = counts
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    let news = [
        (told.new_parties, "new party", "new parties"),
        (told.new_issues, "new issue", "new issues"),
    ];
    let news = news.iter().filter(|(count, ..)| *count > 0);
    let news: String = news
        .map(|(number, one, many)| format!(", {}", count(*number, one, many)))
        .collect();
    lines.push(format!(
        "{}: {}, {}: {}{news}\n",
        shown(&name),
        count(told.rows, "row", "rows"),
        count(entries.entries.len(), "position", "positions"),
        counts.join(", "),
    ));
    lines
}

fn line(fault: &Fault, unit: &str) -> String {
    let column = fault.column.map(|column| format!(", column {column}"));
    format!(
        "{unit} {}{}: {}\n",
        fault.line,
        column.unwrap_or_default(),
        shown(&fault.message)
    )
}

impl std::convert::From<IssueKind> for KindName {
    fn from(kind: IssueKind) -> Self {
        match kind {
            IssueKind::Statement => Self::Statement,
            IssueKind::Scale => Self::Scale,
            IssueKind::Quantity => Self::Quantity,
            IssueKind::Choice => Self::Choice,
        }
    }
}

fn separator(text: &str) -> std::result::Result<u8, String> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [sign] if sign.is_ascii() && !matches!(sign, b'"' | b'\n' | b'\r') => Ok(*sign),
        _ => Err("write one sign, such as `;`, or `tab`".to_owned()),
    }
}

fn levels(text: &str) -> std::result::Result<Levels, String> {
    if let Some((lo, hi)) = text.split_once("..") {
        let number = |text: &str| {
            let number = text.trim().parse().ok();
            number.filter(|number: &f64| number.is_finite())
        };
        return match (number(lo), number(hi)) {
            (Some(lo), Some(hi)) if lo < hi => Ok(Levels::Numbers { lo, hi }),
            _ => Err("write the lowest and the highest number, such as `1..5`".to_owned()),
        };
    }
    let names = text.split(',').map(str::trim);
    let names: Vec<String> = names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    match names.len() {
        0 | 1 => Err("write two or more, such as `1..5` or `low,middle,high`".to_owned()),
        _ => Ok(Levels::Names(names)),
    }
}
