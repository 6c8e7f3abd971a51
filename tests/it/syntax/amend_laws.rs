//! Laws of amendments, over RON in every form it can be written.

use proptest::prelude::*;

use super::assertions::amend;
use super::generate::ron;

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn set_is_read_back(text in ron(), at: usize, value: usize) {
        amend::set_is_read_back(&text, at, value);
    }

    #[test]
    fn setting_the_present_value_changes_nothing(text in ron(), at: usize) {
        amend::setting_the_present_value_changes_nothing(&text, at);
    }

    #[test]
    fn removing_what_was_inserted_gives_back_the_text(text in ron(), at: usize, index: usize) {
        amend::removing_what_was_inserted_gives_back_the_text(&text, at, index);
    }

    #[test]
    fn disjoint_amendments_commute(text in ron(), one: usize, other: usize) {
        amend::disjoint_amendments_commute(&text, one, other);
    }

    #[test]
    fn every_item_can_be_removed_moved_and_renamed(text in ron(), at: usize, to: usize) {
        amend::every_item_can_be_removed_moved_and_renamed(&text, at, to);
    }
}
