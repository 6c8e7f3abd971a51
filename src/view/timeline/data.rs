//! One row a day and a pair, in ids and numbers.

use crate::compare::timeline::{Course, Timeline};
use crate::view::data::{Data, Value};

const HEADS: [&str; 9] = [
    "date", "a", "b", "n", "agree", "partial", "conflict", "measure", "value",
];

/// Where every pair stood on every day on which something changed.
pub fn data(timeline: &Timeline) -> Data {
    let days = timeline.moments.iter().enumerate();
    let records = days.flat_map(|(at, moment)| {
        let courses = timeline.courses.iter();
        courses.map(move |course| record(timeline, course, at, moment.day.to_string()))
    });
    Data {
        heads: HEADS.map(str::to_owned).into(),
        records: records.collect(),
    }
}

fn record(timeline: &Timeline, course: &Course, at: usize, day: String) -> Vec<Value> {
    let point = &course.points[at];
    let [a, b] = ends(timeline, course);
    vec![
        day.into(),
        a.into(),
        b.into(),
        point.pair.n.into(),
        point.pair.agree.into(),
        point.pair.partial.into(),
        point.pair.conflict.into(),
        timeline.asked.measure.name.into(),
        point.score.value.ok().into(),
    ]
}

/// The ids of both parties, in the order of the scene.
fn ends<'a>(timeline: &'a Timeline, course: &Course) -> [&'a str; 2] {
    [course.a, course.b].map(|place| {
        let party = timeline.end.focus.parties[place];
        timeline.end.dossier.parties[party].id.as_str()
    })
}
