//! The process is killed while it writes, again and again at other moments.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::names;
use crate::harness::scratch::Scratch;

/// How many parties a change goes through.
const PARTIES: usize = 12;

const ROUNDS: u64 = 120;

#[test]
fn a_change_to_many_files_is_made_or_not() {
    let scratch = dossier();
    let whole = whole_run(&scratch);
    let mut names_now = ["one", "other"];
    let mut made = 0;
    for round in 0..ROUNDS {
        let [old, new] = names_now;
        killed(
            &scratch,
            &["rename", "issue", old, new],
            moment(round, whole),
        );
        for (name, issue) in issues(&scratch) {
            assert!(issue == old || issue == new, "{name} is torn: {issue}");
        }
        let next = [
            ["get", "dossier:issues[0].id"].as_slice(),
            &["compare"],
            &["set", "p0:name", "P"],
        ];
        let output = scratch.run(next[round as usize % next.len()]).output();
        assert_eq!(output.code, 0, "{}", output.stderr);
        let now: Vec<String> = issues(&scratch).into_values().collect();
        assert!(now.iter().all(|issue| *issue == now[0]), "{now:?}");
        assert_eq!(names(&scratch).len(), PARTIES + 1, "{:?}", names(&scratch));
        if now[0] == new {
            names_now = [new, old];
            made += 1;
        }
    }
    // Else the moments are badly chosen and show nothing.
    assert!((1..ROUNDS).contains(&made), "{made} of {ROUNDS} were made");
}

#[test]
fn a_partys_file_is_there_under_one_name() {
    let scratch = dossier();
    let whole = whole_run(&scratch);
    let mut names_now = ["p3", "p3-renamed"];
    for round in 0..ROUNDS / 2 {
        let [old, new] = names_now;
        killed(
            &scratch,
            &["rename", "party", old, new],
            moment(round, whole),
        );
        assert_eq!(scratch.run(&["compare"]).output().code, 0);
        let files = names(&scratch);
        assert_eq!(files.len(), PARTIES + 1, "{files:?}");
        let is_new = files.contains(&format!("{new}.ron"));
        let members = scratch.run(&["get", "p0:members"]).fine();
        let expected = if is_new { new } else { old };
        assert_eq!(members, format!("[\"{expected}\"]\n"), "{files:?}");
        if is_new {
            names_now = [new, old];
        }
    }
}

#[test]
fn a_change_to_one_file_is_made_or_not() {
    let scratch = dossier();
    let whole = whole_run(&scratch);
    let mut value = "Party 1".to_owned();
    for round in 0..ROUNDS {
        let next = format!("Party 1, {round}");
        let before = scratch.run(&["get", "p1:"]).fine();
        killed(&scratch, &["set", "p1:name", &next], moment(round, whole));
        let after = std::fs::read_to_string(scratch.talks().join("p1.ron")).unwrap();
        if after.trim_end() != before.trim_end() {
            assert_eq!(after.trim_end(), before.trim_end().replace(&value, &next));
            value = next;
        }
        assert_eq!(
            scratch.run(&["get", "p1:name"]).fine(),
            format!("\"{value}\"\n")
        );
        assert_eq!(names(&scratch).len(), PARTIES + 1, "{:?}", names(&scratch));
    }
}

/// A dossier in which every party speaks to one issue.
fn dossier() -> Scratch {
    let head = r#"(areas: [(id: "a")], issues: [(id: "one", area: "a", kind: Statement, text: "One.")],
        sources: [(id: "s", title: "S")])"#;
    let party = |nth: usize| {
        let text = format!(
            "(name: \"Party {nth}\", members: [{}],\n    stances: [(issue: \"one\", position: Support, \
             basis: Conduct, since: \"2025\", evidence: [(source: \"s\")])],\n)\n",
            if nth == 0 { "\"p3\"" } else { "" }
        );
        (format!("p{nth}.ron"), text)
    };
    let parties: Vec<(String, String)> = (0..PARTIES).map(party).collect();
    let parties = parties
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()));
    Scratch::new(parties.chain([("dossier.ron", head)]))
}

/// What each file calls the issue.
fn issues(scratch: &Scratch) -> BTreeMap<String, String> {
    let files = names(scratch)
        .into_iter()
        .filter(|name| name.ends_with(".ron"));
    files
        .map(|name| {
            let text = std::fs::read_to_string(scratch.talks().join(&name)).unwrap();
            let field = if name == "dossier.ron" {
                "issues: [(id: \""
            } else {
                "issue: \""
            };
            let (_, issue) = text.split_once(field).unwrap();
            (name, issue.split('"').next().unwrap().to_owned())
        })
        .collect()
}

/// How long a change takes that nobody interrupts.
fn whole_run(scratch: &Scratch) -> Duration {
    let start = Instant::now();
    for (old, new) in [("one", "other"), ("other", "one")] {
        let output = scratch.run(&["rename", "issue", old, new]).output();
        assert_eq!(output.code, 0, "{}", output.stderr);
    }
    start.elapsed() / 2
}

/// A moment of a run, at random, or just after its end.
fn moment(round: u64, whole: Duration) -> Duration {
    let chance = RandomState::new().hash_one(round) % 1000;
    whole.mul_f64(chance as f64 / 900.0)
}

/// Starts a run and kills it.
fn killed(scratch: &Scratch, arguments: &[&str], after: Duration) {
    let mut run = Command::new(env!("CARGO_BIN_EXE_stances"))
        .args(arguments)
        .current_dir(scratch.folder())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    sleep(after);
    run.kill().unwrap();
    run.wait().unwrap();
}
