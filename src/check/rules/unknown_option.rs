//! A position names an option that is not there.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_OPTION, include_str!("unknown_option.md"));
