//! Commands that change files: what they change, what they leave alone, and what
//! is there when they are interrupted.

mod examples;
mod get;
mod interrupted;
mod journal;
mod remove;
mod rename;
mod set;
mod together;
mod unwritable;

use crate::harness::scratch::Scratch;

/// A head with two issues, two areas and two sources.
const HEAD: &str = r#"(
    areas: [(id: "trade"), (id: "border")],
    issues: [
        (id: "tariffs", area: "trade", kind: Statement, text: "Tariffs should go."),
        (id: "crossings", area: "border", kind: Scale(["none", "few", "many"]), text: "How many crossings there should be."),
    ],
    relations: [
        // If there are no tariffs there is no need of few crossings.
        Implies(if: ("tariffs", Support), then: ("crossings", AtLeast("few")), because: "tariffs"),
        Excludes(one: ("crossings", At("none")), other: ("tariffs", Support), because: "trade needs crossings"),
    ],
    sources: [(id: "paper", title: "The tariffs paper"), (id: "speech", title: "A speech")],
)
"#;

/// A party's file with comments wherever one can stand.
const AWKWARD: &str = r#"// Norland. Its issues: tariffs, crossings.
(
    name /* the short name */ : /* as printed */ "Norland", // not "Northland"

    // Who speaks.

    // Nobody else does.
    speakers: [/* one */ (name: "A. Nord") /* for now */],
    stances: [
        // Trade first.
        (
            issue /* of two */ : "tariffs",
            position: Support, /* since ever */ firmness: Demand, // says the speech
            basis: Declared(by: "A. Nord"),
            // The day of the speech.

            // Not that of the paper.
            since: "2025-03-01",
            evidence: [/* first */ (source: "paper", at: "p. 1"), /* second */ (source: "speech")],
            gist: "Tariffs go.", // paraphrase
            // after the last comma
        ), // end of tariffs

        (
            issue: "crossings", position: Between(/* at least */ "few", "many"),
            basis: Conduct, since: "2025-03",
            evidence: [(source: "paper")]
            // no comma before this
        ),
        /* the list ends here */
    ],
    notes: [(kind: Claim, text: "tariffs", evidence: [(source: "paper", at: "p. 2")])],
)
// the end
"#;

/// A second party, which names the first.
const SECOND: &str = r#"(
    name: "Both lands", kind: Group, members: ["norland", "Outland"],
    stances: [(issue: "tariffs", position: Oppose, basis: Conduct, since: "2025", evidence: [(source: "speech")], gist: "norland")],
)
"#;

/// A dossier of these three files.
fn scratch() -> Scratch {
    Scratch::new([
        ("dossier.ron", HEAD),
        ("norland.ron", AWKWARD),
        ("both-lands.ron", SECOND),
    ])
}

/// The text of a file of the dossier.
fn text(scratch: &Scratch, name: &str) -> String {
    std::fs::read_to_string(scratch.talks().join(name)).unwrap()
}

/// The names in the folder of the dossier, hidden ones too.
fn names(scratch: &Scratch) -> Vec<String> {
    let entries = std::fs::read_dir(scratch.talks()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The lines that differ, as `-old` and `+new`.
fn differences(before: &str, after: &str) -> Vec<String> {
    let (old, new): (Vec<_>, Vec<_>) = (
        before.split_inclusive('\n').collect(),
        after.split_inclusive('\n').collect(),
    );
    let same_start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same_start;
    let same_end = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    let gone = old[same_start..old.len() - same_end]
        .iter()
        .map(|line| format!("-{line}"));
    let come = new[same_start..new.len() - same_end]
        .iter()
        .map(|line| format!("+{line}"));
    gone.chain(come).collect()
}
