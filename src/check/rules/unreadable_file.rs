//! A file cannot be read.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNREADABLE_FILE, include_str!("unreadable_file.md"));
