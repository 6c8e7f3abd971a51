//! Where two actors pull the same way, and where against each other: the matrices
//! of positions and what follows from them (M. Godet, MACTOR).

use super::{Aim, Joint, Observed, Side};
use crate::measure::pair::sum::sum;
use crate::measure::{Score, Undefined};

/// What makes an actor's position weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Nothing: the side alone.
    First,
    /// What is at stake.
    Second,
    /// What is at stake, and the actor's power.
    Third,
}

/// How two positions point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Same,
    Opposite,
}

impl Observed<'_> {
    /// ½ Σ (|m_a| + |m_b|) over the issues on which the two positions point so.
    pub(in crate::measure) fn alike(&self, order: Order, direction: Direction) -> Score {
        let (ours, theirs) = match (order, self.power) {
            (Order::Third, Err(why)) => return Score::undefined(why),
            (Order::Third, Ok(power)) => power,
            (Order::First | Order::Second, _) => (1.0, 1.0),
        };
        let weighed: Vec<(f64, f64)> = (self.joint.iter())
            .filter_map(|joint| joint.weighed(order))
            .collect();
        match (weighed.len(), self.joint) {
            (0, []) => Score::undefined(Undefined::NothingJoint),
            (0, _) => Score::undefined(Undefined::NoStake),
            (n, _) => {
                let pointing = weighed.iter().filter(|(a, b)| match direction {
                    Direction::Same => a * b > 0.0,
                    Direction::Opposite => a * b < 0.0,
                });
                let halves = pointing.flat_map(|(a, b)| [a.abs() * ours, b.abs() * theirs]);
                Score::rated(sum(halves) / 2.0, n)
            }
        }
    }
}

impl Joint {
    /// Both positions as numbers, unless a stake that is needed is not known.
    fn weighed(&self, order: Order) -> Option<(f64, f64)> {
        Some((self.a.weighed(order)?, self.b.weighed(order)?))
    }
}

impl Aim {
    /// Who takes no side has no position, whatever is at stake.
    fn weighed(self, order: Order) -> Option<f64> {
        let sign = match self.side {
            Side::Against => -1.0,
            Side::Neither => return Some(0.0),
            Side::For => 1.0,
        };
        match order {
            Order::First => Some(sign),
            Order::Second | Order::Third => Some(sign * f64::from(self.stake?)),
        }
    }
}
