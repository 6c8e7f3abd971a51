//! An allowance gives no reason.

use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::{Finding, Place};

static CODE: Code = Code::warn("unexplained-allowance", "an allowance gives no reason");

pub const RULE: Rule = Rule::settling(&CODE, include_str!("unexplained_allowance.md"));

/// That nobody can tell why this rule is allowed.
pub fn finding(place: Place, rule: &str) -> Finding {
    Finding::new(
        &CODE,
        place,
        format!("`{rule}` is allowed without a reason"),
    )
    .help("write the reason behind the bracket")
}
