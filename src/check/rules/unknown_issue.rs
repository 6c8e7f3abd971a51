//! A record names an issue that is not there.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_ISSUE, include_str!("unknown_issue.md"));
