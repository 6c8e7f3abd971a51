//! What holds for all rules, whatever stands in the files.

use proptest::collection::vec;
use proptest::prelude::*;
use rayon::ThreadPoolBuilder;
use stances::change::bundle::Bundle;
use stances::syntax::quote::quote;

use super::folder::{Folder, findings};
use crate::harness::sketch::sketches;
use crate::harness::talks::Talks;

/// That any number of threads finds the same.
fn assert_same_on_all_threads(bundle: &Bundle) {
    let on = |threads| {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(|| findings(bundle))
    };
    assert_eq!(on(1), on(4));
}

fn folder(talks: &Talks) -> Folder {
    let parties = talks.parties();
    let parties = parties.map(|(id, text)| (format!("{id}.ron"), text));
    let head = ("dossier.ron".to_owned(), talks.dossier());
    Folder(parties.chain([head]).collect())
}

/// Names that look alike, are nothing, or hide something.
const NAMES: [&str; 16] = [
    "",
    " ",
    "-",
    "a",
    "A",
    "\u{430}",
    "a\u{200b}",
    "\u{e9}",
    "e\u{301}",
    "north",
    "North",
    "Nroth",
    "the_north",
    "日本の",
    "\u{202e}x",
    "should be, and must; who?",
];

fn names() -> impl Strategy<Value = String> {
    prop::sample::select(NAMES.to_vec()).prop_map(quote)
}

/// A party in which everything is called one of these names.
fn named_party() -> impl Strategy<Value = String> {
    let parts = (
        names(),
        names(),
        vec(names(), 0..4),
        vec(names(), 0..3),
        names(),
    );
    parts.prop_map(|(name, code, list, speakers, by)| {
        let speaker = |name: &String| format!("(name: {name})");
        let speakers: Vec<String> = speakers.iter().map(speaker).collect();
        let (list, speakers) = (list.join(", "), speakers.join(", "));
        let basis = format!("basis: Declared(by: {by}), since: \"2025\"");
        let evidence = format!("evidence: [(source: {code})]");
        format!(
            "(name: {name}, code: {code}, aliases: [{list}], members: [{list}], speakers: \
             [{speakers}], stances: [(issue: {name}, position: Withdrawn, condition: {by}, \
             {basis}, {evidence})])"
        )
    })
}

/// A dossier in which everything is called one of these names.
fn named() -> impl Strategy<Value = Folder> {
    let list = || vec(names(), 0..4);
    let parts = (list(), list(), list(), vec(named_party(), 0..4));
    parts.prop_map(|(issues, sources, levels, parties)| {
        let issue = |id: &String| format!("(id: {id}, area: {id}, kind: Statement, text: {id})");
        let source = |id: &String| format!("(id: {id}, title: {id})");
        let level = |id: &String| format!("{id}: Warn");
        let join = |list: &[String], one: &dyn Fn(&String) -> String| {
            let list: Vec<String> = list.iter().map(one).collect();
            list.join(", ")
        };
        let head = format!(
            "(issues: [{}], sources: [{}], checks: (levels: {{{}}}))",
            join(&issues, &issue),
            join(&sources, &source),
            join(&levels, &level),
        );
        let party = |(at, text)| (format!("{}.ron", NAMES[at + 3]), text);
        let parties = parties.into_iter().enumerate().map(party);
        Folder(parties.chain([("dossier.ron".to_owned(), head)]).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_dossier_is_checked_alike_on_any_number_of_threads(sketch in sketches()) {
        assert_same_on_all_threads(&folder(&sketch.talks()).bundle());
    }

    #[test]
    fn any_names_are_checked_alike_on_any_number_of_threads(folder in named()) {
        assert_same_on_all_threads(&folder.bundle());
    }
}
