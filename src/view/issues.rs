//! Issue by issue: who stands where, how the pairs turn out, and how far all who
//! speak are of one mind.

pub mod data;
mod settle;

use itertools::Itertools;

use self::settle::settle;
use super::ground::{absent, listed, nothing};
use super::line::{Label, Line};
use super::matrix::figure::PercentFrom;
use super::table::{Cell, Column, Note, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::compare::ground::Stand;
use crate::compare::issues::{Account, Sort, Voices};
use crate::dossier::Issue;
use crate::dossier::scene::Scene;
use crate::outcome::Space;

/// How many parties are named for a position before the rest is only counted.
const NAMED: usize = 12;

/// How the accounts are shown.
#[derive(Debug, Clone, Copy)]
pub struct Show {
    /// How they are sorted: areas have headings as long as they stand together.
    pub sort: Sort,
    pub percent: PercentFrom,
}

/// The answer for people; the issues stand in the order given.
pub fn view(scene: &Scene, accounts: &[Account], show: Show) -> View {
    let mut blocks = vec![Block::Text(lens::line(scene))];
    match silence::nothing_in_view(scene) {
        Some(nothing) => blocks.push(Block::Text(nothing)),
        None => blocks.extend(told(scene, accounts, show)),
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    View {
        title: format!("Issues: {}", overview::title(scene.dossier)),
        blocks,
    }
}

fn told(scene: &Scene, accounts: &[Account], show: Show) -> Vec<Block> {
    let (spoken, unspoken): (Vec<&Account>, Vec<&Account>) =
        (accounts.iter()).partition(|account| account.voices.silent < account.voices.parties);
    let mut blocks = vec![Block::Table(positions(scene, &spoken, show))];
    let line = settle(scene, &spoken);
    if !line.is_empty() {
        blocks.push(Block::Heading(
            "How far of one mind, and where the middle is".into(),
        ));
        blocks.extend(line);
    }
    blocks.extend(unspoken_line(scene, &unspoken).map(Block::Text));
    blocks.extend(silence::parties(scene).into_iter().map(Block::Text));
    blocks
}

const HEADS: [&str; 7] = [
    "issue",
    "who stands where",
    "no position",
    "comparable",
    "agree",
    "partial",
    "conflict",
];

fn positions(scene: &Scene, accounts: &[&Account], show: Show) -> Table {
    let mut table = Table::new("Issues", 1, HEADS.map(Column::named).into());
    table.rows = by_area(scene, accounts, show.sort, |account| {
        Row::Cells(row(scene, account, show.percent))
    });
    table.legend = legend(scene, accounts);
    table
}

/// A row for each, under the headings of their areas where the order is theirs.
fn by_area(
    scene: &Scene,
    accounts: &[&Account],
    sort: Sort,
    row: impl Fn(&Account) -> Row,
) -> Vec<Row> {
    let dossier = scene.dossier;
    let area = |account: &&&Account| dossier.issues[account.ground.issue].area;
    let mut rows = Vec::new();
    for (area, accounts) in &accounts.iter().chunk_by(area) {
        if sort == Sort::Given {
            rows.push(Row::Section(dossier.areas[area].name.clone()));
        }
        rows.extend(accounts.map(|account| row(account)));
    }
    rows
}

fn row(scene: &Scene, account: &Account, percent: PercentFrom) -> Vec<Cell> {
    let issue = &scene.dossier.issues[account.ground.issue];
    let verdicts = account.verdicts;
    let missing = account.ground.missing.iter();
    let missing = missing.filter(|party| scene.speaks(**party));
    let share = |count: usize, lean: f64| share(count, verdicts.n, lean, percent);
    vec![
        head(issue),
        stands(scene, account),
        absent(scene, missing.copied(), account.ground.issue),
        comparable(account.voices),
        share(verdicts.agree, 1.0),
        share(verdicts.partial, 0.0),
        share(verdicts.conflict, -1.0),
    ]
}

/// The id of an issue, with its wording behind it.
fn head(issue: &Issue) -> Cell {
    Cell {
        note: Some(Note(vec![Line::plain(&issue.text)])),
        ..Cell::text(Line::of(Label::Name, &issue.id))
    }
}

/// Each position with the codes of those who hold it.
fn stands(scene: &Scene, account: &Account) -> Cell {
    let issue = &scene.dossier.issues[account.ground.issue];
    let told = |stand: &Stand| {
        let mark = stand.condition.map_or("", |_| "\u{a0}?");
        let codes = stand
            .parties
            .iter()
            .map(|party| names::code(scene.dossier, *party));
        let who = some(codes.map(str::to_owned).collect());
        format!("{}{mark}: {who}", words::outcome(issue, stand.outcome))
    };
    listed(account.ground.stands.iter().map(told), "; ")
}

/// Codes; many are only counted.
fn some(codes: Vec<String>) -> String {
    match codes.len().saturating_sub(NAMED) {
        0 | 1 => codes.join(", "),
        others => format!("{} and {others} others", codes[..NAMED].join(", ")),
    }
}

fn comparable(voices: Voices) -> Cell {
    Cell {
        note: Some(Note(counts(voices).into_iter().map(Line::plain).collect())),
        ..Cell::text(Line::of(
            Label::Number,
            format!("{}/{}", voices.comparable, voices.parties),
        ))
    }
}

/// What the parties in view come to, each kind on a line.
fn counts(voices: Voices) -> Vec<String> {
    [
        (voices.declared, "declared"),
        (voices.attributed, "attributed"),
        (voices.conduct, "read from conduct"),
        (voices.conditional, "on a condition"),
        (voices.silent, "silent"),
        (voices.outside_lens, "with records outside the lens"),
        (voices.undisclosed, "undisclosed"),
        (voices.withdrawn, "withdrawn"),
        (voices.contradictory, "contradictory"),
        (voices.unusable, "with records that cannot be used"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| format!("{count} {what}"))
    .collect()
}

/// So many out of n, leaning to agreement (1) or to conflict (−1) by their share.
pub(super) fn share(count: usize, n: usize, lean: f64, percent: PercentFrom) -> Cell {
    if n == 0 {
        return nothing();
    }
    let value = count as f64 / n as f64;
    let told = Line::of(Label::Number, format!("{count}/{n}"));
    let percent = (n >= percent.0).then(|| format!(" {:.0}%", (100.0 * value).round()));
    Cell {
        value: value.into(),
        short: Some(told.to_string()),
        text: told.and(Label::Aside, percent.unwrap_or_default()),
        tone: match lean {
            0.0 => Tone::None,
            lean => Tone::Degree(lean * value),
        },
        ..Cell::default()
    }
}

fn legend(scene: &Scene, accounts: &[&Account]) -> Vec<Line> {
    let conditional = accounts
        .iter()
        .any(|account| account.ground.is_conditional());
    let mut signs = vec![
        "agree, partial, conflict: of the pairs that can be compared".to_owned(),
        format!("{} nobody, nothing to compare", words::NOTHING),
    ];
    signs.extend(conditional.then(|| "? on a condition".to_owned()));
    let signs = Line::of(Label::Aside, signs.join(" · "));
    let speaking = scene.focus.parties.iter();
    let speaking = speaking.filter(|party| scene.speaks(**party));
    std::iter::once(signs)
        .chain(names::codes(scene.dossier, speaking))
        .collect()
}

/// The issues on which nobody says anything.
fn unspoken_line(scene: &Scene, accounts: &[&Account]) -> Option<Line> {
    let ids: Vec<&str> = (accounts.iter())
        .map(|account| scene.dossier.issues[account.ground.issue].id.as_str())
        .collect();
    let count = words::count(ids.len(), "issue", "issues");
    (!ids.is_empty()).then(|| {
        Line::of(Label::Undefined, "Nobody has a record")
            .and(Label::Plain, format!(" on {count}: {}.", words::list(&ids)))
    })
}

/// Whether positions on it lie on a line.
fn has_line(issue: &Issue) -> bool {
    !matches!(issue.space, Space::Choice { .. })
}
