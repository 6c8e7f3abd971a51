//! Every rule has its page, all pages are built alike, and their examples come
//! out as written. `STANCES_REWRITE=1` writes what comes out.
//!
//! An example starts from the dossier in `src/check/example`, in which nothing is
//! wrong. Blocks marked `diff` change its files, blocks marked `ron` give a file
//! as a whole, named in the comment of their first line, blocks marked `latin-1`
//! the same in this encoding, and blocks marked `link` a link, `from -> to`. The
//! block `text` that follows is what `stances check` says then. Under "Found" that
//! is one finding, by the rule of the page; under "Not found" there is no such block.
//! A fix, where there is one, leaves nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs};

use stances::check::rule::Rule;
use stances::check::rules::{self, ALL};
use stances::finding::code;

use crate::harness::run::{CommandOutput, project};
use crate::harness::scratch::Scratch;

const HEADINGS: [&str; 4] = ["Why", "Found", "Not found", "What to do"];

/// What is asked of the program on a page, before the day that is taken for today.
const ASKED: &str = "$ stances check";

#[test]
fn the_folder_is_the_list() {
    let listed: Vec<String> = ALL.iter().map(stem).collect();
    assert!(listed.is_sorted_by(|one, other| one < other), "{listed:#?}");
    let listed: BTreeSet<String> = listed.into_iter().collect();
    assert_eq!(stems("md"), listed);
    assert_eq!(stems("rs"), listed);
}

#[test]
fn all_that_reading_and_binding_can_say_is_a_rule() {
    let reading: BTreeSet<&str> = (ALL.iter())
        .filter(|rule| !rule.is_settable())
        .map(|rule| rule.code.name)
        .collect();
    let codes: BTreeSet<&str> = code::ALL.iter().map(|code| code.name).collect();
    assert_eq!(reading, codes);
    let of_markers = &code::OF_MARKERS;
    assert!(
        of_markers
            .iter()
            .all(|code| rules::named(code.name).is_none())
    );
}

#[test]
fn names_state_a_fault_in_kebab_case() {
    let kebab = |name: &str| {
        let parts = name.split('-');
        let word = |part: &str| {
            part.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        parts.clone().all(|part| !part.is_empty() && word(part))
    };
    for rule in ALL {
        assert!(kebab(rule.code.name), "{}", rule.code.name);
    }
}

#[test]
fn all_pages_have_the_same_headings_and_fit_a_terminal() {
    for rule in ALL {
        let name = rule.code.name;
        assert_eq!(rule.page, fs::read_to_string(file(rule)).unwrap(), "{name}");
        assert!(rule.page.starts_with(&format!("# {name}\n")), "{name}");
        let lines = || rule.page.lines();
        let headings: Vec<&str> = lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
        assert_eq!(headings, HEADINGS, "{name}");
        for line in lines().chain([rule.code.summary]) {
            assert!(line.chars().count() <= 100, "{name}: {line}");
        }
    }
}

#[test]
fn a_page_states_the_level() {
    for rule in ALL {
        let level = match rule.is_settable() {
            true => format!("Level: {}.", rule.code.level.name()),
            false => "Level: deny, always.".to_owned(),
        };
        assert!(rule.page.contains(&level), "{}: {level}", rule.code.name);
    }
}

#[test]
fn nothing_is_wrong_in_the_example_by_any_rule() {
    let output = look(&example(), &["--warn", "all"]);
    let said = output.text();
    assert!(
        output.code == 0 && said.ends_with(": no findings\n"),
        "{said}"
    );
}

#[test]
fn examples_come_out_as_written() {
    let mut wrong = Vec::new();
    for rule in ALL {
        match replay(rule) {
            Err(why) => wrong.push(format!("{}: {why}", rule.code.name)),
            Ok(replayed) if env::var_os("STANCES_REWRITE").is_some() => {
                fs::write(file(rule), replayed).unwrap();
            }
            Ok(replayed) if replayed != rule.page => {
                wrong.push(format!(
                    "STANCES_REWRITE=1 writes what comes out:\n{replayed}"
                ));
            }
            Ok(_) => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The page with what comes out of its examples, or what is wrong with them: that is
/// to be one finding by the rule under "Found", and none under "Not found".
fn replay(rule: &Rule) -> Result<String, String> {
    let name = rule.code.name;
    let found = blocks(section(rule.page, "Found")?);
    let shown = found.iter().find(|block| block.language == "text");
    let shown = shown.ok_or("there is nothing shown under \"Found\"")?;
    let asked = shown.text.lines().next().unwrap_or_default();
    let arguments = asked
        .strip_prefix(ASKED)
        .ok_or("the example does not ask for a check")?;
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let output = look(&changed(&found)?, &arguments);
    if codes(&output) != [name] {
        return Err(format!("it is to be the one finding\n{}", output.text()));
    }
    mended(&changed(&found)?, &arguments, &output.text())?;
    let quiet = blocks(section(rule.page, "Not found")?);
    if quiet.is_empty() {
        return Err("there is nothing shown under \"Not found\"".to_owned());
    }
    let silent = look(&changed(&quiet)?, &arguments);
    if !codes(&silent).is_empty() {
        return Err(format!("this is not to be found\n{}", silent.text()));
    }
    let said = format!("{asked}\n{}\n", output.text().trim_end_matches('\n'));
    Ok(rule.page.replace(shown.text, &said))
}

/// Where a finding can be fixed, as its output says, the fix leaves nothing to be
/// found.
fn mended(files: &Example, arguments: &[&str], said: &str) -> Result<(), String> {
    let how: &[&str] = match () {
        () if said.contains("can be fixed with `--fix`") => &["--fix"],
        () if said.contains("`--fix --unsafe-fixes`") => &["--fix", "--unsafe-fixes"],
        () => return Ok(()),
    };
    let output = look(files, &[arguments, how].concat());
    match codes(&output).is_empty() && output.code == 0 {
        true => Ok(()),
        false => Err(format!("the fix does not mend it\n{}", output.text())),
    }
}

/// The rules that something was found by.
fn codes(output: &CommandOutput) -> Vec<String> {
    let text = output.text();
    let heads = text
        .lines()
        .filter(|line| line.starts_with("warning[") || line.starts_with("error["));
    heads
        .map(|line| line.split(['[', ']']).nth(1).unwrap_or_default().to_owned())
        .collect()
}

/// The example after the changes that these blocks make.
fn changed(blocks: &[Block]) -> Result<Example, String> {
    let mut example = example();
    for block in blocks {
        match block.language {
            "diff" => patch(&mut example.files, block.text)?,
            "ron" => {
                let (file, text) = whole(block.text)?;
                example.files.insert(file, text.as_bytes().to_vec());
            }
            "latin-1" => {
                let (file, text) = whole(block.text)?;
                let bytes: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
                example
                    .files
                    .insert(file, bytes.map_err(|error| error.to_string())?);
            }
            "link" => {
                let link = block.text.trim_end().split_once(" -> ");
                let (from, to) = link.ok_or("a link goes `from -> to`")?;
                example.links.insert(from.to_owned(), to.to_owned());
            }
            _ => {}
        }
    }
    Ok(example)
}

/// The name of a file in the comment of its first line, and its text.
fn whole(block: &str) -> Result<(String, &str), String> {
    let (head, text) = block.split_once('\n').unwrap();
    let file = head.strip_prefix("// ");
    let file = file.ok_or("a file is named in its first line")?;
    Ok((file.to_owned(), text))
}

/// Applies a difference: after `--- file` come hunks that `@@` parts. Lines of the file, those to go
/// with `-`, those to come with `+`; the others, with a blank in front, say where. A
/// file of which nothing is said but `deleted` goes.
fn patch(files: &mut BTreeMap<String, Vec<u8>>, diff: &str) -> Result<(), String> {
    for part in format!("\n{diff}").split("\n--- ").skip(1) {
        let (file, hunks) = part.split_once('\n').unwrap_or((part, ""));
        let text = files
            .remove(file)
            .ok_or(format!("there is no file {file}"))?;
        let mut text = String::from_utf8(text).map_err(|error| error.to_string())?;
        if hunks.trim() == "deleted" {
            continue;
        }
        for hunk in hunks.split("@@\n") {
            let (before, after) = (side(hunk, '-'), side(hunk, '+'));
            if text.matches(&before).count() != 1 {
                return Err(format!("this is to stand once in {file}:\n{before}"));
            }
            text = text.replacen(&before, &after, 1);
        }
        files.insert(file.to_owned(), text.into_bytes());
    }
    Ok(())
}

/// The lines of a hunk that stand on one side, with those that stand on both.
fn side(hunk: &str, sign: char) -> String {
    let lines = hunk.lines().filter(|line| line.starts_with([' ', sign]));
    lines.map(|line| format!("{}\n", &line[1..])).collect()
}

/// What a check says of these files.
fn look(example: &Example, arguments: &[&str]) -> CommandOutput {
    let scratch = Scratch::new([]);
    for (name, text) in &example.files {
        scratch.write(name, text);
    }
    for (from, to) in &example.links {
        link(&scratch, from, to);
    }
    let mut line = vec!["check", "--today", "2025-07-15"];
    line.extend(arguments);
    scratch.run(&line).env("COLUMNS", "90").output()
}

#[cfg(unix)]
fn link(scratch: &Scratch, from: &str, to: &str) {
    std::os::unix::fs::symlink(to, scratch.talks().join(from)).unwrap();
}

#[cfg(windows)]
fn link(scratch: &Scratch, from: &str, to: &str) {
    std::os::windows::fs::symlink_file(to, scratch.talks().join(from)).unwrap();
}

/// A dossier: its files, and links beside them.
#[derive(Debug)]
struct Example {
    files: BTreeMap<String, Vec<u8>>,
    links: BTreeMap<String, String>,
}

fn example() -> Example {
    let folder = project().join("src/check/example");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let files = files.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read(path).unwrap())
    });
    Example {
        files: files.collect(),
        links: BTreeMap::new(),
    }
}

#[derive(Debug)]
struct Block<'a> {
    language: &'a str,
    text: &'a str,
}

/// The fenced blocks of a section.
fn blocks(section: &str) -> Vec<Block<'_>> {
    let fenced = section.split("```").skip(1).step_by(2);
    let blocks = fenced.filter_map(|block| {
        let (language, text) = block.split_once('\n')?;
        Some(Block { language, text })
    });
    blocks.collect()
}

fn section<'a>(page: &'a str, heading: &str) -> Result<&'a str, String> {
    let head = format!("\n## {heading}\n");
    let start = page
        .find(&head)
        .ok_or(format!("there is no heading {heading:?}"))?;
    let section = &page[start + head.len()..];
    Ok(section.split("\n## ").next().unwrap_or(section))
}

fn stem(rule: &Rule) -> String {
    rule.code.name.replace('-', "_")
}

fn folder() -> PathBuf {
    project().join("src/check/rules")
}

fn file(rule: &Rule) -> PathBuf {
    folder().join(stem(rule)).with_extension("md")
}

fn stems(ending: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder())
        .unwrap()
        .map(|file| file.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|found| found == ending));
    let stems = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
    stems.filter(|stem| stem != "mod").collect()
}
