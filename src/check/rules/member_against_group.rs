//! A member whose position conflicts with that of its group.

use crate::check::case::Case;
use crate::check::groups::memberships;
use crate::check::rule::Rule;
use crate::dossier::Stance;
use crate::dossier::scene::Scene;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::outcome::verdict::{Verdict, verdict};

static CODE: Code = Code::warn(
    "member-against-group",
    "a member's position conflicts with that of its group",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("member_against_group.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (group, member) in memberships(case.dossier) {
        let scene = case.scene();
        for issue in 0..case.dossier.issues.len() {
            findings.extend(conflict(case, scene, (group, member), issue));
        }
    }
    findings
}

/// As in every comparison, what is said on a condition conflicts only where both
/// state the same one.
fn conflict(
    case: &Case,
    scene: &Scene,
    (group, member): (usize, usize),
    issue: usize,
) -> Option<Finding> {
    let (its, condition) = scene.comparable(group, issue)?;
    let (mine, own_condition) = scene.comparable(member, issue)?;
    let space = case.dossier.issues[issue].space;
    let conflicts = condition == own_condition && verdict(space, its, mine) == Verdict::Conflict;
    conflicts.then_some(finding(
        case,
        scene.stance(member, issue)?,
        scene.stance(group, issue)?,
    ))
}

fn finding(case: &Case, mine: &Stance, its: &Stance) -> Finding {
    let issue = &case.dossier.issues[mine.issue].id;
    let (member, group) = (case.party(mine.party).0, case.party(its.party).0);
    let message = format!("`{member}` conflicts with its group `{group}` on `{issue}`");
    Finding::new(&CODE, case.field(mine, "position"), message)
        .also(case.field(its, "position"), "the group's position")
        .help("look at both records again")
        .help("where the member dissents: `// stances: allow(member-against-group) why` above it")
}
