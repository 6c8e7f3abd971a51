//! A level or an allowance names a rule that is not there.

use crate::check::rule::Rule;
use crate::finding::code::Code;

pub static CODE: Code = Code::warn(
    "unknown-rule",
    "a level or an allowance names a rule that is not there",
);

pub const RULE: Rule = Rule::settling(&CODE, include_str!("unknown_rule.md"));
