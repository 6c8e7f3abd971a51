//! The rule on the form of files, in its corners.

use insta::assert_snapshot;

use super::folder::Folder;

const RULE: &[&str] = &["unformatted-file"];

#[test]
fn the_first_line_that_differs_is_shown() {
    let ends = Folder::example().with("north.ron", "    ],\n)\n", "    ],\n)");
    assert_snapshot!(ends.told(RULE), @"");
    let blank = Folder::example().with("north.ron", "    ],\n)\n", "    ],\n)\n\n\n");
    assert_snapshot!(blank.told(RULE), @"");
    let empty = Folder::example().and("west.ron", "()");
    assert_snapshot!(empty.told(RULE), @"");
    let several = Folder::example()
        .with(
            "north.ron",
            "name: \"North\",\n    code: \"N\",",
            "code: \"N\", name: \"North\",",
        )
        .with(
            "dossier.ron",
            "as_of: \"2025-06-30\"",
            "as_of : \"2025-06-30\"",
        );
    assert_snapshot!(several.told(RULE), @"");
}

#[test]
fn a_file_with_mistakes_is_left_alone() {
    for mistake in [
        "position: Suport,",
        "positon: Support,",
        "position: Support",
    ] {
        let folder = Folder::example().with("north.ron", "position: Support,", mistake);
        assert_eq!(folder.told(RULE), "", "{mistake}");
    }
}

#[test]
fn what_only_another_file_lacks_is_no_mistake_of_this_one() {
    let folder = Folder::example().with("north.ron", "issue: \"dam\"", "issue:  \"dams\"");
    assert_snapshot!(folder.told(&["unformatted-file", "unknown-issue"]), @"");
}

#[test]
fn line_ends_of_either_kind_are_fine() {
    let mut folder = Folder::example();
    for text in folder.0.values_mut() {
        *text = text.replace('\n', "\r\n");
    }
    assert_eq!(folder.told(RULE), "");
}
