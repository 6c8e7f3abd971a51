//! Measures that are shares of the joint items: what is counted of two rows tells
//! them in one division, and not by way of the issues that measures usually get.

use crate::kernel::sums::{Sums, Wanted};
use crate::measure::Measure;
use crate::table::Reading;

/// What is counted among the joint items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tally {
    Agree,
    Partial,
    Conflict,
    /// Those that agree less those in conflict.
    Net,
    Identical,
    /// On a scale or among options: those that are the same agree, all others conflict.
    Same,
    Moved,
    NetSame,
    Nothing,
}

impl Tally {
    /// What this measure counts where answers are read so, if it is such a share.
    pub(super) fn of(measure: &Measure, reading: Reading) -> Option<Self> {
        match (measure.name, reading) {
            ("identical", _) => Some(Self::Identical),
            ("agreement", Reading::Statement) => Some(Self::Agree),
            ("partial", Reading::Statement) => Some(Self::Partial),
            ("conflict", Reading::Statement) => Some(Self::Conflict),
            ("net", Reading::Statement) => Some(Self::Net),
            ("agreement", _) => Some(Self::Same),
            ("partial", _) => Some(Self::Nothing),
            ("conflict", _) => Some(Self::Moved),
            ("net", _) => Some(Self::NetSame),
            _ => None,
        }
    }

    /// What has to be counted of two rows.
    pub(super) fn wanted(self) -> Wanted {
        match self {
            Self::Agree | Self::Partial | Self::Conflict | Self::Net | Self::Nothing => {
                Wanted::Sides
            }
            Self::Identical | Self::Same | Self::Moved | Self::NetSame => Wanted::Distances,
        }
    }

    /// The share; none where nothing is joint.
    pub(super) fn share(self, sums: &Sums) -> Option<f64> {
        let (joint, parted) = (i64::from(sums.joint), i64::from(sums.parted));
        let (opposed, moved) = (i64::from(sums.opposed), i64::from(sums.moved));
        let count = match self {
            Self::Agree => joint - parted,
            Self::Partial => parted - opposed,
            Self::Conflict => opposed,
            Self::Net => joint - parted - opposed,
            Self::Identical | Self::Same => joint - moved,
            Self::Moved => moved,
            Self::NetSame => joint - 2 * moved,
            Self::Nothing => 0,
        };
        (joint > 0).then(|| count as f64 / joint as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::bulk::grouped::joints;
    use crate::measure::pair::Observed;
    use crate::measure::{ALL, Formula};

    /// Every way in which up to six joint items can stand.
    fn all_sums() -> Vec<Sums> {
        let mut all = Vec::new();
        for joint in 0..=6 {
            for moved in 0..=joint {
                for parted in 0..=moved {
                    for opposed in 0..=parted {
                        all.push(Sums {
                            joint,
                            parted,
                            opposed,
                            moved,
                            steps: moved,
                        });
                    }
                }
            }
        }
        all
    }

    #[test]
    fn a_tally_is_what_the_measure_says() {
        let mut tallied = 0;
        for measure in ALL {
            for reading in [Reading::Statement, Reading::Scale, Reading::Choice] {
                let (Some(tally), Formula::Verdicts(formula)) =
                    (Tally::of(measure, reading), measure.formula)
                else {
                    continue;
                };
                for sums in all_sums() {
                    let mut joint = Vec::new();
                    joints(sums, (reading, 5), 1.0, &mut joint);
                    let observed = Observed {
                        joint: &joint,
                        issues: 9,
                    };
                    let value = formula(&observed).value.ok();
                    assert_eq!(tally.share(&sums), value, "{} of {sums:?}", measure.name);
                    tallied += 1;
                }
            }
        }
        assert!(tallied > 1000);
    }
}
