//! Files that nobody would write, or that somebody wrote on purpose: a clear
//! outcome each, and never a panic.

use std::fmt::Write as _;
use std::fs;

use super::{DOSSIER, SOUND, said, with_party};
use crate::harness::scratch::Scratch;

/// Runs both commands on a folder that may hold anything, for what they must
/// always do: end, with a code of ours.
fn survive(scratch: &Scratch) -> String {
    let _ = scratch.run(&["matrix"]).output();
    let output = scratch.run(&["compare"]).output();
    assert_ne!(output.code, 2, "{}", output.stderr);
    output.stderr
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    let scratch = with_party(&format!("\u{feff}{SOUND}"));
    scratch.write("dossier.ron", format!("\u{feff}{DOSSIER}"));
    let pairs = scratch.run(&["compare", "--format", "csv"]).fine();
    assert!(pairs.contains("a,b,1,"));
}

#[test]
fn a_byte_order_mark_moves_no_place() {
    let scratch = with_party(&format!("\u{feff}(nam: \"A\",{}", &SOUND[1..]));
    assert!(said(&scratch).contains("a.ron:1:3\n"));
}

#[test]
fn line_ends_of_windows_are_no_mistake_and_move_no_place() {
    let crlf = |text: &str| text.replace('\n', "\r\n");
    let scratch = with_party(&crlf(SOUND));
    scratch.write("dossier.ron", crlf(DOSSIER));
    assert!(scratch.run(&["compare"]).fine().contains("1/1"));
    scratch.write(
        "a.ron",
        crlf(&SOUND.replace("stances:", "nam: 5,\n    stances:")),
    );
    let said = said(&scratch);
    assert!(said.contains("a.ron:2:5\n"), "{said}");
    assert!(!said.contains('\r'));
}

#[test]
#[cfg(unix)]
fn links_are_followed_and_broken_and_circular_ones_are_told() {
    use std::os::unix::fs::symlink;
    let scratch = with_party(SOUND);
    symlink("a.ron", scratch.talks().join("c.ron")).unwrap();
    assert!(
        scratch
            .run(&["compare", "--format", "csv"])
            .fine()
            .contains("a,c,1,")
    );
    symlink("e.ron", scratch.talks().join("d.ron")).unwrap();
    symlink("d.ron", scratch.talks().join("e.ron")).unwrap();
    let message = survive(&scratch);
    assert_eq!(
        message.matches("error[unreadable-file]").count(),
        2,
        "{message}"
    );
}

#[test]
#[cfg(unix)]
fn a_dossier_behind_a_link_has_the_name_of_its_folder() {
    let scratch = with_party(SOUND);
    let link = scratch.folder().join("stances/link");
    std::os::unix::fs::symlink("talks", link).unwrap();
    let answer = scratch.run(&["compare", "link", "--format", "json"]).json();
    assert_eq!(answer["lens"]["dossier"], "talks");
}

#[test]
#[cfg(unix)]
fn a_dossier_file_that_is_a_broken_link_is_told() {
    let scratch = Scratch::new([("a.ron", SOUND)]);
    std::os::unix::fs::symlink("nowhere", scratch.talks().join("dossier.ron")).unwrap();
    let message = survive(&scratch);
    assert_eq!(message.matches("error[").count(), 1, "{message}");
    assert!(message.contains("it is a link to a file that is not there"));
}

#[test]
#[cfg(unix)]
fn a_pipe_is_not_read() {
    let scratch = with_party(SOUND);
    let pipe = scratch.talks().join("c.ron");
    let made = std::process::Command::new("mkfifo").arg(pipe).status();
    if made.is_ok_and(|status| status.success()) {
        assert!(said(&scratch).contains("it is not a regular file"));
    }
}

#[test]
#[cfg(unix)]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = with_party(SOUND);
    scratch.write("c.ron", SOUND);
    let locked = scratch.talks().join("c.ron");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may do everything may read it all the same.
    if fs::read(&locked).is_err() {
        assert!(said(&scratch).contains("unreadable-file"));
    }
}

#[test]
fn a_folder_in_place_of_the_dossiers_file_is_told() {
    let scratch = Scratch::new([("a.ron", SOUND)]);
    fs::create_dir(scratch.talks().join("dossier.ron")).unwrap();
    assert_eq!(survive(&scratch).matches("error[").count(), 1);
}

#[test]
fn brackets_nested_deep_are_told() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("Some(", ")"),
        ("(a:", ")"),
    ] {
        let deep = format!("{}{}", open.repeat(20_000), close.repeat(20_000));
        let scratch = with_party(&format!("(stances: {deep})"));
        scratch.write("c.ron", &deep);
        scratch.write("d.ron", open.repeat(20_000));
        scratch.write("e.ron", close.repeat(20_000));
        assert!(survive(&scratch).contains("error["), "{open}");
    }
}

#[test]
fn comments_nested_deep_are_told() {
    let scratch = with_party(&"/*".repeat(50_000));
    assert!(survive(&scratch).contains("error["));
}

#[test]
fn nul_bytes_are_shown_and_harm_nothing() {
    let scratch = with_party(&SOUND.replace("stances:", "name: \"A\0B\", stances:"));
    let table = scratch.run(&["compare"]).fine();
    assert!(table.contains("A␀B") && !table.contains('\0'));
    scratch.write("a.ron", "\0".repeat(1000));
    let message = survive(&scratch);
    assert!(message.contains("error[") && !message.contains('\0'));
}

#[test]
fn escape_codes_in_a_file_do_not_reach_the_terminal() {
    let scratch = with_party("(name: \"\x1b[31mA\", \x1b]0;title\x07: 5, stances: 7)");
    scratch.write("\u{1b}[31mred.ron", "(");
    let output = scratch.run(&["compare"]).output();
    assert_eq!(output.code, 1);
    assert!(!output.stderr.contains('\x1b') && !output.text().contains('\x1b'));
}

#[test]
fn escape_codes_in_the_name_of_a_folder_do_not_reach_the_terminal() {
    let scratch = with_party(SOUND);
    let folder = scratch.folder().join("stances/\u{1b}[31mred");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("dossier.ron"), "()").unwrap();
    assert!(!scratch.run(&["compare"]).refused().contains('\x1b'));
}

#[test]
fn a_file_of_one_very_long_line_has_its_place_told_and_is_not_printed() {
    let long = format!("(name: \"{}\", colour: 5)", "x".repeat(1_000_000));
    let scratch = with_party(&long);
    let message = survive(&scratch);
    assert!(
        message.contains("stances/talks/a.ron:1:1000012"),
        "{message}"
    );
    assert!(message.len() < 1000);
}

#[test]
fn ten_thousand_stances_are_compared() {
    let mut stances = String::from("(stances: [");
    for day in 0..10_000 {
        let (year, month, day) = (1900 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
        write!(
            stances,
            "(issue: \"army\", position: At({}), basis: Conduct, since: \"{year}-{month:02}-{day:02}\"),",
            year % 1000,
        )
        .unwrap();
    }
    stances.push_str("])");
    let scratch = with_party(&stances);
    let answer = scratch.run(&["compare", "--format", "json"]).json();
    assert_eq!(answer["lens"]["hidden"]["replaced"], 9_999);
}

#[test]
fn ten_thousand_broken_stances_are_all_told() {
    let stance = "(issue: \"army\", position: At(\"x\"), basis: Conduct),\n";
    let scratch = with_party(&format!("(stances: [{}])", stance.repeat(10_000)));
    let message = scratch.run(&["compare"]).output().stderr;
    assert!(message.ends_with("10000 mistakes: what they concern is left out of the answer.\n"));
}

#[test]
fn fifty_megabytes_of_text_are_read() {
    let note = "A sentence of a note that somebody pasted. ".repeat(1_200_000);
    assert!(note.len() > 50_000_000);
    let scratch = with_party(&SOUND.replace("stances:", &format!("note: \"{note}\", stances:")));
    assert!(scratch.run(&["compare"]).fine().contains("1/1"));
}

#[test]
fn fifty_megabytes_with_a_mistake_are_read() {
    let note = "A sentence of a note that somebody pasted. ".repeat(1_200_000);
    let scratch = with_party(&SOUND.replace("stances:", &format!("nota: \"{note}\", stances:")));
    assert!(said(&scratch).contains("did you mean `note`?"));
}

#[test]
fn a_long_comment_before_many_mistakes_is_no_burden() {
    let comment = "// a line of a comment\n".repeat(40_000);
    let stances = "(issue: \"truce\"),\n".repeat(1_000);
    let scratch = with_party(&format!("{comment}(stances: [{stances}])"));
    assert!(survive(&scratch).contains("1000 mistakes"));
}

#[test]
fn bytes_that_mean_nothing_are_told() {
    for bytes in [
        &b"\xff\xff\xff"[..],
        b"\x80",
        b"PK\x03\x04",
        b"\x7fELF",
        b"(\xc3",
    ] {
        let scratch = with_party(SOUND);
        scratch.write("c.ron", bytes);
        assert!(survive(&scratch).contains("error["));
    }
}
