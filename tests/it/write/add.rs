//! `stances add`.

use super::{added, done, shipped, text, untouched};
use crate::harness::scratch::Scratch;

const UKRAINE: &str = "stances/paris-and-moscow/ukraine.ron";
const PARIS: [&str; 2] = ["--in", "paris-and-moscow"];
const CITED: [&str; 4] = ["--source", "article", "--at", "P9.s1"];

fn add<'a>(words: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [&["add"], words, more, &PARIS].concat()
}

/// What a command adds to Ukraine's file.
fn adds(words: &[&str], more: &[&str]) -> String {
    let scratch = shipped();
    let before = text(&scratch, UKRAINE);
    done(scratch.run(&add(words, more)));
    let check = scratch
        .run(&["fmt", "paris-and-moscow", "--check"])
        .output();
    assert_eq!((check.code, check.text().as_str()), (0, ""));
    assert_eq!(
        scratch.run(&["compare", "paris-and-moscow"]).output().code,
        0
    );
    added(&before, &text(&scratch, UKRAINE))
}

#[test]
fn a_record_reads_like_its_neighbours() {
    let more = [
        &CITED[..],
        &[
            "--firmness",
            "demand",
            "--gist",
            "Pressure belongs on Moscow.",
            "--confidence",
            "0.9",
        ],
    ]
    .concat();
    assert_eq!(
        adds(&["ukraine", "pressure-burden", "mostly-russia.."], &more),
        r#"        (
            issue: "pressure-burden",
            position: AtLeast("mostly-russia"),
            firmness: Demand,
            basis: Declared(by: "Volodymyr Zelenskyy"),
            since: "2025-12-01", date: Inferred,
            evidence: [(source: "article", at: "P9.s1")],
            gist: "Pressure belongs on Moscow.",
            confidence: 0.9,
        ),
"#
    );
}

#[test]
fn everything_can_be_said() {
    let more = [
        "--source",
        "article",
        "--at",
        "P1",
        "--source",
        "article",
        "--at",
        "T2",
        "--since",
        "2025-11",
        "--until",
        "2025-12-24",
        "--date",
        "external",
        "--firmness",
        "red-line",
        "--basis",
        "attributed",
        "--by",
        "an \"observer\"",
        "--condition",
        "peace",
        "--gist",
        "g",
        "--quote",
        "q",
        "--note",
        "n",
        "--confidence",
        "0.5",
        "--salience",
        "1",
        "--stake",
        "4",
        "--coder",
        "c",
        "--confidential",
    ];
    assert_eq!(
        adds(
            &["ukraine", "pressure-burden", "both-equally..mostly-russia"],
            &more
        ),
        r#"        (
            issue: "pressure-burden",
            position: Between("both-equally", "mostly-russia"),
            condition: "peace",
            firmness: RedLine,
            basis: Attributed(by: "an \"observer\""),
            since: "2025-11", until: "2025-12-24", date: External,
            evidence: [(source: "article", at: "P1"), (source: "article", at: "T2")],
            gist: "g",
            quote: "q",
            note: "n",
            confidence: 0.5,
            salience: 1,
            stake: 4,
            coder: "c",
            confidential: true,
        ),
"#
    );
}

#[test]
fn a_long_text_goes_on_in_the_next_line() {
    let gist = "word ".repeat(40) + "end";
    let more = [&CITED[..], &["--gist", &gist]].concat();
    let record = adds(&["ukraine", "pressure-burden", "russia-only"], &more);
    assert!(
        record.contains("word \\\n                word "),
        "{record}"
    );
    assert!(record.lines().all(|line| line.len() <= 100), "{record}");
}

#[test]
fn the_first_record_of_an_area_gets_its_heading_where_others_have_theirs() {
    let record = adds(&["ukraine", "territory-decision", "ukraine-alone"], &CITED);
    assert!(
        record.starts_with(
            "        // Territory\n\n        (\n            issue: \"territory-decision\","
        ),
        "{record}"
    );
    assert!(record.ends_with("        ),\n\n"), "{record}");
}

#[test]
fn an_empty_list_is_opened() {
    let scratch = shipped();
    let file = "stances/paris-and-moscow/poland.ron";
    let more = [&CITED[..], &["--by", "Tusk"]].concat();
    done(scratch.run(&add(&["poland", "guarantee-strength", "robust"], &more)));
    let text = text(&scratch, file);
    assert!(
        text.contains("    stances: [\n        (\n            issue: \"guarantee-strength\",\n")
    );
    let check = scratch
        .run(&["fmt", "paris-and-moscow", "--check"])
        .output();
    assert_eq!(check.code, 0);
}

/// A dossier of one issue of each kind and a party with the text given.
fn talks(party: &str) -> Scratch {
    let head = r#"(
    areas: [(id: "a", name: "A")],
    issues: [
        (id: "statement", area: "a", kind: Statement, text: "It should be."),
        (id: "scale", area: "a", kind: Scale(["low", "middle", "high", "undisclosed"]), text: "How much."),
        (id: "choice", area: "a", kind: Choice(["x", "y", "Support"]), text: "Which."),
        (id: "number", area: "a", kind: Quantity(unit: "m", min: -10, max: 100), text: "How many."),
    ],
    sources: [(id: "s", title: "S", published: "2025-01")],
)
"#;
    Scratch::new([("dossier.ron", head), ("p.ron", party)])
}

const BARE: &str = "(speakers: [(name: \"Spokesman\")])\n";

/// The position that words become on an issue, as it is written.
fn position(issue: &str, words: &str) -> String {
    let scratch = talks(BARE);
    done(scratch.run(&["add", "p", issue, words, "--source", "s", "--at", "1"]));
    let text = text(&scratch, "stances/talks/p.ron");
    let line = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("position: "));
    line.unwrap().trim_end_matches(',').to_owned()
}

#[test]
fn positions_in_ron_and_in_bare_words() {
    for (issue, words, written) in [
        ("statement", "support", "Support"),
        ("statement", "lean-oppose", "LeanOppose"),
        ("statement", "LeanSupport", "LeanSupport"),
        ("statement", "withdrawn", "Withdrawn"),
        ("scale", "middle", "At(\"middle\")"),
        ("scale", "AtMost(\"middle\")", "AtMost(\"middle\")"),
        ("scale", "low..high", "Between(\"low\", \"high\")"),
        ("scale", "middle..", "AtLeast(\"middle\")"),
        ("scale", "..middle", "AtMost(\"middle\")"),
        ("scale", "Undisclosed", "Undisclosed"),
        ("choice", "x", "OneOf([\"x\"])"),
        ("choice", "x, y", "OneOf([\"x\", \"y\"])"),
        ("number", "20", "At(20)"),
        ("number", "-5", "At(-5)"),
        ("number", "0.5..1_0", "Between(0.5, 10)"),
        ("number", "..7", "AtMost(7)"),
    ] {
        assert_eq!(position(issue, words), written, "{words} on {issue}");
    }
}

#[test]
fn words_that_could_mean_two_things_or_nothing_are_refused() {
    let scratch = talks(BARE);
    for (issue, words, said) in [
        ("scale", "undisclosed", "could be a name"),
        ("choice", "Support", "could be a name"),
        ("statement", "suport", "did you mean `support`?"),
        ("statement", "robust", "the positions are `support`"),
        ("scale", "hihg", "did you mean `high`?"),
        ("scale", "high..low", "write `Between(\"low\", \"high\")`"),
        ("scale", "support", "is a scale"),
        ("scale", "..", "names no end"),
        ("choice", "x,z", "the options are"),
        ("choice", "x,x", "stands twice"),
        ("number", "low", "takes a number"),
        (
            "number",
            "1k..2k",
            "`1k` is none: write it in digits, such as `250000`",
        ),
        ("number", "2,5", "or `2.5`"),
        ("number", "200", "outside -10 to 100"),
        ("number", "NaN", "takes a number"),
        ("scale", "At(\"middle\"", "error"),
        ("scale", "", "no level ``"),
    ] {
        let message = untouched(
            &scratch,
            &["add", "p", issue, words, "--source", "s", "--at", "1"],
        );
        assert!(message.contains(said), "{words} on {issue}: {message}");
    }
}

#[test]
fn what_is_missing_is_said_at_once() {
    let scratch = talks("()");
    let message = untouched(&scratch, &["add", "p", "statement", "support"]);
    for said in [
        "no stance goes without evidence",
        "the only source is `s`",
        "it is open who says so",
        "--since",
    ] {
        assert!(message.contains(said), "{said}: {message}");
    }
    let two = [
        "add",
        "p",
        "statement",
        "support",
        "--source",
        "s",
        "--by",
        "x",
    ];
    assert!(untouched(&scratch, &two).contains("give each source its place"));
}

#[test]
fn names_that_are_not_there_are_guessed() {
    let scratch = shipped();
    for (words, said) in [
        (
            ["ukrane", "guarantee-strength", "robust"],
            "did you mean `ukraine`?",
        ),
        (
            ["ukraine", "guarantee-strenth", "robust"],
            "did you mean `guarantee-strength`?",
        ),
        (
            ["ukraine", "guarantee-strength", "robst"],
            "did you mean `robust`?",
        ),
        (
            ["ukraine", "territory-decision", "ukraine-alon"],
            "did you mean `ukraine-alone`?",
        ),
        (
            ["dossier", "territory-decision", "ukraine-alone"],
            "there is no party",
        ),
    ] {
        let message = untouched(&scratch, &add(&words, &CITED));
        assert!(message.contains(said), "{message}");
    }
    let cited = ["--source", "artcle", "--at", "P1"];
    let message = untouched(
        &scratch,
        &add(&["ukraine", "guarantee-strength", "robust"], &cited),
    );
    assert!(message.contains("did you mean `article`?"), "{message}");
}

#[test]
fn the_date_is_the_sources_unless_it_is_given() {
    for (more, line) in [
        (&[][..], "since: \"2025-01\", date: Inferred,"),
        (&["--date", "stated"], "since: \"2025-01\","),
        (&["--since", "2024"], "since: \"2024\","),
        (
            &["--since", "2024", "--date", "inferred"],
            "since: \"2024\", date: Inferred,",
        ),
    ] {
        let scratch = talks(BARE);
        let words = ["add", "p", "scale", "low", "--source", "s", "--at", "1"];
        done(scratch.run(&[&words, more].concat()));
        let text = text(&scratch, "stances/talks/p.ron");
        assert!(
            text.lines().any(|found| found.trim() == line),
            "{line}: {text}"
        );
    }
}

#[test]
fn the_same_record_is_not_added_twice() {
    let scratch = talks(BARE);
    let words = ["add", "p", "scale", "low", "--source", "s", "--at", "1"];
    done(scratch.run(&words));
    assert!(untouched(&scratch, &words).contains("already"));
    let until = [&words[..], &["--since", "2025-03", "--until", "2025-02"]].concat();
    assert!(untouched(&scratch, &until).contains("ends before it begins"));
    let sure = [&words[..], &["--since", "2025-03", "--confidence", "2"]].concat();
    assert!(untouched(&scratch, &sure).contains("outside 0 to 1"));
}

#[test]
fn what_would_contradict_a_record_of_the_same_day_is_refused() {
    let scratch = talks(BARE);
    let add = |words: [&'static str; 2], more: &[&'static str]| {
        let cited = ["--source", "s", "--at"];
        [&["add", "p"][..], &words, &cited, more].concat()
    };
    done(scratch.run(&add(["choice", "x,y"], &["1"])));
    assert_eq!(
        untouched(&scratch, &add(["choice", "x"], &["2"])),
        "error: `p` has another position on `choice` since 2025-01 already, `OneOf([\"x\", \"y\"])` in \
         `stances/talks/p.ron:2`: correct that record with `stances set 'p:stances[0].position' …`, \
         or record a later change with `stances revise`\n"
    );
    let condition = ["2", "--condition", "peace"];
    assert!(untouched(&scratch, &add(["choice", "x,y"], &condition)).contains("another position"));
    done(scratch.run(&add(["choice", "y,x"], &["2"])));
    done(scratch.run(&add(["choice", "x"], &["3", "--since", "2025-02"])));
    done(scratch.run(&add(["choice", "x"], &["3", "--basis", "conduct"])));
    done(scratch.run(&add(["scale", "high"], &["1"])));
}

#[test]
fn a_dry_run_shows_the_difference_and_writes_nothing() {
    let scratch = shipped();
    let before = super::state(scratch.folder());
    let more = [&CITED[..], &["--dry-run"]].concat();
    let words = ["ukraine", "pressure-burden", "russia-only"];
    let output = scratch.run(&add(&words, &more)).output();
    assert_eq!(output.code, 0);
    assert!(
        output
            .text()
            .contains("+            position: At(\"russia-only\"),\n")
    );
    assert_eq!(super::state(scratch.folder()), before);
}

#[test]
fn line_endings_indentation_and_comments_stay() {
    let party = "\u{FEFF}// top\r\n(\r\n\tspeakers: [(name: \"S\")], // who\r\n\tstances: [ // all\r\n\t\t// one\r\n\t\t(\r\n\t\t\tissue: \"scale\", /* x */ position: At(\"low\"),\r\n\t\t\tbasis: Conduct, since: \"2024\",\r\n\t\t) // behind\r\n\t\t// last\r\n\t], // end\r\n)\r\n";
    let scratch = talks(party);
    let gist = "word ".repeat(40);
    let more = ["--source", "s", "--at", "1", "--gist", &gist];
    done(scratch.run(&[&["add", "p", "choice", "x"][..], &more].concat()));
    let text = text(&scratch, "stances/talks/p.ron");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    assert!(
        text.contains("\t\t), // behind\r\n\t\t(\r\n\t\t\tissue: \"choice\",\r\n"),
        "{text}"
    );
    assert!(
        text.contains("\r\n\t\t)\r\n\t\t// last\r\n\t], // end\r\n"),
        "{text}"
    );
    let compare = scratch.run(&["compare"]).output();
    assert_eq!(compare.code, 0, "{}", compare.stderr);
}

#[test]
fn hostile_values_stay_values() {
    let scratch = talks(BARE);
    let hostile = "\") , issue: \"x\n\r\t\\u{7} // /* \u{1b}[31m \u{202e} \u{0085}\\";
    let more = [
        "--source", "s", "--at", hostile, "--gist", hostile, "--by", hostile,
    ];
    done(scratch.run(&[&["add", "p", "choice", "x"][..], &more].concat()));
    let text = text(&scratch, "stances/talks/p.ron");
    let party: stances::record::party::PartyFile = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .from_str(&text)
        .unwrap();
    let stance = &party.stances[0];
    assert_eq!(stance.gist.as_deref(), Some(hostile));
    assert_eq!(stance.evidence[0].at.as_deref(), Some(hostile));
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
}

#[test]
fn a_file_with_mistakes_is_left_alone_and_those_of_others_do_not_matter() {
    let scratch = talks(BARE);
    scratch.write("q.ron", "(stances: [(issue: \"nowhere\")])");
    let words = ["add", "p", "choice", "x", "--source", "s", "--at", "1"];
    done(scratch.run(&words));
    scratch.write("p.ron", "(stances: [");
    assert!(untouched(&scratch, &words).contains("p.ron"));
}
