//! What comes of markers, case by case.

use std::fs;

use insta::assert_snapshot;

use super::{embed, filled, put, talks, text};
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};
use crate::write::state;

const BLOCK: &str = "<!-- stances: matrix -->\n<!-- /stances -->\n";

fn markdown(scratch: &Scratch, command: &[&str]) -> String {
    scratch
        .run(&[command, &["--format", "markdown"]].concat())
        .fine()
}

/// A block with this content.
fn block(command: &str, content: &str) -> String {
    format!("<!-- stances: {command} -->\n\n{content}\n<!-- /stances -->\n")
}

#[test]
fn a_block_holds_what_its_command_gives() {
    let scratch = talks().scratch();
    let commands = [
        "compare talks",
        "positions talks --evidence",
        "matrix --measure conflict,coverage",
        "why a b --in talks",
        "why a b truce",
        "common-ground stances/talks",
        "gaps",
        "matrix --format markdown",
        "positions --as-of '2025'",
    ];
    for command in commands {
        let words: Vec<&str> = command.split(' ').collect();
        let words: Vec<String> = words.iter().map(|word| word.replace('\'', "")).collect();
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        words.retain(|word| !["--format", "markdown"].contains(word));
        let expected = block(command, &markdown(&scratch, &words));
        let before = format!("<!-- stances: {command} -->\nold\n<!-- /stances -->\n");
        assert_eq!(filled(&scratch, &before), expected, "{command}");
    }
}

#[test]
fn headings_stand_below_the_one_of_their_place() {
    let scratch = talks().scratch();
    let before = format!("Report\n======\n\n{BLOCK}\n## Part\n\n{BLOCK}\n{BLOCK}");
    let after = filled(&scratch, &before);
    let headings: Vec<&str> = after.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(headings, ["## talks", "## Part", "### talks", "### talks"]);
    assert_eq!(filled(&scratch, &after), after);
    let deep = filled(&scratch, &format!("###### Deep\n\n{BLOCK}"));
    assert!(deep.contains("\n###### talks\n"), "{deep}");
}

#[test]
fn everything_else_stays_byte_for_byte() {
    let scratch = talks().scratch();
    let content = markdown(&scratch, &["matrix"]).replace('\n', "\r\n");
    let (before, after) = (
        "\u{feff}<!-- stances: matrix -->\r\nold\r\n<!-- /stances -->\r\nx \t",
        "",
    );
    let expected = format!(
        "\u{feff}<!-- stances: matrix -->\r\n\r\n{content}\r\n<!-- /stances -->\r\nx \t{after}"
    );
    assert_eq!(filled(&scratch, before), expected);
    // In a list the block stays in its entry.
    let listed = "- one\n\n  <!-- stances: matrix -->\n  <!-- /stances -->\n- two";
    let listed = filled(&scratch, listed);
    assert!(listed.contains("\n\n  # talks\n\n  As of"), "{listed}");
    assert!(
        listed.ends_with("\n\n  <!-- /stances -->\n- two"),
        "{listed}"
    );
    // A marker may have several lines.
    let long = "<!-- stances: matrix\n  --measure conflict\n-->\n<!-- /stances -->";
    assert!(filled(&scratch, long).contains("Conflict"));
}

#[test]
fn markers_in_code_are_text() {
    let scratch = talks().scratch();
    let shown = [
        "`<!-- stances: x -->`",
        "```\n<!-- stances: x -->\n```",
        "    <!-- /stances -->",
        "<!-- like this:\n<!-- stances: x -->",
        "\\<!-- stances: x --\\>",
        "<!-- stances are positions -->",
    ];
    for shown in shown {
        let after = filled(&scratch, &format!("{shown}\n\n{BLOCK}\n{shown}\n"));
        assert!(after.starts_with(&format!("{shown}\n\n<!--")), "{after}");
        assert!(
            after.ends_with(&format!("<!-- /stances -->\n\n{shown}\n")),
            "{after}"
        );
    }
}

#[test]
fn a_record_cannot_end_its_block() {
    let evil = "x <!-- /stances -->\n\n<!-- /stances -->\n<!-- stances: fmt -->\n```\n~~~\n<pre>";
    let quoted = format!("{evil:?}");
    let talks = Talks::new()
        .head(&format!("title: {quoted}"))
        .area("peace")
        .statement("truce")
        .source("article")
        .party_with(
            "a",
            &format!("name: {quoted}, code: {quoted}"),
            [says("truce", "Support").with(&format!("gist: {quoted}"))],
        )
        .party(
            "b",
            [says("truce", "Oppose").with(&format!("gist: {quoted}"))],
        );
    let scratch = talks.scratch();
    for command in [
        "compare",
        "why a b",
        "positions --evidence",
        "matrix",
        "gaps",
    ] {
        let before = format!("<!-- stances: {command} -->\n<!-- /stances -->\n\nEnd.\n");
        let after = filled(&scratch, &before);
        assert!(
            after.ends_with("\n\n<!-- /stances -->\n\nEnd.\n"),
            "{after}"
        );
        assert_eq!(filled(&scratch, &after), after);
        // With another text in its place nothing of the old is left.
        put(
            &scratch,
            "report.md",
            after.replace(command, "matrix --issue truce"),
        );
        assert_eq!(embed(&scratch, &["report.md"]).code, 0);
        let fresh = filled(&scratch, &before.replace(command, "matrix --issue truce"));
        assert_eq!(text(&scratch, "report.md"), fresh);
    }
}

#[test]
fn looking_changes_nothing() {
    let scratch = talks().scratch();
    put(&scratch, "one.md", format!("# One\n\n{BLOCK}"));
    put(&scratch, "two.md", BLOCK);
    let before = state(scratch.folder());
    let check = embed(&scratch, &["one.md", "two.md", "--check"]);
    assert_eq!((check.code, check.stderr.as_str()), (1, ""));
    for option in ["--diff", "--dry-run"] {
        let diff = embed(&scratch, &["one.md", "two.md", option]);
        assert_eq!((diff.code, diff.text()), (0, check.text()));
    }
    assert_eq!(state(scratch.folder()), before);
    assert!(
        check
            .text()
            .starts_with("--- one.md\n+++ one.md\n@@ -1,4 +1,16 @@\n"),
        "{}",
        check.text()
    );

    let done = embed(&scratch, &["one.md", "two.md"]);
    assert_snapshot!(done.stderr, @"changed one.md (12 lines), two.md (12 lines)");
    let check = embed(&scratch, &["one.md", "two.md", "--check"]);
    assert_eq!(
        (check.code, check.text().as_str(), check.stderr.as_str()),
        (0, "", "")
    );
    assert_eq!(embed(&scratch, &["one.md"]).stderr, "nothing to change\n");
}

#[test]
fn a_file_that_stays_as_it_is_is_not_touched() {
    let scratch = talks().scratch();
    let done = filled(&scratch, BLOCK);
    put(&scratch, "other.md", BLOCK);
    let path = scratch.folder().join("report.md");
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    let output = embed(&scratch, &["report.md", "other.md"]);
    assert_eq!(output.stderr, "changed other.md (12 lines)\n");
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
    assert_eq!(text(&scratch, "other.md"), done);
}

#[test]
fn a_file_named_twice_is_one_file() {
    let scratch = talks().scratch();
    put(&scratch, "report.md", BLOCK);
    let output = embed(&scratch, &["report.md", "./report.md", "report.md"]);
    assert_eq!(
        (output.code, output.stderr.as_str()),
        (0, "changed report.md (12 lines)\n")
    );
}

#[test]
fn if_one_block_fails_no_file_is_changed() {
    let scratch = talks().scratch();
    put(&scratch, "good.md", BLOCK);
    put(
        &scratch,
        "bad.md",
        format!("{BLOCK}\n<!-- stances: why a c -->\n<!-- /stances -->\n"),
    );
    put(&scratch, "bare.md", "Nothing.\n");
    let before = state(scratch.folder());
    let output = embed(&scratch, &["good.md", "bad.md", "bare.md"]);
    assert_eq!((output.code, output.text().as_str()), (1, ""));
    assert_eq!(state(scratch.folder()), before);
    assert_snapshot!(output.stderr, @"
    error[unusable-marker]: there is no party `c` in `talks`: the parties are `a`, `b`
     --> bad.md:4:1
      |
    4 | <!-- stances: why a c -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^

    error[missing-marker]: this file has no marker
    --> bare.md
     = help: where a table is to stand, write `<!-- stances: COMMAND -->` on one line and `<!-- /stances -->` on the next

    nothing was written
    ");
}

#[test]
fn commands_that_give_no_markdown_here_are_refused() {
    let scratch = talks().scratch();
    let refused = |command: &str, said: &str| {
        put(
            &scratch,
            "report.md",
            format!("<!-- stances: {command} -->\n<!-- /stances -->\n"),
        );
        let before = state(scratch.folder());
        let output = embed(&scratch, &["report.md"]);
        assert_eq!((output.code, output.text().as_str()), (1, ""), "{command}");
        assert!(output.stderr.contains("report.md:1:1"), "{}", output.stderr);
        assert!(output.stderr.contains(said), "{command}: {}", output.stderr);
        assert_eq!(state(scratch.folder()), before, "{command}");
    };
    refused("", "holds no command");
    refused("fmt", "`fmt` gives no Markdown");
    refused("embed report.md", "`embed` gives no Markdown");
    refused("remove a:stances[0]", "`remove` gives no Markdown");
    refused("new party x --name X --kind State", "no Markdown");
    refused("explain agreement", "`explain` gives no Markdown");
    refused("--help", "help and version give no Markdown");
    refused("matrix --help", "help and version give no Markdown");
    refused("matrix --output x.md", "leave `--output` out");
    refused("matrix -o x.md", "leave `--output` out");
    refused("matrix --format csv", "leave `--format` out");
    refused("matrx", "a similar subcommand exists: 'matrix'");
    refused("matrix 'x", "has no end");
    refused("matrix elsewhere", "there is no dossier `elsewhere`");
    refused("matrix --party zz", "there is no party `zz`");
    refused("matrix --as-of never", "invalid value 'never'");
    refused("matrix \u{1b}[31m", "there is no dossier");
}

#[test]
fn an_answer_that_lacks_something_is_written_only_where_that_is_allowed() {
    let scratch = talks().scratch();
    scratch.write("c.ron", "(stances: [(issue: \"nothing\")])");
    let alone = scratch.run(&["matrix"]).output();
    put(&scratch, "report.md", format!("{BLOCK}\n{BLOCK}"));
    let before = text(&scratch, "report.md");
    for how in [&["report.md"][..], &["report.md", "--check"]] {
        let refused = embed(&scratch, how);
        assert_eq!((refused.code, refused.text().as_str()), (1, ""));
        let told = refused.stderr.strip_prefix(&alone.stderr).unwrap();
        assert!(told.starts_with("nothing was written: "), "{told}");
        assert_eq!(text(&scratch, "report.md"), before);
    }
    let output = embed(&scratch, &["report.md", "--allow-left-out"]);
    assert_eq!((alone.code, output.code), (1, 1));
    assert_eq!(
        output.stderr,
        format!("{}changed report.md (34 lines)\n", alone.stderr)
    );
    assert!(text(&scratch, "report.md").contains("1 record that cannot be used (of c)"));
    let again = embed(&scratch, &["report.md", "--check", "--allow-left-out"]);
    assert_eq!((again.code, again.text().as_str()), (1, ""));
    assert_eq!(again.stderr, alone.stderr);
}

#[test]
fn what_is_no_text_file_is_named() {
    let scratch = talks().scratch();
    put(&scratch, "bytes.md", b"\xff");
    put(&scratch, "report.md", BLOCK);
    let refused = |file: &str| scratch.run(&["embed", "report.md", file]).refused();
    assert_eq!(refused("bytes.md"), "error: `bytes.md` is not UTF-8 text\n");
    assert!(refused("none.md").starts_with("error: cannot read `none.md`: "));
    assert!(
        refused("stances").starts_with("error: cannot read `stances`: it is not a regular file")
    );
    assert_eq!(text(&scratch, "report.md"), BLOCK);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_write_protected_keeps_all_files_as_they_are() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = talks().scratch();
    put(&scratch, "a.md", BLOCK);
    put(&scratch, "b.md", BLOCK);
    let path = scratch.folder().join("b.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = state(scratch.folder());
    let said = scratch.run(&["embed", "a.md", "b.md"]).refused();
    assert!(
        said.starts_with("error: cannot write `b.md`, nothing was changed"),
        "{said}"
    );
    assert_eq!(state(scratch.folder()), before);
}
