//! All rules. Every file `x_y.rs` of this folder is the rule `x-y`, with its page
//! `x_y.md` beside it and its row in [`ALL`].

pub mod ambiguous_name;
pub mod conditional_undisclosed;
pub mod double_barrelled_issue;
pub mod duplicate_field;
pub mod duplicate_id;
pub mod duplicate_key;
pub mod invalid_kind;
pub mod invalid_value;
pub mod inverted_range;
pub mod lookalike_id;
pub mod malformed_id;
pub mod misnamed_file;
pub mod missing_field;
pub mod not_utf8;
pub mod out_of_bounds;
pub mod position_mismatch;
pub mod repeated_option;
pub mod single_source;
pub mod syntax_error;
pub mod unexplained_allowance;
pub mod unformatted_file;
pub mod unknown_area;
pub mod unknown_field;
pub mod unknown_issue;
pub mod unknown_level;
pub mod unknown_member;
pub mod unknown_option;
pub mod unknown_rule;
pub mod unknown_source;
pub mod unknown_speaker;
pub mod unreadable_file;
pub mod unused_allowance;
pub mod unused_issue;
pub mod unused_source;

use super::rule::Rule;

/// Every rule, sorted by name.
pub static ALL: &[Rule] = &[
    ambiguous_name::RULE,
    conditional_undisclosed::RULE,
    double_barrelled_issue::RULE,
    duplicate_field::RULE,
    duplicate_id::RULE,
    duplicate_key::RULE,
    invalid_kind::RULE,
    invalid_value::RULE,
    inverted_range::RULE,
    lookalike_id::RULE,
    malformed_id::RULE,
    misnamed_file::RULE,
    missing_field::RULE,
    not_utf8::RULE,
    out_of_bounds::RULE,
    position_mismatch::RULE,
    repeated_option::RULE,
    single_source::RULE,
    syntax_error::RULE,
    unexplained_allowance::RULE,
    unformatted_file::RULE,
    unknown_area::RULE,
    unknown_field::RULE,
    unknown_issue::RULE,
    unknown_level::RULE,
    unknown_member::RULE,
    unknown_option::RULE,
    unknown_rule::RULE,
    unknown_source::RULE,
    unknown_speaker::RULE,
    unreadable_file::RULE,
    unused_allowance::RULE,
    unused_issue::RULE,
    unused_source::RULE,
];

/// The rule of this name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.code.name == name)
}
