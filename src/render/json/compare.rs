//! `stances/compare/1`: every pair of parties, with its issues and linked results.

use serde::Serialize;

use super::lens::{Lens, lens};
use crate::compare::joint::{Joint, Tie};
use crate::compare::overview::Pairs;
use crate::compare::pair::Pair;
use crate::dossier::Dossier;
use crate::logic::linked::{Linked, LinkedVerdict};
use crate::outcome::verdict::Verdict;

#[derive(Serialize)]
struct Compare<'a> {
    schema: &'static str,
    lens: Lens,
    /// Every pair once, a < b by id, also with n = 0.
    pairs: Vec<PairOut<'a>>,
}

#[derive(Serialize)]
struct PairOut<'a> {
    a: &'a str,
    b: &'a str,
    n: usize,
    independent: usize,
    agree: usize,
    partial: usize,
    conflict: usize,
    issues: Vec<IssueOut<'a>>,
    linked: Vec<LinkedOut<'a>>,
}

#[derive(Serialize)]
struct IssueOut<'a> {
    issue: &'a str,
    verdict: &'static str,
    /// `null` where a condition keeps it open.
    distance: Option<f64>,
    independent: bool,
}

#[derive(Serialize)]
pub(super) struct LinkedOut<'a> {
    /// The number of the relation in the dossier's list, counted from 1.
    relation: usize,
    verdict: &'static str,
    /// The issue on which the two meet.
    issue: &'a str,
    /// From whose record the chain starts, and against whose it is held.
    from: End<'a>,
    to: End<'a>,
    /// The numbers of all relations in the chain.
    chain: Vec<usize>,
    because: Vec<&'a str>,
    /// Whether the two are compared on that issue directly, too. Such a result
    /// is not among the `+k` of a matrix.
    direct: bool,
}

#[derive(Serialize)]
struct End<'a> {
    party: &'a str,
    issue: &'a str,
}

/// The text of the answer.
pub fn draw(all: &Pairs) -> String {
    let scene = all.field.scene();
    let linked = all.linked_by_pair();
    let results = |pair: &Pair| linked.get(&(pair.a, pair.b)).map_or(&[][..], Vec::as_slice);
    super::text(&Compare {
        schema: "stances/compare/1",
        lens: lens(scene),
        pairs: (all.pairs.iter())
            .map(|pair| pair_out(all, pair, results(pair)))
            .collect(),
    })
}

fn pair_out<'a>(all: &'a Pairs, pair: &Pair, linked: &[&Linked]) -> PairOut<'a> {
    let dossier = all.field.scene().dossier;
    let joint = all.field.joint(pair.a, pair.b);
    PairOut {
        a: &dossier.parties[pair.a].id,
        b: &dossier.parties[pair.b].id,
        n: pair.n,
        independent: pair.independent,
        agree: pair.agree,
        partial: pair.partial,
        conflict: pair.conflict,
        issues: joint.map(|joint| issue_out(dossier, joint)).collect(),
        linked: linked
            .iter()
            .map(|linked| linked_out(dossier, linked))
            .collect(),
    }
}

fn issue_out(dossier: &Dossier, joint: Joint) -> IssueOut<'_> {
    IssueOut {
        issue: &dossier.issues[joint.issue].id,
        verdict: match joint.standing.verdict {
            Verdict::Agree => "agree",
            Verdict::Partial => "partial",
            Verdict::Conflict => "conflict",
        },
        distance: joint.standing.apart.map(|apart| apart.distance),
        independent: joint.tie == Tie::None,
    }
}

pub(super) fn linked_out<'a>(dossier: &'a Dossier, linked: &Linked) -> LinkedOut<'a> {
    let end = |(party, issue): (usize, usize)| End {
        party: &dossier.parties[party].id,
        issue: &dossier.issues[issue].id,
    };
    LinkedOut {
        relation: dossier.relations[linked.relation].number,
        verdict: match linked.verdict {
            LinkedVerdict::Agreement => "agreement",
            LinkedVerdict::Clash => "clash",
        },
        issue: &dossier.issues[linked.on].id,
        from: end(linked.from),
        to: end(linked.to),
        chain: linked
            .chain
            .iter()
            .map(|at| dossier.relations[*at].number)
            .collect(),
        because: linked
            .chain
            .iter()
            .map(|at| dossier.relations[*at].because.as_str())
            .collect(),
        direct: linked.repeats,
    }
}
