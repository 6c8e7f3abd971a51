//! Amendments of a text at two places of it.

#![no_main]

use assertions::*;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/syntax/assertions/amend.rs"]
mod assertions;

fuzz_target!(|input: (u16, u16, &str)| {
    let (one, other, text) = input;
    let (one, other) = (one.into(), other.into());
    mistakes_have_to_be_mended_first(text);
    set_is_read_back(text, one, other);
    setting_the_present_value_changes_nothing(text, one);
    removing_what_was_inserted_gives_back_the_text(text, one, other);
    disjoint_amendments_commute(text, one, other);
    every_item_can_be_removed_moved_and_renamed(text, one, other);
});
