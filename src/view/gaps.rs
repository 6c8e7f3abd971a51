//! Gaps: what to ask next, who has spoken and who has not, red lines without an
//! answer, and pairs that can hardly be compared.

pub mod data;

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
    blocks.extend(lens::hidden(&scene.hidden).map(Block::Text));
    blocks.extend(names::key(scene.dossier, &scene.focus.parties).map(Block::Text));
    View {
        title: format!("Gaps: {}", overview::title(scene.dossier)),
        blocks,
    }
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
    let scene = gaps.scene;
    let mut blocks = section(
        "What to ask next",
        questions(gaps, top),
        more(gaps.questions.len(), top, "question", "questions"),
    );
    if blocks.is_empty() {
        blocks.push(Block::Text(Line::plain(nothing_to_ask(gaps))));
    }
    let floors: Vec<&Floor> = gaps
        .floors
        .iter()
        .filter(|floor| is_shown(gaps, floor))
        .collect();
    blocks.extend(section(
        "Who has spoken, and who has not",
        heard(scene, &floors, top),
        more(floors.len(), top, "issue", "issues"),
    ));
    blocks.extend(red_lines(gaps, top));
    blocks.extend(section(
        "Pairs with few joint issues",
        pairs(gaps, top),
        more(gaps.thin.len(), top, "pair", "pairs"),
    ));
    blocks.extend(listed("Spoken, and not to be compared", unclear(gaps)));
    blocks.extend(unspoken(gaps).map(Block::Text));
    blocks.extend(silence::parties(scene).into_iter().map(Block::Text));
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
fn more(all: usize, top: Top, one: &str, many: &str) -> Option<Line> {
    let left = all.checked_sub(top.0).filter(|left| *left > 0)?;
    let left = match left {
        1 => format!("1 more {one}"),
        left => format!("{left} more {many}"),
    };
    Some(Line::of(
        Label::Aside,
        format!("{left}: see them with `--top {all}`."),
    ))
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

fn questions(gaps: &Gaps, top: Top) -> Table {
    let heads = [
        "ask",
        "about",
        "new pairs",
        "comparable with",
        "red line of",
        "so far",
    ];
    let mut table = Table::new("What to ask next", 2, heads.map(Column::named).into());
    let shown: Vec<(&Question, &Floor)> = (gaps.questions.iter().take(top.0))
        .filter_map(|question| Some((question, gaps.floor(question.issue)?)))
        .collect();
    let rows = shown
        .iter()
        .map(|(question, floor)| asking(gaps, question, floor));
    table.rows = rows.collect();
    let first = shown.iter().any(|(question, _)| question.first > 0);
    let first = first.then(|| format!("{FIRST} not comparable on any issue so far"));
    table.legend = legend(gaps.scene, first.into_iter().collect());
    table
}

fn asking(gaps: &Gaps, question: &Question, floor: &Floor) -> Row {
    let scene = gaps.scene;
    let code = |party: &usize| names::code(scene.dossier, *party).to_owned();
    let with = floor.speaking.iter().map(|other| {
        let sign = match gaps.joint.n(question.party, *other) {
            0 => FIRST,
            _ => "",
        };
        code(other) + sign
    });
    let heirs: Vec<String> = question.heirs.iter().map(code).collect();
    let heirs = match heirs.is_empty() {
        true => String::new(),
        false => format!(", and for {}", words::some(heirs.into_iter(), NAMED)),
    };
    Row::Cells(vec![
        Cell::text(Line::of(Label::Name, code(&question.party)).and(Label::Plain, heirs)),
        Cell::text(Line::of(
            Label::Name,
            &scene.dossier.issues[question.issue].id,
        )),
        Cell::count(question.pairs),
        codes(with),
        codes(floor.red_lines.iter().map(code)),
        Cell::text(told_voice(question.voice)),
    ])
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
        Voice::FromGroup => "by its group",
    }
}

fn codes(codes: impl Iterator<Item = String>) -> Cell {
    let codes: Vec<String> = codes.collect();
    match codes.len() {
        0 => nothing(),
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

/// What signs and codes mean.
fn legend(scene: &Scene, signs: Vec<String>) -> Vec<Line> {
    let nobody = format!("{} nobody", words::NOTHING);
    let signs = std::iter::once(nobody).chain(signs).join(" · ");
    let parties = names::codes(scene.dossier, scene.focus.parties.iter());
    std::iter::once(Line::of(Label::Aside, signs))
        .chain(parties)
        .collect()
}

/// Whether somebody has spoken to an issue, and somebody who is asked has not.
fn is_shown(gaps: &Gaps, floor: &Floor) -> bool {
    let mut others = floor.others.iter().map(|(party, _)| *party);
    let missed = others.any(|party| is_asked(gaps, party) && gaps.scene.speaks(party));
    missed && !floor.speaking.is_empty()
}

fn heard(scene: &Scene, floors: &[&Floor], top: Top) -> Table {
    let heads = ["issue", "has spoken", "could be asked", "besides"];
    let mut table = Table::new("Who has spoken", 1, heads.map(Column::named).into());
    table.rows = floors
        .iter()
        .take(top.0)
        .map(|floor| hearing(scene, floor))
        .collect();
    table.legend = legend(scene, Vec::new());
    table
}

/// Parties that are silent on every issue are told of below, once.
fn hearing(scene: &Scene, floor: &Floor) -> Row {
    let spoken = floor.speaking.iter().map(|party| {
        let code = names::code(scene.dossier, *party);
        match floor.red_lines.contains(party) {
            true => format!("{code} (red\u{a0}line)"),
            false => code.to_owned(),
        }
    });
    let others = || {
        floor
            .others
            .iter()
            .filter(|(party, _)| scene.speaks(*party))
    };
    let told = |(party, voice): &(usize, Voice)| {
        let code = names::code(scene.dossier, *party);
        match voice {
            Voice::Silent => code.to_owned(),
            other => format!("{code} {}", told_voice(*other)),
        }
    };
    Row::Cells(vec![
        Cell::text(Line::of(Label::Name, &scene.dossier.issues[floor.issue].id)),
        codes(spoken),
        codes(others().filter(|(_, voice)| voice.is_open()).map(told)),
        codes(others().filter(|(_, voice)| !voice.is_open()).map(told)),
    ])
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
    let more = more(bare.len(), top, "red line", "red lines");
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
    let signs = [
        format!("n joint issues, fewer than {FEW}"),
        format!("{} no single answer would do", words::NOTHING),
    ];
    let codes = names::codes(gaps.scene.dossier, gaps.scene.focus.parties.iter());
    table.legend = std::iter::once(Line::of(Label::Aside, signs.join(" · ")))
        .chain(codes)
        .collect();
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
