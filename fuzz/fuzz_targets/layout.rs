//! Laying out a text changes nothing but its looks.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/syntax/assertions/layout.rs"]
mod assertions;

fuzz_target!(|text: &str| {
    assertions::layout_keeps_value_and_comments_and_is_idempotent(text);
});
