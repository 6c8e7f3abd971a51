use super::{AWKWARD, differences, scratch, text};

#[test]
fn an_item_goes_with_its_own_comments() {
    let scratch = scratch();
    let output = scratch
        .run(&["remove", "norland:stances[issue=tariffs]"])
        .output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert_eq!(
        output.stderr,
        "changed stances/talks/norland.ron: 13 lines\n\
         removed ( issue /* of two */ : \"tariffs\", position: Support, /* since ever */ fi …\n"
    );
    let after = text(&scratch, "norland.ron");
    let gone = differences(AWKWARD, &after);
    assert_eq!(gone.first().unwrap(), "-        // Trade first.\n");
    assert_eq!(gone.last().unwrap(), "-        ), // end of tariffs\n");
    assert!(after.contains("/* the list ends here */"));
}

#[test]
fn a_field_goes_alone() {
    let scratch = scratch();
    let output = scratch.run(&["remove", "norland:stances[0].gist"]).output();
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert_eq!(
        differences(AWKWARD, &text(&scratch, "norland.ron")),
        ["-            gist: \"Tariffs go.\", // paraphrase\n"]
    );
}

#[test]
fn what_others_need_stays() {
    let scratch = scratch();
    for (address, message) in [
        ("norland:stances[0].issue", "this record lacks `issue`"),
        ("dossier:issues[0]", "there is no issue `tariffs`"),
        ("dossier:sources[id=speech]", "there is no source `speech`"),
    ] {
        let output = scratch.run(&["remove", address]).output();
        assert_eq!(output.code, 1);
        assert!(
            output.stderr.contains(message),
            "{address}: {}",
            output.stderr
        );
    }
    assert_eq!(text(&scratch, "norland.ron"), AWKWARD);
}

#[test]
fn a_party_goes_with_its_file() {
    let scratch = scratch();
    assert_eq!(
        scratch.run(&["remove", "norland:"]).refused(),
        "error: `norland:` is the whole file of a party: a party is removed by deleting its file, \
         `stances/talks/norland.ron`; take it out of the members in `stances/talks/both-lands.ron` first\n"
    );
    let said = scratch.run(&["remove", "both-lands:"]).refused();
    assert!(said.contains("no other file names it"), "{said}");
    let said = scratch.run(&["remove", "dossier:"]).refused();
    assert!(said.contains("such as `dossier:issues[0]`"), "{said}");
}
