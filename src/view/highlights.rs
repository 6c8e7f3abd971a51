//! What stands out: clashes first, then common ground, what follows from
//! relations, silences, and what the lens hides.

use std::cmp::Reverse;

use itertools::Itertools;

use super::line::{Label, Line};
use super::{lens, names, silence, words};
use crate::compare::ground::{Ground, Prospect, Stand};
use crate::compare::overview::Overview;
use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Dossier, Position};
use crate::logic::linked::{Linked, LinkedVerdict};
use crate::record::stance::Firmness;

/// How many entries of a kind are given before the rest is only counted.
const SHOWN: usize = 5;

/// How many parties or issues are named in a list before the rest is only counted.
const NAMED: usize = 6;

/// Everything that stands out, one line each.
pub fn list(overview: &Overview) -> Vec<Line> {
    let scene = overview.pairs.field.scene();
    let mut lines = clashes(scene, &overview.grounds);
    lines.extend(apart_without_clash(scene, &overview.grounds));
    lines.extend(common(scene, &overview.grounds));
    lines.extend(linked(scene.dossier, &overview.pairs.linked));
    lines.extend(not_comparable(scene));
    lines.extend(silence::parties(scene));
    lines.extend(silence::issues(scene));
    lines.extend(lens::hidden(scene.dossier, &scene.hidden));
    if !lines.is_empty() {
        lines.extend(names::key(scene.dossier, &scene.focus.parties));
    }
    lines
}

/// Issues on which somebody excludes somebody, red lines first, then by how
/// firmly and by how many.
fn clashes(scene: &Scene, grounds: &[Ground]) -> Vec<Line> {
    let clashes: Vec<(Firmness, &Ground)> = (grounds.iter())
        .filter_map(|ground| Some((firmest(scene, ground)?, ground)))
        .sorted_by_cached_key(|(firmness, ground)| (*firmness, Reverse(ground.clashes())))
        .collect();
    let lines = clashes.iter().map(|(firmness, ground)| {
        let kind = match firmness {
            Firmness::RedLine => "Red-line clash",
            _ => "Conflict",
        };
        Line::of(Label::Conflict, kind)
            .and(Label::Plain, " on ")
            .and(Label::Name, &scene.dossier.issues[ground.issue].id)
            .and(Label::Plain, format!(". {}.", sides(scene, ground)))
    });
    let rest = clashes.len().saturating_sub(SHOWN);
    let more = (rest > 0).then(|| more(rest, "conflict", "conflicts", "common-ground"));
    lines.take(SHOWN).chain(more).collect()
}

/// The firmest of the positions that take part in a clash, if there is one.
fn firmest(scene: &Scene, ground: &Ground) -> Option<Firmness> {
    let stances = ground
        .clashing()
        .filter_map(|party| scene.stance(party, ground.issue));
    stances.map(|stance| stance.firmness).min()
}

/// Who says what: `Russia (demand): de-jure; E3 and Ukraine: none`.
fn sides(scene: &Scene, ground: &Ground) -> String {
    let side = |stand: &Stand| {
        let who = (stand.parties.iter()).map(|party| who(scene, *party, ground.issue));
        let condition = stand.condition.map_or("", |_| ", on a condition");
        let says = words::told(&scene.dossier.issues[ground.issue], stand.outcome);
        format!("{}: {says}{condition}", words::some(who, NAMED))
    };
    ground.stands.iter().map(side).join("; ")
}

/// A party, and how firmly it says what it says.
fn who(scene: &Scene, party: usize, issue: usize) -> String {
    let name = names::called(scene.dossier, party);
    match scene.stance(party, issue).map(|stance| stance.firmness) {
        Some(firmness @ (Firmness::RedLine | Firmness::Demand)) => {
            format!("{name} ({})", words::firmness(firmness))
        }
        _ => name.to_owned(),
    }
}

/// Issues on which no two exclude each other, and still nothing is common to all.
fn apart_without_clash(scene: &Scene, grounds: &[Ground]) -> Option<Line> {
    let apart = grounds.iter().filter(|ground| {
        let missed = matches!(ground.prospect(), Prospect::OneMove | Prospect::Closed);
        missed && ground.opposed().next().is_none()
    });
    let issues = apart.map(|ground| scene.dossier.issues[ground.issue].id.clone());
    let issues = words::some(issues, NAMED);
    (!issues.is_empty()).then(|| {
        Line::of(Label::Partial, "Neither conflict nor common ground")
            .and(Label::Plain, format!(" on {issues}."))
    })
}

/// What all who speak could accept, by who they are, the most first.
fn common(scene: &Scene, grounds: &[Ground]) -> Vec<Line> {
    let open = (grounds.iter()).filter(|ground| ground.prospect() == Prospect::Open);
    let by_parties = open.into_group_map_by(|ground| &ground.speaking);
    let groups: Vec<(&Vec<usize>, Vec<&Ground>)> = (by_parties.into_iter())
        .sorted_by_key(|(parties, found)| (Reverse(parties.len()), found[0].issue))
        .collect();
    let rest: usize = groups
        .iter()
        .skip(SHOWN)
        .map(|(_, found)| found.len())
        .sum();
    let more = (rest > 0).then(|| {
        let (one, many) = ("issue with common ground", "issues with common ground");
        more(rest, one, many, "common-ground")
    });
    let lines = groups.iter().map(|(parties, found)| {
        let found = found.iter().filter_map(|ground| accepted(scene, ground));
        Line::of(Label::Agree, "Common ground")
            .and(Label::Plain, format!(" of {}: ", everybody(scene, parties)))
            .and(Label::Plain, format!("{}.", words::some(found, NAMED)))
    });
    lines.take(SHOWN).chain(more).collect()
}

/// An issue with what could be accepted: `border (line-of-contact)`.
fn accepted(scene: &Scene, ground: &Ground) -> Option<String> {
    let issue = &scene.dossier.issues[ground.issue];
    let common = words::told_common(issue, ground.common.as_ref()?);
    let condition = if ground.is_conditional() {
        ", in part on a condition"
    } else {
        ""
    };
    Some(format!("{} ({common}{condition})", issue.id))
}

/// Parties by name, or in one word where they are all in view.
fn everybody(scene: &Scene, parties: &[usize]) -> String {
    match scene.focus.parties.len() {
        all if all != parties.len() => several(scene.dossier, parties),
        2 => "both parties".into(),
        all => format!("all {all} parties"),
    }
}

/// One line for each relation that says something new, with its pairs.
fn linked(dossier: &Dossier, linked: &[Linked]) -> Vec<Line> {
    let news = linked.iter().filter(|linked| !linked.repeats);
    let by_relation = news.into_group_map_by(|linked| (linked.relation, linked.verdict));
    let groups: Vec<_> = (by_relation.into_iter())
        .sorted_by_key(|(key, _)| *key)
        .collect();
    let rest: usize = (groups.iter().skip(SHOWN))
        .map(|(_, results)| results.len())
        .sum();
    let more = (rest > 0).then(|| more(rest, "linked result", "linked results", "why"));
    let lines = groups.iter().map(|((relation, verdict), results)| {
        let kind = match verdict {
            LinkedVerdict::Agreement => "Linked agreement",
            LinkedVerdict::Clash => "Linked clash",
        };
        let because = words::sentence(&dossier.relations[*relation].because);
        Line::of(Label::Linked, kind)
            .and(
                Label::Plain,
                format!(", in no count: {}. ", pairs(dossier, results)),
            )
            .and(Label::Aside, because)
    });
    lines.take(SHOWN).chain(more).collect()
}

/// Who is linked with whom: `Russia on claims with E3 and Ukraine on assets`; those
/// who are linked with the same parties stand together.
fn pairs(dossier: &Dossier, results: &[&Linked]) -> String {
    let ends = results
        .iter()
        .map(|linked| ((linked.from.1, linked.to.1, linked.from.0), linked.to.0));
    let together = (ends.into_group_map().into_iter().sorted())
        .map(|((on, against, from), others)| ((on, against, others), from))
        .into_group_map();
    let groups: Vec<_> = (together.into_iter())
        .map(|((on, against, others), from)| (from, on, others, against))
        .sorted()
        .collect();
    let (shown, rest) = groups.split_at(groups.len().min(SHOWN));
    let rest: usize = (rest.iter())
        .map(|(from, _, others, _)| from.len() * others.len())
        .sum();
    let said = shown.iter().map(|(from, on, others, against)| {
        let [on, against] = [on, against].map(|issue| &dossier.issues[*issue].id);
        let [from, others] = [from, others].map(|parties| several(dossier, parties));
        format!("{from} on {on} with {others} on {against}")
    });
    let more = (rest > 0).then(|| words::count(rest, "more pair", "more pairs"));
    said.chain(more).join("; ")
}

/// Parties by name, the first of them where they are many.
fn several(dossier: &Dossier, parties: &[usize]) -> String {
    let names = (parties.iter()).map(|party| names::called(dossier, *party).to_owned());
    words::some(names, NAMED)
}

/// What is known to exist and cannot be compared.
fn not_comparable(scene: &Scene) -> Vec<Line> {
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
            Cell::Silent | Cell::Unusable => continue,
        };
        lines.push((what, *party, *issue));
    }
    let by_kind = lines.into_iter().into_group_map_by(|(what, _, _)| *what);
    let said = by_kind.into_iter().sorted().map(|(what, places)| {
        Line::of(Label::Caution, what).and(Label::Plain, format!(": {}.", by_party(scene, &places)))
    });
    said.collect()
}

/// Who on what: `Russia on claims and border; E3 on assets`, cut where it is long.
fn by_party(scene: &Scene, places: &[(&str, usize, usize)]) -> String {
    let by_party = places.iter().map(|(_, party, issue)| (*party, *issue));
    let by_party: Vec<(usize, Vec<usize>)> =
        (by_party.into_group_map().into_iter()).sorted().collect();
    let (shown, rest) = by_party.split_at(by_party.len().min(NAMED));
    let rest: usize = rest.iter().map(|(_, issues)| issues.len()).sum();
    let said = shown.iter().map(|(party, issues)| {
        let issues = (issues.iter()).map(|issue| scene.dossier.issues[*issue].id.clone());
        let who = names::called(scene.dossier, *party);
        format!("{who} on {}", words::some(issues, NAMED))
    });
    let more = (rest > 0).then(|| format!("{rest} more"));
    said.chain(more).join("; ")
}

fn more(count: usize, one: &str, many: &str, command: &str) -> Line {
    let noun = if count == 1 { one } else { many };
    Line::of(
        Label::Aside,
        format!("{count} more {noun}: see `stances {command}`."),
    )
}
