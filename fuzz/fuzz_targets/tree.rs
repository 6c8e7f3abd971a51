//! Every text is a tree.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/it/syntax/assertions/tree.rs"]
mod assertions;

fuzz_target!(|text: &str| {
    assertions::every_text_is_a_tree(text);
});
