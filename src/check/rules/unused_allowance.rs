//! An allowance covers nothing that would be found.

use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::{Finding, Place};

static CODE: Code = Code::warn(
    "unused-allowance",
    "an allowance covers nothing that would be found",
);

pub const RULE: Rule = Rule::settling(&CODE, include_str!("unused_allowance.md"));

/// That nothing is found any more, or never was, where this rule is allowed.
pub fn finding(place: Place, rule: &str) -> Finding {
    Finding::new(&CODE, place, format!("`{rule}` finds nothing here"))
        .help("take the allowance out, or put it right above the record that it is about")
}
