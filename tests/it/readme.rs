//! What README.md shows is what the program does. The page is followed as a
//! reader would: the files it shows are written down, the commands it shows are
//! run, and what is printed below a command is what comes out.

use std::fs;
use std::path::Path;

use crate::harness::run::{project, stances};
use crate::harness::scratch::Scratch;

/// Running text, or a block with its kind and the line on which it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part<'a> {
    Prose(&'a str),
    Block(usize, &'a str, Vec<&'a str>),
}

/// The page line by line, with its blocks in one piece.
fn parts(page: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        match line.strip_prefix("```") {
            None => parts.push(Part::Prose(line)),
            Some(kind) => {
                let inside = lines.by_ref().map(|(_, line)| line);
                let inside = inside.take_while(|line| *line != "```").collect();
                parts.push(Part::Block(at + 2, kind.trim(), inside));
            }
        }
    }
    parts
}

/// A command with what is printed below it, and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Example {
    line: usize,
    command: String,
    output: String,
}

/// The examples in a block: each begins with a line that begins with `$`.
fn examples(line: usize, block: &[&str]) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for (at, text) in block.iter().enumerate() {
        if let Some(command) = text.strip_prefix("$ ") {
            examples.push(Example {
                line: line + at,
                command: command.to_owned(),
                output: String::new(),
            });
        } else if let Some(example) = examples.last_mut() {
            example.output.push_str(text);
            example.output.push('\n');
        }
    }
    examples
}

/// The arguments of a run of the program; nothing for another command.
fn arguments(command: &str) -> Option<Vec<String>> {
    let ways = [
        "stances ",
        "cargo run --release -- ",
        "cargo run -- ",
        "target/release/stances ",
        "./target/release/stances ",
    ];
    let rest = ways.iter().find_map(|way| command.strip_prefix(way))?;
    let ours = rest.split(" #").next()?;
    // A pipe or a file is the shell's.
    (!ours.contains(['|', '>', '<', '&'])).then(|| words(ours))
}

/// The words of a command as a shell takes them apart.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in command.chars() {
        match (quote, letter) {
            (None, ' ') => words.extend(word.take()),
            (None, '\'' | '"') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (Some(open), _) if open == letter => quote = None,
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// Whether the output is the one shown, in which a line `…` or `...` stands for
/// any number of lines. Blanks at the ends of lines and blank lines at the end
/// do not matter.
fn is_shown(shown: &str, output: &str) -> bool {
    fn lines(text: &str) -> Vec<&str> {
        text.trim_end().lines().map(str::trim_end).collect()
    }
    matches(&lines(shown), &lines(output))
}

fn matches(shown: &[&str], output: &[&str]) -> bool {
    match (shown.split_first(), output.split_first()) {
        (None, None) => true,
        (Some((first, rest)), _) if ["…", "..."].contains(&first.trim()) => {
            (0..=output.len()).any(|skipped| matches(rest, &output[skipped..]))
        }
        (Some((one, shown)), Some((other, output))) => one == other && matches(shown, output),
        _ => false,
    }
}

/// The names in backquotes in a line of text.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Somebody who reads the page and does what it says.
struct Reader {
    scratch: Scratch,
    /// The folder that was last spoken of.
    folder: String,
    /// The file that was spoken of since the last block.
    file: Option<String>,
    /// How many commands were run.
    runs: usize,
}

impl Reader {
    /// A reader who has the dossiers that come with the program, and this page.
    fn new() -> Self {
        let scratch = Scratch::empty();
        copy(
            &project().join("stances"),
            &scratch.folder().join("stances"),
        );
        let page = project().join("README.md");
        fs::copy(page, scratch.folder().join("README.md")).unwrap();
        Self {
            scratch,
            folder: ".".to_owned(),
            file: None,
            runs: 0,
        }
    }

    fn follow(&mut self, part: &Part) {
        match part {
            Part::Prose(line) => self.hear(line),
            Part::Block(_, "ron", text) => self.write(text),
            Part::Block(line, "console" | "sh" | "shell", text) => {
                for example in examples(*line, text) {
                    self.run(&example);
                }
            }
            Part::Block(..) => {}
        }
    }

    fn hear(&mut self, line: &str) {
        for name in named(line) {
            if name.starts_with("stances/") && !name.contains(['<', '*', ' ']) {
                self.folder = name.trim_end_matches('/').to_owned();
            } else if name.ends_with(".ron") && !name.contains(['<', '*', '/']) {
                self.file = Some(name.to_owned());
            }
        }
    }

    /// Writes the file that was spoken of, if the block shows all of it.
    fn write(&mut self, text: &[&str]) {
        let whole = text.first() == Some(&"(") && text.last() == Some(&")");
        if let (Some(file), true) = (self.file.take(), whole) {
            let folder = self.scratch.folder().join(&self.folder);
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(file), text.join("\n") + "\n").unwrap();
        }
    }

    fn run(&mut self, example: &Example) {
        let Some(arguments) = arguments(&example.command) else {
            return;
        };
        self.runs += 1;
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = stances(self.scratch.folder(), &arguments).output();
        let place = format!("README.md:{}: {}", example.line, example.command);
        assert_eq!(output.code, 0, "{place}\n{}", output.stderr);
        // A terminal shows remarks and data together, remarks first.
        let said = output.stderr.clone() + &output.text();
        assert!(
            example.output.trim().is_empty() || is_shown(&example.output, &said),
            "{place}\nshows\n{}\nand prints\n{said}",
            example.output
        );
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, target).unwrap();
        }
    }
}

#[test]
fn its_commands_do_what_it_shows() {
    let page = fs::read_to_string(project().join("README.md")).expect("there is a README.md");
    let mut reader = Reader::new();
    for part in parts(&page) {
        reader.follow(&part);
    }
    assert!(reader.runs > 0, "README.md shows what the program does");
}

#[test]
fn its_examples_of_files_have_no_mistakes() {
    let page = fs::read_to_string(project().join("README.md")).unwrap();
    for part in parts(&page) {
        if let Part::Block(line, "ron", text) = part {
            let tree = stances::syntax::tree::Tree::parse(&text.join("\n"));
            assert_eq!(tree.problems(), [], "README.md:{line}");
        }
    }
}

#[test]
fn blocks_are_read_as_they_are_meant() {
    let page = "\
text
```console
not a command
$ stances compare x   # a remark
one

two
$ cargo build
```
```sh
$ cargo run --release -- why a b 'c d'
$ stances compare --format csv > pairs.csv
```
";
    let parts = parts(page);
    let [
        Part::Prose("text"),
        Part::Block(3, "console", first),
        Part::Block(11, "sh", second),
    ] = parts.as_slice()
    else {
        panic!("{parts:?}");
    };
    let found: Vec<_> = [examples(3, first), examples(11, second)].concat();
    let found: Vec<_> = (found.iter())
        .map(|example| (example.line, arguments(&example.command), &*example.output))
        .collect();
    let words = |words: &[&str]| Some(words.iter().map(|word| (*word).to_owned()).collect());
    assert_eq!(
        found,
        [
            (4, words(&["compare", "x"]), "one\n\ntwo\n"),
            (8, None, ""),
            (11, words(&["why", "a", "b", "c d"]), ""),
            (12, None, ""),
        ]
    );
}

#[test]
fn what_is_left_out_may_be_any_number_of_lines() {
    assert!(is_shown("a\n…\nd\n", "a\nb\nc\nd\n"));
    assert!(is_shown("a\n...\n", "a\n"));
    assert!(is_shown("…\nc  \n\n", "a\nc\n"));
    assert!(!is_shown("a\n…\nd\n", "a\nb\nc\n"));
    assert!(!is_shown("a\n", "a\nb\n"));
}
