//! What a check found, on one page: how much, the findings, and where the parties
//! of each dossier stand to each other.

use itertools::Itertools;

use super::line::{Label, Line};
use super::matrix::figure::PercentFrom;
use super::table::{Cell, Column, Row, Table};
use super::{Block, View, lens, overview, words};
use crate::check::report::{Extent, Report};
use crate::compare::joint::Field;
use crate::compare::overview::{Overview, Pairs};
use crate::dossier::Dossier;
use crate::dossier::lens::Lens;
use crate::dossier::scene::Scene;
use crate::finding::code::Level;
use crate::finding::placed::{Placed, Somewhere};

/// From how many joint issues on a share is given in percent.
const PERCENT_FROM: PercentFrom = PercentFrom(5);

/// The page, with at most so many findings and these blocks behind them.
pub fn view(report: &Report, most: usize, more: &[Block]) -> View {
    let extent = Line::plain(words::sentence(&extent(report.extent())));
    let result = Line::of(Label::Caution, words::sentence(&found(report)));
    let mut blocks = vec![Block::Text(extent.and(Label::Plain, " ").then(result))];
    let findings: Vec<&Placed> = [Level::Deny, Level::Warn]
        .iter()
        .flat_map(|level| report.of(*level))
        .collect();
    if most > 0 && !findings.is_empty() {
        blocks.push(Block::Table(table(&findings[..most.min(findings.len())])));
    }
    if let Some(left @ 1..) = findings.len().checked_sub(most) {
        let left = format!("{left} of them are not listed here: `stances check` lists them all.");
        blocks.push(Block::Text(Line::plain(left)));
    }
    if report.of(Level::Deny).next().is_some() && !more.is_empty() {
        let left_out = "What cannot be used because of an error is not in the numbers below.";
        blocks.push(Block::Text(Line::of(Label::Caution, left_out)));
    }
    blocks.extend_from_slice(more);
    View {
        title: "stances check".to_owned(),
        blocks,
    }
}

/// How the parties of a dossier agree and conflict, under a lens that hides nothing.
/// Nothing where fewer than two can be compared.
pub fn matrices(dossier: &Dossier) -> Vec<Block> {
    let Ok(focus) = Lens::default().on(dossier) else {
        return Vec::new();
    };
    let scene = Scene::new(dossier, focus);
    let field = Field::new(&scene);
    let pairs = Pairs::of(&field);
    let mut blocks = overview::matrices(&Overview::of(&pairs), PERCENT_FROM);
    if !blocks.is_empty() {
        let heading = Block::Heading(overview::title(dossier));
        blocks.splice(0..0, [heading, Block::Text(lens::line(&scene))]);
    }
    blocks
}

/// How much was looked at, in words: `checked 2 dossiers, 14 parties, 137 stances`.
pub fn extent(extent: Extent) -> String {
    format!(
        "checked {}, {}, {}",
        words::count(extent.dossiers, "dossier", "dossiers"),
        words::count(extent.parties, "party", "parties"),
        words::count(extent.stances, "stance", "stances"),
    )
}

/// How much was found, in words: `1 error, 2 warnings`.
pub fn found(report: &Report) -> String {
    let counted = |level: Level| match report.of(level).count() {
        0 => None,
        count => Some(words::count(
            count,
            level.word(),
            &format!("{}s", level.word()),
        )),
    };
    let parts: Vec<String> = [Level::Deny, Level::Warn]
        .into_iter()
        .filter_map(counted)
        .collect();
    match parts.is_empty() {
        true => "no findings".to_owned(),
        false => parts.join(", "),
    }
}

/// The same with what is to be told beside: `3 fixed; 1 error; 12 known from the
/// baseline`.
pub fn found_and_beside(report: &Report) -> String {
    let beside = &report.beside;
    let part = |count: usize, text: &str| (count > 0).then(|| format!("{count} {text}"));
    let found = match (&beside.since, beside.fixed, report.findings.is_empty()) {
        (_, 1.., true) => "nothing left".to_owned(),
        (_, 1.., false) => format!("{} left", found(report)),
        (_, 0, _) => found(report),
    };
    let found = match &beside.since {
        Some(revision) => format!("{found} new since `{revision}` or in what has changed"),
        None => found,
    };
    let fixable = part(beside.fixable, "can be fixed with `--fix`");
    let more = if fixable.is_some() {
        "more with"
    } else {
        "can be fixed with"
    };
    let doubtful = part(beside.doubtful, &format!("{more} `--fix --unsafe-fixes`"));
    let fixes: Vec<String> = fixable.into_iter().chain(doubtful).collect();
    let parts = [
        part(beside.fixed, "fixed"),
        Some(found),
        (!fixes.is_empty()).then(|| fixes.join(", ")),
        part(
            beside.held_back,
            "not fixed, since something else would be found then",
        ),
        part(beside.known, "known from the baseline"),
    ];
    parts.into_iter().flatten().join("; ")
}

/// What fixes would come to: `3 would be fixed, 2 left`.
pub fn planned(report: &Report) -> String {
    let fixed = report.beside.fixed;
    let left = report.findings.len().saturating_sub(fixed);
    match (fixed, left) {
        (0, 0) => "no findings".to_owned(),
        (0, left) => format!("nothing would be fixed, {left} left"),
        (fixed, 0) => format!("{fixed} would be fixed, nothing left"),
        (fixed, left) => format!("{fixed} would be fixed, {left} left"),
    }
}

/// Where something is, for people: `stances/talks/north.ron:24:23`.
pub fn place(at: &Somewhere) -> String {
    let start = at.region.map(|region| region.start);
    let start = start.map(|start| format!(":{}:{}", start.line, start.column));
    [Some(at.file.text().to_owned()), start]
        .into_iter()
        .flatten()
        .join("")
}

fn table(findings: &[&Placed]) -> Table {
    let columns = ["level", "rule", "place", "finding"].map(Column::named);
    let mut table = Table::new("Findings", 1, columns.into());
    table.rows = findings.iter().map(|placed| row(placed)).collect();
    table
}

fn row(placed: &Placed) -> Row {
    let finding = placed.finding;
    let label = match finding.level {
        Level::Deny => Label::Caution,
        Level::Warn | Level::Allow => Label::Plain,
    };
    Row::Cells(vec![
        Cell::text(Line::of(label, finding.level.word())),
        Cell::text(finding.code.name),
        Cell::text(place(&placed.at)),
        Cell::text(finding.message.as_str()),
    ])
}
