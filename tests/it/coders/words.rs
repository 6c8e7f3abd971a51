//! What is said of several codings.

use insta::assert_snapshot;

use crate::harness::repository::commit;
use crate::harness::run::parsed;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Says, Talks, says};

fn by(coder: &str, said: Says) -> Says {
    said.with(&format!("coder: {coder:?}"))
}

/// Two coders in one dossier: of four parties they read two alike.
fn talks() -> Scratch {
    let of = |coder: &str, truce: [&str; 3], level: &str| {
        [
            ("east", vec![by(coder, says("truce", truce[0]))]),
            (
                "north",
                vec![
                    by(coder, says("truce", truce[1])),
                    by(coder, says("force", level)),
                ],
            ),
            ("south", vec![by(coder, says("truce", truce[2]))]),
        ]
    };
    let ana = of("ana", ["Support", "Support", "Oppose"], "At(\"none\")");
    let ben = of("ben", ["Support", "Neutral", "Oppose"], "At(\"full\")");
    let mut talks = Talks::new().statement("truce").issue_with(
        "force",
        "arms",
        "Scale([\"none\", \"some\", \"full\"])",
        "",
    );
    for (party, stances) in ana.into_iter().chain(ben) {
        talks = talks.party(party, stances);
    }
    talks
        .party(
            "south",
            [
                by("ben", says("force", "AtMost(\"some\")")),
                says("force", "At(\"full\")"),
            ],
        )
        .party(
            "west",
            [
                by("ana", says("truce", "Support")),
                by("ben", says("truce", "Support").on_condition("votes")),
            ],
        )
        .scratch()
}

#[test]
fn coders_of_one_dossier() {
    let text = talks().run(&["coders", "talks"]).fine();
    assert_snapshot!(text, @"
    Coders: talks
    ═════════════

    ana: As of 2025-01-01 · declared, attributed and conduct · 4 parties, 2 issues · 5 places coded

    ben: As of 2025-01-01 · declared, attributed and conduct · 4 parties, 2 issues · 6 places coded

    Left aside: 1 record without a coder, which belong to no coding.

    Reliability

    area          alpha  same position  all coded  only some  nobody
    ────────────────────────────────────────────────────────────────
    matters   0.851 (8)            2/4          4          0       0
    arms          0 (2)            0/1          1          1       2
    All      0.533 (10)        2/5 40%          5          1       2
    ────────────────────────────────────────────────────────────────
    alpha: Krippendorff's, question by question, with the squared distance of two positions as their
      difference; in brackets how many answers it rests on. 1: always the same; 0: as by chance
    same position: of each two coders who have one; silence is no answer, and is counted in the columns
      behind

    Where they differ

    issue  party  differs in  distance  ana        ben                         settled
    ── matters ───────────────────────────────────────────────────────────────────────
    truce  north  position         0.5  + support  0 neutral
    truce  west   condition          ·  + support  + support (on a condition)
    ── arms ──────────────────────────────────────────────────────────────────────────
    force  north  position           1  none       full
    force  south  presence           ·  ·          none – some
    ──────────────────────────────────────────────────────────────────────────────────
    · no record

    Pairs that hang on it

    pair                  ana         ben
    ─────────────────────────────────────
    east – north   1/0/0 of 1  0/1/0 of 1
    east – west    1/0/0 of 1  0/1/0 of 1
    north – south  0/0/1 of 1  0/1/1 of 2
    north – west   1/0/0 of 1  0/1/0 of 1
    south – west   0/0/1 of 1  0/1/0 of 1
    ─────────────────────────────────────
    agree/partial/conflict of n
    ");
}

/// By hand: the truce has the pairs (+1,+1), (+1,0), (−1,−1), (+1,+1). Squared distances
/// within: 2 · ¼ = ½. Among all eight answers, 5 of +1, 1 of 0, 2 of −1:
/// 2 · (5 · ¼ + 10 · 1 + 2 · ¼) / 7 = 23.5 / 7. Alpha is 1 − ½ · 7 / 23.5.
#[test]
fn alpha_is_as_worked_out_by_hand() {
    let answer = talks()
        .run(&["coders", "talks", "--area", "matters", "--format", "json"])
        .json();
    let alpha = answer["overall"]["alpha"].as_f64().unwrap();
    assert!((alpha - (1.0 - 3.5 / 23.5)).abs() < 1e-12, "{alpha}");
    assert_eq!(answer["overall"]["n"], 8);
    // The position of the west is the same, but for one coder it depends on something.
    assert_eq!(
        (&answer["overall"]["same"], &answer["overall"]["of"]),
        (&2.into(), &4.into())
    );
    assert_eq!(answer["nameless"], 1);
}

#[test]
fn the_worksheet_has_a_column_to_fill_in() {
    let csv = talks().run(&["coders", "talks", "--format", "csv"]).fine();
    assert_snapshot!(csv, @"
    party,issue,area,text,differs_in,distance,ana: state,ana: position,ana: condition,ana: sources,ana: places,ana: gist,ben: state,ben: position,ben: condition,ben: sources,ben: places,ben: gist,settled
    north,truce,matters,What about truce?,position,0.5,held,support,,,,,held,neutral,,,,,
    west,truce,matters,What about truce?,condition,0.0,held,support,,,,,held,support,votes,,,,
    north,force,arms,What about force?,position,1.0,held,none,,,,,held,full,,,,,
    south,force,arms,What about force?,presence,,silent,,,,,,held,none – some,,,,,
    ");
}

#[test]
fn revisions_are_codings_too() {
    let scratch = Talks::new()
        .statement("truce")
        .party("north", [says("truce", "Support")])
        .party("south", [says("truce", "Support")])
        .scratch();
    commit(&scratch, "ana");
    scratch.write(
        "north.ron",
        "(stances: [(issue: \"truce\", position: Oppose, basis: Conduct, since: \"2025\")])",
    );
    commit(&scratch, "ben");
    let answer = scratch
        .run(&["coders", "talks", "--rev", "ana,ben", "--format", "json"])
        .json();
    assert_eq!(answer["codings"][1]["coder"], "ben");
    // Both are looked at on one day, the later one: a year counts from its last day.
    assert_eq!(answer["codings"][0]["lens"]["as_of"], "2025-12-31");
    assert_eq!(answer["disagreements"].as_array().unwrap().len(), 1);
    assert_eq!(answer["pairs"][0]["counts"][0]["agree"], 1);
    assert_eq!(answer["pairs"][0]["counts"][1]["conflict"], 1);
}

#[test]
fn what_is_no_two_codings_is_refused() {
    let scratch = Talks::new()
        .statement("i")
        .party("a", [says("i", "Support")])
        .scratch();
    let refused = |arguments: &[&str]| scratch.run(&[&["coders"], arguments].concat()).refused();
    assert!(refused(&[]).contains("no record names its `coder`"));
    assert!(refused(&["talks", "talks"]).contains("`talks` is named twice"));
    assert!(refused(&["talks", "--rev", "one"]).contains("one revision is one coding"));
    assert!(refused(&["talks", "nowhere"]).contains("there is no dossier `nowhere`"));
    assert!(refused(&["talks", "x", "--rev", "a,b"]).contains("`--rev` looks at one dossier"));
}

#[test]
fn a_name_that_would_be_more_is_harmless() {
    let said =
        |coder: &str, position: &str| says("truce", position).with(&format!("coder: {coder:?}"));
    let scratch = Talks::new()
        .statement("truce")
        .party(
            "north",
            [said("=cmd", "Support"), said("<b>|x\u{1b}[31m", "Oppose")],
        )
        .scratch();
    for format in ["table", "markdown", "csv", "html"] {
        let text = scratch.run(&["coders", "--format", format]).fine();
        assert!(!text.contains('\u{1b}'), "{text}");
        assert!(format != "html" || !text.contains("<b>"), "{text}");
        assert!(format != "csv" || !text.contains(",=cmd"), "{text}");
    }
    let json = scratch.run(&["coders", "--format", "json"]).fine();
    assert_eq!(parsed(&json)["codings"][1]["coder"], "=cmd");
}

#[test]
fn a_workbook_has_the_worksheet() {
    use calamine::{Reader, Xlsx, open_workbook};
    let scratch = talks();
    let arguments = ["coders", "talks", "--output", "sheet.xlsx"];
    assert_eq!(scratch.run(&arguments).fine(), "");
    let mut book: Xlsx<_> = open_workbook(scratch.folder().join("sheet.xlsx")).unwrap();
    let sheet = book.worksheet_range("Where they differ").unwrap();
    let rows: Vec<Vec<String>> = (sheet.rows())
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let head = rows
        .iter()
        .position(|row| row.contains(&"settled".to_owned()))
        .unwrap();
    let last = rows[head]
        .iter()
        .position(|cell| cell == "settled")
        .unwrap();
    // Below them stands the same in words: cells with numbers hold no words.
    let places = rows[head + 1..].iter();
    let places: Vec<_> = places
        .take_while(|row| !row[0].is_empty())
        .filter(|row| row[0] == "truce" || row[0] == "force")
        .collect();
    assert_eq!(places.len(), 4, "{rows:?}");
    assert!(places.iter().all(|row| row[last].is_empty()), "{places:?}");
}

/// Every example of the help, on dossiers of these names.
#[test]
fn the_examples_run() {
    let scratch = talks();
    for name in ["coded-by-ana", "coded-by-ben", "ana", "ben"] {
        let folder = scratch.folder().join("stances").join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for file in std::fs::read_dir(scratch.talks()).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), folder.join(file.file_name())).unwrap();
        }
    }
    commit(&scratch, "ana");
    scratch.write("east.ron", "(stances: [])");
    commit(&scratch, "ben");
    let help = scratch.run(&["coders", "--help"]).fine();
    let examples = help.lines().filter(|line| line.starts_with("  stances "));
    let examples: Vec<&str> = examples
        .filter_map(|line| line.trim().split("  ").next())
        .collect();
    assert_eq!(examples.len(), 4);
    for example in examples {
        let words: Vec<&str> = example.split(' ').skip(1).collect();
        let output = scratch.run(&words).output();
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{example}");
    }
}
