//! Two records have the same id.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::DUPLICATE_ID, include_str!("duplicate_id.md"));
