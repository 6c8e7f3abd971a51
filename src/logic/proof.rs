//! Some positions and relations as a set of rules, and proofs of a contradiction.
//!
//! Every rule says: where these limits hold, that limit holds too, or nothing can
//! hold at all. Rules of this form (Horn clauses) are decided by applying them as
//! long as they say something new; nothing has ever to be guessed.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use itertools::Itertools;

use super::limits::{self, Limit, Number};
use super::web::{Bound, Limits, Web};

/// Who is told to be part of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Member {
    /// An index into the dossier's stances.
    Stance(usize),
    /// An index into the dossier's relations.
    Relation(usize),
}

impl Member {
    pub(super) fn relation(self) -> Option<usize> {
        match self {
            Member::Stance(_) => None,
            Member::Relation(relation) => Some(relation),
        }
    }
}

/// Members, and what may not be left out, as rules over limits.
#[derive(Debug)]
pub(super) struct Program<'a> {
    web: &'a Web<'a>,
    /// Stances first, each list in order.
    pub(super) members: Vec<Member>,
    facts: BTreeMap<(usize, Limit), usize>,
    /// Of each fact.
    issues: Vec<usize>,
    pub(super) rules: Vec<Rule>,
    /// For each fact the rules that wait for it.
    waiting: Vec<Vec<usize>>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    /// The facts it needs, each once.
    pub(super) from: Vec<usize>,
    /// The fact it gives; nothing where it is a contradiction.
    pub(super) to: Option<usize>,
    /// An index into the members: whose rule it is. That of nobody is how limits on
    /// one issue go together, or what may not be left out.
    pub(super) by: Option<usize>,
}

/// What follows from some of the members.
#[derive(Debug)]
pub(super) struct Closure {
    /// For each fact that holds, the rule that gave it first.
    reasons: Vec<Option<usize>>,
    /// For each fact that holds, how many members' rules in a row lead up to it.
    lengths: Vec<usize>,
    /// The first rule that says that nothing can hold.
    pub(super) contradiction: Option<usize>,
}

impl<'a> Program<'a> {
    /// The rules of these members, given that somebody accepts nothing beyond `given`.
    /// Where there is a goal, it counts as a contradiction when that holds.
    pub(super) fn new(
        web: &'a Web<'a>,
        members: &BTreeSet<Member>,
        given: &[Limits],
        goal: Option<&Limits>,
    ) -> Self {
        let mut program = Self {
            web,
            members: members.iter().copied().collect(),
            facts: BTreeMap::new(),
            issues: Vec::new(),
            rules: Vec::new(),
            waiting: Vec::new(),
        };
        for limits in given {
            program.gives(&[], limits, None);
        }
        for (at, member) in members.iter().enumerate() {
            program.add(at, *member);
        }
        if let Some(goal) = goal {
            let from = program.all(goal);
            program.rule(from, None, None);
        }
        program.join_limits();
        program.waiting = vec![Vec::new(); program.facts.len()];
        for (at, rule) in program.rules.iter().enumerate() {
            for fact in &rule.from {
                program.waiting[*fact].push(at);
            }
        }
        program
    }

    pub(super) fn fact_count(&self) -> usize {
        self.facts.len()
    }

    /// Where these members stand; nothing where one of them is not among the members.
    pub(super) fn places<'b>(
        &self,
        members: impl IntoIterator<Item = &'b Member>,
    ) -> Option<Vec<usize>> {
        let place = |member: &Member| self.members.binary_search(member).ok();
        members.into_iter().map(place).collect()
    }

    /// The facts of these limits; all of them are known to the program.
    pub(super) fn facts_of(&self, limits: &Limits) -> Vec<usize> {
        let known =
            (limits.limits.iter()).filter_map(|limit| self.facts.get(&(limits.issue, *limit)));
        known.copied().collect()
    }

    /// The issue on which these facts stand.
    pub(super) fn issue_of(&self, fact: usize) -> usize {
        self.issues[fact]
    }

    fn add(&mut self, at: usize, member: Member) {
        let web = self.web;
        match member {
            Member::Stance(stance) => {
                let limits = web.record(stance).into_iter();
                limits.for_each(|limits| self.gives(&[], &limits, Some(at)));
            }
            Member::Relation(relation) => match &web.rules[relation] {
                Bound::Implies {
                    premise,
                    conclusion,
                } => {
                    let from = self.all(premise);
                    self.gives(&from, conclusion, Some(at));
                }
                Bound::Excludes { one, other } => {
                    let from = [self.all(one), self.all(other)].concat();
                    self.rule(from, None, Some(at));
                }
            },
        }
    }

    fn gives(&mut self, from: &[usize], limits: &Limits, by: Option<usize>) {
        for to in self.all(limits) {
            self.rule(from.to_vec(), Some(to), by);
        }
    }

    fn rule(&mut self, from: Vec<usize>, to: Option<usize>, by: Option<usize>) {
        let from = from.into_iter().sorted_unstable().dedup().collect();
        self.rules.push(Rule { from, to, by });
    }

    /// The facts of these limits.
    fn all(&mut self, limits: &Limits) -> Vec<usize> {
        let mut fact = |limit: &Limit| {
            let known = self.facts.entry((limits.issue, *limit));
            *known.or_insert_with(|| {
                self.issues.push(limits.issue);
                self.issues.len() - 1
            })
        };
        limits.limits.iter().map(&mut fact).collect()
    }

    /// How the limits on one issue go together.
    fn join_limits(&mut self) {
        let facts = std::mem::take(&mut self.facts);
        let by_issue = facts.iter().chunk_by(|((issue, _), _)| *issue);
        for (issue, facts) in &by_issue {
            let limits: Vec<(Limit, usize)> = facts.map(|((_, limit), at)| (*limit, *at)).collect();
            self.join_options(issue, &limits);
            self.join_numbers(issue, &limits);
        }
        drop(by_issue);
        self.facts = facts;
    }

    /// Nothing is left when every option is ruled out.
    fn join_options(&mut self, issue: usize, limits: &[(Limit, usize)]) {
        let options = limits
            .iter()
            .filter(|(limit, _)| matches!(limit, Limit::Not(_)));
        let options: Vec<usize> = options.map(|(_, fact)| *fact).collect();
        if !options.is_empty() && options.len() == limits::count(self.web.space(issue)) {
            self.rule(options, None, None);
        }
    }

    /// What is not below a number is not below a smaller one; likewise above. What
    /// is not below a number cannot lie at a smaller one or lower, unless the two
    /// are so near that they count as the same.
    fn join_numbers(&mut self, issue: usize, limits: &[(Limit, usize)]) {
        let number = |of: fn(&Limit) -> Option<Number>| -> Vec<(Number, usize)> {
            let numbers = limits.iter();
            let numbers = numbers.filter_map(|(limit, fact)| Some((of(limit)?, *fact)));
            numbers.collect()
        };
        let least = number(|limit| match limit {
            Limit::NotBelow(number) => Some(*number),
            _ => None,
        });
        let most = number(|limit| match limit {
            Limit::NotAbove(number) => Some(*number),
            _ => None,
        });
        for ((_, weaker), (_, stronger)) in least.iter().tuple_windows() {
            self.rule(vec![*stronger], Some(*weaker), None);
        }
        for ((_, stronger), (_, weaker)) in most.iter().tuple_windows() {
            self.rule(vec![*stronger], Some(*weaker), None);
        }
        let tolerance = self.web.space(issue).tolerance();
        for (least, from) in &least {
            let below = most.partition_point(|(most, _)| least.above(*most) > tolerance);
            if let Some((_, to)) = below.checked_sub(1).map(|last| most[last]) {
                self.rule(vec![*from, to], None, None);
            }
        }
    }

    /// What follows from those members that count, up to the first contradiction.
    pub(super) fn closure(&self, counts: &[bool]) -> Closure {
        let mut missing: Vec<usize> = self.rules.iter().map(|rule| rule.from.len()).collect();
        let mut closure = Closure {
            reasons: vec![None; self.facts.len()],
            lengths: vec![0; self.facts.len()],
            contradiction: None,
        };
        let free = |rule: &usize| missing[*rule] == 0;
        let mut ready: VecDeque<usize> = (0..self.rules.len()).filter(free).collect();
        while let Some(at) = ready.pop_front() {
            let rule = &self.rules[at];
            if rule.by.is_some_and(|member| !counts[member]) {
                continue;
            }
            let Some(fact) = rule.to else {
                closure.contradiction = Some(at);
                break;
            };
            if closure.reasons[fact].is_none() {
                closure.reasons[fact] = Some(at);
                closure.lengths[fact] = closure.length(&rule.from) + usize::from(rule.by.is_some());
                for next in &self.waiting[fact] {
                    missing[*next] -= 1;
                    if missing[*next] == 0 {
                        ready.push_back(*next);
                    }
                }
            }
        }
        closure
    }

    /// Of members that contradict each other as few as still do so: none of them can
    /// be spared. Nothing where these members can hold together.
    pub(super) fn minimal(&self, mut counts: Vec<bool>) -> Option<Vec<usize>> {
        let mut left = self.used(&counts)?;
        for member in left.clone() {
            if left.contains(&member) {
                counts = (0..counts.len())
                    .map(|other| other != member && left.contains(&other))
                    .collect();
                left = self.used(&counts).unwrap_or(left);
            }
        }
        Some(left.into_iter().collect())
    }

    /// The members that the first proof of a contradiction uses.
    fn used(&self, counts: &[bool]) -> Option<BTreeSet<usize>> {
        let closure = self.closure(counts);
        let end = closure.contradiction?;
        let told = closure.told(self, &self.rules[end].from).into_iter();
        let members = told.chain([end]).filter_map(|rule| self.rules[rule].by);
        Some(members.collect())
    }
}

impl Closure {
    pub(super) fn holds(&self, fact: usize) -> bool {
        self.reasons[fact].is_some()
    }

    /// How many members' rules, one after the other, lead up to all of these facts.
    pub(super) fn length(&self, facts: &[usize]) -> usize {
        let lengths = facts.iter().map(|fact| self.lengths[*fact]);
        lengths.max().unwrap_or(0)
    }

    /// The rules that lead up to these facts, in an order in which each needs only
    /// what stands before it. What takes more steps is told first, so that the end
    /// meets what is plain.
    pub(super) fn told(&self, program: &Program, facts: &[usize]) -> Vec<usize> {
        let mut order = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open = self.to_tell(facts);
        while let Some((rule, is_due)) = open.pop() {
            if is_due {
                order.push(rule);
            } else if seen.insert(rule) {
                open.push((rule, true));
                open.extend(self.to_tell(&program.rules[rule].from));
            }
        }
        order
    }

    /// The rules that gave these facts, the one to be told first at the end.
    fn to_tell(&self, facts: &[usize]) -> Vec<(usize, bool)> {
        let length = |fact: &&usize| (self.lengths[**fact], Reverse(**fact));
        let facts = facts.iter().sorted_by_key(length);
        let rules = facts.filter_map(|fact| self.reasons[*fact]);
        rules.map(|rule| (rule, false)).collect()
    }
}
