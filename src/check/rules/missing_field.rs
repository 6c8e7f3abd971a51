//! A record lacks a field it must have.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::MISSING_FIELD, include_str!("missing_field.md"));
