//! Where dossiers are looked for, and what is said where there is none.

use std::fs;

use super::{DOSSIER, SOUND};
use crate::harness::run::stances;
use crate::harness::scratch::Scratch;

fn sound() -> Scratch {
    Scratch::new([("dossier.ron", DOSSIER), ("a.ron", SOUND), ("b.ron", SOUND)])
}

/// A sound dossier under this name beside the one that is there.
fn another(scratch: &Scratch, name: &str) {
    let folder = scratch.folder().join("stances").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("dossier.ron"), "()").unwrap();
}

#[test]
fn a_folder_that_is_no_dossier_is_refused_with_what_was_expected() {
    let scratch = sound();
    fs::create_dir(scratch.folder().join("notes")).unwrap();
    assert_eq!(
        scratch.run(&["compare", "notes"]).refused(),
        "error: `notes` is no dossier: a dossier is a folder with a file `dossier.ron` and one RON \
         file for each party\n"
    );
}

#[test]
fn where_there_is_no_dossier_that_is_said_with_what_was_expected() {
    assert_eq!(
        Scratch::empty().run(&["compare"]).refused(),
        "error: there is no dossier here: expected a folder `stances/<name>` with a file \
         `dossier.ron`, in this folder or one above it\n"
    );
}

#[test]
fn an_unknown_name_is_refused_with_what_was_meant() {
    let scratch = sound();
    assert_eq!(
        scratch.run(&["compare", "tlaks"]).refused(),
        "error: there is no dossier `tlaks`: did you mean `talks`?\n"
    );
    another(&scratch, "summit");
    assert_eq!(
        scratch.run(&["compare", "x"]).refused(),
        "error: there is no dossier `x`: the dossiers are `summit`, `talks`\n"
    );
}

#[test]
fn an_unknown_name_where_there_is_no_dossier_is_refused_with_what_to_name() {
    assert_eq!(
        Scratch::empty().run(&["compare", "x"]).refused(),
        "error: there is no dossier `x`: name a folder with a file `dossier.ron`\n"
    );
}

#[test]
fn the_only_dossier_may_be_left_out() {
    let scratch = sound();
    let named = scratch.run(&["compare", "talks"]).fine();
    assert_eq!(scratch.run(&["compare"]).fine(), named);
}

#[test]
fn one_of_several_must_be_named() {
    let scratch = sound();
    another(&scratch, "summit");
    assert_eq!(
        scratch.run(&["compare"]).refused(),
        "error: there are several dossiers, name one: summit, talks\n"
    );
}

#[test]
fn a_dossier_is_found_from_within_and_from_below() {
    let scratch = sound();
    let named = scratch.run(&["compare", "talks"]).fine();
    let below = scratch.folder().join("deep/down");
    fs::create_dir_all(&below).unwrap();
    assert_eq!(stances(&scratch.talks(), &["compare"]).fine(), named);
    assert_eq!(stances(&below, &["compare"]).fine(), named);
    assert_eq!(stances(&below, &["compare", "talks"]).fine(), named);
}

#[test]
fn a_path_beats_a_name() {
    let scratch = sound();
    let folder = scratch.folder().join("talks");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("dossier.ron"), "(title: \"By its path\")").unwrap();
    let table = scratch.run(&["compare", "talks"]).fine();
    assert!(table.starts_with("By its path\n"));
}

#[test]
fn a_dossier_may_be_named_by_its_file() {
    let scratch = sound();
    let named = scratch.run(&["compare", "talks"]).fine();
    let by_file = scratch.run(&["compare", "stances/talks/dossier.ron"]);
    assert_eq!(by_file.fine(), named);
    let absolute = scratch.talks();
    let absolute = scratch.run(&["compare", absolute.to_str().unwrap()]);
    assert_eq!(absolute.fine(), named);
}

#[test]
fn an_empty_dossier_has_nothing_to_compare_and_says_so() {
    let scratch = Scratch::new([("dossier.ron", "()")]);
    let table = scratch.run(&["compare"]).fine();
    assert!(table.contains("There is no party in view, so there is nothing to compare."));
    assert!(table.contains("0 parties, 0 issues"));
    assert_eq!(
        scratch.run(&["compare", "--format", "json"]).json()["pairs"],
        serde_json::json!([])
    );
    assert_eq!(
        scratch.run(&["matrix", "--format", "csv"]).fine(),
        "party\n"
    );
}

#[test]
fn one_party_has_nobody_to_be_compared_with() {
    let scratch = Scratch::new([("dossier.ron", DOSSIER), ("a.ron", SOUND)]);
    let table = scratch.run(&["compare"]).fine();
    assert!(table.contains("1 party, 4 issues") && table.contains("+ support"));
    assert!(!table.contains("Agreement"));
    assert_eq!(
        scratch.run(&["matrix", "--format", "csv"]).fine(),
        "party,a\na,\n"
    );
}

#[test]
fn without_issues_there_is_nothing_to_compare() {
    let scratch = Scratch::new([("dossier.ron", "()"), ("a.ron", "()"), ("b.ron", "()")]);
    let table = scratch.run(&["compare"]).fine();
    assert!(table.contains("There is no issue in view, so there is nothing to compare."));
    assert_eq!(
        scratch
            .run(&["compare", "--format", "csv"])
            .fine()
            .lines()
            .count(),
        2
    );
}

#[test]
fn parties_stand_in_the_order_of_their_ids_and_not_of_their_files() {
    let scratch = Scratch::new([
        ("dossier.ron", DOSSIER),
        ("a-b.ron", SOUND),
        ("a.ron", SOUND),
        ("a.ron.ron", SOUND),
    ]);
    let pairs = scratch.run(&["compare", "--format", "json"]).json();
    let ids: Vec<_> = (pairs["pairs"].as_array().unwrap().iter())
        .map(|pair| [pair["a"].as_str().unwrap(), pair["b"].as_str().unwrap()])
        .collect();
    assert_eq!(ids, [["a", "a-b"], ["a", "a.ron"], ["a-b", "a.ron"]]);
}

#[test]
fn hidden_files_and_files_of_other_kinds_are_no_parties() {
    let scratch = sound();
    for name in [".a.ron.swp", ".hidden.ron", "notes.md", "a.ron~", "#a.ron#"] {
        scratch.write(name, "not RON at all (");
    }
    fs::create_dir(scratch.talks().join("folder.ron")).unwrap();
    assert_eq!(
        scratch.run(&["compare", "--format", "json"]).json()["pairs"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn what_is_asked_for_wrongly_is_refused() {
    let scratch = sound();
    for arguments in [
        &["compare", "--as-of", "soon"][..],
        &["compare", "--basis", "rumour"],
        &["compare", "--min-confidence", "2"],
        &["compare", "--format", "pdf"],
        &["compare", "--width", "5"],
        &["matrix", "--measure", "agrement"],
        &["explain", "nothing"],
        &["man", "nothing"],
        &["nothing"],
        &[],
    ] {
        let message = scratch.run(arguments).refused();
        assert!(!message.is_empty(), "{arguments:?}");
    }
}

#[test]
fn a_measure_that_is_not_there_is_refused_with_what_was_meant() {
    let message = sound().run(&["matrix", "--measure", "agrement"]).refused();
    assert!(message.contains("did you mean `agreement`?"), "{message}");
    let message = sound().run(&["explain", "agrement"]).refused();
    assert_eq!(
        message,
        "error: nothing is called `agrement`: did you mean `agreement`?\n"
    );
}

#[test]
fn an_answer_goes_to_the_file_asked_for_in_the_format_of_its_ending() {
    let scratch = sound();
    let csv = scratch.run(&["compare", "--format", "csv"]).fine();
    assert_eq!(
        scratch.run(&["compare", "--output", "pairs.csv"]).fine(),
        ""
    );
    assert_eq!(
        fs::read_to_string(scratch.folder().join("pairs.csv")).unwrap(),
        csv
    );
}

#[test]
fn a_file_that_cannot_be_written_is_refused_and_left_as_it_was() {
    let scratch = sound();
    let message = scratch
        .run(&["compare", "--output", "no/where.csv"])
        .refused();
    assert!(
        message.starts_with("error: cannot write `no/where.csv`: "),
        "{message}"
    );
}
