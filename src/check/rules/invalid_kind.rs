//! An issue's kind leaves nothing to choose.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::INVALID_KIND, include_str!("invalid_kind.md"));
