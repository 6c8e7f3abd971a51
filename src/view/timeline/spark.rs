//! A course as a line of small bars, for the eye alone: data have the numbers.

use crate::compare::timeline::Point;
use crate::measure::Measure;
use crate::view::line::{Label, Line};
use crate::view::words;

/// From the lowest value there can be to the highest.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// One sign a point. The bars span what the measure can be, so that they can be
/// compared from pair to pair; undefined is a gap and no bar.
pub(super) fn spark(measure: &Measure, points: &[Point]) -> Line {
    points
        .iter()
        .fold(Line::new(), |line, point| match point.score.value {
            Ok(value) => line.and(Label::Number, bar(measure, value).to_string()),
            Err(_) => line.and(Label::Undefined, words::NOTHING),
        })
}

fn bar(measure: &Measure, value: f64) -> char {
    let (lowest, highest) = (measure.range.start(), measure.range.end());
    let share = ((value - lowest) / (highest - lowest)).clamp(0.0, 1.0);
    // Halves are rounded up; the share is from 0 to 1, so this is a place of the list.
    BARS[(share * (BARS.len() - 1) as f64).round() as usize]
}

/// What the bars mean.
pub(super) fn legend(measure: &Measure) -> String {
    let (lowest, highest) = (
        words::decimal(*measure.range.start()),
        words::decimal(*measure.range.end()),
    );
    format!(
        "course: {} is {lowest}, {} is {highest}, {} nothing to compare",
        BARS[0],
        BARS[BARS.len() - 1],
        words::NOTHING
    )
}
