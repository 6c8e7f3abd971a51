//! A range ends before it begins.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::INVERTED_RANGE, include_str!("inverted_range.md"));
