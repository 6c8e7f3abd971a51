//! Gaps: what to ask next, who has spoken and who has not, red lines without an
//! answer, and pairs that can hardly be compared.

pub mod data;

use std::collections::BTreeSet;

use itertools::Itertools;

use super::line::{Label, Line};
use super::table::{Cell, Column, Row, Table, Tone};
use super::{Block, View, lens, names, overview, silence, words};
use crate::compare::gaps::Gaps;
use crate::compare::gaps::floor::Floor;
use crate::compare::gaps::question::Question;
use crate::compare::gaps::red_line::RedLine;
use crate::compare::gaps::thin::{FEW, Thin};
use crate::compare::gaps::voice::Voice;
use crate::dossier::scene::Scene;

/// How many entries of each kind are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Top(pub usize);

/// How many parties are named in a cell before the rest is only counted.
const NAMED: usize = 12;

/// How many issues are named in a cell before the rest is only counted.
const ISSUES: usize = 2;

/// So few codes are not broken over lines.
const TOGETHER: usize = 4;

/// What marks a pair that could not be compared at all so far.
const FIRST: &str = "*";

/// The answer for people.
pub fn view(gaps: &Gaps, top: Top) -> View {
    let scene = gaps.scene;
    let mut blocks = vec![Block::Text(lens::line(scene))];
    blocks.extend(asked(gaps).map(Block::Text));
    match silence::nothing_in_view(scene) {
        Some(nothing) => blocks.push(Block::Text(nothing)),
        None => blocks.extend(told(gaps, top)),
    }
    blocks.extend(lens::hidden(scene.dossier, &scene.hidden).map(Block::Text));
    if names_parties(gaps, &blocks) {
        blocks.extend(names::key(scene.dossier, &scene.focus.parties).map(Block::Text));
    }
    View {
        title: format!("Gaps: {}", overview::title(scene.dossier)),
        blocks,
    }
}

/// Whether parties are named anywhere but in tables, which have legends of their own.
fn names_parties(gaps: &Gaps, blocks: &[Block]) -> bool {
    let is_list = |block: &Block| matches!(block, Block::List(_));
    gaps.asked.is_some() || blocks.iter().any(is_list) || !silence::parties(gaps.scene).is_empty()
}

fn asked(gaps: &Gaps) -> Option<Line> {
    let asked = names::list(gaps.scene.dossier, gaps.asked.as_ref()?);
    Some(
        Line::plain("Only what is open to ")
            .and(Label::Name, asked)
            .and(Label::Plain, "."),
    )
}

fn told(gaps: &Gaps, top: Top) -> Vec<Block> {
    let shown = rows(gaps, top);
    let left = gaps.questions.len() - shown.iter().map(|row| row.parties.len()).sum::<usize>();
    let mut blocks = section(
        "What to ask next",
        questions(gaps, &shown),
        more(left, "question", "questions"),
    );
    if blocks.is_empty() {
        blocks.push(Block::Text(Line::plain(nothing_to_ask(gaps))));
    }
    blocks.extend(red_lines(gaps, top));
    blocks.extend(section(
        "Pairs with few joint issues",
        pairs(gaps, top),
        more(gaps.thin.len().saturating_sub(top.0), "pair", "pairs"),
    ));
    blocks.extend(listed("Spoken, and not to be compared", unclear(gaps)));
    blocks.extend(unspoken(gaps).map(Block::Text));
    blocks.extend(silence::parties(gaps.scene).into_iter().map(Block::Text));
    blocks
}

/// A table under its heading, with what is left off; nothing where it has no rows.
fn section(heading: &str, table: Table, more: Option<Line>) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    let blocks = [Block::Heading(heading.into()), Block::Table(table)];
    blocks.into_iter().chain(more.map(Block::Text)).collect()
}

fn listed(heading: &str, lines: Vec<Line>) -> Vec<Block> {
    match lines.is_empty() {
        true => Vec::new(),
        false => vec![Block::Heading(heading.into()), Block::List(lines)],
    }
}

/// What is left off, and how to see it.
fn more(left: usize, one: &str, many: &str) -> Option<Line> {
    let left = match left {
        0 => return None,
        1 => format!("1 more {one}"),
        left => format!("{left} more {many}"),
    };
    let said = format!("{left}: see more of them with a larger `--top`.");
    Some(Line::of(Label::Aside, said))
}

fn nothing_to_ask(gaps: &Gaps) -> &'static str {
    let everybody = |floor: &Floor| floor.open().next().is_none();
    if gaps.scene.focus.parties.len() < 2 {
        "There is one party in view, so there is nobody to be compared with."
    } else if gaps.asked.is_none() && gaps.floors.iter().all(everybody) {
        "Every party in view has a position on every issue in view, as far as the lens shows them."
    } else {
        "No single answer would make a pair comparable on one more issue."
    }
}

/// Questions on one issue that are worth the same, so that any of the parties may
/// be asked.
struct Asking<'a> {
    parties: Vec<usize>,
    /// One of the questions.
    question: &'a Question,
    floor: &'a Floor,
    /// Those who have spoken, and are comparable with none of the parties so far.
    first: Vec<usize>,
}

/// So many rows of questions.
fn rows<'a>(gaps: &'a Gaps, top: Top) -> Vec<Asking<'a>> {
    let worth = |question: &&Question| (question.issue, question.pairs, question.first);
    let chunks = gaps.questions.iter().chunk_by(worth);
    let rows = chunks.into_iter().flat_map(|(_, alike)| {
        let mut rows: Vec<Asking> = Vec::new();
        for asking in alike.filter_map(|question| Asking::of(gaps, question)) {
            match rows.iter_mut().find(|row| row.is_like(&asking)) {
                Some(row) => row.parties.extend(asking.parties),
                None => rows.push(asking),
            }
        }
        rows
    });
    rows.take(top.0).collect()
}

impl<'a> Asking<'a> {
    fn of(gaps: &'a Gaps, question: &'a Question) -> Option<Self> {
        let floor = gaps.floor(question.issue)?;
        let is_first = |other: &usize| gaps.joint.n(question.party, *other) == 0;
        Some(Self {
            parties: vec![question.party],
            question,
            floor,
            first: question.with(floor).filter(is_first).collect(),
        })
    }

    /// Everybody who may be named in the row.
    fn named(&self) -> impl Iterator<Item = usize> + '_ {
        let parties = self.parties.iter().chain(&self.question.heirs);
        parties.chain(&self.floor.speaking).copied()
    }

    fn is_like(&self, other: &Self) -> bool {
        let heirless = self.question.heirs.is_empty() && other.question.heirs.is_empty();
        heirless && self.question.voice == other.question.voice && self.first == other.first
    }
}

fn questions(gaps: &Gaps, rows: &[Asking]) -> Table {
    let heads = ["ask one of", "about", "has spoken", "new pairs", "so far"];
    let mut table = Table::new("What to ask next", 2, heads.map(Column::named).into());
    table.rows = rows.iter().map(|row| asking(gaps, row)).collect();
    let first = rows.iter().any(|row| !row.first.is_empty());
    let signs = ["new pairs: pairs that one answer makes comparable on one issue more"];
    let first = first.then_some("*\u{a0}nothing joint so far with those to be asked");
    let signs = signs.into_iter().chain(first).join(" · ");
    let named = rows.iter().flat_map(Asking::named).collect();
    table.legend = legend(gaps.scene, signs, &named);
    table
}

fn asking(gaps: &Gaps, row: &Asking) -> Row {
    let dossier = gaps.scene.dossier;
    let code = |party: &usize| names::code(dossier, *party).to_owned();
    let heirs: Vec<String> = row.question.heirs.iter().map(code).collect();
    let asked = row.parties.iter().map(|party| match heirs.is_empty() {
        true => code(party),
        false => format!("{} for {}", code(party), words::list(&refs(&heirs))),
    });
    let spoken = row.floor.speaking.iter().map(|party| {
        let sign = if row.first.contains(party) { FIRST } else { "" };
        let red = row.floor.red_lines.contains(party);
        let red = if red { " (red\u{a0}line)" } else { "" };
        format!("{}{sign}{red}", code(party))
    });
    Row::Cells(vec![
        codes(asked),
        Cell::text(Line::of(
            Label::Name,
            &dossier.issues[row.question.issue].id,
        )),
        codes(spoken),
        Cell::count(row.question.pairs),
        Cell::text(told_voice(row.question.voice)),
    ])
}

fn refs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// What there is of a party so far, in words.
fn told_voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Speaks => "has spoken",
        Voice::Silent => "silent",
        Voice::Ended => "no longer in force",
        Voice::Undisclosed => "undisclosed",
        Voice::Withdrawn => "withdrawn",
        Voice::Contradictory => "contradictory",
        Voice::Hidden => "hidden by the lens",
        Voice::Unusable => "unusable",
        Voice::FromGroup => "known only through its group",
    }
}

fn codes(codes: impl Iterator<Item = String>) -> Cell {
    let codes: Vec<String> = codes.collect();
    match codes.len() {
        few if few <= TOGETHER => Cell::text(codes.join(",\u{a0}")),
        all if all <= NAMED + 1 => Cell::text(codes.join(", ")),
        all => Cell::text(format!(
            "{}, {} others",
            codes[..NAMED].join(", "),
            all - NAMED
        )),
    }
}

fn nothing() -> Cell {
    Cell {
        tone: Tone::Undefined,
        ..Cell::text(Line::of(Label::Undefined, words::NOTHING))
    }
}

/// What signs mean, and the codes of those who are named.
fn legend(scene: &Scene, signs: String, named: &BTreeSet<usize>) -> Vec<Line> {
    let parties = scene.focus.parties.iter();
    let parties = names::codes(scene.dossier, parties.filter(|party| named.contains(party)));
    std::iter::once(Line::of(Label::Aside, signs))
        .chain(parties)
        .collect()
}

/// Red lines that nobody has answered; where some are to be asked, those that one
/// of these has not.
fn red_lines(gaps: &Gaps, top: Top) -> Vec<Block> {
    let heading = match &gaps.asked {
        None => "Red lines that nobody has answered",
        Some(_) => "Red lines without an answer",
    };
    let is_bare = |line: &&RedLine| gaps.asked.is_some() || line.answered.is_empty();
    let bare: Vec<&RedLine> = gaps.red_lines.iter().filter(is_bare).collect();
    let lines = bare.iter().take(top.0).map(|line| red_line(gaps, line));
    let left = bare.len().saturating_sub(top.0);
    let more = more(left, "red line", "red lines");
    listed(heading, lines.chain(more).collect())
}

fn red_line(gaps: &Gaps, line: &RedLine) -> Line {
    let dossier = gaps.scene.dossier;
    let issue = &dossier.issues[line.issue];
    let says = gaps.scene.comparable(line.party, line.issue);
    let says = says.map_or(String::new(), |(outcome, condition)| {
        let condition = condition.map_or("", |_| ", on a condition");
        format!(": {}{condition}", words::told(issue, outcome))
    });
    let open = match &gaps.asked {
        None => String::new(),
        Some(_) => format!("; ask {}", names::list(dossier, &line.open)),
    };
    Line::of(Label::RedLine, names::called(dossier, line.party))
        .and(Label::Plain, " on ")
        .and(Label::Name, &issue.id)
        .and(Label::Plain, format!("{says}{open}."))
}

fn pairs(gaps: &Gaps, top: Top) -> Table {
    let heads = ["pair", "n", "one answer that would add to n"];
    let mut table = Table::new(
        "Pairs with few joint issues",
        1,
        heads.map(Column::named).into(),
    );
    table.rows = (gaps.thin.iter().take(top.0))
        .map(|pair| thin(gaps, pair))
        .collect();
    let unhelped = gaps.thin.iter().take(top.0).any(|pair| pair.answers() == 0);
    let unhelped = unhelped.then(|| format!("{} one answer is not enough", words::NOTHING));
    let few = format!("n joint issues, fewer than {FEW}");
    let signs = unhelped.into_iter().chain([few]).join(" · ");
    let named = gaps.thin.iter().take(top.0);
    let named = named.flat_map(|pair| [pair.a, pair.b]).collect();
    table.legend = legend(gaps.scene, signs, &named);
    table
}

fn thin(gaps: &Gaps, pair: &Thin) -> Row {
    let code = |party| names::code(gaps.scene.dossier, party);
    let answers = [(pair.a, &pair.ask_a), (pair.b, &pair.ask_b)];
    let answers = answers.into_iter().filter(|(_, issues)| !issues.is_empty());
    let answers = answers
        .map(|(party, issues)| {
            let issues = issues
                .iter()
                .map(|issue| gaps.scene.dossier.issues[*issue].id.clone());
            format!("{} on {}", code(party), words::some(issues, ISSUES))
        })
        .join("; ");
    let between = format!("{}\u{a0}–\u{a0}{}", code(pair.a), code(pair.b));
    Row::Cells(vec![
        Cell::text(Line::of(Label::Name, between)),
        Cell::count(pair.n),
        match answers.is_empty() {
            true => nothing(),
            false => Cell::text(answers),
        },
    ])
}

/// Positions that are there and cannot be compared, one line a kind.
fn unclear(gaps: &Gaps) -> Vec<Line> {
    let kinds = [
        ("Undisclosed", Voice::Undisclosed),
        ("Withdrawn", Voice::Withdrawn),
        ("Contradictory", Voice::Contradictory),
        ("No longer in force", Voice::Ended),
        ("Hidden by the lens", Voice::Hidden),
        ("Cannot be used", Voice::Unusable),
        ("Known only through a group", Voice::FromGroup),
    ];
    let lines = kinds.into_iter().map(|(kind, voice)| {
        let mut places = gaps.floors.iter().flat_map(|floor| {
            let who: Vec<usize> = floor
                .who(voice)
                .filter(|party| is_asked(gaps, *party))
                .collect();
            let issue = &gaps.scene.dossier.issues[floor.issue].id;
            let who = (!who.is_empty()).then(|| names::list(gaps.scene.dossier, &who));
            who.map(|who| format!("{who} on {issue}"))
        });
        (kind, places.join("; "))
    });
    let lines = lines.filter(|(_, places)| !places.is_empty());
    lines
        .map(|(kind, places)| {
            Line::of(Label::Undefined, kind).and(Label::Plain, format!(": {places}."))
        })
        .collect()
}

fn is_asked(gaps: &Gaps, party: usize) -> bool {
    (gaps.asked.as_ref()).is_none_or(|asked| asked.contains(&party))
}

/// Issues on which nobody in view has a comparable position.
fn unspoken(gaps: &Gaps) -> Option<Line> {
    let nobody = gaps.floors.iter().filter(|floor| floor.speaking.is_empty());
    let issues: Vec<&str> = nobody
        .map(|floor| gaps.scene.dossier.issues[floor.issue].id.as_str())
        .collect();
    let count = words::count(issues.len(), "issue", "issues");
    (!issues.is_empty()).then(|| {
        Line::of(Label::Undefined, "Nobody has a position").and(
            Label::Plain,
            format!(" on {count}: {}.", words::list(&issues)),
        )
    })
}
