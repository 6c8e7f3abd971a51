//! What cannot hold together, against a reading that tries everything.
//!
//! Nothing here is shared with the program: an issue is a handful of points, what a
//! party may accept is every set of points that is not empty, one after the other,
//! and a set of records and relations is broken when none of all these suits it.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use proptest::prelude::*;
use stances::dossier::lens::Lens;
use stances::dossier::scene::history;
use stances::dossier::scene::{Cell, Scene};
use stances::dossier::{Dossier, Literal, Rule};
use stances::logic::chain::{Chain, Step};
use stances::logic::clash::{self, Clashes, Relations};
use stances::logic::sound;
use stances::outcome::degree::Degree;
use stances::outcome::{Outcome, Space};

use crate::harness::sketch::{Kind, Sketch, sketches};
use crate::harness::talks::{Talks, says};

/// Points of an issue, one bit each.
type Points = u16;

/// Records, then relations.
type Set = (Vec<usize>, Vec<usize>);

/// A dossier read by brute force.
struct Reading<'a> {
    dossier: &'a Dossier,
    /// The numbers that are named on each issue.
    ends: Vec<Vec<f64>>,
}

impl<'a> Reading<'a> {
    fn of(dossier: &'a Dossier) -> Self {
        let literals = (dossier.relations.iter())
            .flat_map(|relation| literals(&relation.rule))
            .map(|literal| (literal.issue, &literal.outcome));
        let records = dossier.stances.iter().filter_map(|stance| {
            let outcome = stance.unconditional()?;
            Some((stance.issue, outcome))
        });
        let mut ends = vec![Vec::new(); dossier.issues.len()];
        for (issue, outcome) in literals.chain(records) {
            ends[issue].extend(outcome.range().into_iter().flat_map(|r| [r.lo, r.hi]));
        }
        for (issue, ends) in ends.iter_mut().enumerate() {
            if let Space::Quantity { min, max, .. } = dossier.issues[issue].space {
                ends.extend([min, max]);
            }
            ends.sort_by(f64::total_cmp);
            ends.dedup();
        }
        Self { dossier, ends }
    }

    /// How many points there are: the five degrees, levels, options; of a quantity
    /// the named numbers and what lies between two of them.
    fn count(&self, issue: usize) -> u32 {
        match self.dossier.issues[issue].space {
            Space::Statement => 5,
            Space::Scale { levels } => levels as u32,
            Space::Quantity { .. } => self.ends[issue].len() as u32 * 2 - 1,
            Space::Choice { options } => options as u32,
        }
    }

    fn points(&self, issue: usize, accepts: impl Fn(u32) -> bool) -> Points {
        let accepted = (0..self.count(issue)).filter(|point| accepts(*point));
        accepted.map(|point| 1 << point).sum()
    }

    fn range(&self, issue: usize, lo: f64, hi: f64) -> Points {
        let at = |number: f64| match self.dossier.issues[issue].space {
            Space::Quantity { .. } => {
                let place = self.ends[issue].iter().position(|end| *end == number);
                place.unwrap() as u32 * 2
            }
            _ => number as u32,
        };
        self.points(issue, |point| at(lo) <= point && point <= at(hi))
    }

    /// A record says how firmly; a literal only names a side.
    fn record(&self, stance: usize) -> Option<(usize, Points)> {
        let stance = &self.dossier.stances[stance];
        let outcome = stance.unconditional()?;
        let points = match outcome {
            Outcome::Degree(degree) => {
                let degrees = [
                    Degree::Oppose,
                    Degree::LeanOppose,
                    Degree::Neutral,
                    Degree::LeanSupport,
                    Degree::Support,
                ];
                self.points(stance.issue, |point| degrees[point as usize] == *degree)
            }
            other => self.side(stance.issue, other),
        };
        Some((stance.issue, points))
    }

    fn literal(&self, literal: &Literal) -> (usize, Points) {
        (literal.issue, self.side(literal.issue, &literal.outcome))
    }

    fn side(&self, issue: usize, outcome: &Outcome) -> Points {
        match outcome {
            Outcome::Degree(degree) => match degree {
                Degree::Oppose | Degree::LeanOppose => 0b00011,
                Degree::Neutral => 0b00100,
                Degree::LeanSupport | Degree::Support => 0b11000,
            },
            Outcome::Range(range) => self.range(issue, range.lo, range.hi),
            Outcome::Options(options) => {
                self.points(issue, |point| options.contains(&(point as usize)))
            }
        }
    }

    /// Whether a relation holds for who accepts this.
    fn suits(&self, relation: usize, accepted: &[Points]) -> bool {
        let holds = |literal: &Literal| {
            let (issue, points) = self.literal(literal);
            accepted[issue] & !points == 0
        };
        match &self.dossier.relations[relation].rule {
            Rule::Implies {
                premise,
                conclusion,
            } => !holds(premise) || holds(conclusion),
            Rule::Excludes { one, other } => !(holds(one) && holds(other)),
        }
    }

    /// All that a party may accept of these issues: on each any points but none. On
    /// the other issues everything.
    fn all_on(&self, issues: &BTreeSet<usize>) -> Vec<Vec<Points>> {
        let any = |issue: usize| {
            let all: Points = (1 << self.count(issue)) - 1;
            if issues.contains(&issue) {
                (1..=all).collect_vec()
            } else {
                vec![all]
            }
        };
        let each = (0..self.dossier.issues.len()).map(any);
        each.multi_cartesian_product().collect()
    }
}

/// What suits whom: for everything that a party may accept the relations that hold.
struct World<'a> {
    reading: &'a Reading<'a>,
    relations: Vec<usize>,
    /// Those that the relations speak of.
    issues: BTreeSet<usize>,
    ways: Vec<(Vec<Points>, u32)>,
}

impl<'a> World<'a> {
    fn new(reading: &'a Reading, relations: Vec<usize>) -> Self {
        let issues = (relations.iter())
            .flat_map(|at| literals(&reading.dossier.relations[*at].rule))
            .map(|literal| literal.issue)
            .collect::<BTreeSet<usize>>();
        let way = |accepted: Vec<Points>| {
            let suits = (relations.iter())
                .positions(|relation| reading.suits(*relation, &accepted))
                .map(|at| 1 << at)
                .sum();
            (accepted, suits)
        };
        let ways = reading.all_on(&issues).into_iter().map(way).collect();
        Self {
            reading,
            relations,
            issues,
            ways,
        }
    }

    /// Every minimal set that no way suits, of records that do not contradict each
    /// other, and of relations.
    fn broken(&self, stances: &[usize]) -> BTreeSet<Set> {
        let position = |stance: usize| &self.reading.dossier.stances[stance].position;
        let place = |stance: usize| {
            let (issue, points) = self.reading.record(stance)?;
            // On issues that no relation speaks of anything can be accepted.
            self.issues
                .contains(&issue)
                .then_some((stance, issue, points))
        };
        let records = (stances.iter().filter_map(|stance| place(*stance)))
            .unique_by(|(stance, issue, _)| (*issue, format!("{:?}", position(*stance))))
            .collect_vec();
        let mut broken = BTreeSet::new();
        for chosen in records.iter().powerset() {
            if !chosen.iter().map(|(_, issue, _)| issue).all_unique() {
                continue;
            }
            let stances = chosen
                .iter()
                .map(|(stance, ..)| *stance)
                .sorted()
                .collect_vec();
            let suits = (self.ways.iter())
                .filter(|(way, _)| {
                    let inside =
                        |(_, issue, points): &&(usize, usize, Points)| way[*issue] & !points == 0;
                    chosen.iter().all(inside)
                })
                .map(|(_, suits)| *suits)
                .collect::<BTreeSet<u32>>();
            for set in (0..1_u32 << self.relations.len()).filter(|set| !fits(&suits, *set)) {
                broken.insert((stances.clone(), self.listed(set)));
            }
        }
        minimal(broken)
    }

    fn listed(&self, set: u32) -> Vec<usize> {
        let places = (0..self.relations.len()).filter(|at| set & (1 << at) != 0);
        places.map(|at| self.relations[at]).collect()
    }

    fn suits_where(&self, suits: impl Fn(&[Points]) -> bool) -> BTreeSet<u32> {
        let ways = self.ways.iter().filter(|(way, _)| suits(way));
        ways.map(|(_, suits)| *suits).collect()
    }

    fn holds(&self, literal: &Literal, way: &[Points]) -> bool {
        let (issue, points) = self.reading.literal(literal);
        way[issue] & !points == 0
    }
}

fn fits(suits: &BTreeSet<u32>, set: u32) -> bool {
    suits.iter().any(|suits| set & !suits == 0)
}

fn minimal(sets: BTreeSet<Set>) -> BTreeSet<Set> {
    let part = |one: &Set, other: &Set| {
        let inside = |one: &[usize], other: &[usize]| one.iter().all(|at| other.contains(at));
        one != other && inside(&one.0, &other.0) && inside(&one.1, &other.1)
    };
    (sets.iter())
        .filter(|set| !sets.iter().any(|other| part(other, set)))
        .cloned()
        .collect()
}

fn literals(rule: &Rule) -> [&Literal; 2] {
    match rule {
        Rule::Implies {
            premise,
            conclusion,
        } => [premise, conclusion],
        Rule::Excludes { one, other } => [one, other],
    }
}

/// A sketch that can be tried out: three issues, at most one of them with seven points.
fn small(mut sketch: Sketch) -> Sketch {
    sketch.issues.truncate(3);
    let issues = sketch.issues.len();
    let mut quantities = 0;
    for issue in &mut sketch.issues {
        quantities += usize::from(issue.kind == Kind::Quantity);
        if issue.kind == Kind::Quantity && quantities > 1 {
            issue.kind = Kind::Scale;
        }
    }
    for relation in &mut sketch.relations {
        relation.one.0 %= issues;
        relation.other.0 %= issues;
    }
    for stance in sketch
        .parties
        .iter_mut()
        .flat_map(|party| &mut party.stances)
    {
        stance.issue %= issues;
    }
    sketch
}

/// The days on which something may change in a sketch, and those after them.
const DAYS: [&str; 12] = [
    "2025-01-01",
    "2025-01-02",
    "2025-01-31",
    "2025-02-01",
    "2025-02-02",
    "2025-02-15",
    "2025-02-16",
    "2025-03-31",
    "2025-04-01",
    "2025-12-31",
    "2026-01-01",
    "2026-01-02",
];

fn scene<'a>(dossier: &'a Dossier, day: &str) -> Scene<'a> {
    let lens = Lens {
        as_of: Some(day.parse().unwrap()),
        ..Lens::default()
    };
    Scene::new(dossier, lens.on(dossier).unwrap())
}

/// The records that hold for a party, and those that contradict each other.
fn in_force(scene: &Scene, party: usize) -> Vec<usize> {
    let issues = 0..scene.dossier.issues.len();
    issues
        .flat_map(|issue| match scene.cell(party, issue) {
            Cell::Silent | Cell::Unusable => Vec::new(),
            Cell::Held(held) => vec![held.stance],
            Cell::Contradictory(records) => records.clone(),
        })
        .collect()
}

/// What the program says of a party: each set with its first day.
fn told(clashes: &Clashes) -> BTreeMap<Set, String> {
    let told = clashes.broken.iter().map(|broken| {
        let set = (broken.clash.stances.clone(), broken.clash.relations.clone());
        (set, broken.first.to_string())
    });
    told.collect()
}

/// Walks a chain: each step has to follow from those before it, and with the last
/// one nothing may be left.
fn check_chain(reading: &Reading, chain: &Chain, supposed: Option<&Literal>) {
    let issues = reading.dossier.issues.len();
    let mut left: Vec<Points> = (0..issues)
        .map(|issue| (1 << reading.count(issue)) - 1)
        .collect();
    let mut excluded = None;
    for step in &chain.steps {
        assert!(left.iter().all(|points| *points != 0), "a step too many");
        let holds = |left: &[Points], literal: &Literal| {
            let (issue, points) = reading.literal(literal);
            left[issue] & !points == 0
        };
        let (issue, points) = match step {
            Step::Supposes => reading.literal(supposed.unwrap()),
            Step::Holds(stance) => reading.record(*stance).unwrap(),
            Step::Implies(relation) => match &reading.dossier.relations[*relation].rule {
                Rule::Implies {
                    premise,
                    conclusion,
                } => {
                    assert!(holds(&left, premise));
                    reading.literal(conclusion)
                }
                Rule::Excludes { .. } => panic!("an exclusion told as an implication"),
            },
            Step::Excludes { relation, known } => {
                match &reading.dossier.relations[*relation].rule {
                    Rule::Excludes { one, other } => {
                        let [first, last] = known.sides(one, other);
                        assert!(holds(&left, first));
                        excluded = Some(last);
                        continue;
                    }
                    Rule::Implies { .. } => panic!("an implication told as an exclusion"),
                }
            }
        };
        left[issue] &= points;
    }
    if let Some(last) = excluded {
        let (issue, points) = reading.literal(last);
        assert!(left[issue] & !points == 0);
        assert_eq!(chain.on, issue);
    } else {
        assert_eq!(left[chain.on], 0);
    }
}

fn check_chain_members(chain: &Chain, stances: &[usize], relations: &[usize]) {
    let mut told: (Vec<usize>, Vec<usize>) = Default::default();
    for step in &chain.steps {
        match step {
            Step::Supposes => (),
            Step::Holds(stance) => told.0.push(*stance),
            Step::Implies(relation) | Step::Excludes { relation, .. } => told.1.push(*relation),
        }
    }
    told.0.sort_unstable();
    told.1.sort_unstable();
    assert_eq!((&*told.0, &*told.1), (stances, relations));
}

fn check_clashes(dossier: &Dossier) {
    let reading = Reading::of(dossier);
    let world = World::new(&reading, (0..dossier.relations.len()).collect());
    let relations = Relations::of(dossier);
    for party in 0..dossier.parties.len() {
        let mut expected = BTreeMap::new();
        let mut contradictions: BTreeMap<Vec<usize>, String> = BTreeMap::new();
        for day in DAYS {
            let scene = scene(dossier, day);
            let stances = in_force(&scene, party);
            let broken = world.broken(&stances);
            let (unsound, broken): (BTreeSet<_>, BTreeSet<_>) = broken
                .into_iter()
                .partition(|(stances, _)| stances.is_empty());
            drop(unsound);
            let found = relations.clashes_of(&stances);
            assert!(!found.more);
            let found = (found.clashes.into_iter())
                .map(|clash| (clash.stances, clash.relations))
                .collect_vec();
            assert_eq!(found, broken.iter().cloned().collect_vec());
            for set in broken {
                expected.entry(set).or_insert(day.to_owned());
            }
            for issue in 0..dossier.issues.len() {
                if let Cell::Contradictory(records) = scene.cell(party, issue) {
                    let records = records.iter().copied().sorted().collect_vec();
                    let is_part = |known: &Vec<usize>| records.iter().all(|at| known.contains(at));
                    if !contradictions.keys().any(is_part) {
                        contradictions.insert(records, day.to_owned());
                    }
                }
            }
        }
        let clashes = relations.clashes(party);
        assert_eq!(told(&clashes), expected);
        assert!(!clashes.more);
        let told = clashes.contradictions.iter();
        let told = told.map(|found| (found.stances.clone(), found.first.to_string()));
        assert_eq!(told.collect_vec(), contradictions.into_iter().collect_vec());
        for broken in &clashes.broken {
            let clash = &broken.clash;
            check_chain(&reading, &clash.chain, None);
            check_chain_members(&clash.chain, &clash.stances, &clash.relations);
        }
    }
}

fn check_history(dossier: &Dossier) {
    let scenes = DAYS.map(|day| (day, scene(dossier, day)));
    for party in 0..dossier.parties.len() {
        let histories = history::of(dossier, party);
        for (day, scene) in &scenes {
            for issue in 0..dossier.issues.len() {
                let states = histories.get(&issue).map_or(&[][..], Vec::as_slice);
                let begun = states
                    .iter()
                    .rev()
                    .find(|state| *state.since.to_string() <= **day);
                let cell = begun.map_or(&Cell::Silent, |state| &state.cell);
                assert_eq!(cell, scene.cell(party, issue));
            }
        }
    }
}

/// The literals that a relation waits for.
fn waits_for(rule: &Rule) -> Vec<&Literal> {
    match rule {
        Rule::Implies { premise, .. } => vec![premise],
        Rule::Excludes { one, other } => vec![one, other],
    }
}

fn check_sound(dossier: &Dossier) {
    let reading = Reading::of(dossier);
    let count = dossier.relations.len();
    let world = World::new(&reading, (0..count).collect());
    let sound = sound::of(dossier);
    assert!(!sound.more);
    let alone = world
        .broken(&[])
        .into_iter()
        .map(|(_, relations)| relations);
    let together = sound.contradictory.iter();
    assert_eq!(
        together.map(|set| set.relations.clone()).collect_vec(),
        alone.collect_vec()
    );
    for set in &sound.contradictory {
        check_chain(&reading, &set.chain, None);
        check_chain_members(&set.chain, &[], &set.relations);
    }
    if !sound.contradictory.is_empty() {
        assert!(sound.never.is_empty() && sound.redundant.is_empty());
        return;
    }
    let all = (1 << count) - 1;
    let mut never = BTreeSet::new();
    let mut sets = BTreeSet::new();
    for (at, relation) in dossier.relations.iter().enumerate() {
        for literal in waits_for(&relation.rule) {
            let suits = world.suits_where(|way| world.holds(literal, way));
            if !fits(&suits, all) {
                never.insert(at);
            }
            let dead = (0..=all).filter(|set| !fits(&suits, *set));
            sets.extend(dead.map(|set| (Vec::new(), world.listed(set))));
        }
    }
    assert_eq!(sound.never, never.iter().copied().collect_vec());
    let impossible = sound.impossible.iter();
    assert_eq!(
        impossible
            .map(|found| found.relations.clone())
            .collect_vec(),
        minimal(sets).into_iter().map(|(_, set)| set).collect_vec()
    );
    for found in &sound.impossible {
        assert_eq!(found.chain.steps[0], Step::Supposes);
        check_chain(&reading, &found.chain, Some(&found.literal));
        check_chain_members(&found.chain, &[], &found.relations);
    }
    check_redundant(&world, &sound, all);
}

fn check_redundant(world: &World, sound: &sound::Soundness, all: u32) {
    let follows = |relation: usize, from: u32| {
        let mut ways = world.ways.iter().filter(|(_, suits)| from & !suits == 0);
        ways.all(|(_, suits)| suits & (1 << relation) != 0)
    };
    let mask = |of: &[usize]| of.iter().map(|at| 1 << at).sum::<u32>();
    let gone = mask(
        &sound
            .redundant
            .iter()
            .map(|found| found.relation)
            .collect_vec(),
    );
    for found in &sound.redundant {
        let by = mask(&found.by);
        assert_eq!(by & gone, 0, "what is left says what goes");
        assert!(follows(found.relation, by));
        for spared in &found.by {
            assert!(!follows(found.relation, by & !(1 << spared)));
        }
    }
    for relation in 0..world.relations.len() {
        let kept = gone & (1 << relation) == 0 && !sound.never.contains(&relation);
        assert!(!kept || !follows(relation, all & !gone & !(1 << relation)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn clashes_are_those_that_brute_force_finds(sketch in sketches()) {
        check_clashes(&small(sketch).talks().loaded());
    }

    #[test]
    fn relations_are_as_sound_as_brute_force_finds(sketch in sketches()) {
        check_sound(&small(sketch).talks().loaded());
    }

    #[test]
    fn histories_are_those_of_scenes_day_by_day(sketch in sketches()) {
        check_history(&sketch.talks().loaded());
    }
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        let next = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = next.wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// A position on an issue of [`large`].
    fn position(&mut self, issue: usize) -> String {
        match issue % 3 {
            0 => ["Oppose", "Neutral", "LeanSupport", "Support"][self.below(4)].to_owned(),
            1 => {
                let options = 1 + self.below(6);
                let chosen = (0..3).filter(|at| options & (1 << at) != 0);
                format!(
                    "OneOf({:?})",
                    chosen.map(|at| ["x", "y", "z"][at]).collect_vec()
                )
            }
            _ => {
                let (one, other) = (self.below(3) * 10, self.below(3) * 10);
                format!("Between({}, {})", one.min(other), one.max(other))
            }
        }
    }

    fn relation(&mut self, talks: Talks, first: usize, count: usize) -> Talks {
        let [one, other] = [(); 2].map(|()| {
            let issue = first + self.below(count);
            (format!("i{issue}"), self.position(issue))
        });
        let (one, other) = ((&*one.0, &*one.1), (&*other.0, &*other.1));
        match self.below(3) {
            0 => talks.excludes(one, other),
            _ => talks.implies(one, other),
        }
    }
}

/// How many issues of [`large`] stand in parts of three with five relations each; the
/// others are linked across.
const IN_PARTS: usize = 150;

/// 300 issues, 500 relations, 60 parties with 100 records each.
fn large() -> Dossier {
    let mut dice = Dice(7);
    let mut talks = (0..300).fold(Talks::new(), |talks, issue| {
        let kind = [
            "Statement",
            r#"Choice(["x", "y", "z"])"#,
            r#"Quantity(unit: "men", min: 0, max: 20)"#,
        ];
        talks.issue(&format!("i{issue}"), kind[issue % 3])
    });
    for relation in 0..250 {
        talks = dice.relation(talks, relation / 5 * 3, 3);
        talks = dice.relation(talks, IN_PARTS, 300 - IN_PARTS);
    }
    for party in 0..60 {
        let records = (0..100).map(|at| {
            let issue = at * 3 + dice.below(3);
            says(&format!("i{issue}"), &dice.position(issue))
        });
        talks = talks.party(&format!("p{party}"), records.collect_vec());
    }
    talks.loaded()
}

#[test]
fn a_large_dossier_is_read_as_its_parts_are() {
    let dossier = large();
    let reading = Reading::of(&dossier);
    let told = clash::among(&dossier);
    assert!(told.iter().all(|clashes| !clashes.more));
    let broken = || told.iter().flat_map(|clashes| &clashes.broken);
    let part = |relation: usize| {
        let [literal, _] = literals(&dossier.relations[relation].rule);
        literal.issue / 3
    };
    let across = broken().filter(|broken| part(broken.clash.relations[0]) >= IN_PARTS / 3);
    assert!(across.count() > 100, "relations across are tried too");
    for broken in broken() {
        let clash = &broken.clash;
        check_chain(&reading, &clash.chain, None);
        check_chain_members(&clash.chain, &clash.stances, &clash.relations);
    }
    for tried in (0..IN_PARTS / 3).step_by(10) {
        let relations = (0..dossier.relations.len()).filter(|at| part(*at) == tried);
        let world = World::new(&reading, relations.collect());
        for party in 0..dossier.parties.len() {
            let own = dossier
                .stances
                .iter()
                .positions(|stance| stance.party == party && stance.issue / 3 == tried);
            let mut expected = world.broken(&own.collect_vec());
            expected.retain(|(stances, _)| !stances.is_empty());
            let found = told.iter().filter(|clashes| clashes.party == party);
            let found = found
                .flat_map(|clashes| &clashes.broken)
                .map(|broken| &broken.clash);
            let found = found.filter(|clash| part(clash.relations[0]) == tried);
            let found = found.map(|clash| (clash.stances.clone(), clash.relations.clone()));
            assert_eq!(found.collect::<BTreeSet<Set>>(), expected);
        }
    }
}
