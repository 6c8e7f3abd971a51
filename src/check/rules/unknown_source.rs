//! Evidence names a source that is not there.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_SOURCE, include_str!("unknown_source.md"));
