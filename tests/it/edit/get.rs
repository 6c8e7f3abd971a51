use super::scratch;

fn check(address: &str, value: &str) {
    assert_eq!(
        scratch().run(&["get", address]).fine(),
        format!("{value}\n")
    );
}

fn lost(address: &str, message: &str) {
    let said = scratch().run(&["get", address]).refused();
    assert_eq!(said, format!("error: {message}\n"));
}

#[test]
fn values_are_given_as_they_are_written() {
    check("norland:name", r#""Norland""#);
    check(
        "norland:stances[1].position",
        r#"Between(/* at least */ "few", "many")"#,
    );
    check("norland:stances[issue=crossings].position[0]", r#""few""#);
    check(
        "norland:stances[0].evidence[source=speech]",
        r#"(source: "speech")"#,
    );
    check("dossier:issues[id=crossings].kind[0][2]", r#""many""#);
    assert!(
        scratch()
            .run(&["get", "norland:"])
            .fine()
            .starts_with("(\n    name /* the")
    );
}

#[test]
fn a_place_that_is_not_there_leads_on() {
    lost(
        "norland:nam",
        "there is no `nam` in `norland:`: did you mean `name`?",
    );
    lost(
        "norland:stances[0].note",
        "`note` is not given in `norland:stances[0]`: the fields are `issue`, `position`, \
         `firmness`, `basis`, `since`, `evidence`, `gist`",
    );
    lost(
        "norland:stances[7].gist",
        "there is no `[7]` in `norland:stances`, which is a list with 2 items",
    );
    lost(
        "norland:stances[issue=tarifs]",
        "there is no `[issue=tarifs]` in `norland:stances`: did you mean `tariffs`?",
    );
    lost(
        "norland:name.first",
        "there is no `first` in `norland:name`, which is `\"Norland\"`",
    );
    lost(
        "norlnd:name",
        "there is no file `stances/talks/norlnd.ron`: did you mean `norland`?",
    );
}

#[test]
fn of_several_items_each_is_told_from_the_others() {
    lost(
        "norland:stances[evidence=x]",
        "there is no `[evidence=x]` in `norland:stances`, which is a list with 2 items",
    );
    let scratch = scratch();
    scratch.write(
        "norland.ron",
        r#"(stances: [
            (issue: "tariffs", position: Support, basis: Conduct, since: "2024"),
            (issue: "tariffs", position: Oppose, basis: Conduct, since: "2025"),
        ])"#,
    );
    let said = scratch
        .run(&["get", "norland:stances[issue=tariffs].basis"])
        .refused();
    assert_eq!(
        said,
        "error: `norland:stances[issue=tariffs].basis` names 2 items; one of them is meant by\n  \
         norland:stances[issue=tariffs, position=Support].basis\n  \
         norland:stances[issue=tariffs, position=Oppose].basis\n"
    );
    let one = "norland:stances[issue=tariffs, position=Oppose].since";
    assert_eq!(scratch.run(&["get", one]).fine(), "\"2025\"\n");
}

#[test]
fn an_address_names_a_file_and_a_place() {
    let output = scratch().run(&["get", "name"]).output();
    assert_eq!(output.code, 2);
    assert!(
        output.stderr.contains("expected a file and a place in it"),
        "{}",
        output.stderr
    );
}

#[test]
fn what_can_be_found_in_a_broken_file_is_given() {
    let scratch = scratch();
    scratch.write(
        "norland.ron",
        "(name: \"N\", stances: [(issue: \"tariffs\", position: }])",
    );
    assert_eq!(
        scratch.run(&["get", "norland:stances[0].issue"]).fine(),
        "\"tariffs\"\n"
    );
}
