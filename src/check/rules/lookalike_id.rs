//! An id that deceives the eye: it mixes scripts, hides characters, or looks like
//! another one. By the data and the terms of UTS 39 (Unicode Security Mechanisms).

use std::collections::BTreeMap;
use std::fmt::Write;

use unicode_script::{Script, UnicodeScript};
use unicode_security::{MixedScript, skeleton};

use crate::check::case::Case;
use crate::check::ids::{self, Id, What};
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::deny(
    "lookalike-id",
    "an id mixes scripts, hides characters or looks like another",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("lookalike_id.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let all = ids::all(case);
    // Ids typed on a plain keyboard are told apart: nobody writes them by copying signs.
    if all.iter().all(|id| is_plain(id.text)) {
        return Vec::new();
    }
    let mut alike: BTreeMap<(What, String), Vec<&Id>> = BTreeMap::new();
    for id in &all {
        let look = skeleton(id.text).collect();
        alike.entry((id.what, look)).or_default().push(id);
    }
    let groups = alike.into_values();
    let found = groups.flat_map(|group| {
        let odd = group.iter().filter(|id| !is_plain(id.text));
        let found = odd.filter_map(|id| finding(case, id, twin(id, &group)));
        found.collect::<Vec<_>>()
    });
    found.collect()
}

fn is_plain(id: &str) -> bool {
    id.is_ascii() && !id.chars().any(is_hidden)
}

fn finding(case: &Case, id: &Id, twin: Option<&Id>) -> Option<Finding> {
    let finding = match (fault(id.text), twin) {
        (Some(message), _) => Finding::new(&CODE, id.place(case), message)
            .help("type it anew, on one keyboard, wherever it is named"),
        (None, Some(twin)) => {
            let message = format!("`{}` looks like `{}` and is another id", id.text, twin.text);
            Finding::new(&CODE, id.place(case), message)
                .label(spelt(id.text))
                .help("give one of them an id that nobody takes for the other")
        }
        (None, None) => return None,
    };
    Some(match twin {
        Some(twin) => finding.also(
            twin.place(case),
            format!("this looks the same, {}", spelt(twin.text)),
        ),
        None => finding,
    })
}

/// What deceives the eye in an id by itself.
pub(super) fn fault(id: &str) -> Option<String> {
    if let Some(hidden) = id.chars().find(|letter| is_hidden(*letter)) {
        let code = u32::from(hidden);
        return Some(format!(
            "the id `{id}` hides a character that nobody sees: U+{code:04X}"
        ));
    }
    let mixed = id.split('-').find(|word| !word.is_single_script())?;
    let scripts = scripts(mixed);
    Some(format!(
        "the id `{id}` mixes scripts in one word: {scripts}"
    ))
}

/// Whether a character leaves no trace: a control, or one without a skeleton, which
/// leaves out what Unicode calls default-ignorable.
fn is_hidden(letter: char) -> bool {
    letter.is_control() || skeleton(letter.encode_utf8(&mut [0; 4])).next().is_none()
}

/// The scripts of a word, each with the first letter of it.
fn scripts(word: &str) -> String {
    let mut seen: Vec<Script> = Vec::new();
    let mut text = String::new();
    for letter in word.chars() {
        let script = letter.script();
        if !matches!(script, Script::Common | Script::Inherited) && !seen.contains(&script) {
            seen.push(script);
            let comma = if text.is_empty() { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(text, "{comma}`{letter}` is {}", script.full_name());
        }
    }
    text
}

/// Another id that looks the same, of those that do. Of two that could both speak of
/// the other, the later one does.
fn twin<'a>(id: &Id, alike: &[&'a Id<'a>]) -> Option<&'a Id<'a>> {
    let deceives = fault(id.text).is_some();
    let is_silent =
        |other: &Id| is_plain(other.text) || (fault(other.text).is_none() && other.at < id.at);
    let mut others = alike.iter().filter(|other| other.text != id.text);
    others.find(|other| deceives || is_silent(other)).copied()
}

/// The script an id is written in.
fn spelt(id: &str) -> String {
    let named = id.chars().map(|letter| letter.script());
    let mut named = named.filter(|script| !matches!(script, Script::Common | Script::Inherited));
    match named.next() {
        Some(script) => format!("in {} letters", script.full_name()),
        None => "in no letters".to_owned(),
    }
}
