//! An option stands twice in one list.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::REPEATED_OPTION, include_str!("repeated_option.md"));
