//! The same dossier coded by several people: how far they found the same.
//!
//! Silence is no answer: where a coder has no record, there is nothing to compare.
//! Whether coders found something at all is counted apart from what they found.

use itertools::Itertools;

use super::diff::change::{Side, is_unusable};
use super::holding::State;
use super::joint::Field;
use super::pair::Pair;
use super::union::{Entry, Union, aligned};
use crate::dossier::Issue;
use crate::dossier::Position;
use crate::dossier::scene::Scene;
use crate::measure::spread::Score;
use crate::measure::spread::material::strata::{Stratum, alpha};
use crate::outcome::Outcome;
use crate::outcome::distance::distance;

/// Several codings of one dossier, held against each other.
#[derive(Debug)]
pub struct Coders<'a> {
    pub fields: &'a [Field<'a>],
    pub union: Union,
    /// Every place that two codings or more have in view and at which any coder has a
    /// record, by issue in the order of the areas, then by party.
    pub places: Vec<Place>,
    /// Over all issues.
    pub overall: Reliability,
    /// By area, in the order in which issues name them.
    pub areas: Vec<(String, Reliability)>,
    /// Between each two coders, over all issues.
    pub between: Vec<Between>,
    /// The pairs of parties whose counts are not the same in all codings.
    pub pairs: Vec<Differing>,
}

/// What the coders have of one party on one issue.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Places in the union.
    pub party: usize,
    pub issue: usize,
    /// By coder.
    pub sides: Vec<Side>,
    /// How many codings have both the party and the issue; two or more.
    pub able: usize,
    /// By coder: the position on the issue as the last coding has it; nothing where it
    /// is not known, or where that issue has no such level or option.
    answers: Vec<Option<Answer>>,
    pub difference: Difference,
    /// The largest distance between two of the positions; nothing with fewer than two.
    pub distance: Option<f64>,
}

/// A position, and whether it depends on something. What it depends on is told in each
/// coder's own words, which cannot be compared.
#[derive(Debug, Clone, PartialEq)]
struct Answer {
    outcome: Outcome,
    conditional: bool,
}

/// In what the coders differ at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Difference {
    /// All of them have the same.
    None,
    /// Only some of them found something; these found the same.
    Presence,
    /// The position is the same, and for some of them it depends on something.
    Condition,
    /// For some of them it is not known, withdrawn, or they contradict themselves.
    State,
    Position,
}

/// How far the coders found the same on some issues.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliability {
    /// Krippendorff's alpha of the positions, question by question, with the squared
    /// distance as difference.
    pub alpha: Score,
    /// How often two coders have the same position at a place, on a condition or not
    /// alike, out of how many times two of them have a position there.
    pub same: usize,
    pub of: usize,
    /// At how many places all coders who have the party and the issue in view have a
    /// record, only some of them, or nobody.
    pub all: usize,
    pub some: usize,
    pub none: usize,
}

/// How often two coders found the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// Coders, by their places in the list of codings; `one < other`.
    pub one: usize,
    pub other: usize,
    pub same: usize,
    pub of: usize,
}

/// A pair of parties whose counts depend on who coded them.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// Places in the union, `a < b`.
    pub a: usize,
    pub b: usize,
    /// By coder; nothing where one of the two is not in the coding.
    pub counts: Vec<Option<Pair>>,
}

/// The codings held against each other. There are two or more.
pub fn coders<'a>(fields: &'a [Field<'a>]) -> Coders<'a> {
    let scenes: Vec<&Scene> = fields.iter().map(Field::scene).collect();
    let union = Union::of(&scenes);
    let areas = areas(&scenes, &union);
    let issues = |of: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let issues = areas.iter().enumerate().filter(|(_, area)| of(area));
        issues.map(|(issue, _)| issue).collect()
    };
    let order = areas.iter().unique();
    let order: Vec<usize> = order
        .flat_map(|area| issues(&|other| other == area))
        .collect();
    let everywhere: Vec<Place> = (order.iter())
        .cartesian_product(0..union.parties.len())
        .map(|(issue, party)| Place::new(&scenes, &union, party, *issue))
        .filter(|place| place.able > 1)
        .collect();
    let on = |of: &dyn Fn(&str) -> bool| reliability(&scenes, &union, &everywhere, &issues(of));
    let named = areas.iter().unique();
    Coders {
        overall: on(&|_| true),
        areas: named
            .map(|area| (area.clone(), on(&|other| other == area)))
            .collect(),
        between: between(fields.len(), &everywhere),
        pairs: differing(fields, &union),
        places: (everywhere.into_iter())
            .filter(|place| place.coded() > 0)
            .collect(),
        fields,
        union,
    }
}

/// The id of each issue's area, as the last coding with the issue has it.
fn areas(scenes: &[&Scene], union: &Union) -> Vec<String> {
    let area = |entry: &Entry| {
        let (look, at) = entry.last();
        let dossier = scenes[look].dossier;
        dossier.areas[dossier.issues[at].area].id.clone()
    };
    union.issues.iter().map(area).collect()
}

impl Place {
    fn new(scenes: &[&Scene], union: &Union, party: usize, issue: usize) -> Self {
        let (who, what) = (&union.parties[party], &union.issues[issue]);
        let sides: Vec<Side> = (scenes.iter().enumerate())
            .map(|(look, scene)| Side::of(scene, who.at[look], what.at[look]))
            .collect();
        let space = what.issue(scenes);
        let answers: Vec<Option<Answer>> = (sides.iter().zip(scenes))
            .map(|(side, scene)| Answer::of(scene, side, space))
            .collect();
        let known: Vec<&Answer> = answers.iter().flatten().collect();
        let known = known.into_iter().array_combinations();
        let distances =
            known.map(|[one, other]| distance(space.space, &one.outcome, &other.outcome));
        // A coder whose record is broken is not one who has none.
        let able = scenes.iter().enumerate().filter(|(look, scene)| {
            let (who, what) = (who.at[*look], what.at[*look]);
            who.is_some() && what.is_some() && !is_unusable(scene, who, what)
        });
        let able = able.count();
        Self {
            party,
            issue,
            able,
            difference: difference(able, &sides, &answers),
            distance: distances.max_by(f64::total_cmp),
            sides,
            answers,
        }
    }

    /// How many coders have a record here.
    pub fn coded(&self) -> usize {
        self.sides
            .iter()
            .filter(|side| side.state.is_some())
            .count()
    }

    /// Whether these two coders have the same; nothing where one has no position.
    fn agree(&self, one: usize, other: usize) -> Option<bool> {
        let both = self.answers[one].as_ref().zip(self.answers[other].as_ref());
        both.map(|(one, other)| one == other)
    }
}

impl Answer {
    fn of(scene: &Scene, side: &Side, to: &Issue) -> Option<Self> {
        if side.state != Some(State::Held) {
            return None;
        }
        let stance = side.record(scene)?;
        let Position::Known(outcome) = &stance.position else {
            return None;
        };
        Some(Self {
            outcome: aligned(&scene.dossier.issues[stance.issue], to, outcome)?,
            conditional: stance.condition.is_some(),
        })
    }
}

fn difference(able: usize, sides: &[Side], answers: &[Option<Answer>]) -> Difference {
    let coded = || sides.iter().filter_map(|side| side.state);
    let outcomes = || answers.iter().flatten().map(|answer| &answer.outcome);
    let conditions = || answers.iter().flatten().map(|answer| answer.conditional);
    let held = coded().filter(|state| *state == State::Held).count();
    if !outcomes().all_equal() || outcomes().count() < held {
        Difference::Position
    } else if !coded().all_equal() || coded().any(|state| state == State::Contradictory) {
        Difference::State
    } else if !conditions().all_equal() {
        Difference::Condition
    } else if (1..able).contains(&coded().count()) {
        Difference::Presence
    } else {
        Difference::None
    }
}

fn reliability(
    scenes: &[&Scene],
    union: &Union,
    places: &[Place],
    issues: &[usize],
) -> Reliability {
    let ours = || places.iter().filter(|place| issues.contains(&place.issue));
    let coders: Vec<[usize; 2]> = (0..scenes.len()).array_combinations().collect();
    let pairs = || {
        let coders = coders.iter();
        ours()
            .cartesian_product(coders.clone())
            .filter_map(|(place, [one, other])| place.agree(*one, *other))
    };
    let ours_here: Vec<&Place> = ours().collect();
    let strata = ours_here.chunk_by(|one, other| one.issue == other.issue);
    let strata: Vec<Stratum> = strata
        .map(|places| stratum(union.issues[places[0].issue].issue(scenes), places))
        .collect();
    let counted = |of: &dyn Fn(&Place) -> bool| ours().filter(|place| of(place)).count();
    Reliability {
        alpha: alpha(&strata),
        same: pairs().filter(|same| *same).count(),
        of: pairs().count(),
        all: counted(&|place| place.coded() == place.able),
        some: counted(&|place| (1..place.able).contains(&place.coded())),
        none: counted(&|place| place.coded() == 0),
    }
}

/// The positions on one issue, each under a number, and how far apart they are.
fn stratum<'a>(issue: &Issue, places: &[&'a Place]) -> Stratum {
    let mut outcomes: Vec<&Outcome> = Vec::new();
    let mut number = |outcome: &'a Outcome| {
        let known = outcomes.iter().position(|other| *other == outcome);
        known.unwrap_or_else(|| {
            outcomes.push(outcome);
            outcomes.len() - 1
        })
    };
    let cases = places.iter().map(|place| {
        let answers = place.answers.iter().flatten();
        answers.map(|answer| number(&answer.outcome)).collect()
    });
    let cases = cases.collect();
    let apart = |one: &&Outcome| {
        let others = outcomes.iter();
        others
            .map(|other| distance(issue.space, one, other))
            .collect()
    };
    Stratum {
        cases,
        distances: outcomes.iter().map(apart).collect(),
    }
}

fn between(coders: usize, places: &[Place]) -> Vec<Between> {
    let pairs = (0..coders).array_combinations();
    pairs
        .map(|[one, other]| {
            let agree = places.iter().filter_map(|place| place.agree(one, other));
            Between {
                one,
                other,
                same: agree.clone().filter(|same| *same).count(),
                of: agree.count(),
            }
        })
        .collect()
}

/// The pairs of parties whose counts are not the same for all coders.
fn differing(fields: &[Field], union: &Union) -> Vec<Differing> {
    let pairs = (0..union.parties.len()).array_combinations();
    let counts = |a: usize, b: usize| -> Vec<Option<Pair>> {
        let looks = fields.iter().enumerate();
        looks
            .map(|(look, field)| {
                let (one, other) = (union.parties[a].at[look]?, union.parties[b].at[look]?);
                let (low, high) = (one.min(other), one.max(other));
                Some(Pair::of(low, high, field.joint(one, other)))
            })
            .collect()
    };
    let numbers = |pair: &Option<Pair>| {
        let counts = |pair: &Pair| (pair.n, pair.agree, pair.partial, pair.conflict);
        pair.as_ref().map_or((0, 0, 0, 0), counts)
    };
    pairs
        .map(|[a, b]| Differing {
            a,
            b,
            counts: counts(a, b),
        })
        .filter(|pair| !pair.counts.iter().map(numbers).all_equal())
        .collect()
}

impl<'a> Coders<'a> {
    /// What each coder has in view.
    pub fn scenes(&self) -> Vec<&'a Scene<'a>> {
        self.fields.iter().map(Field::scene).collect()
    }

    /// The places at which the coders do not all have the same.
    pub fn disagreements(&self) -> impl Iterator<Item = &Place> {
        let places = self.places.iter();
        places.filter(|place| place.difference != Difference::None)
    }

    /// How many places a coder has a record at.
    pub fn coded_by(&self, coder: usize) -> usize {
        let places = self.places.iter();
        places
            .filter(|place| place.sides[coder].state.is_some())
            .count()
    }
}

impl Difference {
    /// Its name in data.
    pub fn name(self) -> &'static str {
        match self {
            Difference::None => "none",
            Difference::Presence => "presence",
            Difference::Condition => "condition",
            Difference::State => "state",
            Difference::Position => "position",
        }
    }
}
