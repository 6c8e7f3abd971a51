//! `stances check --fix`: what is mended, what is left alone, and what is said of it.

use std::fs::File;
use std::io::Read;
use std::process::{Command, Stdio};

use super::{example, text};
use crate::harness::run::CommandOutput;
use crate::harness::scratch::Scratch;

const TODAY: [&str; 5] = [
    "check",
    "--today",
    "2025-07-15",
    "--allow",
    "unformatted-file",
];

fn check(scratch: &Scratch, arguments: &[&str]) -> CommandOutput {
    scratch.run(&[&TODAY, arguments].concat()).output()
}

/// What is said in the end, and the exit code.
fn closing(output: &CommandOutput) -> (i32, String) {
    let text = output.text();
    (
        output.code,
        text.lines().last().unwrap_or_default().to_owned(),
    )
}

const SLIPS: [(&str, &str, &str); 3] = [
    ("north.ron", "issue: \"dam\"", "issue: \"damm\""),
    (
        "north.ron",
        "source: \"communique\"",
        "source: \"comunique\"",
    ),
    (
        "south.ron",
        "OneOf([\"joint\"])",
        "OneOf([\"joint\", \"joint\"])",
    ),
];

fn slips() -> Scratch {
    example(&SLIPS)
}

#[test]
fn slips_are_mended_and_nothing_else_is_touched() {
    let (scratch, sound) = (slips(), example(&[]));
    let output = check(&scratch, &["--fix"]);
    assert_eq!(
        closing(&output),
        (
            0,
            "checked 1 dossier, 2 parties, 8 stances: 3 fixed; nothing left".to_owned()
        )
    );
    assert_eq!(
        output.stderr,
        "changed 2 files in stances/talks: north.ron (2 lines), south.ron (1 line)\n"
    );
    for file in ["dossier.ron", "north.ron", "south.ron"] {
        assert_eq!(text(&scratch, file), text(&sound, file));
    }
}

#[test]
fn a_second_time_nothing_is_left_to_fix() {
    let scratch = slips();
    assert_eq!(check(&scratch, &["--fix"]).code, 0);
    let once = text(&scratch, "north.ron");
    let again = check(&scratch, &["--fix"]);
    assert_eq!(again.stderr, "");
    assert_eq!(
        closing(&again),
        (
            0,
            "checked 1 dossier, 2 parties, 8 stances: no findings".to_owned()
        )
    );
    assert_eq!(text(&scratch, "north.ron"), once);
}

#[test]
fn what_can_be_fixed_is_counted() {
    let swapped = (
        "south.ron",
        "Between(\"freight\", \"open\")",
        "Between(\"open\", \"freight\")",
    );
    let scratch = example(&[SLIPS[0], SLIPS[2], swapped]);
    let (code, said) = closing(&check(&scratch, &[]));
    let can = "3 errors; 2 can be fixed with `--fix`, 1 more with `--fix --unsafe-fixes`";
    assert_eq!((code, said.as_str()), (1, can));
    let (code, said) = closing(&check(&scratch, &["--fix"]));
    let left = "2 fixed; 1 error left; 1 can be fixed with `--fix --unsafe-fixes`";
    assert_eq!((code, said.as_str()), (1, left));
    let (code, said) = closing(&check(&scratch, &["--fix", "--unsafe-fixes"]));
    let none = "checked 1 dossier, 2 parties, 8 stances: 1 fixed; nothing left";
    assert_eq!((code, said.as_str()), (0, none));
}

#[test]
fn what_would_change_is_shown_and_not_made() {
    let scratch = slips();
    let before = text(&scratch, "south.ron");
    let output = check(&scratch, &["--diff"]);
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (1, "3 would be fixed, nothing left\n")
    );
    let shown = output.text();
    assert!(shown.starts_with("--- stances/talks/north.ron\n+++ stances/talks/north.ron\n@@"));
    assert!(
        shown.contains("+            position: OneOf([\"joint\"]),\n"),
        "{shown}"
    );
    assert_eq!(check(&scratch, &["--fix", "--dry-run"]).text(), shown);
    assert_eq!(text(&scratch, "south.ron"), before);
}

#[test]
fn of_two_fixes_at_one_place_one_waits_for_the_next_round() {
    let twice = (
        "north.ron",
        "[\"north\", \"joint\"]",
        "[\"nort\", \"joint\", \"joint\", \"joint\"]",
    );
    let name = (
        "north.ron",
        "    code: \"N\",\n",
        "    code: \"N\",\n    code: \"N\",\n    code: \"N\",\n",
    );
    let (scratch, sound) = (example(&[twice, name]), example(&[]));
    let (code, said) = closing(&check(&scratch, &["--fix"]));
    assert_eq!(code, 0, "{said}");
    assert_eq!(text(&scratch, "north.ron"), text(&sound, "north.ron"));
}

#[test]
fn of_two_slips_in_one_record_both_are_mended() {
    let field = ("north.ron", "firmness: RedLine", "firmnes: RedLine");
    let (scratch, sound) = (example(&[SLIPS[0], field]), example(&[]));
    // The second comes to light when the first is mended.
    assert_eq!(
        closing(&check(&scratch, &[])).1,
        "1 error; 1 can be fixed with `--fix`"
    );
    let (code, said) = closing(&check(&scratch, &["--fix"]));
    assert_eq!(code, 0, "{said}");
    assert_eq!(text(&scratch, "north.ron"), text(&sound, "north.ron"));
}

#[test]
fn a_fix_that_brings_something_else_to_light_is_not_made() {
    let position = ("north.ron", "position: Support", "position: At(5)");
    let scratch = example(&[SLIPS[0], position]);
    let before = text(&scratch, "north.ron");
    let output = check(&scratch, &["--fix"]);
    let held = "1 error; 1 not fixed, since something else would be found then";
    assert_eq!(closing(&output), (1, held.to_owned()));
    assert_eq!(
        (output.stderr.as_str(), text(&scratch, "north.ron")),
        ("", before)
    );
}

#[test]
fn a_fix_goes_through_all_places_or_none() {
    let area = |at: &'static str| ("dossier.ron", at, "area: \"watr\"");
    let both = [area("area: \"water\""), area("area: \"water\"")];
    let (scratch, sound) = (example(&both), example(&[]));
    let (code, said) = closing(&check(&scratch, &["--fix"]));
    assert_eq!(code, 0, "{said}");
    assert_eq!(text(&scratch, "dossier.ron"), text(&sound, "dossier.ron"));
}

#[test]
fn comments_and_odd_layout_survive() {
    let odd = "// first\r\n(name: \"A\",stances:[ /* here */ (issue :\"damm\" /* so */, position:\r\n\
               Support, // why\r\n  basis: Conduct,since:\"2025\",evidence:[(source:\"letter\",at:\"1\"),],gist:\"x\") ],)";
    let scratch = example(&[]);
    scratch.write("north.ron", odd);
    let output = check(&scratch, &["--fix"]);
    assert_eq!(
        text(&scratch, "north.ron"),
        odd.replace("damm", "dam"),
        "{output:?}"
    );
}

#[test]
fn a_fix_that_would_lose_a_comment_is_not_offered() {
    let kept = (
        "south.ron",
        "OneOf([\"joint\"])",
        "OneOf([\"joint\", /* sic */ \"joint\"])",
    );
    let scratch = example(&[kept]);
    let (code, said) = closing(&check(&scratch, &["--fix"]));
    assert_eq!((code, said.as_str()), (1, "1 error"));
    let (code, said) = closing(&check(&scratch, &["--fix", "--unsafe-fixes"]));
    assert_eq!((code, said.as_str()), (1, "1 error"));
    assert!(text(&scratch, "south.ron").contains("/* sic */"));
}

#[test]
fn what_was_changed_meanwhile_is_not_overwritten() {
    let scratch = slips();
    let lock = File::create(scratch.talks().join(".stances.lock")).unwrap();
    lock.lock().unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_stances"))
        .args(["check", "--fix"])
        .current_dir(scratch.folder())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = run.stderr.take().unwrap();
    let mut said = vec![0; "waiting".len()];
    stderr.read_exact(&mut said).unwrap();
    assert_eq!(said, b"waiting");
    let (north, changed) = (text(&scratch, "north.ron"), "( name: \"South\" )");
    scratch.write("south.ron", changed);
    drop(lock);
    let mut rest = String::new();
    stderr.read_to_string(&mut rest).unwrap();
    assert_eq!(
        rest,
        ": another process is changing the files of this dossier\n\
         error: `south.ron` was changed meanwhile, nothing was written; run the command again\n"
    );
    assert_eq!(run.wait().unwrap().code(), Some(2));
    assert_eq!(text(&scratch, "south.ron"), changed);
    assert_eq!(text(&scratch, "north.ron"), north);
}

#[test]
fn a_fix_is_drawn_as_a_change_under_its_help() {
    let scratch = example(&[SLIPS[0]]);
    insta::assert_snapshot!(check(&scratch, &[]).text(), @r#"
    error[unknown-issue]: there is no issue `damm`
     --> stances/talks/north.ron:8:20
      |
    8 |             issue: "damm",
      |                    ^^^^^^
      |
    help: did you mean `dam`?
      |
    8 -             issue: "damm",
    8 +             issue: "dam",
      |

    1 error; 1 can be fixed with `--fix`
    "#);
}
