//! `stances/common-ground/1`: per issue what parties could accept together.

use serde::Serialize;

use super::ids;
use super::lens::{Lens, lens};
use super::outcome::{self, CommonOut, PositionOut};
use crate::compare::ground::{Ground, Stand};
use crate::dossier::Dossier;
use crate::dossier::scene::Scene;

#[derive(Serialize)]
struct Grounds<'a> {
    schema: &'static str,
    lens: Lens,
    parties: Vec<&'a str>,
    /// The most promising first.
    issues: Vec<IssueOut<'a>>,
}

#[derive(Serialize)]
struct IssueOut<'a> {
    issue: &'a str,
    area: &'a str,
    /// `open` (all who speak could accept something), `one-move` (they could if one
    /// of them moved), `closed`, or `too-few` (fewer than two speak).
    prospect: &'static str,
    speaking: Vec<&'a str>,
    /// Silent, or not to be compared.
    missing: Vec<&'a str>,
    /// `null` unless all who speak could accept something.
    common: Option<CommonOut<'a>>,
    /// The different positions with those who hold them.
    positions: Vec<StandOut<'a>>,
    /// Positions that exclude each other, as places in `positions`, from 0.
    opposed: Vec<(usize, usize)>,
    /// Parties whose move alone would open the issue.
    moves: Vec<MoveOut<'a>>,
    /// The largest groups that could accept something together where not all can.
    groups: Vec<GroupOut<'a>>,
    /// The party that stands against all others.
    alone: Option<&'a str>,
}

#[derive(Serialize)]
struct StandOut<'a> {
    position: PositionOut<'a>,
    condition: Option<&'a str>,
    parties: Vec<&'a str>,
}

#[derive(Serialize)]
struct MoveOut<'a> {
    party: &'a str,
    /// What all others could accept.
    to: CommonOut<'a>,
}

#[derive(Serialize)]
struct GroupOut<'a> {
    parties: Vec<&'a str>,
    common: CommonOut<'a>,
}

/// The text of the answer; the issues stand in the order given.
pub fn draw(scene: &Scene, grounds: &[Ground]) -> String {
    let dossier = scene.dossier;
    super::text(&Grounds {
        schema: "stances/common-ground/1",
        lens: lens(scene),
        parties: ids(dossier, &scene.focus.parties),
        issues: grounds
            .iter()
            .map(|ground| issue_out(dossier, ground))
            .collect(),
    })
}

fn issue_out<'a>(dossier: &'a Dossier, ground: &Ground<'a>) -> IssueOut<'a> {
    let issue = &dossier.issues[ground.issue];
    let common = |common| outcome::common(issue, common);
    IssueOut {
        issue: &issue.id,
        area: &dossier.areas[issue.area].id,
        prospect: ground.prospect().name(),
        speaking: ids(dossier, &ground.speaking),
        missing: ids(dossier, &ground.missing),
        common: ground.common.as_ref().map(common),
        positions: (ground.stands.iter())
            .map(|stand| stand_out(dossier, ground.issue, stand))
            .collect(),
        opposed: ground.opposed().collect(),
        moves: (ground.moves.iter())
            .map(|step| MoveOut {
                party: &dossier.parties[step.party].id,
                to: common(&step.to),
            })
            .collect(),
        groups: (ground.camps.iter())
            .map(|camp| GroupOut {
                parties: ids(dossier, &camp.parties),
                common: common(&camp.common),
            })
            .collect(),
        alone: ground
            .alone()
            .map(|party| dossier.parties[party].id.as_str()),
    }
}

fn stand_out<'a>(dossier: &'a Dossier, issue: usize, stand: &Stand<'a>) -> StandOut<'a> {
    StandOut {
        position: outcome::known(&dossier.issues[issue], stand.outcome),
        condition: stand.condition,
        parties: ids(dossier, &stand.parties),
    }
}
