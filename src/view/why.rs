//! The number between two parties, opened: issue by issue, then the sums, what
//! follows from relations, and what is not compared.

pub mod data;
mod records;
mod sums;

use itertools::Itertools;

use super::line::{Label, Line};
use super::matrix::figure::PercentFrom;
use super::{Block, View, lens, names, overview, words};
use crate::compare::joint::{Joint, Tie};
use crate::compare::why::{Missing, Opened, Unmet, Why};
use crate::dossier::scene::Scene;
use crate::logic::linked::{Linked, LinkedVerdict};
use crate::outcome::verdict::Verdict;

/// The whole answer, for people and, issue by issue, for spreadsheets.
pub fn view(why: &Why, percent: PercentFrom) -> View {
    let scene = why.field.scene();
    let mut blocks = vec![Block::Text(lens::line(scene))];
    if why.issue.is_none() {
        blocks.push(Block::Text(summary(why)));
        blocks.extend(why.opened.iter().flat_map(|opened| issue(why, opened)));
        blocks.extend(sums::blocks(why, percent));
    } else {
        blocks.extend(why.opened.iter().flat_map(|opened| issue(why, opened)));
    }
    blocks.extend(linked(why));
    if why.issue.is_none() {
        blocks.extend(not_compared(why));
    }
    let issues = why
        .issue
        .map_or_else(|| scene.focus.issues.clone(), |issue| vec![issue]);
    let hidden = scene.hidden_among(&[why.a, why.b], &issues);
    blocks.extend(lens::hidden(scene.dossier, &hidden).map(Block::Text));
    View {
        title: format!(
            "{} and {}: {}",
            name(scene, why.a),
            name(scene, why.b),
            overview::title(scene.dossier)
        ),
        blocks,
    }
}

fn name(scene: &Scene, party: usize) -> String {
    names::full(scene.dossier, party)
}

/// The counts in one sentence, and how many of them are independent facts.
fn summary(why: &Why) -> Line {
    let pair = &why.sums.pair;
    let of = words::count(why.sums.issues, "issue", "issues");
    if pair.n == 0 {
        return Line::of(
            Label::Caution,
            format!(
                "The two can be compared on none of {of}: there is no agreement and no conflict \
                 to count. Silence is not counted as either."
            ),
        );
    }
    let line = Line::plain(format!("Compared on {} of {of}: ", pair.n))
        .and(Label::Agree, format!("agree on {}", pair.agree))
        .and(Label::Plain, ", ")
        .and(Label::Partial, format!("partial on {}", pair.partial))
        .and(Label::Plain, ", ")
        .and(Label::Conflict, format!("conflict on {}", pair.conflict))
        .and(Label::Plain, ".");
    if pair.independent == pair.n {
        return line;
    }
    line.and(
        Label::Caution,
        format!(
            " Independent of each other on {} of {}.",
            pair.independent, pair.n
        ),
    )
}

/// One issue in full: what it asks, how the two stand, and both records.
fn issue(why: &Why, opened: &Opened) -> Vec<Block> {
    let scene = why.field.scene();
    let issue = &scene.dossier.issues[opened.issue];
    let verdict = opened
        .joint
        .map_or("no verdict", |joint| words::verdict(joint.standing.verdict));
    let area = &scene.dossier.areas[issue.area].name;
    let asks = Line::of(Label::Aside, format!("{area}. ")).and(Label::Plain, &issue.text);
    let mut table = records::table(scene, opened.issue, [why.a, why.b]);
    table.caption = match opened.joint {
        Some(joint) => stand(why, joint),
        None => no_verdict(why, opened.issue),
    };
    vec![
        Block::Heading(format!("{}: {verdict}", issue.id)),
        Block::Text(asks),
        Block::Table(table),
    ]
}

/// What a verdict is labelled as.
pub(super) fn verdict_label(verdict: Verdict) -> Label {
    match verdict {
        Verdict::Agree => Label::Agree,
        Verdict::Partial => Label::Partial,
        Verdict::Conflict => Label::Conflict,
    }
}

/// The verdict with its distance, and whether the two are independent facts.
fn stand(why: &Why, joint: Joint) -> Line {
    let label = verdict_label(joint.standing.verdict);
    let line = Line::of(label, capital(words::verdict(joint.standing.verdict)));
    let line = match joint.standing.apart {
        None => line.and(
            Label::Plain,
            ": a condition is not shared, so there is no distance",
        ),
        Some(_) if joint.standing.same => line.and(Label::Plain, ": the same position"),
        Some(apart) => line.and(
            Label::Plain,
            format!(
                ": distance {}, gap {}",
                words::decimal(apart.distance),
                words::decimal(apart.gap)
            ),
        ),
    };
    line.and(Label::Caution, tie(why, joint.tie))
}

/// What keeps the two positions from being independent facts; empty if nothing does.
fn tie(why: &Why, tie: Tie) -> String {
    let scene = why.field.scene();
    match tie {
        Tie::None => String::new(),
        Tie::Evidence => " · both rest on the same piece of evidence".into(),
        Tie::Membership => {
            let group = scene.dossier.parties[why.a].has_member(why.b);
            let (group, member) = if group {
                (why.a, why.b)
            } else {
                (why.b, why.a)
            };
            let (group, member) = (name(scene, group), name(scene, member));
            format!(" · {member} is a member of {group}")
        }
    }
}

fn no_verdict(why: &Why, issue: usize) -> Line {
    let reasons = why.unmet.iter().filter(|unmet| unmet.issue == issue);
    let reasons = reasons.map(|unmet| reasons_in_words(why, unmet)).join("; ");
    Line::of(Label::Caution, "No verdict").and(Label::Plain, format!(": {reasons}"))
}

/// Who is missing, and how: `Ukraine is silent`.
fn reasons_in_words(why: &Why, unmet: &Unmet) -> String {
    let scene = why.field.scene();
    let sides = [(why.a, unmet.a), (why.b, unmet.b)];
    let missing = sides
        .into_iter()
        .filter_map(|(party, missing)| Some(absent(&name(scene, party), missing?)));
    missing.collect::<Vec<_>>().join("; ")
}

fn absent(name: &str, missing: Missing) -> String {
    match missing {
        Missing::Silent => format!("{name} is silent"),
        Missing::OutsideLens => format!("no record of {name} counts under this lens"),
        Missing::Undisclosed => format!("the position of {name} is undisclosed"),
        Missing::Withdrawn => format!("{name} has withdrawn its position"),
        Missing::Unusable => format!("the record of {name} cannot be used"),
        Missing::Contradictory => format!("the records of {name} contradict each other"),
    }
}

/// What relations say about the two, with every step.
fn linked(why: &Why) -> Vec<Block> {
    if why.linked.is_empty() {
        return Vec::new();
    }
    let lines = why.linked.iter().map(|linked| link(why, linked));
    vec![
        Block::Heading("Linked results, in no count".into()),
        Block::List(lines.collect()),
    ]
}

fn link(why: &Why, linked: &Linked) -> Line {
    let scene = why.field.scene();
    let (kind, held) = match linked.verdict {
        LinkedVerdict::Agreement => ("Linked agreement", "is held beside"),
        LinkedVerdict::Clash => ("Linked clash", "is held against"),
    };
    let on = &scene.dossier.issues[linked.on].id;
    let [one, other] = [linked.from, linked.to].map(|(party, issue)| record(scene, party, issue));
    let repeats = if linked.repeats {
        format!(" This repeats what the two records on {on} show.")
    } else {
        String::new()
    };
    Line::of(Label::Linked, kind)
        .and(Label::Plain, " on ")
        .and(Label::Name, on)
        .and(
            Label::Plain,
            format!(": the record of {one} {held} that of {other}."),
        )
        .and(Label::Plain, steps(scene, linked))
        .and(Label::Aside, repeats)
}

/// A record at the end of a chain: `Russia on wartime-demands-met (+ support)`.
fn record(scene: &Scene, party: usize, issue: usize) -> String {
    let on = &scene.dossier.issues[issue];
    let said = scene.stance(party, issue);
    let said = said.map_or_else(String::new, |stance| {
        format!(" ({})", words::position(on, &stance.position))
    });
    format!("{} on {}{said}", name(scene, party), on.id)
}

/// Every relation of the chain as it stands in the file, and why. Which way round it
/// applies is left to the reader: an implication also says what follows from not
/// holding its conclusion.
fn steps(scene: &Scene, linked: &Linked) -> String {
    let steps = linked.chain.iter().map(|at| {
        let relation = &scene.dossier.relations[*at];
        format!(
            " Relation {}: {}, because: {}",
            relation.number,
            words::rule(scene.dossier, &relation.rule),
            words::sentence(&relation.because)
        )
    });
    steps.collect()
}

/// The issues on which the two cannot be compared, by reason.
fn not_compared(why: &Why) -> Vec<Block> {
    if why.unmet.is_empty() {
        return Vec::new();
    }
    let dossier = why.field.scene().dossier;
    let by_reason = why
        .unmet
        .iter()
        .into_group_map_by(|unmet| (unmet.a, unmet.b));
    let lines = by_reason
        .into_iter()
        .sorted_by_key(|(key, _)| *key)
        .map(|(_, all)| {
            let ids = all.iter().map(|unmet| &dossier.issues[unmet.issue].id);
            Line::of(Label::Caution, capital(&group(why, all[0])))
                .and(Label::Aside, format!(" ({}): ", all.len()))
                .and(Label::Plain, ids.format(", ").to_string())
        });
    vec![
        Block::Heading("Not compared".into()),
        Block::List(lines.collect()),
    ]
}

/// What issues have in common that are not compared for the same reason.
fn group(why: &Why, unmet: &Unmet) -> String {
    let only = |party| format!("only {} speaks", name(why.field.scene(), party));
    match (unmet.a, unmet.b) {
        (None, Some(Missing::Silent)) => only(why.a),
        (Some(Missing::Silent), None) => only(why.b),
        (Some(Missing::Silent), Some(Missing::Silent)) => "neither speaks".into(),
        _ => reasons_in_words(why, unmet),
    }
}

fn capital(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.chain(rest.clone()).collect()
}
