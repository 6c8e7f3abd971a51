//! Every measure has its page, all pages are built alike, and their worked
//! examples come out as written. `STANCES_REWRITE=1` writes what comes out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use stances::measure::{ALL, Formula, Measure, Score, named};

use super::examples::score;

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
    let sources = stems("rs");
    assert_eq!(ALL.len(), listed.len(), "a name stands twice in the list");
    assert_eq!(stems("md"), listed);
    assert_eq!(sources, listed);
}

#[test]
fn a_measure_is_found_by_its_name() {
    for measure in ALL {
        let found = named(measure.name).expect(measure.name);
        assert_eq!(found.name, measure.name);
    }
    assert!(named("").is_none());
    assert!(named("Agreement").is_none());
}

#[test]
fn a_measure_carries_the_page_beside_it() {
    for measure in ALL {
        assert_eq!(measure.page, written(measure), "{}", measure.name);
        assert!(measure.page.starts_with(&format!("# {}\n", measure.name)));
    }
}

#[test]
fn all_pages_have_the_same_headings() {
    for measure in ALL {
        let headings: Vec<&str> = measure
            .page
            .lines()
            .filter_map(|line| line.strip_prefix("## "))
            .collect();
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
        let (lowest, highest) = (measure.range.start(), measure.range.end());
        let range = section(measure.page, "Range");
        let stated = match (lowest.is_finite(), highest.is_finite()) {
            (true, true) => format!("From {lowest} to {highest}. "),
            (true, false) => format!("From {lowest} upwards, without end. "),
            (false, _) => "Without end on either side. ".to_owned(),
        };
        assert!(range.starts_with(&stated), "{}: {range}", measure.name);
    }
}

#[test]
fn all_pages_of_measures_that_take_the_same_show_the_same_pair_first() {
    let mut shown: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for measure in ALL {
        let first = &examples(measure.page)[0];
        let given = first.lines().filter(|line| !is_result(line)).collect();
        shown
            .entry(given_as(measure.formula))
            .or_default()
            .insert(given);
    }
    for (takes, shown) in shown {
        assert_eq!(shown.len(), 1, "{takes}: {shown:#?}");
    }
}

/// Categories are points.
fn given_as(formula: Formula) -> &'static str {
    match formula {
        Formula::Verdicts(_) | Formula::Distances(_) => "verdicts",
        Formula::Categories(_) | Formula::Points(_) => "points",
        Formula::Counts(_) => "counts",
        Formula::Actors(_) => "actors",
    }
}

#[test]
fn worked_examples_come_out_as_written() {
    for measure in ALL {
        let page = measure.page.to_owned();
        let replayed = examples(&page).iter().fold(page.clone(), |page, example| {
            page.replace(example, &replay(measure, example))
        });
        if env::var_os("STANCES_REWRITE").is_some() {
            fs::write(folder().join(stem(measure)).with_extension("md"), &replayed).unwrap();
        } else {
            assert_eq!(page, replayed, "STANCES_REWRITE=1 writes what comes out");
        }
    }
}

/// The example with its results as they come out.
fn replay(measure: &Measure, example: &str) -> String {
    let result = result(measure.name, score(measure, example));
    let lines = example.lines().map(|line| match is_result(line) {
        true => result.clone(),
        false => line.to_owned(),
    });
    lines.map(|line| line + "\n").collect()
}

fn result(name: &str, score: Score) -> String {
    match (score.value, score.count) {
        (Ok(value), Some(count)) => {
            format!("{name} = {count}/{} = {}", score.out_of, digits(value))
        }
        (Ok(value), None) => format!("{name} = {} (n = {})", digits(value), score.n),
        (Err(why), _) => format!("{name} is undefined: {why}"),
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
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/measure")
}

fn stem(measure: &Measure) -> String {
    measure.name.replace('-', "_")
}

fn written(measure: &Measure) -> String {
    fs::read_to_string(folder().join(stem(measure)).with_extension("md")).unwrap()
}

/// The names of the files with this ending, but for the lists themselves.
fn stems(ending: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|stem| stem != "mod" && stem != "catalogue")
        .collect()
}
