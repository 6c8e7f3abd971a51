//! Every measure of many answers has its page, all pages are built alike, and their
//! worked examples come out as written. `STANCES_REWRITE=1` writes what comes out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::{env, fs};

use stances::measure;
use stances::measure::spread::{ALL, Formula, Measure, Score, named};

use super::material::{by_question, of_levels, of_points, of_units};
use crate::harness::run::project;

const HEADINGS: [&str; 6] = [
    "Definition",
    "Range",
    "Undefined when",
    "Worked example",
    "Properties",
    "Reference",
];

#[test]
fn the_folder_is_the_list() {
    let listed: BTreeSet<String> = ALL.iter().map(stem).collect();
    assert_eq!(ALL.len(), listed.len(), "a name stands twice in the list");
    assert_eq!(stems("md"), listed);
    assert_eq!(stems("rs"), listed);
}

#[test]
fn a_measure_is_found_by_a_name_that_no_other_has() {
    for measure in ALL {
        let found = named(measure.name).expect(measure.name);
        assert_eq!(found.summary, measure.summary);
        assert!(measure::named(measure.name).is_none(), "{}", measure.name);
    }
    assert!(named("").is_none());
    assert!(named("Rice").is_none());
}

#[test]
fn a_measure_carries_the_page_beside_it() {
    for measure in ALL {
        let written = fs::read_to_string(file(measure)).unwrap();
        assert_eq!(measure.page, written, "{}", measure.name);
        assert!(measure.page.starts_with(&format!("# {}\n", measure.name)));
    }
}

#[test]
fn all_pages_have_the_same_headings() {
    for measure in ALL {
        let lines = measure.page.lines();
        let headings: Vec<&str> = lines.filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, HEADINGS, "{}", measure.name);
    }
}

#[test]
fn pages_and_summaries_fit_a_terminal() {
    for measure in ALL {
        for line in measure.page.lines().chain([measure.summary]) {
            assert!(line.chars().count() <= 80, "{}: {line}", measure.name);
        }
    }
}

#[test]
fn a_page_states_the_range() {
    for measure in ALL {
        let stated = match &measure.range {
            Some(range) => format!("From {} to {}. ", range.start(), range.end()),
            None => "From the lowest to the highest position.".to_owned(),
        };
        let range = section(measure.page, "Range");
        assert!(range.starts_with(&stated), "{}: {range}", measure.name);
    }
}

#[test]
fn pages_about_the_same_material_show_the_same_first() {
    let mut shown: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for measure in ALL {
        let first = examples(measure.page).swap_remove(0);
        let given = first.lines().filter(|line| !is_result(line)).collect();
        shown.entry(material(measure)).or_default().insert(given);
    }
    for (material, shown) in &shown {
        assert_eq!(shown.len(), 1, "{material}: {shown:#?}");
    }
}

#[test]
fn worked_examples_come_out_as_written() {
    for measure in ALL {
        let replayed = examples(measure.page)
            .iter()
            .fold(measure.page.to_owned(), |page, example| {
                page.replace(example, &replay(measure, example))
            });
        if env::var_os("STANCES_REWRITE").is_some() {
            fs::write(file(measure), &replayed).unwrap();
        } else {
            assert_eq!(
                measure.page, replayed,
                "STANCES_REWRITE=1 writes what comes out"
            );
        }
    }
}

fn material(measure: &Measure) -> &'static str {
    match measure.formula {
        Formula::Levels(_) => "levels",
        Formula::Units(_) => "units",
        Formula::Points(_) => "points",
    }
}

/// The example with its results as they come out, each of what stands above it.
fn replay(measure: &Measure, example: &str) -> String {
    let mut given: Vec<&str> = Vec::new();
    let mut replayed = String::new();
    for line in example.lines() {
        if is_result(line) {
            replayed.push_str(&result(measure.name, score(measure, &given)));
            given.clear();
        } else {
            given.push(line);
            replayed.push_str(line);
        }
        replayed.push('\n');
    }
    replayed
}

fn score(measure: &Measure, given: &[&str]) -> Score {
    let lines = || given.iter().copied().filter(|line| !line.is_empty());
    match measure.formula {
        Formula::Levels(_) => {
            let counts = lines().next().and_then(|line| line.split_once(": "));
            let counts: Vec<usize> = counts
                .expect("answers by level")
                .1
                .split(' ')
                .map(number)
                .collect();
            of_levels(measure.name, &counts)
        }
        Formula::Units(_) => of_units(measure.name, &by_question(lines().skip(1))),
        Formula::Points(_) => {
            let point = |line: &str| {
                let mut fields = line.split_whitespace().map(number::<f64>);
                (
                    fields.next().expect("a position"),
                    fields.next().expect("a weight"),
                )
            };
            let points: Vec<(f64, f64)> = lines().skip(1).map(point).collect();
            of_points(measure.name, &points)
        }
    }
}

fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|_| panic!("{text} is no number"))
}

fn result(name: &str, score: Score) -> String {
    match score.value {
        Ok(value) => format!("{name} = {} (n = {})", digits(value), score.n),
        Err(why) => format!("{name} is undefined: {why}"),
    }
}

/// At most six decimals, without zeros at the end.
fn digits(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn is_result(line: &str) -> bool {
    line.contains(" = ") || line.contains(" is undefined")
}

/// The fenced blocks under "Worked example".
fn examples(page: &str) -> Vec<String> {
    section(page, "Worked example")
        .split("```text\n")
        .skip(1)
        .map(|block| block.split_once("```").unwrap().0.to_owned())
        .collect()
}

fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n\n")).unwrap();
    rest.split("\n## ").next().unwrap()
}

fn folder() -> PathBuf {
    project().join("src/measure/spread")
}

fn file(measure: &Measure) -> PathBuf {
    folder().join(stem(measure)).with_extension("md")
}

fn stem(measure: &Measure) -> String {
    measure.name.replace('-', "_")
}

/// The names of the files with this ending, but for the list itself.
fn stems(ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|stem| stem != "mod")
        .collect()
}
