//! A record has a field that does not exist.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_FIELD, include_str!("unknown_field.md"));
