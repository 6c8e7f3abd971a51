//! Texts to try things on: RON in every form it can be written, and the same
//! with a few characters taken out or put in.

use proptest::collection::vec;
use proptest::prelude::*;

/// RON that the `ron` crate can read, with space and comments everywhere.
pub fn ron() -> impl Strategy<Value = String> {
    (header(), space(), value(), space())
        .prop_map(|(header, before, value, after)| format!("{header}{before}{value}{after}"))
}

/// RON with up to three mistakes.
pub fn mutated_ron() -> impl Strategy<Value = String> {
    let mutation = (any::<prop::sample::Index>(), 0..4_usize, piece());
    (ron(), vec(mutation, 1..4)).prop_map(|(mut text, mutations)| {
        for (place, removed, inserted) in mutations {
            let start = boundary(&text, place.index(text.len() + 1));
            let end = boundary(&text, (start + removed).min(text.len()));
            text.replace_range(start..end, &inserted);
        }
        text
    })
}

/// Texts of RON's own characters in no order.
pub fn soup() -> impl Strategy<Value = String> {
    vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

const PIECES: &[&str] = &[
    "(", ")", "[", "]", "{", "}", ",", ":", ";", "=", "\"", "'", "\\", "\\\"", "#", "r#", "r#\"",
    "\"#", "b\"", "b'", "br\"", "//", "/*", "*/", "\n", "\r\n", " ", "\t", "..", "..=", "-", "+",
    "1", "0x", "1e5", "inf", "NaN", "true", "Some(", "None", "a", "issue: ", "#![", "\u{FEFF}",
    "“", "”", "\u{A0}", "",
];

fn header() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(""),
        1 => Just("#![enable(implicit_some)]\n"),
        1 => Just("#![enable(unwrap_newtypes, implicit_some,)] # ! [ type = \"x\" ]"),
    ]
    .prop_map(str::to_owned)
}

fn space() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => Just(""), 4 => Just(" "), 3 => Just("\n    "), 1 => Just("\r\n\t"), 1 => Just("\n\n"),
        1 => Just(" // it's \"so\" (\n"), 1 => Just("/* a /* b */ \" */"), 1 => Just("\n// own line\n"),
    ]
    .prop_map(str::to_owned)
}

fn value() -> impl Strategy<Value = String> {
    literal().prop_recursive(4, 40, 5, |inner| {
        let item = (space(), inner.clone(), space())
            .prop_map(|(a, v, b)| format!("{a}{v}{b}"))
            .boxed();
        let field = (space(), name(), space(), item.clone(), space())
            .prop_map(|(a, name, b, value, c)| format!("{a}{name}{b}:{value}{c}"));
        let entry = (item.clone(), item.clone()).prop_map(|(key, value)| format!("{key}:{value}"));
        prop_oneof![
            list("[", item.clone(), "]"),
            list("{", entry, "}"),
            (type_name(), list("(", item, ")")).prop_map(|(name, body)| name + &body),
            (type_name(), list("(", field, ")")).prop_map(|(name, body)| name + &body),
            inner.prop_map(|value| format!("Some({value})")),
        ]
    })
}

fn list(
    open: &'static str,
    item: impl Strategy<Value = String>,
    close: &'static str,
) -> impl Strategy<Value = String> {
    (vec(item, 0..4), any::<bool>(), space()).prop_map(move |(items, trailing, space)| {
        let comma = if trailing && !items.is_empty() {
            ","
        } else {
            ""
        };
        format!("{open}{}{comma}{space}{close}", items.join(","))
    })
}

fn name() -> impl Strategy<Value = String> {
    let names: &[&str] = &[
        "a", "issue", "r#type", "r#a-b", "true", "r", "br", "ключ", "_x1",
    ];
    prop::sample::select(names).prop_map(str::to_owned)
}

fn type_name() -> impl Strategy<Value = String> {
    let names: &[&str] = &["", "", "At", "Declared ", "r#Raw\n", "Ü"];
    prop::sample::select(names).prop_map(str::to_owned)
}

fn literal() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(LITERALS).prop_map(str::to_owned),
        any::<String>().prop_map(|text| format!("{text:?}").replace("\\u{feff}", "x")),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f32>().prop_map(|number| format!("{number:?}")),
    ]
}

const LITERALS: &[&str] = &[
    "\"\"",
    "\"a\"",
    "\"a \\\"b\\\" \\u{e9}\"",
    "\"two\nlines\"",
    "\"a\\\n   b\"",
    "r\"\\\"",
    "r#\"a \" b\"#",
    "b\"a\\xff\"",
    "br#\"\"\"#",
    "'a'",
    "'''",
    "'\"'",
    "'\\''",
    "b'x'",
    "b'\\''",
    "true",
    "false",
    "None",
    "Some(1)",
    "()",
    "Unit",
    "r#Raw-1",
    "inf",
    "-NaN",
    "0x1F",
    "0b10u8",
    "1_000",
    ".5",
    "1.",
    "-2.5e-3",
    "1.5f32",
    "1..2",
    "1..=3",
    "..",
    "..5",
    "..=-5",
    "3..",
];
