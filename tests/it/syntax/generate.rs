//! Texts to try things on: RON in every form it can be written, and the same
//! with a few characters taken out or put in.

use proptest::collection::vec;
use proptest::prelude::*;

/// RON that the `ron` crate can read, with space and comments everywhere.
pub fn ron() -> impl Strategy<Value = String> {
    (one_of(HEADERS), spaced(value())).prop_map(|(header, value)| header + &value)
}

/// RON with up to three mistakes.
pub fn mutated_ron() -> impl Strategy<Value = String> {
    (ron(), vec(mutation(), 1..4)).prop_map(|(text, mutations)| mutated(&text, &mutations))
}

/// RON as records have it: literals of one line and of every day, and comments before
/// and behind items. It is a bracket that holds something.
pub fn plain_ron() -> impl Strategy<Value = String> {
    let literal = one_of(PLAIN).prop_recursive(4, 40, 6, |inner| {
        let field = (one_of(PLAIN_NAMES), inner.clone());
        let field = field.prop_map(|(name, value)| format!("{name}: {value}"));
        let entry = (one_of(PLAIN_KEYS), inner.clone());
        let entry = entry.prop_map(|(key, value)| format!("{key}: {value}"));
        prop_oneof![
            plain_list("[", inner.clone(), "]"),
            plain_list("{", entry, "}"),
            (one_of(PLAIN_TYPES), plain_list("(", inner, ")")).prop_map(join),
            (one_of(PLAIN_TYPES), plain_list("(", field, ")")).prop_map(join),
        ]
        .boxed()
    });
    let top = one_of(&["", "", "// top\n", "// top\n\n// and\n"]);
    let root = plain_list("[", literal, "]").prop_filter("some item", |text| text.contains(','));
    (top, root).prop_map(join)
}

fn join((name, body): (String, String)) -> String {
    name + &body
}

/// Items with line breaks and comments before each, and perhaps a comment at the end.
fn plain_list(
    open: &'static str,
    item: impl Strategy<Value = String> + 'static,
    close: &'static str,
) -> BoxedStrategy<String> {
    let end = one_of(&["", "", "", "// e\n", "\n\n// f\n"]);
    (vec((one_of(BREAKS), item), 0..6), end)
        .prop_map(move |(items, end)| {
            let end = if items.is_empty() { "" } else { &end };
            let items = items.iter().map(|(space, item)| format!("{space}{item},"));
            format!("{open}{}{end}{close}", items.collect::<String>())
        })
        .boxed()
}

const BREAKS: &[&str] = &[
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "\n",
    "\n\n",
    "// a\n",
    "\n// b\n",
    "\n\n// c\n\n// d\n",
];

const PLAIN: &[&str] = &[
    "1",
    "-2.50",
    "\"\"",
    "\"a \\\"b\\\" // c\"",
    "\"ключ\"",
    "Support",
    "true",
    "r",
    "()",
    "[]",
    "At()",
    "\"0123456789 0123456789 0123456789 0123\"",
    "\"йцукенгшщз йцукенгшщз йцукенгшщз\"",
];

const PLAIN_KEYS: &[&str] = &["1", "\"ключ\"", "Support", "true", "inf"];

const PLAIN_NAMES: &[&str] = &["a", "b", "c", "d", "issue", "position", "inf", "r"];

const PLAIN_TYPES: &[&str] = &["", "", "At", "Declared"];

/// A change of a few characters: where, how many are taken out, what is put in.
pub type Mutation = (prop::sample::Index, usize, String);

pub fn mutation() -> impl Strategy<Value = Mutation> {
    (any::<prop::sample::Index>(), 0..4_usize, piece())
}

/// The text with these changes made one after the other.
pub fn mutated(text: &str, mutations: &[Mutation]) -> String {
    let mut text = text.to_owned();
    for (place, removed, inserted) in mutations {
        let start = boundary(&text, place.index(text.len() + 1));
        let end = boundary(&text, (start + removed).min(text.len()));
        text.replace_range(start..end, inserted);
    }
    text
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
        6 => one_of(PIECES),
        1 => any::<char>().prop_map(String::from),
    ]
}

const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    ";",
    "=",
    "\"",
    "'",
    "\\",
    "\\\"",
    "#",
    "r#",
    "r#\"",
    "\"#",
    "b\"",
    "b'",
    "br\"",
    "//",
    "/*",
    "*/",
    "\n",
    "\r\n",
    " ",
    "\t",
    "..",
    "..=",
    "-",
    "+",
    "1",
    "0x",
    "1e5",
    "inf",
    "NaN",
    "true",
    "Some(",
    "None",
    "a",
    "issue: ",
    "#![",
    "\u{FEFF}",
    "“",
    "”",
    "\u{A0}",
    "",
    "\n<<<<<<< a\n",
    "\n=======\n",
    "\n>>>>>>> b\n",
    "’",
];

const HEADERS: &[&str] = &[
    "",
    "",
    "",
    "",
    "",
    "#![enable(unwrap_newtypes)]\n",
    "#![\r\n    enable(unwrap_newtypes) // why\n]\r\n",
    "#![enable(unwrap_newtypes, explicit_struct_names,)] # ! [ type = \"x\" ]",
];

const SPACES: &[&str] = &[
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\r",
    "\n    ",
    "\n    ",
    "\r\n\t",
    "\n\n",
    " // it's \"so\" (\n",
    "/* a /* b */ \" */",
    "\n// own line\n",
];

fn one_of(texts: &'static [&'static str]) -> BoxedStrategy<String> {
    prop::sample::select(texts).prop_map(str::to_owned).boxed()
}

/// A text with space on both sides.
fn spaced(text: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    (one_of(SPACES), text, one_of(SPACES))
        .prop_map(|(before, text, after)| before + &text + &after)
        .boxed()
}

fn value() -> impl Strategy<Value = String> {
    literal().prop_recursive(4, 40, 5, |inner| {
        let item = spaced(inner.clone());
        let field =
            (spaced(one_of(NAMES)), item.clone()).prop_map(|(name, value)| name + ":" + &value);
        let entry = (item.clone(), item.clone()).prop_map(|(key, value)| key + ":" + &value);
        prop_oneof![
            list("[", item.clone(), "]"),
            list("{", entry, "}"),
            (one_of(TYPES), list("(", item, ")")).prop_map(|(name, body)| name + &body),
            (one_of(TYPES), list("(", field, ")")).prop_map(|(name, body)| name + &body),
            inner.prop_map(|value| format!("Some({value})")),
        ]
        .boxed()
    })
}

fn list(
    open: &'static str,
    item: impl Strategy<Value = String> + 'static,
    close: &'static str,
) -> BoxedStrategy<String> {
    (vec(item, 0..4), any::<bool>(), one_of(SPACES))
        .prop_map(move |(items, trailing, space)| {
            let comma = if trailing && !items.is_empty() {
                ","
            } else {
                ""
            };
            format!("{open}{}{comma}{space}{close}", items.join(","))
        })
        .boxed()
}

const NAMES: &[&str] = &[
    "a", "issue", "r#type", "r#a-b", "true", "r", "br", "ключ", "_x1",
];

const TYPES: &[&str] = &["", "", "At", "Declared ", "r#Raw\n", "Ü"];

fn literal() -> BoxedStrategy<String> {
    prop_oneof![
        one_of(LITERALS),
        any::<String>().prop_map(|text| format!("{text:?}")),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f32>().prop_map(|number| format!("{number:?}")),
    ]
    .boxed()
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
