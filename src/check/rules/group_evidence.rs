//! A member's stance that is only what its group said.

use std::collections::BTreeMap;

use crate::check::case::Case;
use crate::check::groups::memberships;
use crate::check::rule::Rule;
use crate::check::voices::Voices;
use crate::dossier::{Basis, Position, Stance};
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::outcome::verdict::{Verdict, verdict};
use crate::syntax::amend::Amendment;

static CODE: Code = Code::warn(
    "group-evidence",
    "a member's stance rests on what its group said and on nothing else",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("group_evidence.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let copies = case.copies().iter();
    copies
        .map(|(at, of_group)| {
            let stances = &case.dossier.stances;
            finding(case, &stances[*at], &stances[*of_group])
        })
        .collect()
}

/// The stances of members that are only what their group said, with the first such of
/// a group. A rule asks [`Case::copies`] for them.
pub(in crate::check) fn copies(case: &Case) -> BTreeMap<usize, usize> {
    let mut copies = BTreeMap::new();
    for (group, member) in memberships(case.dossier) {
        let mut of_group: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for at in case.records_of(group) {
            let issue = case.dossier.stances[at].issue;
            of_group.entry(issue).or_default().push(at);
        }
        for at in case.records_of(member) {
            let on_issue = of_group.get(&case.dossier.stances[at].issue);
            let mut on_issue = on_issue.into_iter().flatten();
            if let Some(theirs) = on_issue.find(|theirs| is_copy(case, at, **theirs)) {
                copies.entry(at).or_insert(*theirs);
            }
        }
    }
    copies
}

fn is_copy(case: &Case, at: usize, of_group: usize) -> bool {
    let stances = &case.dossier.stances;
    let (mine, theirs) = (&stances[at], &stances[of_group]);
    has_its_voice(case.voices(), mine, theirs)
        && has_its_evidence(mine, theirs)
        && !conflict(case, mine, theirs)
}

/// Whether somebody says it who speaks for the group and not for the member, or both
/// have it from the same third party. What somebody does it does itself.
fn has_its_voice(voices: &Voices, mine: &Stance, theirs: &Stance) -> bool {
    let Some(by) = mine.basis.by() else {
        return false;
    };
    let of_group = voices.speaks_for(by, theirs.party);
    let reported = matches!(mine.basis, Basis::Attributed(_)) && mine.basis == theirs.basis;
    !voices.speaks_for(by, mine.party) && (of_group || reported)
}

/// Whether all its evidence is the group's: the same places of the same sources.
fn has_its_evidence(mine: &Stance, theirs: &Stance) -> bool {
    let shared = |piece| theirs.evidence.iter().any(|its| its.written == piece);
    let pieces = mine.evidence.iter().map(|proof| proof.written.clone());
    let mut placed = pieces.clone().map(|piece| piece.at.is_some());
    !mine.evidence.is_empty() && placed.all(|placed| placed) && pieces.into_iter().all(shared)
}

/// Whether the two cannot be the same thing said twice.
fn conflict(case: &Case, mine: &Stance, theirs: &Stance) -> bool {
    let space = case.dossier.issues[mine.issue].space;
    match (&mine.position, &theirs.position) {
        (Position::Known(one), Position::Known(other)) => {
            verdict(space, one, other) == Verdict::Conflict
        }
        _ => false,
    }
}

fn finding(case: &Case, mine: &Stance, theirs: &Stance) -> Finding {
    let (member, file) = case.party(mine.party);
    let group = case.party(theirs.party).0;
    let message = format!("this stance of `{member}` is only what its group `{group}` said");
    let remove = Amendment::Remove {
        route: case.route(mine),
    };
    Finding::new(&CODE, case.field(mine, "evidence"), message)
        .also(case.field(theirs, "evidence"), "the same place")
        .help(format!(
            "leave it to `{group}`, which hands it on with `--inherit`, or cite what `{member}` says itself"
        ))
        .fix(Fix::doubtful("take the stance out").amend(&file.file, remove))
}
