//! A file is not UTF-8 text.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::NOT_UTF8, include_str!("not_utf8.md"));
