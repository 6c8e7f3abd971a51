//! The examples that `--help` gives run as they are written.

use super::shipped;
use crate::harness::run::stances;
use crate::harness::scratch::Scratch;

/// The examples in the help of a command, each as one line.
fn examples(scratch: &Scratch, command: &[&str]) -> Vec<String> {
    let help = scratch.run(&[command, &["--help"]].concat()).fine();
    let help = help.replace("\\\n      ", "");
    let lines = help.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with("stances ") && !line.contains(" edit "));
    lines
        .map(|line| line.split("   ").next().unwrap_or(line).to_owned())
        .collect()
}

/// The words of a line as a shell parts them.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

fn check(command: &[&str], count: usize) {
    let scratch = shipped();
    let examples = examples(&scratch, command);
    assert_eq!(examples.len(), count, "{examples:?}");
    for example in examples {
        let words = words(&example);
        let words: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        let output = stances(scratch.folder(), &words).output();
        assert_eq!(output.code, 0, "{example}: {}", output.stderr);
    }
}

#[test]
fn the_examples_run() {
    check(&["add"], 2);
    check(&["revise"], 1);
    check(&["new"], 4);
    check(&["new", "area"], 1);
    check(&["new", "issue"], 3);
    check(&["new", "party"], 1);
    check(&["new", "source"], 1);
    check(&["fmt"], 3);
    check(&["gaps"], 4);
    check(&["init"], 2);
}
