//! `stances fmt`.

use super::{done, shipped, state, text};
use crate::harness::run;
use crate::harness::scratch::Scratch;

#[test]
fn the_dossiers_that_come_with_the_program_are_in_canonical_form() {
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        assert_eq!(run::shipped(&["fmt", dossier, "--check"]).fine(), "");
    }
}

const UNTIDY: &str = "// top\n(stances:[(position:Support,issue:\"i\",// the issue\nsince:\"2025\",date:Inferred,basis:Conduct,\n// how sure\nconfidence:0.50,gist:\"g\\u{e9}\"),],name:\"P\",)";

const TIDY: &str = r#"// top
(
    name: "P",
    stances: [
        (
            issue: "i", // the issue
            position: Support,
            basis: Conduct,
            since: "2025", date: Inferred,
            gist: "g\u{e9}",
            // how sure
            confidence: 0.50,
        ),
    ],
)
"#;

fn talks() -> Scratch {
    let head = "(\n    issues: [(id: \"i\", area: \"a\", kind: Statement, text: \"T\")],\n)\n";
    Scratch::new([("dossier.ron", head), ("p.ron", UNTIDY)])
}

#[test]
fn fields_get_their_order_and_comments_stay_with_theirs() {
    let scratch = talks();
    done(scratch.run(&["fmt"]));
    assert_eq!(text(&scratch, "stances/talks/p.ron"), TIDY);
    assert_eq!(done(scratch.run(&["fmt"])), "nothing to change\n");
}

#[test]
fn looking_changes_nothing() {
    let scratch = talks();
    let before = state(scratch.folder());
    let check = scratch.run(&["fmt", "--check"]).output();
    assert_eq!(
        (check.code, check.text().as_str()),
        (1, "stances/talks/p.ron\n")
    );
    for option in ["--diff", "--dry-run"] {
        let diff = scratch.run(&["fmt", option]).output();
        assert_eq!(diff.code, 0);
        assert!(
            diff.text().contains("+    name: \"P\",\n"),
            "{}",
            diff.text()
        );
    }
    assert_eq!(scratch.run(&["fmt", "--check", "--diff"]).output().code, 1);
    assert_eq!(state(scratch.folder()), before);
}

#[test]
fn a_file_with_mistakes_is_left_alone_and_the_others_are_not() {
    let scratch = talks();
    scratch.write("broken.ron", "(stances: [");
    scratch.write("bytes.ron", b"(name: \"\xff\")");
    let output = scratch.run(&["fmt"]).output();
    assert_eq!(output.code, 1);
    for said in ["broken.ron` is left alone", "bytes.ron` is left alone"] {
        assert!(output.stderr.contains(said), "{}", output.stderr);
    }
    assert_eq!(text(&scratch, "stances/talks/p.ron"), TIDY);
    assert_eq!(text(&scratch, "stances/talks/broken.ron"), "(stances: [");
}

#[test]
fn records_that_mean_nothing_are_formatted_all_the_same() {
    let scratch = talks();
    scratch.write(
        "p.ron",
        "(nme:\"P\",stances:[(issue:\"nowhere\",position:At(1))])",
    );
    done(scratch.run(&["fmt"]));
    assert!(text(&scratch, "stances/talks/p.ron").starts_with("(\n    stances: ["));
}

#[test]
fn untidied_files_come_back_as_they_were() {
    let scratch = shipped();
    let before = state(scratch.folder());
    for (path, bytes) in &before {
        let text = String::from_utf8(bytes.clone()).unwrap();
        std::fs::write(path, text.replace("    ", "\t")).unwrap();
    }
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        done(scratch.run(&["fmt", dossier]));
    }
    let back = |(path, bytes): &(String, Vec<u8>)| {
        // In a continued text the indentation is part of the literal.
        (
            path.clone(),
            String::from_utf8_lossy(bytes).replace('\t', "    "),
        )
    };
    let (after, before) = (state(scratch.folder()), before);
    let pairs = after.iter().map(back).zip(before.iter().map(back));
    pairs.for_each(|(after, before)| assert_eq!(after, before));
}
