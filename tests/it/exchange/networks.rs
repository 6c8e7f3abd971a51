//! Networks: every format says what the matrix says, whatever is in a name.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// The ties of a document, by their ends: what stands in each tie.
type Ties = BTreeMap<(String, String), BTreeMap<String, String>>;

fn attribute(element: &BytesStart, name: &str) -> String {
    let found = element.try_get_attribute(name).unwrap().unwrap();
    let value = found.normalized_value(quick_xml::XmlVersion::Implicit1_0);
    value.unwrap().into_owned()
}

/// The nodes' ids and the ties of GraphML, read with an XML parser.
fn of_graphml(text: &str) -> (Vec<String>, Ties) {
    let mut reader = Reader::from_str(text);
    let (mut nodes, mut ties) = (Vec::new(), Ties::new());
    let (mut ends, mut key) = (None, None);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => match start.name().as_ref() {
                "node" => nodes.push(attribute(&start, "id")),
                "edge" => {
                    let pair = (attribute(&start, "source"), attribute(&start, "target"));
                    ties.insert(pair.clone(), BTreeMap::new());
                    ends = Some(pair);
                }
                "data" => key = Some(attribute(&start, "key")),
                _ => {}
            },
            Event::Text(text) => {
                if let (Some(ends), Some(key)) = (&ends, &key) {
                    let told = ties.get_mut(ends).unwrap().entry(key.clone()).or_default();
                    told.push_str(&text.xml10_content());
                }
            }
            Event::GeneralRef(reference) => {
                if let (Some(ends), Some(key)) = (&ends, &key) {
                    let told = ties.get_mut(ends).unwrap().entry(key.clone()).or_default();
                    told.push_str(quick_xml::escape::resolve_xml_entity(&reference).unwrap());
                }
            }
            Event::End(end) if end.name().as_ref() == "data" => key = None,
            Event::Eof => return (nodes, ties),
            _ => {}
        }
    }
}

/// The same of GEXF.
fn of_gexf(text: &str) -> (Vec<String>, Ties) {
    let mut reader = Reader::from_str(text);
    let (mut nodes, mut ties) = (Vec::new(), Ties::new());
    let mut ends = None;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => match start.name().as_ref() {
                "node" => nodes.push(attribute(&start, "id")),
                "edge" => {
                    let pair = (attribute(&start, "source"), attribute(&start, "target"));
                    let weight = attribute(&start, "weight");
                    ties.insert(
                        pair.clone(),
                        BTreeMap::from([("weight".to_owned(), weight)]),
                    );
                    ends = Some(pair);
                }
                _ => {}
            },
            Event::Empty(empty) if empty.name().as_ref() == "attvalue" => {
                if let Some(ends) = &ends {
                    let tie = ties.get_mut(ends).unwrap();
                    tie.insert(attribute(&empty, "for"), attribute(&empty, "value"));
                }
            }
            Event::Eof => return (nodes, ties),
            _ => {}
        }
    }
}

/// What the matrix says of every pair with a value.
fn of_matrix(scratch: &Scratch, measure: &str) -> BTreeMap<(String, String), (f64, u64)> {
    let matrix = scratch
        .run(&["matrix", "talks", "--measure", measure, "--format", "json"])
        .json();
    let ids: Vec<String> = (matrix["parties"].as_array().unwrap().iter())
        .map(|id| id.as_str().unwrap().to_owned())
        .collect();
    let mut pairs = BTreeMap::new();
    for row in 0..ids.len() {
        for column in row + 1..ids.len() {
            if let Some(value) = matrix["values"][row][column].as_f64() {
                let n = matrix["n"][row][column].as_u64().unwrap();
                pairs.insert((ids[row].clone(), ids[column].clone()), (value, n));
            }
        }
    }
    pairs
}

/// Four parties: a pair that agrees, one that is opposed, one with nothing in common,
/// and one that has nothing joint with anybody.
fn talks() -> Scratch {
    Talks::new()
        .statement("pledge")
        .statement("fee")
        .issue("troops", "Quantity(unit: \"men\", min: 0, max: 100)")
        .issue("seat", "Choice([\"here\", \"there\"])")
        .party(
            "a",
            [
                says("pledge", "Support"),
                says("fee", "Oppose"),
                says("seat", "OneOf([\"here\", \"there\"])"),
            ],
        )
        .party(
            "b",
            [
                says("pledge", "Oppose"),
                says("fee", "Support").on_condition("a <b> & \"c\""),
                says("troops", "Between(10, 20)"),
            ],
        )
        .party(
            "c",
            [says("pledge", "LeanSupport"), says("troops", "At(100)")],
        )
        .party("d", [])
        .scratch()
}

#[test]
fn every_format_says_what_the_matrix_says() {
    let scratch = talks();
    for measure in ["agreement", "conflict", "net", "closeness", "coverage"] {
        let expected = of_matrix(&scratch, measure);
        let run = |format: &str| {
            scratch
                .run(&["export", "talks", "--to", format, "--measure", measure])
                .fine()
        };
        let documents = [of_graphml(&run("graphml")), of_gexf(&run("gexf"))];
        for (nodes, ties) in &documents {
            assert_eq!(nodes, &["a", "b", "c", "d"]);
            let joint = expected.iter().filter(|(_, (_, n))| *n > 0);
            assert_eq!(ties.len(), joint.clone().count(), "{measure}");
            for (pair, (value, n)) in joint {
                let tie = &ties[pair];
                let number = |name: &str| tie[name].parse::<f64>().unwrap();
                assert_eq!((number("value"), number("n")), (*value, *n as f64));
                assert_eq!(number("weight"), value.abs());
                let sign = number("sign");
                match measure {
                    "coverage" => assert_eq!(sign, 0.0),
                    "conflict" => assert_eq!(sign, -value.signum() * f64::from(*value != 0.0)),
                    _ => assert_eq!(sign * value.abs(), if sign == 0.0 { 0.0 } else { *value }),
                }
            }
        }
        assert_eq!(documents[0], documents[1], "{measure}");
        check_dl(&run("dl"), &expected);
    }
}

/// That a matrix of UCINET holds these values, and nothing anywhere else.
fn check_dl(text: &str, expected: &BTreeMap<(String, String), (f64, u64)>) {
    let (head, data) = text.split_once("DATA:\n").unwrap();
    let (_, labels) = head.split_once("LABELS:\n").unwrap();
    let labels: Vec<&str> = labels
        .lines()
        .map(|label| label.trim_matches('"'))
        .collect();
    assert!(head.starts_with(&format!("DL N={}\n", labels.len())));
    for (row, line) in data.lines().enumerate() {
        for (column, cell) in line.split(' ').enumerate() {
            let pair = (row.min(column), row.max(column));
            let pair = (labels[pair.0].to_owned(), labels[pair.1].to_owned());
            let known = expected.get(&pair).filter(|(_, n)| *n > 0);
            assert_eq!(
                cell.parse().ok(),
                known.map(|(value, _)| *value),
                "{pair:?}"
            );
            assert!(known.is_some() || cell == "NA");
        }
    }
}

#[test]
fn a_threshold_leaves_out_weak_ties_and_no_nodes() {
    let run = |min: &str| {
        let scratch = talks();
        let arguments = ["export", "talks", "--to", "graphml", "--measure", "net"];
        of_graphml(
            &scratch
                .run(&[&arguments[..], &["--min", min]].concat())
                .fine(),
        )
    };
    let (nodes, ties) = run("0");
    assert_eq!((nodes.len(), ties.len()), (4, 3));
    let (nodes, ties) = run("0.9");
    assert_eq!(nodes.len(), 4);
    // Opposition is as strong as agreement.
    let values: Vec<&str> = ties.values().map(|tie| tie["value"].as_str()).collect();
    assert_eq!(values, ["1.0", "-1.0"]);
}

#[test]
fn parties_are_tied_to_issues_by_their_positions() {
    let text = talks()
        .run(&["export", "talks", "--to", "graphml", "--mode", "two-mode"])
        .fine();
    let (nodes, ties) = of_graphml(&text);
    assert_eq!(
        nodes,
        [
            "a",
            "b",
            "c",
            "d",
            "pledge",
            "fee",
            "troops",
            "seat: here",
            "seat: there"
        ]
    );
    let told: Vec<String> = (ties.iter())
        .map(|((from, to), tie)| {
            let condition = tie.get("condition").map_or("", String::as_str);
            format!(
                "{from} {to}: {} {} {} {} {condition}",
                tie["position"], tie["value"], tie["sign"], tie["weight"]
            )
        })
        .collect();
    assert_snapshot!(told.join("\n"), @r#"
    a fee: oppose -1.0 -1 1.0 
    a pledge: support 1.0 1 1.0 
    a seat: here: here,there 1.0 1 1.0 
    a seat: there: here,there 1.0 1 1.0 
    b fee: support 1.0 1 1.0 a <b> & "c"
    b pledge: oppose -1.0 -1 1.0 
    b troops: 10..20 0.15 0 1.0 
    c pledge: lean-support 0.5 1 0.5 
    c troops: 100 1.0 0 1.0
    "#);
}

#[test]
fn ucinet_gets_parties_by_issues() {
    let text = talks()
        .run(&["export", "talks", "--to", "dl", "--mode", "two-mode"])
        .fine();
    assert_snapshot!(text, @r#"
    DL NR=4 NC=5
    FORMAT = FULLMATRIX DIAGONAL PRESENT
    ROW LABELS:
    "a"
    "b"
    "c"
    "d"
    COLUMN LABELS:
    "pledge"
    "fee"
    "troops"
    "seat: here"
    "seat: there"
    DATA:
    1.0 -1.0 NA 1.0 1.0
    -1.0 1.0 0.15 NA NA
    0.5 NA 1.0 NA NA
    NA NA NA NA NA
    "#);
}

#[test]
fn graphviz_tells_conflict_by_style() {
    let text = talks()
        .run(&["export", "talks", "--to", "dot", "--measure", "net"])
        .fine();
    assert_snapshot!(text, @r##"
    // talks
    // As of 2025-01-01 · declared, attributed and conduct · 4 parties, 4 issues; the value of a tie is net (agreements minus conflicts, as a share of the joint issues), n the issues it rests on; a pair without a joint issue has no tie
    graph stances {
      graph [overlap=false, splines=true, outputorder=edgesfirst];
      node [shape=ellipse, style=filled, fillcolor=white, fontname="sans-serif"];
      edge [fontname="sans-serif", fontsize=9];
      "a" [label="a"];
      "b" [label="b"];
      "c" [label="c"];
      "d" [label="d"];
      "a" -- "b" [style=dashed, color="#b35806", penwidth=3.25, value=-0.5, weight=0.5, sign=-1, n=2];
      "a" -- "c" [style=solid, color="#542788", penwidth=6.00, value=1.0, weight=1.0, sign=1, n=1];
      "b" -- "c" [style=dashed, color="#b35806", penwidth=6.00, value=-1.0, weight=1.0, sign=-1, n=2];
    }
    "##);
}

/// Names that would end a string, an element or a line.
const HOSTILE: &str = "\"];}\\\n</data>&amp;]]>\u{1b}[31m\u{202e}$(x)`";

#[test]
fn hostile_names_stay_names() {
    let scratch = Talks::new()
        .head(&format!("title: {HOSTILE:?}"))
        .statement("pledge")
        .party_with(
            "a",
            &format!("name: {HOSTILE:?}"),
            [says("pledge", "Support")],
        )
        .party("b", [says("pledge", "Support").on_condition(HOSTILE)])
        .scratch();
    for mode in ["parties", "two-mode"] {
        for format in ["graphml", "gexf", "dot", "dl"] {
            let text = scratch
                .run(&["export", "talks", "--to", format, "--mode", mode])
                .fine();
            assert!(!text.contains(['\u{1b}', '\u{202e}']), "{format}: {text}");
            match format {
                "graphml" => assert_eq!(of_graphml(&text).0[0], "a"),
                "gexf" => assert_eq!(of_gexf(&text).0[0], "a"),
                "dot" => check_dot(&text),
                _ => {}
            }
        }
    }
    let text = scratch.run(&["export", "talks", "--to", "graphml"]).fine();
    let shown = "\"];}\\ </data>&amp;]]>␛[31m\u{fffd}$(x)`";
    let escaped = quick_xml::escape::escape(shown).into_owned();
    assert!(text.contains(&escaped), "{text}");
}

/// That every line of a graph is one statement, whatever its strings hold.
fn check_dot(text: &str) {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.starts_with("//"))
        .collect();
    assert_eq!(lines.first(), Some(&"graph stances {"));
    assert_eq!(lines.last(), Some(&"}"));
    for line in &lines[1..lines.len() - 1] {
        let mut outside = String::new();
        let (mut quoted, mut escaped) = (false, false);
        for letter in line.chars() {
            match letter {
                _ if escaped => escaped = false,
                '\\' if quoted => escaped = true,
                '"' => quoted = !quoted,
                _ if !quoted => outside.push(letter),
                _ => {}
            }
        }
        assert!(!quoted, "{line}");
        assert_eq!(outside.matches(';').count(), 1, "{line}");
        assert!(outside.ends_with("];"), "{line}");
    }
}

#[test]
fn a_file_names_its_format_by_its_ending() {
    let scratch = talks();
    for (name, start) in [
        ("ties.graphml", "<?xml"),
        ("ties.gexf", "<?xml"),
        ("ties.gv", "// "),
        ("ties.dl", "DL N=4"),
        ("paper.tex", "\\documentclass"),
        ("paper.typ", "#set page"),
    ] {
        let said = scratch.run(&["export", "talks", "--output", name]).fine();
        assert_eq!(said, "");
        let text = std::fs::read_to_string(scratch.folder().join(name)).unwrap();
        assert!(text.starts_with(start), "{name}: {text}");
    }
}

#[test]
fn what_does_not_go_together_is_refused() {
    let refused = |arguments: &[&str]| {
        let output = ["export", "paris-and-moscow"];
        shipped(&[&output, arguments].concat()).refused()
    };
    let said: Vec<String> = [
        &[][..],
        &["--output", "x.csv"],
        &["--to", "long", "--min", "0.5"],
        &["--to", "dl", "--min", "0.5"],
        &["--to", "dl", "--mode", "two-mode", "--measure", "net"],
        &[
            "--to",
            "long",
            "--output",
            "stances/paris-and-moscow/ukraine.ron",
        ],
    ]
    .into_iter()
    .map(refused)
    .collect();
    assert_snapshot!(said.concat(), @"
    error: it is open what to write: say `--to FORMAT`; `stances export --help` tells which there are
    error: `.csv` can be one row a party or one a record: say which with `--to wide` or `--to long`
    error: `--min` is about networks: leave it out, or choose `graphml`, `gexf`, `dot` or `dl`
    error: a full matrix has no ties to leave out: leave out `--min`, and cut in UCINET
    error: a measure ties parties to parties: leave out `--measure` or `--mode two-mode`
    error: `stances/paris-and-moscow/ukraine.ron` would be written over: answers do not go into `.ron` files, name another
    ");
}
