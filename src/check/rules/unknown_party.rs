//! The influence of a party, or on one, that is not there.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::UNKNOWN_PARTY, include_str!("unknown_party.md"));
