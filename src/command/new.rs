//! `stances new`: an area, an issue, a party, a source.

use anyhow::Result;
use clap::{Args, Subcommand, ValueEnum};

use super::options::Writing;
use super::session::Session;
use super::site::Site;
use super::{Outcome, complete};
use crate::change::bundle::Bundle;
use crate::change::draft::Draft;
use crate::change::new;
use crate::change::refusal::Refusal;
use crate::record::date::When;
use crate::record::decode::value;
use crate::record::dossier::{Area, Issue, Source};
use crate::record::party::{PartyFile, PartyKind, Speaker};
use crate::record::position::Kind;

/// Add an area, an issue, a party or a source to a dossier
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances new area prisoners --name Prisoners --in paris-and-moscow --dry-run
  stances new issue exchange --area process --kind Statement \\
      --text 'All prisoners should be exchanged.' --in paris-and-moscow --dry-run
  stances new party turkey --name Türkiye --code TR --speaker 'Hakan Fidan' \\
      --in paris-and-moscow --dry-run
  stances new source readout --title 'Readout of the call' --published 2025-12-03 \\
      --in paris-and-moscow --dry-run

An id is small letters and digits with hyphens between. An issue goes behind the last one of its
area, a party gets a file of its own.")]
pub struct Options {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Area(AreaOptions),
    Issue(IssueOptions),
    Party(PartyOptions),
    Source(SourceOptions),
}

/// Where the new thing goes.
#[derive(Debug, Args)]
struct Into {
    /// A dossier's folder, or its name under `stances/` [default: the only one there is]
    #[arg(long = "in", value_name = "DOSSIER", add = complete::dossiers())]
    dossier: Option<String>,

    #[command(flatten)]
    writing: Writing,
}

/// A heading for issues
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  stances new area prisoners --name Prisoners --in paris-and-moscow --dry-run")]
struct AreaOptions {
    /// The id of the new area
    id: String,

    /// Its name as it is shown [default: the id]
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,

    #[command(flatten)]
    into: Into,
}

/// Something a party can take a position on
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances new issue exchange --area process --kind Statement \\
      --text 'All prisoners should be exchanged.' --in paris-and-moscow --dry-run
  stances new issue monitors --area process --kind 'Choice([\"osce\", \"un\", \"none\"])' \\
      --text 'Who should monitor a ceasefire.' --in paris-and-moscow --dry-run
  stances new issue monitor-count --area process \\
      --kind 'Quantity(unit: \"people\", min: 0, max: 5000)' --tolerance 50 \\
      --text 'How many monitors there should be.' --in paris-and-moscow --dry-run")]
struct IssueOptions {
    /// The id of the new issue
    id: String,

    /// The id of its area
    #[arg(long, add = complete::areas())]
    area: String,

    /// Statement, 'Scale([\"low\", \"high\"])', 'Choice([\"a\", \"b\"])' or
    /// 'Quantity(unit: \"people\", min: 0, max: 100)'
    #[arg(long, value_parser = kind)]
    kind: Kind,

    /// The wording, as neutral as it can be
    #[arg(long)]
    text: String,

    /// On a quantity: how far apart two numbers may be and still count as the same
    #[arg(long, value_name = "NUMBER")]
    tolerance: Option<f64>,

    /// How much it counts in weighted measures [default: 1]
    #[arg(long, value_name = "NUMBER")]
    weight: Option<f64>,

    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Keep it out of everything made with --public
    #[arg(long)]
    confidential: bool,

    #[command(flatten)]
    into: Into,
}

/// A state, organisation, group, document or person
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  stances new party turkey --name Türkiye --code TR --speaker 'Hakan Fidan' \\
      --in paris-and-moscow --dry-run")]
struct PartyOptions {
    /// The id of the new party, which is the name of its file
    id: String,

    /// Its name as it is shown [default: the id]
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,

    /// A few letters for narrow tables [default: the id]
    #[arg(long, value_name = "CODE")]
    code: Option<String>,

    /// What it is
    #[arg(long, default_value = "state")]
    kind: KindOption,

    /// Another name of it; repeat for more
    #[arg(long, value_name = "NAME")]
    alias: Vec<String>,

    /// Who speaks for it; repeat for more
    #[arg(long, value_name = "NAME")]
    speaker: Vec<String>,

    /// A member of it: the id of a party, or a plain name; repeat for more
    #[arg(long, value_name = "PARTY", add = complete::parties())]
    member: Vec<String>,

    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Keep it out of everything made with --public
    #[arg(long)]
    confidential: bool,

    #[command(flatten)]
    into: Into,
}

/// A text that positions are read from
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  stances new source readout --title 'Readout of the call' --published 2025-12-03 \\
      --url https://example.org/readout --in paris-and-moscow --dry-run")]
struct SourceOptions {
    /// The id of the new source
    id: String,

    /// Its title
    #[arg(long, value_name = "TEXT")]
    title: String,

    /// Who wrote it
    #[arg(long, value_name = "WHO")]
    author: Option<String>,

    /// Who made it public
    #[arg(long, value_name = "WHO")]
    publisher: Option<String>,

    /// When it was made public: a day, a month or a year
    #[arg(long, value_name = "DATE")]
    published: Option<When>,

    /// The language it is in
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,

    /// Where it can be read; repeat for more
    #[arg(long, value_name = "URL")]
    url: Vec<String>,

    /// A remark
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Keep it out of everything made with --public
    #[arg(long)]
    confidential: bool,

    #[command(flatten)]
    into: Into,
}

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindOption {
    #[value(alias = "State")]
    State,
    #[value(alias = "Organisation")]
    Organisation,
    /// Several parties that speak together
    #[value(alias = "Group")]
    Group,
    /// A plan, a memorandum, a draft
    #[value(alias = "Document")]
    Document,
    #[value(alias = "Person")]
    Person,
}

/// Runs the command.
///
/// # Errors
///
/// When there is no such dossier, when the id will not do, when the record would
/// be a mistake, or when it cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    match &options.what {
        What::Area(options) => make(session, &options.into, |bundle| {
            new::area::area(bundle, &area(options))
        }),
        What::Issue(options) => make(session, &options.into, |bundle| {
            new::issue::issue(bundle, &issue(options))
        }),
        What::Party(options) => make(session, &options.into, |bundle| {
            new::party::party(bundle, &options.id, &party(options))
        }),
        What::Source(options) => make(session, &options.into, |bundle| {
            new::source::source(bundle, &source(options))
        }),
    }
}

fn make(
    session: &Session,
    into: &Into,
    draft: impl FnOnce(&Bundle) -> Result<Draft, Refusal>,
) -> Result<Outcome> {
    let site = Site::open(session, into.dossier.as_deref())?;
    let draft = draft(&site.bundle)?;
    site.carry_out(&draft, &into.writing)
}

fn area(options: &AreaOptions) -> Area {
    Area {
        id: options.id.clone(),
        name: options.name.clone(),
    }
}

fn issue(options: &IssueOptions) -> Issue {
    Issue {
        id: options.id.clone(),
        area: options.area.clone(),
        kind: options.kind.clone(),
        text: options.text.clone(),
        tolerance: options.tolerance,
        weight: options.weight,
        note: options.note.clone(),
        confidential: options.confidential,
    }
}

fn party(options: &PartyOptions) -> PartyFile {
    let speaker = |name: &String| Speaker {
        name: name.clone(),
        role: None,
    };
    PartyFile {
        name: options.name.clone(),
        code: options.code.clone(),
        kind: options.kind.into(),
        aliases: options.alias.clone(),
        speakers: options.speaker.iter().map(speaker).collect(),
        members: options.member.clone(),
        complete: true,
        note: options.note.clone(),
        confidential: options.confidential,
        stances: Vec::new(),
        notes: Vec::new(),
    }
}

fn source(options: &SourceOptions) -> Source {
    Source {
        id: options.id.clone(),
        title: options.title.clone(),
        author: options.author.clone(),
        publisher: options.publisher.clone(),
        published: options.published,
        language: options.language.clone(),
        urls: options.url.clone(),
        note: options.note.clone(),
        under_revision: None,
        confidential: options.confidential,
    }
}

impl From<KindOption> for PartyKind {
    fn from(option: KindOption) -> Self {
        match option {
            KindOption::State => PartyKind::State,
            KindOption::Organisation => PartyKind::Organisation,
            KindOption::Group => PartyKind::Group,
            KindOption::Document => PartyKind::Document,
            KindOption::Person => PartyKind::Person,
        }
    }
}

/// A kind of issue in RON; `statement` also in small letters.
fn kind(text: &str) -> Result<Kind, String> {
    if text.eq_ignore_ascii_case("statement") {
        return Ok(Kind::Statement);
    }
    value(text).map_err(|finding| Refusal::of(&finding).to_string())
}
