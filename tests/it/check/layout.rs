//! The rule on the form of files, in its corners.

use insta::assert_snapshot;

use super::folder::Folder;

const RULE: &[&str] = &["unformatted-file"];

#[test]
fn the_first_line_that_differs_is_shown() {
    let ends = Folder::example().with("north.ron", "    ],\n)\n", "    ],\n)");
    assert_snapshot!(ends.told(RULE), @"unformatted-file north.ron:50:1 this file is not in canonical format");
    let blank = Folder::example().with("north.ron", "    ],\n)\n", "    ],\n)\n\n\n");
    assert_snapshot!(blank.told(RULE), @"unformatted-file north.ron:51:1 this file is not in canonical format");
    let empty = Folder::example().and("west.ron", "()");
    assert_snapshot!(empty.told(RULE), @"unformatted-file west.ron:1:1 this file is not in canonical format");
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
    assert_snapshot!(several.told(RULE), @"
    unformatted-file dossier.ron:5:1 this file is not in canonical format
    unformatted-file north.ron:2:1 this file is not in canonical format
    ");
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
    assert_snapshot!(folder.told(&["unformatted-file", "unknown-issue"]), @"
    unknown-issue north.ron:8:21 there is no issue `dams`
    unformatted-file north.ron:8:1 this file is not in canonical format
    ");
}

#[test]
fn line_ends_of_either_kind_are_fine() {
    let mut folder = Folder::example();
    for text in folder.0.values_mut() {
        *text = text.replace('\n', "\r\n");
    }
    assert_eq!(folder.told(RULE), "");
}
