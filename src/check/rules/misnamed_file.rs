//! A file looks like a party's and does not end in `.ron`.

use crate::check::rule::Rule;
use crate::finding::code;

pub const RULE: Rule = Rule::reading(&code::MISNAMED_FILE, include_str!("misnamed_file.md"));
