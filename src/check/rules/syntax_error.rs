//! A file is not well-formed RON.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::SYNTAX_ERROR, include_str!("syntax_error.md"));
