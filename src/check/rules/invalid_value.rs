//! A value is not what its field takes.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::INVALID_VALUE, include_str!("invalid_value.md"));
