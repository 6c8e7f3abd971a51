//! `stances/why/1`: everything that the numbers of two parties rest on.

use serde::Serialize;

use super::compare::{LinkedOut, linked_out};
use super::lens::{Lens, lens};
use crate::compare::joint::Tie;
use crate::compare::why::{Missing, Opened, Sums, Unmet, Why, missing};
use crate::dossier::Proof;
use crate::dossier::scene::{Cell, Reason, Scene};
use crate::measure::{Measure, Score};
use crate::outcome::verdict::Verdict;
use crate::view::positions::under_revision;
use crate::view::words;

#[derive(Serialize)]
struct WhyOut<'a> {
    schema: &'static str,
    lens: Lens,
    a: &'a str,
    b: &'a str,
    /// The one issue asked for; sums and measures are then its own.
    issue: Option<&'a str>,
    issues: Vec<IssueOut<'a>>,
    sums: SumsOut,
    measures: Vec<MeasureOut>,
    linked: Vec<LinkedOut<'a>>,
    not_compared: Vec<UnmetOut<'a>>,
}

/// A joint issue, or the one asked for; without a verdict where it is not joint.
#[derive(Serialize)]
struct IssueOut<'a> {
    issue: &'a str,
    area: &'a str,
    text: &'a str,
    verdict: Option<&'static str>,
    /// `null` where a condition keeps it open.
    distance: Option<f64>,
    gap: Option<f64>,
    same: Option<bool>,
    independent: Option<bool>,
    /// Why the two are not independent: `evidence` or `membership`.
    tie: Option<&'static str>,
    a: SideOut<'a>,
    b: SideOut<'a>,
}

#[derive(Serialize)]
struct SideOut<'a> {
    /// `position` where it can be compared, else as in `not_compared`.
    says: &'static str,
    /// The group from which it is taken over.
    inherited_from: Option<&'a str>,
    /// Those that hold: one, or several that say the same or contradict each other.
    records: Vec<RecordOut<'a>>,
    left_out: Vec<LeftOut<'a>>,
}

#[derive(Serialize)]
struct RecordOut<'a> {
    /// Whose record it is: a group's where it is taken over.
    party: &'a str,
    position: String,
    condition: Option<&'a str>,
    firmness: &'static str,
    basis: &'static str,
    by: Option<&'a str>,
    since: String,
    until: Option<String>,
    date: &'static str,
    evidence: Vec<EvidenceOut<'a>>,
    under_revision: bool,
    gist: Option<&'a str>,
    quote: Option<&'a str>,
    note: Option<&'a str>,
    confidence: Option<f64>,
    confidential: bool,
}

#[derive(Serialize)]
struct EvidenceOut<'a> {
    source: &'a str,
    title: Option<&'a str>,
    at: Option<&'a str>,
}

/// A record that does not count.
#[derive(Serialize)]
struct LeftOut<'a> {
    /// The name of a count of the lens's `hidden`.
    reason: &'static str,
    record: RecordOut<'a>,
}

/// What the issues above add up to.
#[derive(Serialize)]
struct SumsOut {
    /// How many issues were looked at, joint or not.
    issues: usize,
    n: usize,
    independent: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
    same: usize,
    /// How many joint issues have a distance.
    measured: usize,
    distance: f64,
    squared_distance: f64,
    gap: f64,
}

#[derive(Serialize)]
struct MeasureOut {
    measure: &'static str,
    value: Option<f64>,
    n: usize,
    /// The numerator over `n` where the value is a count.
    count: Option<i64>,
}

/// An issue without a verdict: what each side lacks, `null` where it lacks nothing.
#[derive(Serialize)]
struct UnmetOut<'a> {
    issue: &'a str,
    area: &'a str,
    a: Option<&'static str>,
    b: Option<&'static str>,
}

/// The text of the answer.
pub fn draw(why: &Why) -> String {
    let scene = why.field.scene();
    let dossier = scene.dossier;
    super::text(&WhyOut {
        schema: "stances/why/1",
        lens: lens(scene),
        a: &dossier.parties[why.a].id,
        b: &dossier.parties[why.b].id,
        issue: why.issue.map(|issue| dossier.issues[issue].id.as_str()),
        issues: why.opened.iter().map(|opened| issue(why, opened)).collect(),
        sums: sums(&why.sums),
        measures: why.scores.iter().map(measure).collect(),
        linked: (why.linked.iter())
            .map(|linked| linked_out(dossier, linked))
            .collect(),
        not_compared: why.unmet.iter().map(|unmet| lacks(scene, unmet)).collect(),
    })
}

fn issue<'a>(why: &'a Why, opened: &Opened) -> IssueOut<'a> {
    let scene = why.field.scene();
    let issue = &scene.dossier.issues[opened.issue];
    let joint = opened.joint;
    let apart = joint.and_then(|joint| joint.standing.apart);
    IssueOut {
        issue: &issue.id,
        area: &scene.dossier.areas[issue.area].id,
        text: &issue.text,
        verdict: joint.map(|joint| match joint.standing.verdict {
            Verdict::Agree => "agree",
            Verdict::Partial => "partial",
            Verdict::Conflict => "conflict",
        }),
        distance: apart.map(|apart| apart.distance),
        gap: apart.map(|apart| apart.gap),
        same: joint.map(|joint| joint.standing.same),
        independent: joint.map(|joint| joint.tie == Tie::None),
        tie: joint.and_then(|joint| match joint.tie {
            Tie::None => None,
            Tie::Membership => Some("membership"),
            Tie::Evidence => Some("evidence"),
        }),
        a: side(scene, why.a, opened.issue),
        b: side(scene, why.b, opened.issue),
    }
}

fn side<'a>(scene: &Scene<'a>, party: usize, issue: usize) -> SideOut<'a> {
    let (group, records) = match scene.cell(party, issue) {
        Cell::Silent | Cell::Unusable => (None, Vec::new()),
        Cell::Contradictory(records) => (None, records.clone()),
        Cell::Held(held) => {
            let all = std::iter::once(held.stance).chain(held.repeated.iter().copied());
            (held.from_group, all.collect())
        }
    };
    SideOut {
        says: missing(scene, party, issue).map_or("position", lack),
        inherited_from: group.map(|group| scene.dossier.parties[group].id.as_str()),
        records: records.into_iter().map(|at| record(scene, at)).collect(),
        left_out: (scene.left_out(party, issue).into_iter())
            .map(|(at, why)| LeftOut {
                reason: reason(why),
                record: record(scene, at),
            })
            .collect(),
    }
}

fn record<'a>(scene: &Scene<'a>, at: usize) -> RecordOut<'a> {
    let dossier = scene.dossier;
    let stance = &dossier.stances[at];
    RecordOut {
        party: &dossier.parties[stance.party].id,
        position: words::bare_position(&dossier.issues[stance.issue], &stance.position),
        condition: stance.condition.as_deref(),
        firmness: stance.firmness.name(),
        basis: stance.basis.kind().name(),
        by: stance.basis.by(),
        since: stance.since.to_string(),
        until: stance.until.map(|until| until.to_string()),
        date: stance.dated.name(),
        evidence: (stance.evidence.iter())
            .map(|proof| evidence(scene, proof))
            .collect(),
        under_revision: under_revision(scene, stance),
        gist: stance.gist.as_deref(),
        quote: stance.quote.as_deref(),
        note: stance.note.as_deref(),
        confidence: stance.confidence,
        confidential: stance.confidential,
    }
}

fn evidence<'a>(scene: &Scene<'a>, proof: &'a Proof) -> EvidenceOut<'a> {
    let sources = &scene.dossier.sources;
    EvidenceOut {
        source: &proof.written.source,
        title: proof.source.map(|source| sources[source].title.as_str()),
        at: proof.written.at.as_deref(),
    }
}

fn sums(sums: &Sums) -> SumsOut {
    SumsOut {
        issues: sums.issues,
        n: sums.pair.n,
        independent: sums.pair.independent,
        agree: sums.pair.agree,
        partial: sums.pair.partial,
        conflict: sums.pair.conflict,
        same: sums.same,
        measured: sums.measured,
        distance: sums.distance,
        squared_distance: sums.squares,
        gap: sums.gap,
    }
}

fn measure((measure, score): &(&'static Measure, Score)) -> MeasureOut {
    MeasureOut {
        measure: measure.name,
        value: score.value.ok(),
        n: score.n,
        count: score.count,
    }
}

fn lacks<'a>(scene: &Scene<'a>, unmet: &Unmet) -> UnmetOut<'a> {
    let issue = &scene.dossier.issues[unmet.issue];
    UnmetOut {
        issue: &issue.id,
        area: &scene.dossier.areas[issue.area].id,
        a: unmet.a.map(lack),
        b: unmet.b.map(lack),
    }
}

fn lack(missing: Missing) -> &'static str {
    match missing {
        Missing::Silent => "silent",
        Missing::OutsideLens => "outside-lens",
        Missing::Undisclosed => "undisclosed",
        Missing::Withdrawn => "withdrawn",
        Missing::Unusable => "unusable",
        Missing::Contradictory => "contradictory",
    }
}

fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Basis => "basis",
        Reason::Source => "source",
        Reason::Confidence => "confidence",
        Reason::Future => "future",
        Reason::Possible => "possible",
        Reason::Ended => "ended",
        Reason::Replaced => "replaced",
        Reason::Weaker => "weaker",
    }
}
