//! How united groups are: those of the dossier, and the blocs that positions make.

pub mod cohesion;

use std::collections::BTreeMap;

use self::cohesion::Cohesion;
use super::blocs::nearness::{Nearness, towards};
use super::blocs::split::{Splits, splits};
use super::blocs::{Blocs, blocs};
use super::joint::Field;
use super::matrix::overall;
use super::pair::pairs;
use crate::dossier::Member;
use crate::measure::Measure;
use crate::outcome::verdict::Verdict;

/// Everything about groups and blocs.
#[derive(Debug)]
pub struct Groups<'a> {
    pub field: &'a Field<'a>,
    /// Groups and organisations in view, in the order of the scene.
    pub groups: Vec<Group<'a>>,
    /// What the blocs are made by, and how near their parties are at the least, in the
    /// terms of the measure.
    pub measure: &'static Measure,
    pub beyond: f64,
    pub blocs: Blocs,
    /// Of each bloc.
    pub cohesion: Vec<Cohesion>,
    pub splits: Splits,
    /// Of the two camps of each split.
    pub camps: Vec<[Cohesion; 2]>,
}

/// A group or organisation that lists members.
#[derive(Debug)]
pub struct Group<'a> {
    /// An index into the dossier's parties.
    pub party: usize,
    /// Members with a file, in view, in the order of the scene.
    pub members: Vec<usize>,
    /// Members with a file that are not in view.
    pub out_of_view: Vec<usize>,
    /// Members without a file.
    pub outsiders: Vec<&'a str>,
    pub cohesion: Cohesion,
    /// On how many issues a member and the group's own record can be compared.
    pub own: usize,
    /// Where a member does not agree with the group's own record, by issue.
    pub departures: Vec<Departure>,
}

/// A member that says something else than its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    pub member: usize,
    /// An index into the dossier's issues.
    pub issue: usize,
    /// Partial or conflict.
    pub verdict: Verdict,
}

/// Looks at all groups, and makes blocs by a measure: of parties that are nearer to
/// each other than `beyond`.
pub fn groups<'a>(field: &'a Field<'a>, measure: &'static Measure, beyond: f64) -> Groups<'a> {
    let scene = field.scene();
    let matrix = overall(field, measure);
    let nearness = Nearness::of(scene, measure, &matrix.scores);
    let blocs = blocs(&nearness, towards(measure, beyond));
    let splits = splits(&scene.focus.parties, &pairs(field));
    Groups {
        groups: (scene.focus.parties.iter())
            .filter(|party| !scene.dossier.parties[**party].members.is_empty())
            .map(|party| group(field, *party))
            .collect(),
        cohesion: (blocs.blocs.iter())
            .map(|bloc| Cohesion::of(field, bloc))
            .collect(),
        camps: (splits.splits.iter())
            .map(|split| (split.camps.each_ref()).map(|camp| Cohesion::of(field, camp)))
            .collect(),
        splits,
        field,
        measure,
        beyond,
        blocs,
    }
}

fn group<'a>(field: &'a Field<'a>, party: usize) -> Group<'a> {
    let scene = field.scene();
    let listed = &scene.dossier.parties[party];
    // A group that lists itself says nothing by that.
    let is_member = |other: &usize| *other != party && listed.has_member(*other);
    let members: Vec<usize> = (scene.focus.parties.iter().copied())
        .filter(is_member)
        .collect();
    let (own, departures) = departures(field, party, &members);
    Group {
        party,
        cohesion: Cohesion::of(field, &members),
        own,
        departures,
        out_of_view: (0..scene.dossier.parties.len())
            .filter(|other| is_member(other) && !members.contains(other))
            .collect(),
        outsiders: (listed.members.iter())
            .filter_map(|member| match member {
                Member::Outsider(name) => Some(name.as_str()),
                Member::Party(_) => None,
            })
            .collect(),
        members,
    }
}

/// On how many issues members can be compared with their group, and where they differ.
fn departures(field: &Field, group: usize, members: &[usize]) -> (usize, Vec<Departure>) {
    let compared = members.iter().flat_map(|member| {
        let joint = field.joint(group, *member);
        joint.map(|joint| Departure {
            member: *member,
            issue: joint.issue,
            verdict: joint.standing.verdict,
        })
    });
    let compared: Vec<Departure> = compared.collect();
    let issues = field.scene().focus.issues.iter().enumerate();
    let ranks: BTreeMap<usize, usize> = issues.map(|(rank, issue)| (*issue, rank)).collect();
    let mut differing: Vec<Departure> = (compared.iter().copied())
        .filter(|one| one.verdict != Verdict::Agree)
        .collect();
    differing.sort_by_key(|one| ranks.get(&one.issue));
    (compared.len(), differing)
}
