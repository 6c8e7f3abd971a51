//! All rules. Every file `x_y.rs` of this folder is the rule `x-y`, with its page
//! `x_y.md` beside it and its row in [`ALL`].

pub mod ambiguous_name;
pub mod broken_relation;
pub mod clashing_relations;
pub mod conditional_undisclosed;
pub mod contradictory_stance;
pub mod copied_gist;
pub mod double_barrelled_issue;
pub mod duplicate_field;
pub mod duplicate_id;
pub mod duplicate_key;
pub mod empty_area;
pub mod foreign_speaker;
pub mod future_date;
pub mod group_evidence;
pub mod invalid_kind;
pub mod invalid_value;
pub mod inverted_period;
pub mod inverted_range;
pub mod lonely_issue;
pub mod long_undisclosed;
pub mod lookalike_id;
pub mod malformed_id;
pub mod member_against_group;
pub mod misnamed_file;
pub mod missing_field;
pub mod missing_gist;
pub mod not_utf8;
pub mod out_of_bounds;
pub mod position_mismatch;
pub mod redundant_relation;
pub mod repeated_option;
pub mod repeated_stance;
pub mod silent_party;
pub mod single_source;
pub mod stale_stance;
pub mod stance_after_as_of;
pub mod stance_after_sources;
pub mod syntax_error;
pub mod unanimous_issue;
pub mod unexplained_allowance;
pub mod unformatted_file;
pub mod unknown_area;
pub mod unknown_field;
pub mod unknown_issue;
pub mod unknown_level;
pub mod unknown_member;
pub mod unknown_option;
pub mod unknown_party;
pub mod unknown_rule;
pub mod unknown_source;
pub mod unknown_speaker;
pub mod unplaced_evidence;
pub mod unreadable_file;
pub mod unsourced_stance;
pub mod unused_allowance;
pub mod unused_issue;
pub mod unused_source;
pub mod weaker_later_basis;

use super::rule::Rule;

/// Every rule, sorted by name.
pub static ALL: &[Rule] = &[
    ambiguous_name::RULE,
    broken_relation::RULE,
    clashing_relations::RULE,
    conditional_undisclosed::RULE,
    contradictory_stance::RULE,
    copied_gist::RULE,
    double_barrelled_issue::RULE,
    duplicate_field::RULE,
    duplicate_id::RULE,
    duplicate_key::RULE,
    empty_area::RULE,
    foreign_speaker::RULE,
    future_date::RULE,
    group_evidence::RULE,
    invalid_kind::RULE,
    invalid_value::RULE,
    inverted_period::RULE,
    inverted_range::RULE,
    lonely_issue::RULE,
    long_undisclosed::RULE,
    lookalike_id::RULE,
    malformed_id::RULE,
    member_against_group::RULE,
    misnamed_file::RULE,
    missing_field::RULE,
    missing_gist::RULE,
    not_utf8::RULE,
    out_of_bounds::RULE,
    position_mismatch::RULE,
    redundant_relation::RULE,
    repeated_option::RULE,
    repeated_stance::RULE,
    silent_party::RULE,
    single_source::RULE,
    stale_stance::RULE,
    stance_after_as_of::RULE,
    stance_after_sources::RULE,
    syntax_error::RULE,
    unanimous_issue::RULE,
    unexplained_allowance::RULE,
    unformatted_file::RULE,
    unknown_area::RULE,
    unknown_field::RULE,
    unknown_issue::RULE,
    unknown_level::RULE,
    unknown_member::RULE,
    unknown_option::RULE,
    unknown_party::RULE,
    unknown_rule::RULE,
    unknown_source::RULE,
    unknown_speaker::RULE,
    unplaced_evidence::RULE,
    unreadable_file::RULE,
    unsourced_stance::RULE,
    unused_allowance::RULE,
    unused_issue::RULE,
    unused_source::RULE,
    weaker_later_basis::RULE,
];

/// The rule of this name.
pub fn named(name: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.code.name == name)
}
