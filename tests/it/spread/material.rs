//! What the tests of measures of many answers share.

use stances::measure::spread::material::{Levels, Order, Point, Units};
use stances::measure::spread::{Formula, Score, named};

/// A measure of one question, on ordered levels.
pub fn of_levels(name: &str, counts: &[usize]) -> Score {
    let order = Order::Ordered;
    match named(name).expect(name).formula {
        Formula::Levels(formula) => formula(&Levels { counts, order }),
        other => panic!("{name} is about {other:?}"),
    }
}

/// A measure of a table of answers, by question.
pub fn of_units(name: &str, units: &[Vec<f64>]) -> Score {
    match named(name).expect(name).formula {
        Formula::Units(formula) => formula(&Units(units)),
        other => panic!("{name} is about {other:?}"),
    }
}

/// A measure of positions, each with its weight.
pub fn of_points(name: &str, points: &[(f64, f64)]) -> Score {
    let point = |(position, weight): &(f64, f64)| Point {
        position: *position,
        weight: *weight,
    };
    let points: Vec<Point> = points.iter().map(point).collect();
    match named(name).expect(name).formula {
        Formula::Points(formula) => formula(&points),
        other => panic!("{name} is about {other:?}"),
    }
}

/// A table of answers as people write it down, one line a coder: its name, then a
/// number a question, or a star for no answer. The answers by question.
pub fn by_question<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Vec<f64>> {
    let mut units: Vec<Vec<f64>> = Vec::new();
    for line in lines {
        let answers: Vec<&str> = line.split_whitespace().skip(1).collect();
        units.resize(units.len().max(answers.len()), Vec::new());
        for (unit, answer) in units.iter_mut().zip(answers) {
            unit.extend((answer != "*").then(|| answer.parse::<f64>().expect(answer)));
        }
    }
    units
}
