//! A position does not fit its issue's kind.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(
    &code::POSITION_MISMATCH,
    include_str!("position_mismatch.md"),
);
