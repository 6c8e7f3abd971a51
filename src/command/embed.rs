//! `stances embed`: tables kept up to date between markers in Markdown files.

mod marker;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use clap::Args;
use clap_complete::engine::{ArgValueCompleter, PathCompleter};
use itertools::Itertools;

use self::marker::{Answer, Unusable};
use super::Outcome;
use super::options::{Output, Writing};
use super::session::Session;
use crate::change::draft::{Draft, FileChange};
use crate::change::embed::{Block, Page};
use crate::finding::code::UNUSABLE_MARKER;
use crate::finding::{Finding, Place};
use crate::render::diff;
use crate::render::findings::full;
use crate::render::plain::shown_lines;
use crate::text::source::Source;

/// Keep tables in Markdown files up to date, between markers
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  stances embed report.md                          brings its tables up to date
  stances embed README.md report.md --check        shows what would change; exit code 1 if anything

A block begins with a marker that holds a command, without `stances`, and ends with another:

  <!-- stances: matrix ukraine-peace-texts --measure conflict -->
  <!-- /stances -->

Each marker stands on a line of its own. What is between them is replaced with what the command gives
with `--format markdown`; everything else stays byte for byte. Every command that has this format
can stand there, with its options. Words are parted as a shell parts them, names of dossiers and
paths are looked up from the folder in which `stances embed` is run, and headings are put below the
one that the block stands under. A marker inside code is text. If anything is wrong in any of
the files, or an answer lacks what could not be read, none of them is changed.")]
pub struct Options {
    /// Markdown files, each with at least one marker
    #[arg(required = true, value_name = "FILE", add = ArgValueCompleter::new(PathCompleter::file()))]
    files: Vec<String>,

    /// Change nothing; show what would change, and end with exit code 1 if anything would
    #[arg(long)]
    check: bool,

    /// Change nothing; show what would change, as --dry-run does
    #[arg(long)]
    diff: bool,

    /// Write answers also where records with mistakes are left out of them
    #[arg(long)]
    allow_left_out: bool,

    #[command(flatten)]
    writing: Writing,
}

/// Runs the command.
///
/// # Errors
///
/// When a file cannot be read, is no text, or cannot be written.
pub fn run(session: &Session, options: &Options) -> Result<Outcome> {
    let margin = options.writing.output();
    let sources = read(session, &options.files)?;
    let answered = match Answered::of(session, &sources, &margin) {
        Ok(answered) => answered,
        Err(found) => {
            session.remark(&full::draw(&found, &sources, &session.margin(&margin)));
            session.remark("nothing was written\n");
            return Ok(Outcome::Refused);
        }
    };
    if answered.lacks_something && !options.allow_left_out {
        session.remark(LACKING);
        return Ok(Outcome::Refused);
    }
    let draft = Draft::new(answered.files);
    carry_out(session, options, &draft)?;
    Ok(match answered.outcome {
        Outcome::Whole if options.check && !draft.is_empty() => Outcome::LeftOut,
        outcome => outcome,
    })
}

/// What is said where an answer is not the whole answer.
const LACKING: &str = "nothing was written: something is left out of an answer; mend it, or write \
                       the rest with `--allow-left-out`\n";

fn carry_out(session: &Session, options: &Options, draft: &Draft) -> Result<()> {
    if options.check || options.diff || options.writing.dry_run {
        let page = session.page(&options.writing.output());
        session.print(diff::draw(draft, str::to_owned, &page).as_bytes())
    } else if draft.is_empty() {
        session.remark("nothing to change\n");
        Ok(())
    } else {
        session.replace_all(draft)?;
        session.remark(&shown_lines(&format!("changed {}\n", done(draft))));
        Ok(())
    }
}

/// The files that were changed, and how much.
fn done(draft: &Draft) -> String {
    let file = |file: &FileChange| match diff::lines_changed(file) {
        1 => format!("{} (1 line)", file.name),
        lines => format!("{} ({lines} lines)", file.name),
    };
    draft.files.iter().map(file).join(", ")
}

/// The texts of the files, each file once however often it is named.
fn read(session: &Session, files: &[String]) -> Result<Vec<Source>> {
    let mut seen = BTreeSet::new();
    let mut sources = Vec::new();
    for file in files {
        let bytes = session
            .read(Path::new(file))
            .with_context(|| format!("cannot read `{file}`"))?;
        if !session.whole(file).is_none_or(|whole| seen.insert(whole)) {
            continue;
        }
        match String::from_utf8(bytes) {
            Ok(text) => sources.push(Source::new(file, text)),
            Err(_) => bail!("`{file}` is not UTF-8 text"),
        }
    }
    Ok(sources)
}

/// All files with their blocks filled.
struct Answered {
    files: Vec<FileChange>,
    outcome: Outcome,
    /// Whether something had to be left out of an answer.
    lacks_something: bool,
}

impl Answered {
    /// Runs the commands of all blocks, and passes on what they remark, the same
    /// remark once.
    fn of(session: &Session, sources: &[Source], margin: &Output) -> Result<Self, Vec<Finding>> {
        let (pages, found): (Vec<Page>, Vec<Vec<Finding>>) =
            sources.iter().map(Page::read).partition_result();
        let mut found = found.concat();
        let mut filled = Vec::new();
        for page in pages {
            match Filled::of(session, page, margin) {
                Ok(page) => filled.push(page),
                Err(wrong) => found.extend(wrong),
            }
        }
        let answers = || filled.iter().flat_map(|page| &page.answers);
        let remarks = answers().map(|answer| &answer.remarks);
        remarks.unique().for_each(|said| session.remark(said));
        if !found.is_empty() {
            return Err(found);
        }
        let whole = answers().all(|answer| answer.outcome == Outcome::Whole);
        Ok(Self {
            lacks_something: answers().any(|answer| answer.outcome == Outcome::LeftOut),
            outcome: if whole {
                Outcome::Whole
            } else {
                Outcome::LeftOut
            },
            files: filled.into_iter().map(|page| page.file).collect(),
        })
    }
}

/// One file with its blocks filled.
struct Filled {
    file: FileChange,
    answers: Vec<Answer>,
}

impl Filled {
    fn of(session: &Session, page: Page, margin: &Output) -> Result<Self, Vec<Finding>> {
        let (mut answers, mut wrong) = (Vec::new(), Vec::new());
        for block in &page.blocks {
            match marker::answer(session, block.command, margin) {
                Ok(answer) => answers.push(answer),
                Err(why) => wrong.push(at(page.source, block, why)),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let texts: Vec<String> = answers.iter().map(|answer| answer.text.clone()).collect();
        let after = page
            .filled(&texts)
            .map_err(|block| vec![at(page.source, block, Unusable::escapes())])?;
        let file = FileChange {
            name: page.source.name().to_owned(),
            before: Some(page.source.text().to_owned()),
            after: Some(after),
        };
        Ok(Self { file, answers })
    }
}

/// Why a block cannot be filled, at its marker.
fn at(source: &Source, block: &Block, why: Unusable) -> Finding {
    let place = Place::bytes(source.name(), block.marker);
    let finding = Finding::new(&UNUSABLE_MARKER, place, why.message);
    why.help.into_iter().fold(finding, Finding::help)
}
