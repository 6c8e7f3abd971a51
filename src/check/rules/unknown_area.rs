//! An issue names an area that is not there.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_AREA, include_str!("unknown_area.md"));
