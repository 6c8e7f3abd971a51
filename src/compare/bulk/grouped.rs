//! The joint items of two actors, counted, as measures take them.

use crate::kernel::sums::Sums;
use crate::measure::pair::{Apart, Class, Joint, Positions};
use crate::table::Reading;

/// Whether the sums of two rows tell every single distance, and not only their mean.
pub(super) fn tell_distances(reading: Reading, levels: usize) -> bool {
    levels <= 3 || reading == Reading::Choice
}

/// What is counted of two rows, as joint items that stand alike: at most four kinds.
/// Where the sums tell the mean distance alone, each that differs has that one.
pub(super) fn joints(
    sums: Sums,
    (reading, levels): (Reading, usize),
    weight: f64,
    out: &mut Vec<Joint>,
) {
    out.clear();
    let extent = (levels - 1) as f64;
    let mean = f64::from(sums.steps) / f64::from(sums.moved.max(1)) / extent;
    let distance = |steps: f64| match reading {
        Reading::Choice => 1.0,
        Reading::Statement | Reading::Scale if levels <= 3 => steps / extent,
        Reading::Statement | Reading::Scale => mean,
    };
    let kinds = [
        (Kind::Same, sums.joint - sums.moved, 0.0),
        (Kind::SameSide, sums.moved - sums.parted, distance(0.0)),
        (Kind::OneNeutral, sums.parted - sums.opposed, distance(1.0)),
        (Kind::Opposed, sums.opposed, distance(extent)),
    ];
    let there = kinds.into_iter().filter(|(_, times, _)| *times > 0);
    out.extend(there.map(|(kind, times, distance)| kind.joint(reading, distance, weight, times)));
}

/// How two answers stand on the two sides of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    /// Not the same, but on one side.
    SameSide,
    OneNeutral,
    Opposed,
}

impl Kind {
    fn joint(self, reading: Reading, distance: f64, weight: f64, times: u32) -> Joint {
        let class = match (self, reading) {
            (Self::Same, _) | (Self::SameSide, Reading::Statement) => Class::Agree,
            (Self::OneNeutral, Reading::Statement) => Class::Partial,
            (Self::SameSide | Self::OneNeutral | Self::Opposed, _) => Class::Conflict,
        };
        Joint {
            class,
            positions: match self {
                Self::Same => Positions::Same,
                _ => Positions::Different,
            },
            apart: Some(Apart {
                distance,
                gap: match (class, reading) {
                    (Class::Agree | Class::Partial, _) => 0.0,
                    (Class::Conflict, Reading::Statement) => 1.0,
                    (Class::Conflict, Reading::Scale | Reading::Choice) => distance,
                },
            }),
            weight,
            times: times as usize,
        }
    }
}
