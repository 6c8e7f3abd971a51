//! `stances/timeline/1`: how pairs moved from day to day, and what was said.

use serde::Serialize;

use super::diff::{SideOut, side};
use super::lens::{Lens, lens};
use crate::compare::diff::change::Change;
use crate::compare::timeline::{Course, Moment, Point, Timeline, Whose};

#[derive(Serialize)]
struct TimelineOut<'a> {
    schema: &'static str,
    measure: &'static str,
    /// That of the last day.
    lens: Lens,
    /// The day on which it was asked to begin.
    from: Option<String>,
    /// The pair that was asked for.
    pair: Option<[&'a str; 2]>,
    /// The one party that was asked for.
    party: Option<&'a str>,
    /// Every day on which something changed, ascending.
    dates: Vec<String>,
    pairs: Vec<CourseOut<'a>>,
    changes: Vec<ChangeOut<'a>>,
}

/// Where a pair stood: one value a date in each list.
#[derive(Serialize)]
struct CourseOut<'a> {
    a: &'a str,
    b: &'a str,
    /// `null` where the measure is undefined.
    values: Vec<Option<f64>>,
    /// On how many issues each value rests.
    on: Vec<usize>,
    n: Vec<usize>,
    agree: Vec<usize>,
    partial: Vec<usize>,
    conflict: Vec<usize>,
}

#[derive(Serialize)]
struct ChangeOut<'a> {
    date: String,
    party: &'a str,
    issue: &'a str,
    kind: &'static str,
    before: SideOut<'a>,
    after: SideOut<'a>,
    distance: Option<f64>,
}

/// The text of the answer.
pub fn draw(timeline: &Timeline) -> String {
    let scene = &timeline.end;
    let id = |party: usize| scene.dossier.parties[party].id.as_str();
    let (pair, party) = match timeline.asked.whose {
        Whose::All => (None, None),
        Whose::Pair(a, b) => (Some([id(a), id(b)]), None),
        Whose::Party(party) => (None, Some(id(party))),
    };
    let moments = timeline.moments.iter();
    super::text(&TimelineOut {
        schema: "stances/timeline/1",
        measure: timeline.asked.measure.name,
        lens: lens(scene),
        from: timeline.asked.from.map(|day| day.to_string()),
        pair,
        party,
        dates: moments
            .clone()
            .map(|moment| moment.day.to_string())
            .collect(),
        pairs: (timeline.courses.iter())
            .map(|one| course(timeline, one))
            .collect(),
        changes: moments
            .flat_map(|moment| changes(timeline, moment))
            .collect(),
    })
}

fn course<'a>(timeline: &'a Timeline, course: &Course) -> CourseOut<'a> {
    let scene = &timeline.end;
    let id = |place: usize| {
        scene.dossier.parties[scene.focus.parties[place]]
            .id
            .as_str()
    };
    let points = course.points.iter();
    let counts = |of: fn(&Point) -> usize| points.clone().map(of).collect();
    CourseOut {
        a: id(course.a),
        b: id(course.b),
        values: points.clone().map(|point| point.score.value.ok()).collect(),
        on: counts(|point| point.score.n),
        n: counts(|point| point.pair.n),
        agree: counts(|point| point.pair.agree),
        partial: counts(|point| point.pair.partial),
        conflict: counts(|point| point.pair.conflict),
    }
}

fn changes<'a>(timeline: &'a Timeline, moment: &'a Moment) -> impl Iterator<Item = ChangeOut<'a>> {
    let scene = &timeline.end;
    moment.changes.iter().map(move |change: &Change| ChangeOut {
        date: moment.day.to_string(),
        party: &scene.dossier.parties[scene.focus.parties[change.party]].id,
        issue: &scene.dossier.issues[scene.focus.issues[change.issue]].id,
        kind: change.kind.name(),
        before: side(scene, &change.before),
        after: side(scene, &change.after),
        distance: change.distance,
    })
}
