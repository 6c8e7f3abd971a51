//! What stands out: clashes first, then common ground, what follows from
//! relations, silences, and what the lens hides.

use itertools::Itertools;

use super::lens;
use super::line::{Label, Line};
use super::words;
use crate::compare::ground::Ground;
use crate::compare::overview::Overview;
use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Dossier, Position};
use crate::logic::linked::{Linked, LinkedVerdict};
use crate::record::stance::Firmness;

/// How many entries of a kind are given before the rest is only counted.
const SHOWN: usize = 5;

/// Everything that stands out, one line each.
pub fn list(overview: &Overview) -> Vec<Line> {
    let scene = overview.pairs.field.scene();
    let mut lines = clashes(scene, &overview.grounds);
    lines.extend(common(scene, &overview.grounds));
    lines.extend(linked(scene.dossier, &overview.pairs.linked));
    lines.extend(apart(scene));
    lines.extend(silences(scene));
    lines.extend(lens::hidden(&scene.hidden));
    lines
}

/// Issues on which somebody excludes somebody, red lines first, then by how
/// firmly and by how many.
fn clashes(scene: &Scene, grounds: &[Ground]) -> Vec<Line> {
    let clashes: Vec<(Firmness, &Ground)> = (grounds.iter())
        .filter(|ground| !ground.opposed.is_empty())
        .map(|ground| (firmest(scene, ground), ground))
        .sorted_by_key(|(firmness, ground)| (*firmness, std::cmp::Reverse(ground.opposed.len())))
        .collect();
    let lines = clashes.iter().map(|(firmness, ground)| {
        let kind = if *firmness == Firmness::RedLine {
            "Red-line clash"
        } else {
            "Conflict"
        };
        Line::of(Label::Conflict, kind)
            .and(Label::Plain, " on ")
            .and(Label::Name, &scene.dossier.issues[ground.issue].id)
            .and(Label::Plain, format!(": {}", sides(scene, ground)))
    });
    let rest = clashes.len().saturating_sub(SHOWN);
    let more = (rest > 0).then(|| more(rest, "conflict", "conflicts"));
    lines.take(SHOWN).chain(more).collect()
}

/// The firmest of the positions that take part in a clash.
fn firmest(scene: &Scene, ground: &Ground) -> Firmness {
    let parties = ground.opposed.iter().flat_map(|(a, b)| [*a, *b]);
    let firmness = parties.filter_map(|party| Some(scene.stance(party, ground.issue)?.firmness));
    firmness.min().unwrap_or_default()
}

/// Who says what: `Russia de-jure (demand) | Ukraine, E3 none`.
fn sides(scene: &Scene, ground: &Ground) -> String {
    let issue = &scene.dossier.issues[ground.issue];
    let mut sides: Vec<(String, Vec<String>)> = Vec::new();
    for party in &ground.speaking {
        let Some(stance) = scene.stance(*party, ground.issue) else {
            continue;
        };
        let says = words::position(issue, &stance.position);
        let name = &scene.dossier.parties[*party].name;
        let who = match stance.firmness {
            Firmness::RedLine | Firmness::Demand => {
                format!("{name} ({})", words::firmness(stance.firmness))
            }
            _ => name.clone(),
        };
        match sides.iter_mut().find(|(said, _)| *said == says) {
            Some((_, parties)) => parties.push(who),
            None => sides.push((says, vec![who])),
        }
    }
    sides
        .iter()
        .map(|(says, who)| format!("{} {says}", who.join(", ")))
        .join(" | ")
}

/// Issues on which all who speak could accept something.
fn common(scene: &Scene, grounds: &[Ground]) -> Vec<Line> {
    let found = grounds
        .iter()
        .filter_map(|ground| Some((ground, ground.common.as_ref()?)));
    let found: Vec<_> = found
        .sorted_by_key(|(ground, _)| std::cmp::Reverse(ground.speaking.len()))
        .collect();
    let lines = found.iter().map(|(ground, common)| {
        let issue = &scene.dossier.issues[ground.issue];
        let open = if ground.conditional.is_empty() {
            ""
        } else {
            ", in part on a condition"
        };
        Line::of(Label::Agree, "Common ground")
            .and(Label::Plain, " on ")
            .and(Label::Name, &issue.id)
            .and(
                Label::Plain,
                format!(
                    ": {} ({}{open})",
                    words::common(issue, common),
                    names(scene.dossier, &ground.speaking),
                ),
            )
    });
    let rest = found.len().saturating_sub(SHOWN);
    let more = (rest > 0).then(|| {
        more(
            rest,
            "issue with common ground",
            "issues with common ground",
        )
    });
    lines.take(SHOWN).chain(more).collect()
}

/// One line for each relation that says something new, with all its pairs.
fn linked(dossier: &Dossier, linked: &[Linked]) -> Vec<Line> {
    let news = linked.iter().filter(|linked| !linked.repeats);
    let by_relation = news.into_group_map_by(|linked| (linked.relation, linked.verdict));
    let groups = by_relation.into_iter().sorted_by_key(|(key, _)| *key);
    groups
        .map(|((relation, verdict), pairs)| {
            let kind = match verdict {
                LinkedVerdict::Agreement => "Linked agreement",
                LinkedVerdict::Clash => "Linked clash",
            };
            let who = pairs.iter().map(|linked| pair(dossier, linked)).join("; ");
            Line::of(Label::Linked, kind)
                .and(Label::Plain, format!(", in no count: {who}. "))
                .and(Label::Aside, dossier.relations[relation].because.clone())
        })
        .collect()
}

fn pair(dossier: &Dossier, linked: &Linked) -> String {
    let side = |(party, issue): (usize, usize)| {
        format!(
            "{} by {}",
            dossier.parties[party].name, dossier.issues[issue].id
        )
    };
    format!("{} with {}", side(linked.from), side(linked.to))
}

/// What is known to exist and cannot be compared.
fn apart(scene: &Scene) -> Vec<Line> {
    let mut lines = Vec::new();
    for (party, issue) in scene
        .focus
        .parties
        .iter()
        .cartesian_product(&scene.focus.issues)
    {
        let what = match scene.cell(*party, *issue) {
            Cell::Contradictory(_) => "Contradictory",
            Cell::Held(held) => match scene.dossier.stances[held.stance].position {
                Position::Undisclosed => "Undisclosed",
                Position::Withdrawn => "Withdrawn",
                Position::Known(_) => continue,
            },
            Cell::Silent => continue,
        };
        lines.push((what, *party, *issue));
    }
    let by_kind = lines.into_iter().sorted().chunk_by(|(what, _, _)| *what);
    let said = by_kind.into_iter().map(|(what, places)| {
        let places = places.map(|(_, party, issue)| {
            format!(
                "{} on {}",
                scene.dossier.parties[party].name, scene.dossier.issues[issue].id
            )
        });
        Line::of(Label::Caution, what).and(Label::Plain, format!(": {}.", places.format("; ")))
    });
    said.collect()
}

fn silences(scene: &Scene) -> Vec<Line> {
    let dossier = scene.dossier;
    let mut lines = Vec::new();
    let silent: Vec<usize> = (scene.focus.parties.iter().copied())
        .filter(|party| !scene.speaks(*party))
        .collect();
    if !silent.is_empty() && !scene.focus.issues.is_empty() {
        let who = names(dossier, &silent);
        lines.push(
            Line::of(Label::Undefined, "Silent")
                .and(Label::Plain, format!(" on every issue: {who}.")),
        );
    }
    let speakers = |issue: usize| {
        scene
            .focus
            .parties
            .iter()
            .filter(|party| scene.comparable(**party, issue).is_some())
            .count()
    };
    let lonely = scene
        .focus
        .issues
        .iter()
        .filter(|issue| speakers(**issue) < 2)
        .count();
    if lonely > 0 && scene.focus.parties.len() > 1 {
        lines.push(Line::of(Label::Undefined, "Not comparable").and(
            Label::Plain,
            format!(
                ": {lonely} of {}, on which fewer than two parties have a position.",
                words::count(scene.focus.issues.len(), "issue", "issues"),
            ),
        ));
    }
    lines
}

fn more(count: usize, one: &str, many: &str) -> Line {
    Line::of(
        Label::Aside,
        format!(
            "and {} more: see `stances common-ground`",
            words::count(count, one, many)
        ),
    )
}

fn names(dossier: &Dossier, parties: &[usize]) -> String {
    let names: Vec<&str> = parties
        .iter()
        .map(|party| dossier.parties[*party].name.as_str())
        .collect();
    words::list(&names)
}
