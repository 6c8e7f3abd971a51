//! A position names a level that is not there.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_LEVEL, include_str!("unknown_level.md"));
