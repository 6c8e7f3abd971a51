//! `stances/measures/1`: all measures there are.

use serde::Serialize;

use crate::measure::catalogue::Entry;

#[derive(Serialize)]
struct Measures {
    schema: &'static str,
    measures: Vec<Measure>,
}

#[derive(Serialize)]
struct Measure {
    name: &'static str,
    /// What it is made of, in words.
    takes: &'static str,
    /// `null` where there is none.
    lowest: Option<f64>,
    highest: Option<f64>,
    summary: &'static str,
}

/// The text of the list.
pub fn draw(entries: &[Entry]) -> String {
    super::text(&Measures {
        schema: "stances/measures/1",
        measures: entries.iter().map(measure).collect(),
    })
}

fn measure(entry: &Entry) -> Measure {
    let end = |end: f64| end.is_finite().then_some(end);
    Measure {
        name: entry.name,
        takes: entry.takes,
        lowest: end(*entry.range.start()),
        highest: end(*entry.range.end()),
        summary: entry.summary,
    }
}
