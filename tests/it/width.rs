//! Whole answers on narrow and wide paper: nothing runs over the edge, and nobody
//! gets lost on the way.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// Names in scripts of all widths, with marks and signs that take no room or two.
const NAMES: [&str; 10] = [
    "Russia",
    "Україна",
    "中华人民共和国",
    "Co\u{302}te d’Ivoire",
    "المملكة العربية السعودية",
    "대한민국",
    "Contact group 👩‍⚖️🇺🇦",
    "Organisation for Security and Co-operation in Europe",
    "Île-de-la-Re\u{301}union\u{308}",
    "भारत गणराज्य",
];

fn name(at: usize) -> String {
    format!("{} {at}", NAMES[at % NAMES.len()])
}

fn code(at: usize) -> String {
    format!("K{at:03}")
}

/// As many parties, all of which speak.
fn talks(parties: usize) -> Scratch {
    let talks = Talks::new()
        .issue_with("truce", "peace", "Statement", "")
        .issue_with(
            "monitoring-mission-of-neutral-states",
            "peace",
            "Statement",
            "",
        )
        .issue_with(
            "army",
            "security",
            r#"Quantity(unit: "men", min: 0, max: 1000000)"#,
            "",
        )
        .implies(
            ("truce", "Support"),
            ("monitoring-mission-of-neutral-states", "Support"),
        );
    let talks = (0..parties).fold(talks, |talks, at| {
        let head = format!("name: {:?}, code: {:?}", name(at), code(at));
        let side = ["Support", "Oppose", "Neutral", "LeanSupport"][at % 4];
        let firm = "firmness: RedLine";
        let stances = [
            says("truce", side).with(firm),
            says("army", &format!("AtMost({})", 1000 * (at + 1))),
        ];
        talks.party_with(&format!("p{at:03}"), &head, stances)
    });
    talks.scratch()
}

const WIDTHS: [usize; 4] = [40, 80, 120, 200];

fn check_fits(text: &str, width: usize) {
    for line in text.lines() {
        let taken: usize = line.graphemes(true).map(UnicodeWidthStr::width).sum();
        assert!(taken <= width, "{taken} columns on {width}: {line}");
    }
}

fn drawn(scratch: &Scratch, command: &[&str], width: usize) -> String {
    let width = width.to_string();
    let text = scratch
        .run(&[command, &["--width", &width]].concat())
        .fine();
    assert!(!text.contains('\x1b'));
    text
}

/// The text without the blanks and line ends that may stand in a broken name.
fn joined(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

/// That each party is in the text under its name, or under its code with what
/// the code means.
fn check_names(text: &str, parties: usize) {
    let text = joined(text);
    for at in 0..parties {
        let name = joined(&name(at));
        let whole = text.contains(&name);
        let by_code = text.contains(&format!("{}={name}", code(at)));
        assert!(whole || by_code, "{name} is lost in {text}");
    }
}

fn check(parties: usize) {
    let scratch = talks(parties);
    for width in WIDTHS {
        let answer = drawn(&scratch, &["compare"], width);
        check_fits(&answer, width);
        let matrix = drawn(&scratch, &["matrix"], width);
        check_fits(&matrix, width);
        check_names(&matrix, parties);
        assert_eq!(matrix_of(&answer), matrix_of(&matrix));
    }
}

/// The first matrix of a page.
fn matrix_of(text: &str) -> &str {
    let (_, matrix) = text.split_once("Agreement\n\n").expect("there is a matrix");
    matrix
        .split("\nConflict\n")
        .next()
        .unwrap_or(matrix)
        .trim_end()
}

#[test]
fn four_parties_fit_any_paper() {
    check(4);
}

#[test]
fn ten_parties_fit_any_paper() {
    check(10);
}

#[test]
fn forty_parties_fit_any_paper() {
    check(40);
}

#[test]
fn two_hundred_parties_fit_any_paper() {
    check(200);
}
