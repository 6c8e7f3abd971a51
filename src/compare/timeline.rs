//! A dossier on one day after the other: when something was said, and how pairs moved.

use std::collections::BTreeSet;

use itertools::Itertools;
use jiff::civil::Date;

use super::diff::change::{Change, Side, changes};
use super::joint::Field;
use super::matrix::overall;
use super::pair::Pair;
use super::union::Union;
use crate::dossier::Dossier;
use crate::dossier::lens::Focus;
use crate::dossier::scene::Scene;
use crate::measure::{Measure, Score};
use crate::record::date::When;

/// Whose course is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// That of every pair in view.
    All,
    /// That of these two, as indices into the dossier's parties.
    Pair(usize, usize),
    /// That of one party: its pairs with all others in view.
    Party(usize),
}

/// What a timeline is to tell.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub measure: &'static Measure,
    pub whose: Whose,
    /// The day on which it begins; without it, that of the first record that counts.
    pub from: Option<Date>,
}

/// How a dossier came to be what it is on the last day that counts.
#[derive(Debug)]
pub struct Timeline<'a> {
    pub asked: Asked,
    /// The dossier as it is on the last day.
    pub end: Scene<'a>,
    /// Every day on which something of it changed, ascending. The day that was asked
    /// for is the first, whatever happened on it.
    pub moments: Vec<Moment>,
    /// By the order of the scene; every pair asked for, also those that are never
    /// compared.
    pub courses: Vec<Course>,
    /// By moment, then by party in the order of the scene: what each says on the one
    /// issue in view; empty where several are.
    pub positions: Vec<Vec<Side>>,
}

/// A day on which something changed.
#[derive(Debug)]
pub struct Moment {
    pub day: Date,
    /// What is otherwise than at the moment before, among all whose pairs are told; the
    /// places are those of [`Timeline::end`]'s parties and issues in view.
    pub changes: Vec<Change>,
}

/// How one pair moved.
#[derive(Debug)]
pub struct Course {
    /// Places in the order of the scene, `a < b`.
    pub a: usize,
    pub b: usize,
    /// By moment.
    pub points: Vec<Point>,
}

/// Where a pair stood on one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub score: Score,
    pub pair: Pair,
}

/// The timeline of a dossier up to the day of the lens.
pub fn timeline(dossier: &Dossier, focus: Focus, asked: Asked) -> Timeline<'_> {
    let on = |day: Date| {
        let focus = Focus {
            as_of: Some(day),
            ..focus.clone()
        };
        Scene::new(dossier, focus)
    };
    let end = Scene::new(dossier, focus.clone());
    let union = Union::of(&[&end, &end]);
    let mut moments = Vec::new();
    let mut scenes: Vec<Scene> = Vec::new();
    for day in days(dossier, &focus, asked.from) {
        let scene = on(day);
        let before = match scenes.last() {
            Some(before) => Some(changes([before, &scene], &union)),
            // There is no day before the first one that can be written.
            None => (day.yesterday().ok()).map(|before| changes([&on(before), &scene], &union)),
        };
        let mut changes = before.unwrap_or_default();
        changes.retain(|change| asked.whose.concerns(focus.parties[change.party]));
        let is_first = asked.from == Some(day);
        if is_first {
            changes.clear();
        }
        if is_first || !changes.is_empty() {
            moments.push(Moment { day, changes });
            scenes.push(scene);
        }
    }
    let points: Vec<Vec<Point>> = scenes.iter().map(|scene| points(scene, asked)).collect();
    let pairs = asked.whose.pairs(&focus.parties).into_iter().enumerate();
    Timeline {
        courses: pairs
            .map(|(at, (a, b))| Course {
                a,
                b,
                points: points.iter().map(|points| points[at]).collect(),
            })
            .collect(),
        positions: positions(&scenes),
        asked,
        end,
        moments,
    }
}

/// The days on which what holds may become another: where a record begins to count,
/// and the day after the last one on which it does.
fn days(dossier: &Dossier, focus: &Focus, from: Option<Date>) -> Vec<Date> {
    let Some(end) = focus.as_of else {
        return Vec::new();
    };
    let begin = from.unwrap_or(Date::MIN);
    let of_stances = dossier.stances.iter().flat_map(|stance| {
        let ended = stance.until.map(When::last);
        let after = ended.and_then(|last| last.tomorrow().ok());
        std::iter::once(stance.since.last()).chain(after)
    });
    let days: BTreeSet<Date> = (of_stances.chain(from))
        .filter(|day| (begin..=end).contains(day))
        .collect();
    days.into_iter().collect()
}

fn points(scene: &Scene, asked: Asked) -> Vec<Point> {
    let field = Field::new(scene);
    let matrix = overall(&field, asked.measure);
    let parties = &scene.focus.parties;
    let pairs = asked.whose.pairs(parties).into_iter();
    pairs
        .filter_map(|(row, column)| {
            let (a, b) = (parties[row], parties[column]);
            Some(Point {
                score: matrix.scores[row][column]?,
                pair: Pair::of(a.min(b), a.max(b), field.joint(a, b)),
            })
        })
        .collect()
}

/// What each party says, where one issue alone is in view.
fn positions(scenes: &[Scene]) -> Vec<Vec<Side>> {
    let said = |scene: &Scene| -> Option<Vec<Side>> {
        let [issue] = scene.focus.issues[..] else {
            return None;
        };
        let parties = scene.focus.parties.iter();
        let sides = parties.map(|party| Side::of(scene, Some(*party), Some(issue)));
        Some(sides.collect())
    };
    scenes.iter().filter_map(said).collect()
}

impl Whose {
    fn concerns(self, party: usize) -> bool {
        match self {
            // Also what others say moves a pair of the party asked for.
            Whose::All | Whose::Party(_) => true,
            Whose::Pair(a, b) => party == a || party == b,
        }
    }

    /// The pairs asked for, as places among these parties.
    fn pairs(self, parties: &[usize]) -> Vec<(usize, usize)> {
        let pairs = (0..parties.len()).array_combinations();
        let asked = |a: usize, b: usize| match self {
            Whose::All => true,
            Whose::Pair(one, other) => [a, b].iter().all(|at| [one, other].contains(at)),
            Whose::Party(one) => a == one || b == one,
        };
        pairs
            .filter(|[a, b]| asked(parties[*a], parties[*b]))
            .map(|[a, b]| (a, b))
            .collect()
    }
}

impl Timeline<'_> {
    /// The courses of pairs that could be compared on any of the days.
    pub fn compared(&self) -> impl Iterator<Item = &Course> {
        let is_compared = |course: &&Course| course.points.iter().any(|point| point.pair.n > 0);
        self.courses.iter().filter(is_compared)
    }
}
