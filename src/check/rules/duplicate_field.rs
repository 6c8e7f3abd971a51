//! A record gives one field twice.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::DUPLICATE_FIELD, include_str!("duplicate_field.md"));
