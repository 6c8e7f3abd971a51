//! Every measure has its page, all pages are built alike, and their worked
//! examples come out as written. `STANCES_REWRITE=1` writes what comes out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use stances::measure::pair::{Apart, Class, Joint, Observed, Positions};
use stances::measure::{ALL, Measure, Score, named};

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
        let stated = format!("From {lowest} to {highest}. ");
        assert!(range.starts_with(&stated), "{}: {range}", measure.name);
    }
}

#[test]
fn all_pages_show_the_same_pair_first() {
    let shown: BTreeSet<String> = ALL
        .iter()
        .map(|measure| examples(measure.page)[0].clone())
        .map(|example| example.lines().filter(|line| !is_result(line)).collect())
        .collect();
    assert_eq!(shown.len(), 1, "{shown:#?}");
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
    let joint: Vec<Joint> = example.lines().filter_map(row).collect();
    let (issues, _) = example.split_once(" issues in the lens").unwrap();
    let pair = Observed {
        joint: &joint,
        issues: issues.parse().unwrap(),
    };
    let stated = format!(
        "{issues} issues in the lens, {} of them joint:\n",
        joint.len()
    );
    assert!(example.starts_with(&stated), "{example}");
    let result = result(measure.name, measure.of(&pair));
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

/// A joint issue as the examples write it:
/// `name  verdict  positions  distance  gap  weight`.
fn row(line: &str) -> Option<Joint> {
    let fields: Vec<&str> = line.split_whitespace().collect();
    let [_, verdict, positions, distance, gap, weight] = fields[..] else {
        return None;
    };
    Some(Joint {
        class: class(verdict)?,
        positions: match positions {
            "same" => Positions::Same,
            "different" => Positions::Different,
            other => panic!("{other}"),
        },
        apart: apart(distance, gap),
        weight: weight.parse().unwrap(),
    })
}

fn class(verdict: &str) -> Option<Class> {
    match verdict {
        "agree" => Some(Class::Agree),
        "partial" => Some(Class::Partial),
        "conflict" => Some(Class::Conflict),
        _ => None,
    }
}

fn apart(distance: &str, gap: &str) -> Option<Apart> {
    match (distance, gap) {
        ("-", "-") => None,
        _ => Some(Apart {
            distance: distance.parse().unwrap(),
            gap: gap.parse().unwrap(),
        }),
    }
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

/// The names of the files with this ending, but for the list itself.
fn stems(ending: &str) -> BTreeSet<String> {
    let paths = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|stem| stem != "mod")
        .collect()
}
