//! What a measure is given of a pair: the same joint issues as verdicts, as points,
//! as statements or as aims, and how many of them it cannot be given.

use std::ops::Add;

use super::joint::{Field, Joint};
use super::scale::{extent, level, point};
use super::terms::Terms;
use crate::dossier::scene::Scene;
use crate::measure::actors::{self, Aim};
use crate::measure::counts::{self, Said};
use crate::measure::{Formula, Measure, Score, Undefined, pair, points};
use crate::outcome::degree::Side;

/// How many comparisons, one issue of one pair each, a measure had to do without,
/// though both parties have a comparable position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LeftOut {
    /// On one side at least there is a range or a set, or a kind of position that
    /// the measure has no place for.
    pub unplaced: usize,
    /// One has set a condition that the other has not.
    pub conditional: usize,
    /// The weight that was asked for is missing.
    pub unweighted: usize,
    /// What is at stake is missing.
    pub unstaked: usize,
}

/// What measures of some issues of a scene are made of.
#[derive(Debug)]
pub(super) struct Material<'a> {
    pub(super) field: &'a Field<'a>,
    /// The issues looked at, as indices into the dossier's.
    pub(super) issues: &'a [usize],
    /// Whether each issue of the dossier is looked at.
    pub(super) within: Vec<bool>,
    pub(super) terms: &'a Terms,
    /// By party of the dossier; read by measures of power alone.
    pub(super) power: Vec<Result<f64, Undefined>>,
}

impl Material<'_> {
    /// The value of a measure for two parties. Only a rule that is not symmetric
    /// makes a difference between them.
    pub(super) fn score(&self, measure: &Measure, row: usize, column: usize) -> (Score, LeftOut) {
        let mut left_out = LeftOut::default();
        let score = match measure.formula {
            Formula::Verdicts(formula) | Formula::Distances(formula) => formula(&pair::Observed {
                joint: &self.verdicts(row, column, &mut left_out),
                issues: self.issues.len(),
            }),
            Formula::Categories(formula) | Formula::Points(formula) => formula(&points::Observed {
                joint: &self.points(row, column, &mut left_out),
                extent: self.extent(),
            }),
            Formula::Counts(formula) => formula(&counts::Observed {
                issues: &self.statements(row, column, &mut left_out),
                normalise: self.terms.normalise,
            }),
            Formula::Actors(formula) => {
                let joint = self.aims(row, column, &mut left_out);
                let score = formula(&actors::Observed {
                    joint: &joint,
                    power: self.power(row, column),
                });
                left_out.unstaked = match score.value {
                    Ok(_) | Err(Undefined::NoStake) => joint.len() - score.n,
                    Err(_) => 0,
                };
                score
            }
        };
        let score = left_out.reason(score).on_at_least(self.terms.min_joint);
        (score, left_out)
    }

    fn scene(&self) -> &Scene<'_> {
        self.field.scene()
    }

    fn joint(&self, row: usize, column: usize) -> impl Iterator<Item = Joint> + '_ {
        let joint = self.field.joint(row, column);
        joint.filter(|joint| self.within[joint.issue])
    }

    /// The weight of a joint issue; one that is missing is counted.
    fn weight(
        &self,
        issue: usize,
        (row, column): (usize, usize),
        left_out: &mut LeftOut,
    ) -> Option<f64> {
        let weight = match &self.terms.weight {
            None => Some(1.0),
            Some(rule) => rule.weight(self.scene(), issue, row, column),
        };
        left_out.unweighted += usize::from(weight.is_none());
        weight
    }

    fn verdicts(&self, row: usize, column: usize, left_out: &mut LeftOut) -> Vec<pair::Joint> {
        let weighed = self.joint(row, column).filter_map(|joint| {
            let weight = self.weight(joint.issue, (row, column), left_out)?;
            Some(pair::Joint {
                weight,
                ..joint.measured()
            })
        });
        weighed.collect()
    }

    fn points(&self, row: usize, column: usize, left_out: &mut LeftOut) -> Vec<points::Joint> {
        let placed = self.joint(row, column).filter_map(|joint| {
            if joint.standing.apart.is_none() {
                left_out.conditional += 1;
                return None;
            }
            let at = |party| self.at(joint.issue, party, point);
            let (Some(a), Some(b)) = (at(row), at(column)) else {
                left_out.unplaced += 1;
                return None;
            };
            let weight = self.weight(joint.issue, (row, column), left_out)?;
            Some(points::Joint {
                a,
                b,
                weight,
                times: 1,
            })
        });
        placed.collect()
    }

    /// All issues are on one scale, so the first one tells.
    fn extent(&self) -> f64 {
        let first = self.issues.first();
        first.map_or(1.0, |issue| extent(&self.scene().dossier.issues[*issue]))
    }

    fn statements(&self, row: usize, column: usize, left_out: &mut LeftOut) -> Vec<counts::Issue> {
        let mut statements = Vec::new();
        for issue in self.issues {
            let said = [row, column].map(|party| self.at(*issue, party, level));
            let held = [row, column].map(|party| self.scene().comparable(party, *issue));
            let extent = extent(&self.scene().dossier.issues[*issue]);
            let statement = |a: Option<f64>, b: Option<f64>| counts::Issue {
                a: once(a),
                b: once(b),
                extent,
                times: 1,
            };
            match (said, held) {
                ([Some(a), Some(b)], [Some((_, ours)), Some((_, theirs))]) if ours != theirs => {
                    // Both have said something, on what is not the same.
                    left_out.conditional += 1;
                    statements.extend([statement(Some(a), None), statement(None, Some(b))]);
                }
                ([None, None], held) => {
                    left_out.unplaced += usize::from(held.iter().all(Option::is_some));
                }
                ([a, b], held) => {
                    let one_of_two = a.is_none() || b.is_none();
                    let both_held = held.iter().all(Option::is_some);
                    left_out.unplaced += usize::from(one_of_two && both_held);
                    statements.push(statement(a, b));
                }
            }
        }
        statements
    }

    /// The joint statements, with or without a stake.
    fn aims(&self, row: usize, column: usize, left_out: &mut LeftOut) -> Vec<actors::Joint> {
        let aims = self.joint(row, column).filter_map(|joint| {
            if joint.standing.apart.is_none() {
                left_out.conditional += 1;
                return None;
            }
            let aims = [row, column].map(|party| self.aim(joint.issue, party));
            let [Some(a), Some(b)] = aims else {
                left_out.unplaced += 1;
                return None;
            };
            Some(actors::Joint { a, b })
        });
        aims.collect()
    }

    fn aim(&self, issue: usize, party: usize) -> Option<Aim> {
        let (outcome, _) = self.scene().comparable(party, issue)?;
        Some(Aim {
            side: match outcome.degree()?.side() {
                Side::Against => actors::Side::Against,
                Side::Neither => actors::Side::Neither,
                Side::For => actors::Side::For,
            },
            stake: self.scene().stake(party, issue),
        })
    }

    fn power(&self, row: usize, column: usize) -> Result<(f64, f64), Undefined> {
        let power = |party: usize| match self.power.get(party) {
            Some(power) => *power,
            None => Err(Undefined::NoInfluence),
        };
        // Of two reasons the same one is told from either side.
        match (power(row), power(column)) {
            (Ok(row), Ok(column)) => Ok((row, column)),
            (Err(one), Err(other)) => Err(if one == Undefined::OutsideInfluence {
                one
            } else {
                other
            }),
            (Err(why), Ok(_)) | (Ok(_), Err(why)) => Err(why),
        }
    }

    fn at(&self, issue: usize, party: usize, place: Place) -> Option<f64> {
        let (outcome, _) = self.scene().comparable(party, issue)?;
        place(&self.scene().dossier.issues[issue], outcome)
    }
}

/// How a position becomes a point, if it is one.
type Place = fn(&crate::dossier::Issue, &crate::outcome::Outcome) -> Option<f64>;

/// What is held is said once.
fn once(level: Option<f64>) -> Vec<Said> {
    level
        .map(|level| Said { level, times: 1 })
        .into_iter()
        .collect()
}

impl LeftOut {
    /// The score with the reason that lies behind "nothing joint", if there is one:
    /// the parties do speak to the same issues.
    fn reason(&self, score: Score) -> Score {
        match score.value {
            Err(Undefined::NothingJoint) if self.unweighted > 0 => {
                score.but(Undefined::NoWeightGiven)
            }
            Err(Undefined::NothingJoint) if self.unplaced + self.conditional > 0 => {
                score.but(Undefined::NoPoint)
            }
            _ => score,
        }
    }
}

impl Add for LeftOut {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            unplaced: self.unplaced + other.unplaced,
            conditional: self.conditional + other.conditional,
            unweighted: self.unweighted + other.unweighted,
            unstaked: self.unstaked + other.unstaked,
        }
    }
}
