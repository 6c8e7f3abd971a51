//! The share of all issues on which two parties can be compared.

use super::pair::Observed;
use super::{Formula, Lean, Measure, Score, Undefined, Weighing};

pub const MEASURE: Measure = Measure {
    name: "coverage",
    summary: "share of all issues on which the two can be compared",
    range: 0.0..=1.0,
    lean: Lean::Neither,
    page: include_str!("coverage.md"),
    weighing: Weighing::None,
    formula: Formula::Verdicts(coverage),
};

fn coverage(pair: &Observed) -> Score {
    match pair.issues {
        0 => Score::undefined(Undefined::NoIssue),
        issues => {
            let n = pair.joint_issues();
            Score {
                n,
                ..Score::counted(n as i64, issues)
            }
        }
    }
}
