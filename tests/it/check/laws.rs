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

/// A dossier in which everything is called one of these names.
fn named() -> impl Strategy<Value = Folder> {
    let party = (
        names(),
        names(),
        vec(names(), 0..4),
        vec(names(), 0..3),
        names(),
    );
    (vec(names(), 0..4), vec(names(), 0..4), vec(party, 0..4)).prop_map(|(issues, sources, parties)| {
        let issue = |id: &String| format!("(id: {id}, area: {id}, kind: Statement, text: {id})");
        let issues: Vec<String> = issues.iter().map(issue).collect();
        let source = |id: &String| format!("(id: {id}, title: {id})");
        let sources: Vec<String> = sources.iter().map(source).collect();
        let (issues, sources) = (issues.join(", "), sources.join(", "));
        let levels: Vec<String> = parties.iter().map(|party| format!("{}: Warn", party.0)).collect();
        let levels = levels.join(", ");
        let head = format!("(issues: [{issues}], sources: [{sources}], checks: (levels: {{{levels}}}))");
        let party = |(at, (name, code, list, speakers, by)): (usize, &(String, String, Vec<String>, Vec<String>, String))| {
            let list = list.join(", ");
            let speakers: Vec<String> = speakers.iter().map(|name| format!("(name: {name})")).collect();
            let text = format!(
                "(name: {name}, code: {code}, aliases: [{list}], members: [{list}], speakers: [{}], \
                 stances: [(issue: {name}, position: Withdrawn, condition: {by}, basis: Declared(by: \
                 {by}), since: \"2025\", evidence: [(source: {code})])])",
                speakers.join(", ")
            );
            (format!("{}{at}.ron", NAMES[at + 3]), text)
        };
        let parties = parties.iter().enumerate().map(party);
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
