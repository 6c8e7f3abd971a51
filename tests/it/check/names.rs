//! The rules on names, in their corners.

use insta::assert_snapshot;

use super::folder::Folder;

const SOURCES: &str = "    sources: [\n";

/// The example with one more source, that nothing rests on.
fn with_source(id: &str) -> Folder {
    let more = format!("{SOURCES}        (id: {id:?}, title: \"Treaty\"),\n");
    Folder::example().with("dossier.ron", SOURCES, &more)
}

/// The example with a party of these fields.
fn with_party(file: &str, fields: &str) -> Folder {
    Folder::example().and(file, &format!("(\n{fields})\n"))
}

#[test]
fn each_unused_source_is_said_once() {
    let folder = with_source("treaty").with(
        "dossier.ron",
        SOURCES,
        "    sources: [\n        (id: \"treaty\", title: \"The same id\"),\n        (id: \"map\", title: \"Map\"),\n",
    );
    assert_snapshot!(folder.told(&["unused-source"]), @"
    unused-source dossier.ron:36:14 nothing rests on the source `treaty`
    unused-source dossier.ron:37:14 nothing rests on the source `map`
    ");
}

#[test]
fn where_a_file_could_not_be_read_no_source_is_unused() {
    let folder = with_source("treaty");
    assert_ne!(folder.told(&["unused-source"]), "");
    let told = |broken: &str| {
        let folder = folder.clone().and("west.ron", broken);
        folder.told(&["unused-source", "unused-issue"])
    };
    let lost = r#"(stances: [(isue: 1, evidence: [(source: "treaty")])])"#;
    for broken in ["", "(name: \"West", "[]", lost] {
        assert_eq!(told(broken), "", "{broken}");
    }
    assert_ne!(told("(stances: [(isue: 1)])"), "");
}

#[test]
fn a_misspelt_source_is_not_unused_as_well() {
    let mut folder = Folder::example();
    for party in ["north.ron", "south.ron"] {
        let text = folder.0.get_mut(party).unwrap();
        *text = text.replace("source: \"letter\"", "source: \"leter\"");
    }
    assert_snapshot!(folder.told(&["unknown-source", "unused-source"]), @"
    unknown-source north.ron:24:72 there is no source `leter`
    unknown-source south.ron:23:72 there is no source `leter`
    ");
}

#[test]
fn an_unknown_speaker_is_said_once_in_a_file() {
    let mut folder = Folder::example();
    let text = folder.0.get_mut("north.ron").unwrap();
    *text = text.replace("by: \"Delegation of North\"", "by: \"delegation of north\"");
    assert_snapshot!(folder.told(&["unknown-speaker"]), @"unknown-speaker north.ron:11:33 `delegation of north` is none of the speakers of `north`");
}

#[test]
fn groups_speak_through_themselves_and_their_members() {
    let stance = |by: &str| {
        format!(
            "    kind: Group,\n    aliases: [\"N&S\"],\n    speakers: [(name: \"The chair\")],\n    \
             members: [\"north\", \"south\", \"West\"],\n    stances: [(issue: \"dam\", position: \
             Neutral, basis: Declared(by: {by:?}), since: \"2025\")],\n"
        )
    };
    for by in [
        "The chair",
        "both",
        "N&S",
        "North",
        "Delegation of South",
        "West",
    ] {
        let folder = with_party("both.ron", &stance(by));
        assert_eq!(folder.told(&["unknown-speaker"]), "", "{by}");
    }
    let folder = with_party("both.ron", &stance("East"));
    assert_snapshot!(folder.told(&["unknown-speaker"]), @"unknown-speaker both.ron:6:69 `East` is none of the speakers of `both`");
}

#[test]
fn whose_list_of_speakers_is_broken_or_empty_has_no_unknown_ones() {
    let speakers = "speakers: [(name: \"Delegation of North\", role: \"delegation\")],";
    for other in [
        "speakers: [(nam: \"Delegation of North\")],",
        "speakers: [],",
    ] {
        let folder = Folder::example().with("north.ron", speakers, other);
        assert_eq!(folder.told(&["unknown-speaker"]), "", "{other}");
    }
}

#[test]
fn members_are_parties_under_any_of_their_names() {
    let members = r#"    members: ["north", "NORTH", "S", "Suoth", "The North", "sou-th", "Northern", "West"],
"#;
    let folder = with_party("both.ron", &format!("    kind: Group,\n{members}")).with(
        "north.ron",
        "kind: State,",
        "kind: State, aliases: [\"The North\"],",
    );
    assert_snapshot!(folder.told(&["unknown-member"]), @"
    unknown-member both.ron:3:24 `NORTH` is the name of the party `north` and counts as an outsider here
    unknown-member both.ron:3:33 `S` is the code of the party `south` and counts as an outsider here
    unknown-member both.ron:3:38 there is no party `Suoth`, so it counts as an outsider here
    unknown-member both.ron:3:47 `The North` is the alias of the party `north` and counts as an outsider here
    unknown-member both.ron:3:60 there is no party `sou-th`, so it counts as an outsider here
    ");
}

#[test]
fn a_name_is_ambiguous_once_for_all_who_bear_it() {
    let folder = with_party("west.ron", "    name: \"NORTH\",\n    aliases: [\"s\"],\n")
        .and("east.ron", "(\n    name: \" north \",\n)\n");
    assert_snapshot!(folder.told(&["ambiguous-name"]), @"
    ambiguous-name west.ron:2:11 `NORTH` stands for several parties: `east`, `north`, `west`
    ambiguous-name west.ron:3:15 `s` stands for several parties: `south`, `west`
    ");
}

#[test]
fn ids_that_only_differ_in_case_are_malformed_and_nothing_else() {
    let folder = with_party("North.ron", "    name: \"Another\",\n");
    let rules = [
        "ambiguous-name",
        "lookalike-id",
        "malformed-id",
        "duplicate-id",
    ];
    assert_snapshot!(folder.told(&rules), @"malformed-id North.ron the id `North` is not in kebab-case");
}

#[test]
fn ids_of_any_script_are_fine() {
    for id in [
        "угода",
        "اتفاق",
        "条約",
        "συνθήκη",
        "हिन्दी",
        "日本の条約",
        "угода-eu-2",
        "île",
    ] {
        let folder = with_source(id);
        assert_eq!(folder.told(&["lookalike-id", "malformed-id"]), "", "{id}");
    }
}

#[test]
fn malformed_ids_are_said_once_each() {
    for id in [
        "Treaty",
        "the_treaty",
        "the treaty",
        "",
        "-",
        "a--b",
        "Угода",
        "treaty\u{1f4dc}",
        "it's",
    ] {
        let folder = with_source(id);
        let told = folder.told(&["lookalike-id", "malformed-id"]);
        assert_eq!(told.lines().count(), 1, "{id}: {told}");
        assert!(
            told.starts_with("malformed-id dossier.ron:"),
            "{id}: {told}"
        );
    }
}

#[test]
fn ids_that_deceive_are_said_once_each() {
    // In turn: the Cyrillic е and the Latin letters around it, a zero-width space, a
    // soft hyphen, a reversal of direction, and Latin letters of another width.
    for id in [
        "l\u{435}tter",
        "letter\u{200b}",
        "let\u{ad}ter",
        "\u{202e}letter",
        "trea\u{200d}ty",
    ] {
        let folder = with_source(id);
        let told = folder.told(&["lookalike-id", "malformed-id"]);
        assert_eq!(told.lines().count(), 1, "{id}: {told}");
        assert!(
            told.starts_with("lookalike-id dossier.ron:"),
            "{id}: {told}"
        );
    }
}

#[test]
fn two_ids_that_look_the_same_are_one_finding() {
    // All Cyrillic, so nothing is mixed; é as one character and as two.
    let folder = with_source("сое").with(
        "dossier.ron",
        SOURCES,
        "    sources: [\n        (id: \"coe\", title: \"C\"),\n        (id: \"\u{e9}\", title: \"E\"),\n        (id: \"e\u{301}\", title: \"E\"),\n",
    );
    assert_snapshot!(folder.told(&["lookalike-id", "malformed-id"]), @"
    lookalike-id dossier.ron:39:14 `сое` looks like `coe` and is another id
    lookalike-id dossier.ron:38:14 `é` looks like `é` and is another id
    ");
}
