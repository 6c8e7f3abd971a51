//! `stances/groups/1`: how united groups are, which blocs positions make, and how all
//! fall into two camps.

use serde::Serialize;

use super::ids;
use super::lens::{Lens, lens};
use crate::compare::blocs::Join;
use crate::compare::blocs::nearness::towards;
use crate::compare::blocs::split::{Search, Split};
use crate::compare::groups::cohesion::Cohesion;
use crate::compare::groups::{Group, Groups};
use crate::compare::pair::Pair;
use crate::dossier::Dossier;
use crate::view::words;

#[derive(Serialize)]
struct GroupsOut<'a> {
    schema: &'static str,
    lens: Lens,
    parties: Vec<&'a str>,
    /// Groups and organisations that list members.
    groups: Vec<GroupOut<'a>>,
    blocs: BlocsOut<'a>,
    /// Two camps each, for parties that pairs tie to each other.
    splits: Vec<SplitOut<'a>>,
    /// Parties without a pair that agrees or conflicts more often than the other.
    in_no_split: Vec<&'a str>,
}

#[derive(Serialize)]
struct GroupOut<'a> {
    group: &'a str,
    /// Members with a file, in view.
    members: Vec<&'a str>,
    out_of_view: Vec<&'a str>,
    /// Members without a file, by name.
    outsiders: Vec<&'a str>,
    cohesion: CohesionOut<'a>,
    /// How often a member can be compared with the group's own record.
    own: usize,
    /// Where a member does not agree with the group's own record.
    differ: Vec<DepartureOut<'a>>,
}

#[derive(Serialize)]
struct DepartureOut<'a> {
    member: &'a str,
    issue: &'a str,
    verdict: &'static str,
}

/// All pairs among some parties together: `n = agree + partial + conflict`.
#[derive(Serialize)]
struct CohesionOut<'a> {
    pairs: usize,
    /// How many pairs have a joint issue.
    compared: usize,
    n: usize,
    independent: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
    /// How many of the n have a distance; closeness is 1 minus its mean.
    measured: usize,
    closeness: Option<f64>,
    /// The mean of Rice's index over `unity`.
    rice: Option<f64>,
    unity: Vec<UnityOut<'a>>,
}

#[derive(Serialize)]
struct UnityOut<'a> {
    issue: &'a str,
    rice: f64,
    /// How many take a side; two or more.
    n: usize,
}

#[derive(Serialize)]
struct BlocsOut<'a> {
    measure: &'static str,
    /// Joined are those who come to more than this, or less where the measure leans to
    /// conflict.
    beyond: f64,
    blocs: Vec<BlocOut<'a>>,
    alone: Vec<&'a str>,
    /// Without a value of the measure with anybody.
    unknown: Vec<&'a str>,
    /// Every join in its order, also those that make no bloc.
    joins: Vec<JoinOut<'a>>,
    /// As near as those that were joined, and left out by the order of ids alone.
    rivals: Vec<RivalOut<'a>>,
}

#[derive(Serialize)]
struct BlocOut<'a> {
    parties: Vec<&'a str>,
    cohesion: CohesionOut<'a>,
}

#[derive(Serialize)]
struct JoinOut<'a> {
    one: Vec<&'a str>,
    other: Vec<&'a str>,
    /// The mean over the joint issues of all pairs between the two.
    value: f64,
    n: usize,
    /// How many of these pairs have a joint issue.
    compared: usize,
    bloc: bool,
}

#[derive(Serialize)]
struct RivalOut<'a> {
    joined: &'a str,
    left: &'a str,
}

#[derive(Serialize)]
struct SplitOut<'a> {
    /// The second is empty where all are in one.
    camps: [Vec<&'a str>; 2],
    cohesion: [CohesionOut<'a>; 2],
    /// How much of the weight of all pairs does not fit.
    misfit: usize,
    weight: usize,
    misfits: Vec<PairOut<'a>>,
    /// Whether no split fits better; how many fit as well is `null` if that is unknown.
    exact: bool,
    as_good: Option<usize>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: &'a str,
    b: &'a str,
    n: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
}

/// The text of the answer.
pub fn draw(groups: &Groups) -> String {
    let scene = groups.field.scene();
    let dossier = scene.dossier;
    super::text(&GroupsOut {
        schema: "stances/groups/1",
        lens: lens(scene),
        parties: ids(dossier, &scene.focus.parties),
        groups: (groups.groups.iter())
            .map(|group| group_out(dossier, group))
            .collect(),
        blocs: blocs_out(groups),
        splits: (groups.splits.splits.iter().zip(&groups.camps))
            .map(|(split, camps)| split_out(dossier, split, camps))
            .collect(),
        in_no_split: ids(dossier, &groups.splits.neither),
    })
}

fn group_out<'a>(dossier: &'a Dossier, group: &Group<'a>) -> GroupOut<'a> {
    GroupOut {
        group: id(dossier, group.party),
        members: ids(dossier, &group.members),
        out_of_view: ids(dossier, &group.out_of_view),
        outsiders: group.outsiders.clone(),
        cohesion: cohesion_out(dossier, &group.cohesion),
        own: group.own,
        differ: (group.departures.iter())
            .map(|one| DepartureOut {
                member: id(dossier, one.member),
                issue: &dossier.issues[one.issue].id,
                verdict: words::verdict(one.verdict),
            })
            .collect(),
    }
}

fn cohesion_out<'a>(dossier: &'a Dossier, cohesion: &Cohesion) -> CohesionOut<'a> {
    CohesionOut {
        pairs: cohesion.pairs,
        compared: cohesion.compared,
        n: cohesion.n,
        independent: cohesion.independent,
        agree: cohesion.agree,
        partial: cohesion.partial,
        conflict: cohesion.conflict,
        measured: cohesion.measured,
        closeness: cohesion.closeness,
        rice: cohesion.mean_rice(),
        unity: (cohesion.unity.iter())
            .map(|one| UnityOut {
                issue: &dossier.issues[one.issue].id,
                rice: one.rice,
                n: one.n,
            })
            .collect(),
    }
}

fn blocs_out<'a>(groups: &Groups<'a>) -> BlocsOut<'a> {
    let dossier = groups.field.scene().dossier;
    let blocs = &groups.blocs;
    let of_blocs = blocs.blocs.iter().zip(&groups.cohesion);
    BlocsOut {
        measure: groups.measure.name,
        beyond: groups.beyond,
        blocs: of_blocs
            .map(|(parties, cohesion)| BlocOut {
                parties: ids(dossier, parties),
                cohesion: cohesion_out(dossier, cohesion),
            })
            .collect(),
        alone: ids(dossier, &blocs.alone),
        unknown: ids(dossier, &blocs.unknown),
        joins: (blocs.joins.iter())
            .map(|join| join_out(groups, dossier, join))
            .collect(),
        rivals: (blocs.rivals.iter())
            .map(|rival| RivalOut {
                joined: id(dossier, rival.joined),
                left: id(dossier, rival.left),
            })
            .collect(),
    }
}

fn join_out<'a>(groups: &Groups, dossier: &'a Dossier, join: &Join) -> JoinOut<'a> {
    JoinOut {
        one: ids(dossier, &join.one),
        other: ids(dossier, &join.other),
        value: towards(groups.measure, join.near.value),
        n: join.near.n,
        compared: join.near.pairs,
        bloc: join.holds,
    }
}

fn split_out<'a>(dossier: &'a Dossier, split: &Split, camps: &[Cohesion; 2]) -> SplitOut<'a> {
    SplitOut {
        cohesion: camps.each_ref().map(|camp| cohesion_out(dossier, camp)),
        camps: split.camps.each_ref().map(|camp| ids(dossier, camp)),
        misfit: split.misfit,
        weight: split.weight,
        misfits: (split.misfits.iter())
            .map(|pair| pair_out(dossier, pair))
            .collect(),
        exact: split.search != Search::Heuristic,
        as_good: match split.search {
            Search::Exact { as_good } => Some(as_good),
            Search::Heuristic => None,
        },
    }
}

fn pair_out<'a>(dossier: &'a Dossier, pair: &Pair) -> PairOut<'a> {
    PairOut {
        a: id(dossier, pair.a),
        b: id(dossier, pair.b),
        n: pair.n,
        agree: pair.agree,
        partial: pair.partial,
        conflict: pair.conflict,
    }
}

fn id(dossier: &Dossier, party: usize) -> &str {
    &dossier.parties[party].id
}
