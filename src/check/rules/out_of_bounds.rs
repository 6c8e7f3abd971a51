//! A number lies outside its bounds.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::OUT_OF_BOUNDS, include_str!("out_of_bounds.md"));
