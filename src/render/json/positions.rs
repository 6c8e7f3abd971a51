//! `stances/positions/1`: what each party says on each issue, and how it is known.

use serde::Serialize;

use super::lens::{Lens, lens};
use super::outcome::{self, IssueOut, PositionOut};
use crate::compare::holding::{Holding, holdings};
use crate::dossier::scene::{Held, Scene};
use crate::dossier::{Proof, Stance};
use crate::view::positions::under_revision;

#[derive(Serialize)]
struct Positions<'a> {
    schema: &'static str,
    lens: Lens,
    /// All parties in view, also the silent ones.
    parties: Vec<&'a str>,
    issues: Vec<IssueOut<'a>>,
    /// By issue, then by party. Silence is the absence of an entry; a party has
    /// several on one issue only where they contradict each other.
    positions: Vec<Entry<'a>>,
    /// The broken records in view: where there is one, silence cannot be told.
    unusable: Vec<UnusableOut<'a>>,
}

#[derive(Serialize)]
struct UnusableOut<'a> {
    party: &'a str,
    /// `null` where nobody can tell.
    issue: Option<&'a str>,
}

#[derive(Serialize)]
struct Entry<'a> {
    party: &'a str,
    issue: &'a str,
    /// `held`, `undisclosed`, `withdrawn` or `contradictory`.
    state: &'static str,
    #[serde(flatten)]
    record: Record<'a>,
    /// The group from which the party is taken to have it.
    inherited_from: Option<&'a str>,
    /// Other records of the same day that say the same.
    repeated: Vec<Record<'a>>,
    /// Records of weaker basis, which do not count beside a declared one.
    weaker: Vec<Record<'a>>,
    /// A later record, which the lens leaves out.
    later: Option<Record<'a>>,
}

#[derive(Serialize)]
pub(super) struct Record<'a> {
    /// `null` where its content is not known.
    position: Option<PositionOut<'a>>,
    condition: Option<&'a str>,
    firmness: &'static str,
    basis: &'static str,
    by: Option<&'a str>,
    since: String,
    until: Option<String>,
    /// Where the date comes from: `stated`, `inferred` or `external`.
    date: &'static str,
    evidence: Vec<Evidence<'a>>,
    under_revision: bool,
    gist: Option<&'a str>,
    confidence: Option<f64>,
    confidential: bool,
}

#[derive(Serialize)]
struct Evidence<'a> {
    source: &'a str,
    at: Option<&'a str>,
}

/// The text of the answer.
pub fn draw(scene: &Scene) -> String {
    let dossier = scene.dossier;
    let (issues, parties) = (scene.focus.issues.iter(), scene.focus.parties.iter());
    super::text(&Positions {
        schema: "stances/positions/1",
        lens: lens(scene),
        parties: parties
            .map(|party| dossier.parties[*party].id.as_str())
            .collect(),
        issues: issues
            .map(|issue| outcome::issue(dossier, *issue))
            .collect(),
        positions: (holdings(scene).iter())
            .map(|holding| entry(scene, holding))
            .collect(),
        unusable: (scene.unusable(&scene.focus.parties, &scene.focus.issues))
            .map(|record| UnusableOut {
                party: &dossier.parties[record.party].id,
                issue: record.issue.map(|issue| dossier.issues[issue].id.as_str()),
            })
            .collect(),
    })
}

fn entry<'a>(scene: &Scene<'a>, holding: &Holding<'a>) -> Entry<'a> {
    let dossier = scene.dossier;
    let held = holding.held;
    let records = |of: fn(&Held) -> &[usize]| {
        let records = held.map_or(&[][..], of).iter();
        records.map(|at| record(scene, &dossier.stances[*at]))
    };
    let group = held.and_then(|held| held.from_group);
    let later = held.and_then(|held| held.later);
    Entry {
        party: &dossier.parties[holding.party].id,
        issue: &dossier.issues[holding.issue].id,
        state: holding.state.name(),
        record: record(scene, holding.stance),
        inherited_from: group.map(|group| dossier.parties[group].id.as_str()),
        repeated: records(|held| &held.repeated).collect(),
        weaker: records(|held| &held.weaker).collect(),
        later: later.map(|at| record(scene, &dossier.stances[at])),
    }
}

pub(super) fn record<'a>(scene: &Scene<'a>, stance: &'a Stance) -> Record<'a> {
    let issue = &scene.dossier.issues[stance.issue];
    Record {
        position: outcome::position(issue, &stance.position),
        condition: stance.condition.as_deref(),
        firmness: stance.firmness.name(),
        basis: stance.basis.kind().name(),
        by: stance.basis.by(),
        since: stance.since.to_string(),
        until: stance.until.map(|until| until.to_string()),
        date: stance.dated.name(),
        evidence: stance.evidence.iter().map(evidence).collect(),
        under_revision: under_revision(scene, stance),
        gist: stance.gist.as_deref(),
        confidence: stance.confidence,
        confidential: stance.confidential,
    }
}

fn evidence(proof: &Proof) -> Evidence<'_> {
    Evidence {
        source: &proof.written.source,
        at: proof.written.at.as_deref(),
    }
}
