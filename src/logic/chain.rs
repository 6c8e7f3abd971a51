//! Why positions and relations cannot hold together, step by step.

use itertools::Itertools;

use super::proof::{Member, Program, Rule};
use super::web::{Bound, Web};
use crate::dossier::Literal;

/// The steps of a derivation, in an order in which it can be told: each needs only
/// what stands before it, and with the last one nothing can hold any more.
///
/// "Holds X (stance 3), X implies Y (relation 2), Y excludes Z (relation 5), but
/// holds Z (stance 7)." Every stance and relation of the set has one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    pub steps: Vec<Step>,
    /// Where it breaks, as an index into the dossier's issues: the issue on which
    /// no outcome is left, or that of the side of an exclusion that is told last.
    pub on: usize,
}

/// A step of a derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Suppose that somebody holds the position of which it is to be shown that
    /// nobody can.
    Supposes,
    /// It holds what this record says: an index into the dossier's stances.
    Holds(usize),
    /// So far it holds the premise; so it is taken to hold the conclusion of this
    /// relation, an index into the dossier's. A premise that accepts whatever there
    /// is holds for everybody and needs no step before it.
    Implies(usize),
    /// So far it holds this side of the exclusion; the steps after this one come to
    /// the other side, unless that holds already.
    Excludes { relation: usize, known: Known },
}

/// A side of an exclusion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Known {
    One,
    Other,
}

impl Known {
    /// The side that is told first, and the other one.
    pub fn sides<'a>(self, one: &'a Literal, other: &'a Literal) -> [&'a Literal; 2] {
        match self {
            Known::One => [one, other],
            Known::Other => [other, one],
        }
    }
}

/// The chain of these members, which cannot hold together; nothing where they can.
pub(super) fn of(web: &Web, program: &Program, members: &[usize]) -> Option<Chain> {
    let counts: Vec<bool> = (0..program.members.len())
        .map(|member| members.contains(&member))
        .collect();
    let closure = program.closure(&counts);
    let end = &program.rules[closure.contradiction?];
    let tell = |facts: &[usize]| {
        let rules = closure.told(program, facts).into_iter();
        rules.filter_map(|rule| step(program, &program.rules[rule]))
    };
    if let Some(Member::Relation(relation)) = end.by.map(|at| program.members[at])
        && let Bound::Excludes { one, other } = &web.rules[relation]
    {
        let facts = [one, other].map(|side| program.facts_of(side));
        // A side that holds for everybody has no facts and is told last.
        let [of_one, of_other] =
            (facts.each_ref()).map(|facts| (closure.length(facts), !facts.is_empty()));
        let (known, first, last) = if of_other > of_one {
            (Known::Other, &facts[1], one)
        } else {
            (Known::One, &facts[0], other)
        };
        let excludes = Step::Excludes { relation, known };
        let steps = tell(first).chain([excludes]).chain(tell(&end.from));
        return Some(Chain {
            steps: supposition_first(steps),
            on: last.issue,
        });
    }
    Some(Chain {
        steps: supposition_first(tell(&end.from)),
        on: program.issue_of(*end.from.first()?),
    })
}

/// Each step once; what is only supposed needs nothing before it.
fn supposition_first(steps: impl Iterator<Item = Step>) -> Vec<Step> {
    let (supposed, others): (Vec<Step>, Vec<Step>) =
        steps.unique().partition(|step| *step == Step::Supposes);
    [supposed, others].concat()
}

/// What is told of a rule; nothing of how limits on one issue go together.
fn step(program: &Program, rule: &Rule) -> Option<Step> {
    match rule.by.map(|at| program.members[at]) {
        Some(Member::Stance(stance)) => Some(Step::Holds(stance)),
        Some(Member::Relation(relation)) => Some(Step::Implies(relation)),
        None => rule.from.is_empty().then_some(Step::Supposes),
    }
}
