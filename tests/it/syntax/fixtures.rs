//! Written files, one per construct or mistake. All print back byte for byte.
//!
//! - `valid`: the `ron` crate reads them, and the tree finds no fault;
//! - `refused`: the form is right, and the crate refuses what a literal or a
//!   header says;
//! - `mistakes`: the crate refuses them, and the tree says what is wrong.

use std::fs;
use std::path::Path;

use stances::syntax::tree::Tree;
use stances::text::source::{Position, Source};
use stances::text::span::Span;

const FOLDERS: [&str; 3] = ["valid", "refused", "mistakes"];

#[test]
fn valid_files_are_read_without_problems() {
    for (name, text) in texts("valid") {
        assert_eq!(Tree::parse(&text).problems(), [], "{name}");
        let read = read(&text);
        assert!(read.is_ok(), "{name}: {read:?}");
    }
}

#[test]
fn files_of_the_right_form_have_no_problems() {
    for (name, text) in texts("refused") {
        assert_eq!(Tree::parse(&text).problems(), [], "{name}");
        assert!(read(&text).is_err(), "{name}");
    }
}

#[test]
fn mistakes_are_told() {
    for (name, text) in texts("mistakes") {
        assert_ne!(Tree::parse(&text).problems(), [], "{name}");
        assert!(read(&text).is_err(), "{name}");
    }
}

#[test]
fn mistakes_are_told_in_these_words() {
    let told: Vec<_> = texts("mistakes").into_iter().map(told).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn files_print_back_byte_for_byte() {
    let texts: Vec<_> = FOLDERS.into_iter().flat_map(texts).collect();
    assert!(texts.len() >= 200, "there is one for every construct");
    for (name, text) in texts {
        assert_eq!(Tree::parse(&text).to_string(), text, "{name}");
    }
}

fn read(text: &str) -> Result<ron::Value, ron::error::SpannedError> {
    ron::from_str(text)
}

/// The problems of a file, each with the line and column of its places.
fn told((name, text): (String, String)) -> String {
    let source = Source::new(name, text);
    let tree = Tree::parse(source.text());
    let problems = tree.problems().iter().map(|problem| {
        let place = place(&source, problem.span);
        let related = problem
            .related
            .as_ref()
            .map(|(span, note)| format!("\n    {}: {note}", self::place(&source, *span)));
        let help = problem
            .help
            .as_ref()
            .map(|help| format!("\n    help: {help}"));
        let (related, help) = (related.unwrap_or_default(), help.unwrap_or_default());
        format!("  {place}: {}{related}{help}\n", problem.message)
    });
    format!("{}\n{}", source.name(), problems.collect::<String>())
}

fn place(source: &Source, span: Span) -> String {
    let show = |offset| {
        let Position { line, column } = source.position(offset);
        format!("{line}:{column}")
    };
    match span.is_empty() {
        true => show(span.start),
        false => format!("{}–{}", show(span.start), show(span.end)),
    }
}

/// The files of a folder by name, sorted.
pub fn texts(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ron");
    let entries = fs::read_dir(root.join(folder)).expect("the folder is there");
    let mut texts: Vec<_> = entries
        .map(|entry| {
            let path = entry.expect("the folder can be read").path();
            let name = path.file_stem().expect("a file has a name");
            let text = fs::read_to_string(&path).expect("a fixture is UTF-8");
            (name.to_string_lossy().into_owned(), text)
        })
        .collect();
    texts.sort();
    texts
}
