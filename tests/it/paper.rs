//! Colour and width as people expect them, and the commands that describe the program.

use stances::check::rules;
use stances::measure::catalogue;
use unicode_width::UnicodeWidthStr;

use crate::harness::run::{Run, shipped};
use crate::harness::scratch::Scratch;

const COMPARE: [&str; 2] = ["compare", "paris-and-moscow"];

fn compare(more: &[&str]) -> Run {
    shipped(&[&COMPARE, more].concat())
}

fn widest(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

#[test]
fn off_a_terminal_there_are_no_escape_codes() {
    assert!(!compare(&[]).fine().contains('\x1b'));
    assert!(
        !compare(&[])
            .env("TERM", "xterm-256color")
            .fine()
            .contains('\x1b')
    );
}

#[test]
fn colour_can_be_asked_for_and_changes_no_word() {
    let colourful = compare(&["--color", "always"]).fine();
    assert!(colourful.contains('\x1b'));
    assert_eq!(without_colour(&colourful), compare(&[]).fine());
}

/// The text without its escape codes.
fn without_colour(text: &str) -> String {
    let mut plain = String::new();
    let mut pieces = text.split('\x1b');
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (_, rest) = piece.split_once('m').expect("only colours are set");
        plain.push_str(rest);
    }
    plain
}

#[test]
fn colour_is_forced_and_forbidden_by_custom() {
    let forced = || compare(&[]).env("CLICOLOR_FORCE", "1");
    assert!(forced().fine().contains('\x1b'));
    assert!(!forced().env("NO_COLOR", "1").fine().contains('\x1b'));
    assert!(forced().env("NO_COLOR", "").fine().contains('\x1b'));
    assert!(
        !compare(&[])
            .env("CLICOLOR_FORCE", "0")
            .fine()
            .contains('\x1b')
    );
}

#[test]
fn what_is_asked_for_beats_custom() {
    let always = compare(&["--color", "always"]).env("NO_COLOR", "1");
    assert!(always.fine().contains('\x1b'));
    let never = compare(&["--color", "never"]).env("CLICOLOR_FORCE", "1");
    assert!(!never.fine().contains('\x1b'));
}

#[test]
fn formats_that_are_files_have_no_escape_codes_even_when_colour_is_forced() {
    for format in ["markdown", "csv", "tsv", "json", "html"] {
        let data = compare(&["--format", format, "--color", "always"]).fine();
        assert!(!data.contains('\x1b'), "{format}");
    }
}

#[test]
fn the_page_is_as_wide_as_the_environment_says_or_as_is_asked_for() {
    let narrow = compare(&[]).env("COLUMNS", "60").fine();
    assert!(widest(&narrow) <= 60);
    assert_eq!(
        compare(&["--width", "60"]).env("COLUMNS", "200").fine(),
        narrow
    );
    let hundred = compare(&[]).fine();
    for nonsense in ["0", "-5", "wide", ""] {
        assert_eq!(
            compare(&[]).env("COLUMNS", nonsense).fine(),
            hundred,
            "{nonsense}"
        );
    }
}

#[test]
fn a_page_is_printed_for_every_measure_and_rule() {
    let measures = catalogue::entries().into_iter();
    let measures = measures.map(|one| (one.name, one.summary, one.page));
    let rules = (rules::ALL.iter()).map(|one| (one.code.name, one.code.summary, one.page));
    let list = shipped(&["explain"]).fine();
    for (name, summary, page) in measures.chain(rules) {
        let lines = list
            .lines()
            .filter(|line| line.starts_with(&format!("{name} ")));
        let lines: Vec<&str> = lines.collect();
        assert_eq!(lines.len(), 1, "{name}");
        assert!(lines[0].ends_with(&format!("  {summary}")), "{name}");
        assert_eq!(shipped(&["explain", name]).fine(), page);
    }
}

#[test]
fn completions_are_written_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = shipped(&["completions", shell]).fine();
        for part in ["stances", "STANCES_COMPLETE"] {
            assert!(script.contains(part), "{shell} {part}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_the_program_and_for_each_command() {
    let page = shipped(&["man"]).fine();
    assert!(page.contains(".TH stances 1"), "{page}");
    for command in ["compare", "matrix", "explain", "completions", "man"] {
        let page = shipped(&["man", command]).fine();
        assert!(
            page.contains(".SH EXAMPLES") || page.contains("Examples:"),
            "{command}"
        );
    }
}

#[test]
fn help_is_no_mistake_and_shows_worked_examples() {
    for command in ["compare", "matrix", "explain", "completions", "man"] {
        assert!(shipped(&[command, "--help"]).fine().contains("Examples:"));
        assert!(widest(&shipped(&[command, "--help"]).fine()) <= 100);
    }
    assert!(shipped(&["--version"]).fine().starts_with("stances "));
}

/// What the arguments in an example lead to.
fn follow(line: &str) -> Option<Run> {
    let words = line.trim().strip_prefix("stances ")?;
    // An explanation stands behind two blanks or more; a pipe or a file is the shell's.
    let words = words.split("  ").next()?.split(['|', '>']).next()?;
    let words: Vec<&str> = words.split_whitespace().collect();
    let writes = words.iter().any(|word| word.starts_with("--output"));
    (!writes).then(|| shipped(&words))
}

#[test]
fn the_examples_of_every_help_run() {
    for command in ["compare", "matrix", "explain", "completions", "man"] {
        let help = shipped(&[command, "--help"]).fine();
        let (_, examples) = help.split_once("Examples:\n").unwrap();
        let runs: Vec<Run> = examples.lines().filter_map(follow).collect();
        assert!(!runs.is_empty(), "{help}");
        for run in runs {
            assert!(!run.fine().is_empty());
        }
    }
}

#[test]
fn an_answer_does_not_replace_a_stance_file() {
    let scratch = Scratch::new([("dossier.ron", "()")]);
    let written = |to: &str| scratch.run(&["compare", "talks", "-o", to]);
    let refusal = written("stances/talks/dossier.ron").refused();
    assert!(refusal.contains("answers do not go into `.ron` files"));
    assert!(
        written("table.docx")
            .refused()
            .contains("`.docx` names no format")
    );
    written("table.txt").fine();
}
