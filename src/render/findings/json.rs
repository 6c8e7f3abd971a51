//! `stances/check/1`: what was found, and in how much.
//!
//! Lines and columns count from 1, columns in characters (Unicode code points, not
//! bytes and not UTF-16 units); an end is the place of the first character behind.
//! `null` is the file as a whole. Paths start at the root of the repository and have
//! forward slashes; a file outside of it has its whole path.

use serde::Serialize;

use super::pretty;
use crate::check::report::{Extent, Report, Tally};
use crate::check::rules;
use crate::finding::code::Level;
use crate::finding::fix::Safety;
use crate::finding::placed::{Placed, Replacement, Somewhere};

#[derive(Serialize)]
struct Check<'a> {
    schema: &'static str,
    /// By file, place and rule.
    findings: Vec<FindingOut<'a>>,
    counts: Counts,
    /// By rule and level, the most frequent first.
    statistics: Vec<TallyOut>,
}

#[derive(Serialize)]
struct Counts {
    dossiers: usize,
    /// Only what could be used counts here.
    parties: usize,
    stances: usize,
    findings: usize,
    deny: usize,
    warn: usize,
    /// Known from a baseline and not listed.
    known: usize,
    /// How many fewer there are since fixes were made.
    fixed: usize,
}

#[derive(Serialize)]
struct TallyOut {
    rule: &'static str,
    level: &'static str,
    count: usize,
}

/// One finding: an entry of the list here, a line in JSON Lines.
#[derive(Serialize)]
pub(super) struct FindingOut<'a> {
    rule: &'static str,
    /// `deny` or `warn`.
    level: &'static str,
    message: &'a str,
    #[serde(flatten)]
    at: PlaceOut<'a>,
    /// The remark at the place; often empty.
    note: &'a str,
    /// Other places that have to do with it.
    labels: Vec<LabelOut<'a>>,
    /// What to do, one advice an entry.
    help: &'a [String],
    fix: Option<FixOut<'a>>,
    /// The same in every run, also when lines move.
    fingerprint: &'a str,
    /// The command that prints the page of the rule, where it has one.
    page: Option<String>,
}

#[derive(Serialize)]
struct PlaceOut<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct LabelOut<'a> {
    #[serde(flatten)]
    at: PlaceOut<'a>,
    text: &'a str,
}

#[derive(Serialize)]
struct FixOut<'a> {
    title: &'a str,
    /// `safe`: it may be made unseen; `unsafe`: somebody has to look at it.
    safety: &'static str,
    /// All to be made together, in the texts as they are; `null` where that is not
    /// told place by place.
    edits: Option<Vec<EditOut<'a>>>,
}

#[derive(Serialize)]
struct EditOut<'a> {
    #[serde(flatten)]
    at: PlaceOut<'a>,
    /// What comes in the place of the text there.
    text: &'a str,
}

/// The text of the report.
pub fn draw(report: &Report) -> String {
    pretty(&Check {
        schema: "stances/check/1",
        findings: report.findings.iter().map(finding_out).collect(),
        counts: counts(report),
        statistics: report.tallies().into_iter().map(tally_out).collect(),
    })
}

fn counts(report: &Report) -> Counts {
    let Extent {
        dossiers,
        parties,
        stances,
    } = report.extent();
    Counts {
        dossiers,
        parties,
        stances,
        findings: report.findings.len(),
        deny: report.of(Level::Deny).count(),
        warn: report.of(Level::Warn).count(),
        known: report.beside.known,
        fixed: report.beside.fixed,
    }
}

fn tally_out(tally: Tally) -> TallyOut {
    TallyOut {
        rule: tally.code.name,
        level: tally.level.name(),
        count: tally.count,
    }
}

pub(super) fn finding_out<'a>(placed: &'a Placed) -> FindingOut<'a> {
    let finding = placed.finding;
    let labels = placed.also.iter().map(|(at, text)| LabelOut {
        at: place_out(at),
        text,
    });
    FindingOut {
        rule: finding.code.name,
        level: finding.level.name(),
        message: &finding.message,
        at: place_out(&placed.at),
        note: &finding.at.text,
        labels: labels.collect(),
        help: &finding.help,
        fix: fix_out(placed),
        fingerprint: &placed.fingerprint,
        page: rules::named(finding.code.name)
            .map(|rule| format!("stances explain {}", rule.code.name)),
    }
}

fn place_out(at: &Somewhere) -> PlaceOut<'_> {
    let start = at.region.map(|region| region.start);
    let end = at.region.map(|region| region.end);
    PlaceOut {
        file: at.file.text(),
        line: start.map(|start| start.line),
        column: start.map(|start| start.column),
        end_line: end.map(|end| end.line),
        end_column: end.map(|end| end.column),
    }
}

fn fix_out<'a>(placed: &'a Placed) -> Option<FixOut<'a>> {
    let fix = placed.finding.fix.as_ref()?;
    let edits = placed.edits.as_ref();
    Some(FixOut {
        title: &fix.title,
        safety: match placed.safety.unwrap_or(fix.safety) {
            Safety::Safe => "safe",
            Safety::Unsafe => "unsafe",
        },
        edits: edits.map(|edits| edits.iter().map(edit_out).collect()),
    })
}

fn edit_out(edit: &Replacement) -> EditOut<'_> {
    EditOut {
        at: place_out(&edit.at),
        text: &edit.text,
    }
}
