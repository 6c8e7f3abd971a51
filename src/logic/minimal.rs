//! All minimal contradictions among the members of a program, by a SAT solver.
//!
//! To go through sets that can hold together and mark them as such, as is usual
//! (MARCO, Liffiton et al., Constraints 21, 2016), takes ever longer where a party
//! is broken in many ways: there may be far more of them than contradictions. Here
//! the solver is asked for a *proof* instead: members, facts, and for each fact a
//! rule that gives it (Clark's completion). Rules that hold each other up in a
//! circle are no proof; when the solver comes with such, it is told that something
//! from outside has to support them (loop formulas: Lin and Zhao, Artificial
//! Intelligence 157, 2004). Each proof is shrunk to members none of which can be
//! spared, and a set that was found is not to be found again. When there is no
//! further proof, all have been found.

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use itertools::Itertools;

use super::proof::{Closure, Program};

/// How many proofs that hold themselves up are refuted before the search is given up.
const MOST_CIRCLES: usize = 10_000;

/// Minimal contradictions, as indices into the members.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Each in order.
    pub(super) sets: Vec<Vec<usize>>,
    /// Whether the search ended before it was known that there are no others.
    pub(super) more: bool,
}

/// What is known before the search.
#[derive(Debug, Default)]
pub(super) struct Bounds<'a> {
    /// Of each of these lists a set has one member at most.
    pub(super) one_of: &'a [Vec<usize>],
    /// Sets that are not to be found again.
    pub(super) known: &'a [Vec<usize>],
    /// How many sets to find at most.
    pub(super) most: usize,
}

/// The minimal contradictions within these bounds; deterministic.
pub(super) fn all(program: &Program, bounds: &Bounds) -> Found {
    let mut search = Search::new(program, bounds);
    let mut found = Found::default();
    let mut circles = 0;
    while let Some(counts) = search.next() {
        if found.sets.len() == bounds.most || circles == MOST_CIRCLES {
            found.more = true;
            break;
        }
        match program.minimal(counts.clone()) {
            Some(set) => {
                search.block(&set);
                found.sets.push(set);
            }
            None => {
                search.open_circles(&program.closure(&counts));
                circles += 1;
            }
        }
    }
    found
}

/// The search for proofs.
struct Search<'a> {
    program: &'a Program<'a>,
    solver: BasicSolver,
    members: Vec<Lit>,
    facts: Vec<Lit>,
    /// Whether a rule is part of the proof.
    rules: Vec<Lit>,
}

impl<'a> Search<'a> {
    fn new(program: &'a Program<'a>, bounds: &Bounds) -> Self {
        let mut solver = BasicSolver::default();
        // What need not be in a proof is tried without first: proofs are short.
        let mut some = |count: usize| -> Vec<Lit> {
            let literal = |_| Lit::new(solver.new_var(lbool::FALSE, true), true);
            (0..count).map(literal).collect()
        };
        let members = some(program.members.len());
        let facts = some(program.fact_count());
        let rules = some(program.rules.len());
        let mut search = Self {
            program,
            solver,
            members,
            facts,
            rules,
        };
        search.complete();
        for list in bounds.one_of {
            search.at_most_one(list);
        }
        for set in bounds.known {
            search.block(set);
        }
        search
    }

    /// What a proof is: a contradiction, and a rule for each fact it uses.
    fn complete(&mut self) {
        for (at, rule) in self.program.rules.iter().enumerate() {
            let needs = rule.from.iter().map(|fact| self.facts[*fact]);
            let needs = needs.chain(rule.by.map(|member| self.members[member]));
            for need in needs.collect::<Vec<Lit>>() {
                self.clause([!self.rules[at], need]);
            }
        }
        let mut contradictions = Vec::new();
        let mut support = vec![Vec::new(); self.facts.len()];
        for (rule, used) in self.program.rules.iter().zip(&self.rules) {
            match rule.to {
                Some(fact) => support[fact].push(*used),
                None => contradictions.push(*used),
            }
        }
        self.clause(contradictions);
        for (fact, rules) in support.into_iter().enumerate() {
            self.clause(std::iter::once(!self.facts[fact]).chain(rules));
        }
    }

    /// One by one along the list, so that long lists stay cheap.
    fn at_most_one(&mut self, list: &[usize]) {
        let mut earlier: Option<Lit> = None;
        for member in list {
            let member = self.members[*member];
            let upto = Lit::new(self.solver.new_var(lbool::FALSE, true), true);
            self.clause([!member, upto]);
            if let Some(earlier) = earlier {
                self.clause([!earlier, upto]);
                self.clause([!earlier, !member]);
            }
            earlier = Some(upto);
        }
    }

    fn block(&mut self, set: &[usize]) {
        let members = set.iter().map(|member| !self.members[*member]);
        self.clause(members.collect::<Vec<Lit>>());
    }

    /// The members of the next proof; nothing where there is none.
    fn next(&mut self) -> Option<Vec<bool>> {
        let found = self.solver.solve_limited(&[]) == lbool::TRUE;
        let counts = |member: &Lit| self.solver.value_lit(*member) == lbool::TRUE;
        found.then(|| self.members.iter().map(counts).collect())
    }

    /// Facts that the last proof takes for granted, though they do not follow from
    /// its members, need a rule that is given by something else.
    fn open_circles(&mut self, follows: &Closure) {
        let taken = |fact: &usize| self.solver.value_lit(self.facts[*fact]) == lbool::TRUE;
        let unfounded = |fact: usize| taken(&fact) && !follows.holds(fact);
        let circle: Vec<bool> = (0..self.facts.len()).map(unfounded).collect();
        let rules = self.program.rules.iter().zip(&self.rules);
        let from_outside = rules
            .filter(|(rule, _)| rule.to.is_some_and(|fact| circle[fact]))
            .filter(|(rule, _)| !rule.from.iter().any(|fact| circle[*fact]))
            .map(|(_, used)| *used)
            .collect_vec();
        for fact in circle.iter().positions(|is_part| *is_part).collect_vec() {
            let outside = from_outside.iter().copied();
            self.clause(std::iter::once(!self.facts[fact]).chain(outside));
        }
    }

    fn clause(&mut self, literals: impl IntoIterator<Item = Lit>) {
        let mut literals: Vec<Lit> = literals.into_iter().collect();
        self.solver.add_clause_reuse(&mut literals);
    }
}
