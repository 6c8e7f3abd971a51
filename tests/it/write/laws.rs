//! What formatting and adding may never do, tried on files written at random.

use proptest::collection::vec;
use proptest::prelude::*;
use ron::Options;
use ron::extensions::Extensions;
use stances::change::add::add;
use stances::change::asked::Asked;
use stances::change::bundle::Bundle;
use stances::change::fmt::fmt;
use stances::change::text_file::TextFile;
use stances::dossier::BasisKind;
use stances::record::party::PartyFile;
use stances::record::stance::Firmness;
use stances::text::source::Source;

const HEAD: &str = r#"(
    areas: [(id: "a", name: "Alpha"), (id: "b", name: "Beta"), (id: "c", name: "Gamma")],
    issues: [
        (id: "a1", area: "a", kind: Statement, text: "T."),
        (id: "b1", area: "b", kind: Statement, text: "T."),
        (id: "b2", area: "b", kind: Scale(["low", "high"]), text: "T."),
        (id: "c1", area: "c", kind: Choice(["x", "y"]), text: "T."),
    ],
    sources: [(id: "s", title: "S", published: "2025")],
)
"#;

/// White space and comments between two words; `#` becomes a number of its own.
const SPACES: [&str; 9] = [
    "",
    "",
    " ",
    "\n    ",
    "\n\n",
    " // #c\n",
    "/* #c */",
    "\n// #c\n",
    "\n\n    // #c\n\n",
];

const FIELDS: [&str; 9] = [
    "firmness: RedLine",
    "date: Inferred",
    "evidence: [(source: \"s\", at: \"1\"), (at: \"2\", source: \"s\")]",
    "gist: \"one \\\n two\"",
    "note: r#\"raw \"text\"\"#",
    "confidence: 0.50",
    "salience: 1",
    "condition: \"if\"",
    "until: \"2026\"",
];

const POSITIONS: [(&str, &str); 4] = [
    ("a1", "Support"),
    ("b1", "Oppose"),
    ("b2", "Between(\"low\", \"high\")"),
    ("c1", "OneOf([\"x\",\"y\"])"),
];

fn space() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&SPACES[..])
}

/// A stance with its fields in any order.
fn stance() -> impl Strategy<Value = String> {
    let position = prop::sample::select(&POSITIONS[..]);
    let fields = prop::sample::subsequence(FIELDS.to_vec(), 0..=FIELDS.len());
    (position, fields)
        .prop_flat_map(|((issue, position), fields)| {
            let mut all: Vec<String> = fields.into_iter().map(str::to_owned).collect();
            all.push(format!("issue: \"{issue}\""));
            all.push(format!("position: {position}"));
            all.push("basis: Declared(by: \"S\")".to_owned());
            all.push("since: \"2024-05\"".to_owned());
            Just(all).prop_shuffle()
        })
        .prop_flat_map(|fields| bracket("(", fields, ")"))
}

/// Items in a bracket, with anything between them.
fn bracket(
    open: &'static str,
    items: Vec<String>,
    close: &'static str,
) -> impl Strategy<Value = String> {
    let count = items.len();
    (
        vec((space(), space(), space()), count),
        space(),
        any::<bool>(),
    )
        .prop_map(move |(spaces, end, comma)| {
            let mut text = open.to_owned();
            for (at, (item, (before, behind, after))) in items.iter().zip(spaces).enumerate() {
                let comma = if at + 1 < count || comma { "," } else { "" };
                text += &[before, item, behind, comma, after].concat();
            }
            text + end + close
        })
}

/// A party's file with every comment numbered.
fn party() -> impl Strategy<Value = String> {
    (vec(stance(), 0..5), any::<bool>())
        .prop_flat_map(|(stances, crlf)| (bracket("[", stances, "]"), Just(crlf)))
        .prop_flat_map(|(stances, crlf)| {
            let fields = vec![
                format!("stances: {stances}"),
                "speakers: [(name: \"S\")]".to_owned(),
                "name: \"P\"".to_owned(),
            ];
            let fields = Just(fields).prop_shuffle();
            (
                fields.prop_flat_map(|fields| bracket("(", fields, ")")),
                space(),
                Just(crlf),
            )
        })
        .prop_map(|(text, before, crlf)| {
            let text = numbered(&format!("{before}{text}\n"));
            match crlf {
                true => text.replace('\n', "\r\n"),
                false => text,
            }
        })
}

fn numbered(text: &str) -> String {
    let mut numbers = 0..;
    let pieces = text.split("#c").map(|piece| {
        let number = numbers.next().unwrap_or(0);
        format!("{piece}#c{number}.")
    });
    let text: String = pieces.collect();
    text.rsplit_once("#c")
        .map_or(String::new(), |(text, _)| text.to_owned())
}

fn bundle(party: &str) -> Bundle {
    let file = |name: &str, text: &str| TextFile {
        name: name.to_owned(),
        source: Source::new(name, text),
    };
    Bundle {
        files: vec![file("dossier.ron", HEAD), file("p.ron", party)],
        ..Bundle::default()
    }
}

fn formatted(party: &str) -> String {
    let formatted = fmt(&bundle(party));
    assert_eq!(formatted.left_alone, [], "{party}");
    let change = formatted
        .draft
        .files
        .into_iter()
        .find(|file| file.name == "p.ron");
    change.map_or(party.to_owned(), |file| file.after.unwrap())
}

fn read(text: &str) -> PartyFile {
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options
        .from_str(text)
        .unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The numbers of the comments that are there, sorted.
fn comments(text: &str) -> Vec<&str> {
    let mut numbers: Vec<&str> = text
        .split("#c")
        .skip(1)
        .filter_map(|rest| rest.split_once('.'))
        .map(|(number, _)| number)
        .collect();
    numbers.sort_unstable();
    numbers
}

fn asked(issue: &str, position: &str) -> Asked {
    Asked {
        issue: issue.to_owned(),
        position: position.to_owned(),
        sources: vec!["s".to_owned()],
        places: vec!["new".to_owned()],
        since: None,
        until: None,
        date: None,
        firmness: Firmness::Demand,
        basis: BasisKind::Declared,
        by: None,
        condition: None,
        gist: Some("A gist so long that it has to go on in another line, ".repeat(3)),
        quote: None,
        note: None,
        confidence: None,
        salience: None,
        stake: None,
        coder: None,
        confidential: false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn formatting_keeps_the_value_and_every_comment_and_ends_at_once(text in party()) {
        let once = formatted(&text);
        prop_assert_eq!(read(&once), read(&text));
        prop_assert_eq!(comments(&once), comments(&text));
        prop_assert_eq!(formatted(&once), once);
    }

    #[test]
    fn adding_adds_one_record_and_keeps_all_else(text in party(), at in 0..POSITIONS.len()) {
        let (issue, position) = POSITIONS[at];
        let draft = add(&bundle(&text), "p", &asked(issue, position)).unwrap();
        let after = draft.files[0].after.clone().unwrap();
        let (old, new) = (read(&text), read(&after));
        let place = new.stances.iter().position(|stance| stance.firmness == Firmness::Demand);
        let mut rest = new.clone();
        let added = rest.stances.remove(place.unwrap());
        prop_assert_eq!(rest, old);
        prop_assert_eq!(added.gist, asked("", "").gist);
        prop_assert_eq!(comments(&after), comments(&text));
        if let Some(next) = new.stances.get(place.unwrap() + 1) {
            prop_assert!(next.issue != issue, "it stands behind the last one of its issue");
        }
    }
}
