//! `stances/diff/1`: what differs between two looks, and which pairs moved by it.

use serde::Serialize;

use super::lens::{Lens, lens};
use super::positions::{Record, record};
use crate::compare::diff::change::{Change, Kind, Side};
use crate::compare::diff::moved::{Moved, Step, Way};
use crate::compare::diff::{Diff, Only, Stale};
use crate::compare::pair::Pair;
use crate::compare::standing::Standing;
use crate::dossier::scene::Scene;
use crate::view::diff::Titles;
use crate::view::words;

#[derive(Serialize)]
struct DiffOut<'a> {
    schema: &'static str,
    before: LookOut<'a>,
    after: LookOut<'a>,
    /// How many positions differ in which way; every kind has its count.
    counts: serde_json::Map<String, serde_json::Value>,
    only_before: OnlyOut<'a>,
    only_after: OnlyOut<'a>,
    /// Issues with other levels, options or numbers to choose from.
    recast: Vec<&'a str>,
    /// By party, then by issue.
    changes: Vec<ChangeOut<'a>>,
    stale: Vec<StaleOut<'a>>,
    /// Pairs with other verdicts or distances on any issue; `a` < `b` by id.
    pairs: Vec<PairOut<'a>>,
}

#[derive(Serialize)]
struct LookOut<'a> {
    /// The revision or the folder; `null` where both looks are at one dossier as it is.
    version: Option<&'a str>,
    lens: Lens,
}

#[derive(Serialize)]
struct OnlyOut<'a> {
    parties: Vec<&'a str>,
    issues: Vec<&'a str>,
}

#[derive(Serialize)]
struct ChangeOut<'a> {
    party: &'a str,
    issue: &'a str,
    kind: &'static str,
    before: SideOut<'a>,
    after: SideOut<'a>,
    /// Between the two positions; `null` where that cannot be said.
    distance: Option<f64>,
    towards: Vec<TowardsOut<'a>>,
}

#[derive(Serialize)]
pub(super) struct SideOut<'a> {
    /// `held`, `undisclosed`, `withdrawn`, `contradictory` or `silent`.
    state: &'static str,
    records: Vec<Record<'a>>,
}

/// What a change does to the party's standing to another one.
#[derive(Serialize)]
struct TowardsOut<'a> {
    party: &'a str,
    /// `nearer`, `further`, or `null` where it cannot be said.
    way: Option<&'static str>,
    before: Option<StandingOut>,
    after: Option<StandingOut>,
}

#[derive(Serialize)]
struct StandingOut {
    verdict: &'static str,
    /// `null` where a condition keeps it open.
    distance: Option<f64>,
}

#[derive(Serialize)]
struct StaleOut<'a> {
    party: &'a str,
    issue: &'a str,
    record: Record<'a>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: &'a str,
    b: &'a str,
    /// `null` where one of the two is not in view.
    before: Option<NumbersOut>,
    after: Option<NumbersOut>,
    issues: Vec<StepOut<'a>>,
}

#[derive(Serialize)]
struct NumbersOut {
    n: usize,
    independent: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
}

#[derive(Serialize)]
struct StepOut<'a> {
    issue: &'a str,
    /// `null` where the two cannot be compared.
    before: Option<StandingOut>,
    after: Option<StandingOut>,
    /// The changes behind it; none where the issue itself is another.
    by: Vec<ByOut<'a>>,
}

#[derive(Serialize)]
struct ByOut<'a> {
    party: &'a str,
    kind: &'static str,
}

/// The text of the answer.
pub fn draw(diff: &Diff, titles: &Titles) -> String {
    let [before, after] = diff.scenes();
    super::text(&DiffOut {
        schema: "stances/diff/1",
        before: look(before, titles[0].as_deref()),
        after: look(after, titles[1].as_deref()),
        counts: counts(diff),
        only_before: only(diff, Only::Before),
        only_after: only(diff, Only::After),
        recast: issues(diff, &diff.recast),
        changes: diff.changes.iter().map(|one| change(diff, one)).collect(),
        stale: diff.stale.iter().map(|one| stale(diff, one)).collect(),
        pairs: diff.pairs.iter().map(|one| pair(diff, one)).collect(),
    })
}

fn look<'a>(scene: &Scene, version: Option<&'a str>) -> LookOut<'a> {
    LookOut {
        version,
        lens: lens(scene),
    }
}

fn counts(diff: &Diff) -> serde_json::Map<String, serde_json::Value> {
    let count = |kind: Kind| {
        let changes = diff.changes.iter().filter(|change| change.kind == kind);
        (kind.name().to_owned(), changes.count().into())
    };
    let stale = ("stale".to_owned(), diff.stale.len().into());
    Kind::ALL.map(count).into_iter().chain([stale]).collect()
}

fn only<'a>(diff: &Diff<'a>, only: Only) -> OnlyOut<'a> {
    let parties = diff.parties_only(only).into_iter();
    OnlyOut {
        parties: parties.map(|place| party(diff, place)).collect(),
        issues: issues(diff, &diff.issues_only(only)),
    }
}

fn party<'a>(diff: &Diff<'a>, place: usize) -> &'a str {
    &diff.union.parties[place].party(&diff.scenes()).id
}

fn issue<'a>(diff: &Diff<'a>, place: usize) -> &'a str {
    &diff.union.issues[place].issue(&diff.scenes()).id
}

fn issues<'a>(diff: &Diff<'a>, places: &[usize]) -> Vec<&'a str> {
    places.iter().map(|place| issue(diff, *place)).collect()
}

fn change<'a>(diff: &Diff<'a>, change: &Change) -> ChangeOut<'a> {
    let [before, after] = diff.scenes();
    ChangeOut {
        party: party(diff, change.party),
        issue: issue(diff, change.issue),
        kind: change.kind.name(),
        before: side(before, &change.before),
        after: side(after, &change.after),
        distance: change.distance,
        towards: (diff.towards(change).iter())
            .map(|(other, step)| towards(diff, *other, step))
            .collect(),
    }
}

/// What is said at one of the looks.
pub(super) fn side<'a>(scene: &Scene<'a>, side: &Side) -> SideOut<'a> {
    let records = side.records.iter();
    SideOut {
        state: side.state.map_or("silent", |state| state.name()),
        records: records
            .map(|at| record(scene, &scene.dossier.stances[*at]))
            .collect(),
    }
}

fn towards<'a>(diff: &Diff<'a>, other: usize, step: &Step) -> TowardsOut<'a> {
    TowardsOut {
        party: party(diff, other),
        way: match step.way() {
            Way::Nearer => Some("nearer"),
            Way::Further => Some("further"),
            Way::Open => None,
        },
        before: step.before.map(standing),
        after: step.after.map(standing),
    }
}

fn standing(standing: Standing) -> StandingOut {
    StandingOut {
        verdict: words::verdict(standing.verdict),
        distance: standing.apart.map(|apart| apart.distance),
    }
}

fn stale<'a>(diff: &Diff<'a>, stale: &Stale) -> StaleOut<'a> {
    let scene = diff.after.scene();
    StaleOut {
        party: party(diff, stale.party),
        issue: issue(diff, stale.issue),
        record: record(scene, &scene.dossier.stances[stale.record]),
    }
}

fn pair<'a>(diff: &Diff<'a>, pair: &Moved) -> PairOut<'a> {
    let ids = [pair.a, pair.b].map(|place| party(diff, place));
    let [a, b] = if ids[0] < ids[1] {
        ids
    } else {
        [ids[1], ids[0]]
    };
    PairOut {
        a,
        b,
        before: pair.before.map(numbers),
        after: pair.after.map(numbers),
        issues: (pair.steps.iter())
            .map(|step| self::step(diff, pair, step))
            .collect(),
    }
}

fn numbers(pair: Pair) -> NumbersOut {
    NumbersOut {
        n: pair.n,
        independent: pair.independent,
        agree: pair.agree,
        partial: pair.partial,
        conflict: pair.conflict,
    }
}

fn step<'a>(diff: &Diff<'a>, pair: &Moved, step: &Step) -> StepOut<'a> {
    let behind = pair.behind(step, &diff.changes).into_iter();
    StepOut {
        issue: issue(diff, step.issue),
        before: step.before.map(standing),
        after: step.after.map(standing),
        by: behind
            .map(|place| ByOut {
                party: party(diff, diff.changes[place].party),
                kind: diff.changes[place].kind.name(),
            })
            .collect(),
    }
}
