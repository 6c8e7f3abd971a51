//! Names in a table can be anything.

use super::words::{folder, matrix};

/// A formula, a comma with a quotation mark, a line end, a sign that a terminal obeys.
const HOSTILE: &str = "\
party,=1+1,\"a\"\"b\"
\"=HYPERLINK(\"\"x\"\")\",1,2
\"two\nlines, and more\",2,2
\u{1b}[31mred,2,1
";

#[test]
fn names_can_do_no_harm() {
    let scratch = folder(&[("votes.csv", HOSTILE)]);
    let levels = ["votes.csv", "--levels", "1..3"];
    let run =
        |format: &str| matrix(&scratch, &[&levels[..], &["--format", format]].concat()).fine();
    for format in ["table", "markdown", "html", "csv", "tsv", "json"] {
        assert!(!run(format).contains('\u{1b}'), "{format}");
    }
    let csv = run("csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let names: Vec<String> = (reader.records())
        .map(|record| record.unwrap()[0].to_owned())
        .collect();
    assert_eq!(names[..2], ["'=HYPERLINK(\"x\")", "two\nlines, and more"]);
    assert!(run("tsv").contains("two\\nlines, and more"));
    let name = ["--party", "=HYPERLINK(\"y\")"];
    let told = matrix(&scratch, &[&levels[..], &name].concat()).refused();
    assert!(told.starts_with("error: the table has no party"), "{told}");
}

#[test]
fn faults_show_no_signs_that_a_terminal_obeys() {
    let scratch = folder(&[(
        "votes.csv",
        "party,a\nx,\u{1b}[2J\n\"y\nz\",1\n\"y\nz\",1\n",
    )]);
    let (told, _) = matrix(&scratch, &["votes.csv", "--levels", "1..3"]).left_out();
    assert!(
        !told.contains('\u{1b}') && told.lines().count() == 2,
        "{told}"
    );
}

#[test]
fn broken_packing_is_told() {
    let scratch = folder(&[("votes.csv.gz", "")]);
    std::fs::write(
        scratch.folder().join("votes.csv.gz"),
        b"\x1f\x8b\x08\x00broken",
    )
    .unwrap();
    let told = matrix(&scratch, &["votes.csv.gz", "--levels", "1..3"]).refused();
    assert!(told.contains("cannot be unpacked"), "{told}");
}
