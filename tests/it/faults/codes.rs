//! Every code fires, at the right place, with what to do next.

use insta::assert_snapshot;
use stances::finding::code;

use super::{DOSSIER, SOUND, said, with_party, with_stance};
use crate::harness::scratch::Scratch;

/// A sound dossier but for one thing in `dossier.ron`.
fn with_dossier(old: &str, new: &str) -> Scratch {
    assert_eq!(DOSSIER.matches(old).count(), 1, "{old}");
    let dossier = DOSSIER.replace(old, new);
    Scratch::new([
        ("dossier.ron", dossier.as_str()),
        ("a.ron", SOUND),
        ("b.ron", SOUND),
    ])
}

#[test]
fn every_code_has_a_test_here() {
    let this = include_str!("codes.rs");
    for code in code::ALL {
        let test = format!("fn {}", code.name.replace('-', "_"));
        assert!(this.contains(&test), "{test}");
    }
}

#[test]
fn duplicate_field() {
    let scratch = with_stance(
        r#"(issue: "truce", position: Support, position: Oppose, basis: Conduct, since: "2025"),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[duplicate-field]: `position` is given twice in one record
     --> stances/talks/a.ron:4:45
      |
    4 |         (issue: "truce", position: Support, position: Oppose, basis: Conduct, since: "2025"),
      |                                             ^^^^^^^^
      |
      = help: keep one of the two
    "#);
}

#[test]
fn duplicate_id() {
    let scratch = with_dossier(
        r#"(id: "army","#,
        r#"(id: "truce", area: "peace", kind: Statement, text: "Another."),
        (id: "army","#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[duplicate-id]: there are two issues of the id `truce`
     --> stances/talks/dossier.ron:6:14
      |
    4 |         (id: "truce", area: "peace", kind: Statement, text: "A truce."),
      |              ------- this one is used
    5 |         (id: "strength", area: "peace", kind: Scale(["none", "some", ...
    6 |         (id: "truce", area: "peace", kind: Statement, text: "Another."),
      |              ^^^^^^^ this one is left out
      |
      = help: give each an id of its own
    "#);
}

#[test]
fn duplicate_id_of_a_source() {
    let scratch = with_dossier(
        r#"(id: "article", title: "The article")"#,
        r#"(id: "article", title: "The article"), (id: "article", title: "Another")"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[duplicate-id]: there are two sources of the id `article`
     --> stances/talks/dossier.ron:9:59
      |
    9 |     sources: [(id: "article", title: "The article"), (id: "article", title: "Another")],
      |                    --------- this one is used             ^^^^^^^^^ this one is left out
      |
      = help: give each an id of its own
    "#);
}

#[test]
fn invalid_kind() {
    let scratch = with_dossier(r#"["un", "osce"]"#, r#"["un"]"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-kind]: a choice needs two options or more and has 1
     --> stances/talks/dossier.ron:7:46
      |
    7 |         (id: "monitor", area: "peace", kind: Choice(["un"]), text: "Who watches?"),
      |                                              ^^^^^^^^^^^^^^
      |
      = help: name what there is to choose from, or make it a `Statement`
    "#);
}

#[test]
fn invalid_kind_of_a_quantity() {
    let scratch = with_dossier("min: 0, max: 1000", "min: 1000, max: 0");
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-kind]: a quantity needs finite bounds, `min` below `max`; here they are 1000 and 0
     --> stances/talks/dossier.ron:6:43
      |
    6 | ...   (id: "army", area: "peace", kind: Quantity(unit: "men", min: 1000, max: 0), text: "How ...
      |                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: give the smallest and the largest number that make sense
    "#);
}

#[test]
fn invalid_value() {
    let scratch =
        with_stance(r#"(issue: "truce", position: Suport, basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: `Suport` is none of the values that can stand here
     --> stances/talks/a.ron:4:36
      |
    4 |         (issue: "truce", position: Suport, basis: Conduct, since: "2025"),
      |                                    ^^^^^^
      |
    help: did you mean `Support`?
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, since: "2025"),
      |                                       +
    "#);
}

#[test]
fn invalid_value_in_quotation_marks() {
    let scratch =
        with_stance(r#"(issue: "truce", position: "Support", basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: a name without quotation marks is due here
     --> stances/talks/a.ron:4:36
      |
    4 |         (issue: "truce", position: "Support", basis: Conduct, since: "2025"),
      |                                    ^^^^^^^^^
      |
    help: write `Support` without the quotation marks
      |
    4 -         (issue: "truce", position: "Support", basis: Conduct, since: "2025"),
    4 +         (issue: "truce", position: Support, basis: Conduct, since: "2025"),
      |
    "#);
}

#[test]
fn invalid_value_of_a_date() {
    let scratch =
        with_stance(r#"(issue: "truce", position: Support, basis: Conduct, since: "2025-02-30"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: `2025-02-30` is no date: February 2025 has 28 days
     --> stances/talks/a.ron:4:68
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, since: "2025-02-30"),
      |                                                                    ^^^^^^^^^^^^
    "#);
}

#[test]
fn invalid_value_without_what_belongs_to_it() {
    let scratch =
        with_stance(r#"(issue: "truce", position: Support, basis: Declared, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: `Declared` does not stand alone
     --> stances/talks/a.ron:4:52
      |
    4 |         (issue: "truce", position: Support, basis: Declared, since: "2025"),
      |                                                    ^^^^^^^^
      |
      = help: write `Declared(by: "…")`
    "#);
}

#[test]
fn invalid_value_that_is_no_list() {
    let scratch =
        with_stance(r#"(issue: "monitor", position: OneOf("un"), basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: a list `[ … ]` is due here
     --> stances/talks/a.ron:4:44
      |
    4 |         (issue: "monitor", position: OneOf("un"), basis: Conduct, since: "2025"),
      |                                            ^^^^
      |
    help: write `OneOf(["un"])`
      |
    4 -         (issue: "monitor", position: OneOf("un"), basis: Conduct, since: "2025"),
    4 +         (issue: "monitor", position: OneOf(["un"]), basis: Conduct, since: "2025"),
      |
    "#);
}

#[test]
fn invalid_value_of_a_number() {
    let scratch = with_stance(
        r#"(issue: "truce", position: Support, basis: Conduct, since: "2025", stake: 2.5),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: a whole number is due here
     --> stances/talks/a.ron:4:83
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, since: "2025", stake: 2.5),
      |                                                                                   ^^^
    "#);
}

#[test]
fn invalid_value_that_is_no_number() {
    let scratch =
        with_stance(r#"(issue: "army", position: At(NaN), basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: `NaN` is no finite number
     --> stances/talks/a.ron:4:38
      |
    4 |         (issue: "army", position: At(NaN), basis: Conduct, since: "2025"),
      |                                      ^^^
    "#);
}

#[test]
fn invalid_value_that_names_nothing() {
    let scratch =
        with_stance(r#"(issue: "monitor", position: OneOf([]), basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: a position accepts one option or more; here there is none
     --> stances/talks/a.ron:4:44
      |
    4 |         (issue: "monitor", position: OneOf([]), basis: Conduct, since: "2025"),
      |                                            ^^
      |
      = help: leave the stance out if the party is silent
    "#);
}

#[test]
fn inverted_range() {
    let scratch = with_stance(
        r#"(issue: "strength", position: Between("full", "none"), basis: Conduct, since: "2025"),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[inverted-range]: on `strength`, `full` comes after `none`
     --> stances/talks/a.ron:4:39
      |
    4 |         (issue: "strength", position: Between("full", "none"), basis: Conduct, since: "2025"),
      |                                       ^^^^^^^^^^^^^^^^^^^^^^^
      |
    help: write `Between("none", "full")` (look at it first)
      |
    4 -         (issue: "strength", position: Between("full", "none"), basis: Conduct, since: "2025"),
    4 +         (issue: "strength", position: Between("none", "full"), basis: Conduct, since: "2025"),
      |
    "#);
}

#[test]
fn missing_field() {
    let scratch = with_stance(r#"(issue: "truce", position: Support),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[missing-field]: this record lacks `basis`, `since`
     --> stances/talks/a.ron:4:9
      |
    4 |         (issue: "truce", position: Support),
      |         ^^^^^^^^^^^^^^^
      |
      = help: add `basis`, `since`: each record of this list must have it
    "#);
}

#[test]
fn missing_field_of_a_record_within() {
    let scratch = with_stance(
        r#"(issue: "truce", position: Support, basis: Conduct, since: "2025", evidence: [(at: "P1")]),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[missing-field]: this record lacks `source`
     --> stances/talks/a.ron:4:87
      |
    4 | ...   (issue: "truce", position: Support, basis: Conduct, since: "2025", evidence: [(at: "P1"...
      |                                                                                     ^
      |
      = help: add `source: …`
    "#);
}

#[test]
fn missing_field_of_a_relation() {
    let scratch = with_dossier(
        "    sources:",
        "    relations: [Implies(if: (\"truce\", Support), because: \"it follows\")],\n    sources:",
    );
    assert_snapshot!(said(&scratch), @r#"
    error[missing-field]: this record lacks `then`
     --> stances/talks/dossier.ron:9:17
      |
    9 |     relations: [Implies(if: ("truce", Support), because: "it follows")],
      |                 ^^^^^^^
      |
      = help: add `then: …`
    "#);
}

#[test]
fn not_utf8() {
    let scratch = with_party(SOUND);
    scratch.write("c.ron", b"(\n    name: \"Espa\xf1a\",\n)\n");
    assert_snapshot!(said(&scratch), @r#"
    error[not-utf8]: this file is not UTF-8 text
     --> stances/talks/c.ron:2:16
      |
    2 |     name: "Espa�a",
      |                ^
      |
      = help: save it as UTF-8
    "#);
}

#[test]
fn not_utf8_but_utf16() {
    let scratch = with_party(SOUND);
    scratch.write("c.ron", b"\xff\xfe(\0)\0");
    assert_snapshot!(said(&scratch), @r"
    error[not-utf8]: this file is not UTF-8 text
     --> stances/talks/c.ron:1:1
      |
    1 | ��(␀)␀
      | ^
      |
      = help: it looks like UTF-16: save it as UTF-8
    ");
}

#[test]
fn out_of_bounds() {
    let scratch =
        with_stance(r#"(issue: "army", position: AtLeast(1001), basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[out-of-bounds]: 1001 lies outside 0 to 1000 men
     --> stances/talks/a.ron:4:43
      |
    4 |         (issue: "army", position: AtLeast(1001), basis: Conduct, since: "2025"),
      |                                           ^^^^
      |
      = help: widen the bounds of `army`, or correct the number
    "#);
}

#[test]
fn out_of_bounds_of_a_share() {
    let scratch = with_stance(
        r#"(issue: "truce", position: Support, basis: Conduct, since: "2025", confidence: 80),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[out-of-bounds]: a confidence of 80 lies outside 0 to 1
     --> stances/talks/a.ron:4:88
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, since: "2025", confidence: 80),
      |                                                                                        ^^
      |
      = help: write it as a number from 0 to 1: `0.8`
    "#);
}

#[test]
fn out_of_bounds_of_a_tolerance() {
    let scratch = with_dossier("max: 1000)", "max: 1000), tolerance: -1");
    assert_snapshot!(said(&scratch), @r#"
    error[out-of-bounds]: a tolerance of -1 lies outside 0 to 1000
     --> stances/talks/dossier.ron:6:96
      |
    6 | ...unit: "men", min: 0, max: 1000), tolerance: -1, text: "How many?"),
      |                                                ^^
    "#);
}

#[test]
fn position_mismatch() {
    let scratch =
        with_stance(r#"(issue: "strength", position: Support, basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[position-mismatch]: `strength` is a scale, and this position is for another kind
     --> stances/talks/a.ron:4:39
      |
    4 |         (issue: "strength", position: Support, basis: Conduct, since: "2025"),
      |                                       ^^^^^^^
      |
      = help: on a scale write `At(…)`, `Between(…, …)`, `AtLeast(…)`, `AtMost(…)`; on any issue `Undisclosed` or `Withdrawn`
    "#);
}

#[test]
fn position_mismatch_of_a_number() {
    let scratch =
        with_stance(r#"(issue: "strength", position: At(2), basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[position-mismatch]: `strength` has levels with names; 2 is a number
     --> stances/talks/a.ron:4:42
      |
    4 |         (issue: "strength", position: At(2), basis: Conduct, since: "2025"),
      |                                          ^
      |
      = help: the levels are `none`, `some`, `full`
    "#);
}

#[test]
fn position_mismatch_of_a_level() {
    let scratch =
        with_stance(r#"(issue: "army", position: At("500"), basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[position-mismatch]: `army` takes a number; `500` is a text
     --> stances/talks/a.ron:4:38
      |
    4 |         (issue: "army", position: At("500"), basis: Conduct, since: "2025"),
      |                                      ^^^^^
      |
    help: write `500` without quotes
      |
    4 -         (issue: "army", position: At("500"), basis: Conduct, since: "2025"),
    4 +         (issue: "army", position: At(500), basis: Conduct, since: "2025"),
      |
    "#);
}

#[test]
fn position_mismatch_in_a_relation() {
    let scratch = with_dossier(
        "    sources:",
        "    relations: [
        Excludes(one: (\"truce\", Undisclosed), other: (\"army\", At(5)), because: \"not both\"),
    ],
    sources:",
    );
    assert_snapshot!(said(&scratch), @r#"
    error[position-mismatch]: nothing follows from a position that nobody knows
      --> stances/talks/dossier.ron:10:33
       |
    10 |         Excludes(one: ("truce", Undisclosed), other: ("army", At(5)), because: "not both"),
       |                                 ^^^^^^^^^^^
       |
       = help: `truce` is a statement: write `Support`, `LeanSupport`, `Neutral`, `LeanOppose`, `Oppose`
    "#);
}

#[test]
fn repeated_option() {
    let scratch = with_stance(
        r#"(issue: "monitor", position: OneOf(["un", "un"]), basis: Conduct, since: "2025"),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[repeated-option]: the option `un` stands twice in one position
     --> stances/talks/a.ron:4:51
      |
    4 |         (issue: "monitor", position: OneOf(["un", "un"]), basis: Conduct, since: "2025"),
      |                                                   ^^^^
      |
    help: name each option once
      |
    4 -         (issue: "monitor", position: OneOf(["un", "un"]), basis: Conduct, since: "2025"),
    4 +         (issue: "monitor", position: OneOf(["un"]), basis: Conduct, since: "2025"),
      |
    "#);
}

#[test]
fn repeated_option_of_an_issue() {
    let scratch = with_dossier(r#"["un", "osce"]"#, r#"["un", "osce", "un"]"#);
    assert_snapshot!(said(&scratch), @r#"
    error[repeated-option]: the option `un` stands twice in one list
     --> stances/talks/dossier.ron:7:68
      |
    7 | ...   (id: "monitor", area: "peace", kind: Choice(["un", "osce", "un"]), text: "Who watches?"),
      |                                                                  ^^^^
      |
    help: name each option once
      |
    7 -         (id: "monitor", area: "peace", kind: Choice(["un", "osce", "un"]), text: "Who watches?"),
    7 +         (id: "monitor", area: "peace", kind: Choice(["un", "osce"]), text: "Who watches?"),
      |
    "#);
}

#[test]
fn syntax_error() {
    let scratch =
        with_stance(r#"(issue: "truce", position: Support, basis: Conduct, since: 2025-02-01),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[syntax-error]: `2025-02-01` is neither a name nor a number
     --> stances/talks/a.ron:4:68
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, since: 2025-02-01),
      |                                                                    ^^^^^^^^^^
      |
      = help: write text in quotation marks: `"2025-02-01"`
    "#);
}

#[test]
fn syntax_error_of_a_comma() {
    let scratch = with_party(&SOUND.replace("stances:", "name: \"A\"\n    stances:"));
    assert_snapshot!(said(&scratch), @r#"
    error[syntax-error]: no comma before the next item
     --> stances/talks/a.ron:2:14
      |
    2 |     name: "A"
      |              ^
    3 |     stances: [
      |     ------- the next item
      |
      = help: write `,` here
    "#);
}

#[test]
fn syntax_error_of_an_empty_file() {
    let scratch = with_party(SOUND);
    scratch.write("c.ron", "");
    assert_snapshot!(said(&scratch), @r"
    error[syntax-error]: there is no value in this file
     --> stances/talks/c.ron:1:1
      |
    1 |
      | ^
    ");
}

#[test]
fn unknown_area() {
    let scratch = with_dossier(
        r#"(id: "army", area: "peace""#,
        r#"(id: "army", area: "paece""#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-area]: there is no area `paece`
     --> stances/talks/dossier.ron:6:28
      |
    6 | ...   (id: "army", area: "paece", kind: Quantity(unit: "men", min: 0, max: 1000), text: "How ...
      |                          ^^^^^^^
      |
    help: did you mean `peace`?
      |
    6 -         (id: "army", area: "paece", kind: Quantity(unit: "men", min: 0, max: 1000), text: "How many?"),
    6 +         (id: "army", area: "peace", kind: Quantity(unit: "men", min: 0, max: 1000), text: "How many?"),
      |
    "#);
}

#[test]
fn unknown_field() {
    let scratch = with_stance(
        r#"(issue: "truce", position: Support, basis: Conduct, sinc: "2025", since: "2025"),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-field]: there is no field `sinc` in this record
     --> stances/talks/a.ron:4:61
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, sinc: "2025", since: "2025"),
      |                                                             ^^^^
      |
      = help: did you mean `since`?
    "#);
}

#[test]
fn unknown_field_in_place_of_one_that_must_be_there() {
    let scratch =
        with_stance(r#"(issue: "truce", positon: Support, basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-field]: there is no field `positon` in this record
     --> stances/talks/a.ron:4:26
      |
    4 |         (issue: "truce", positon: Support, basis: Conduct, since: "2025"),
      |                          ^^^^^^^
      |
    help: did you mean `position`?
      |
    4 |         (issue: "truce", position: Support, basis: Conduct, since: "2025"),
      |                               +
    "#);
}

#[test]
fn unknown_field_of_the_file() {
    let scratch = with_party(&SOUND.replace("stances:", "colour: \"red\",\n    stances:"));
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-field]: there is no field `colour` in this record
     --> stances/talks/a.ron:2:5
      |
    2 |     colour: "red",
      |     ^^^^^^
      |
      = help: the fields are `name`, `code`, `kind`, `aliases`, `speakers`, `members`, `complete`, `note`, `confidential`, `stances`, `notes`
    "#);
}

#[test]
fn unknown_issue() {
    let scratch =
        with_stance(r#"(issue: "trcue", position: Support, basis: Conduct, since: "2025"),"#);
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-issue]: there is no issue `trcue`
     --> stances/talks/a.ron:4:17
      |
    4 |         (issue: "trcue", position: Support, basis: Conduct, since: "2025"),
      |                 ^^^^^^^
      |
    help: did you mean `truce`?
      |
    4 -         (issue: "trcue", position: Support, basis: Conduct, since: "2025"),
    4 +         (issue: "truce", position: Support, basis: Conduct, since: "2025"),
      |
    "#);
}

#[test]
fn unknown_issue_of_a_relation() {
    let scratch = with_dossier(
        "    sources:",
        "    relations: [
        Excludes(one: (\"truce\", Support), other: (\"navy\", At(5)), because: \"not both\"),
    ],
    sources:",
    );
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-issue]: there is no issue `navy`
      --> stances/talks/dossier.ron:10:51
       |
    10 |         Excludes(one: ("truce", Support), other: ("navy", At(5)), because: "not both"),
       |                                                   ^^^^^^
       |
       = help: the issues are `army`, `monitor`, `strength`, `truce`
    "#);
}

#[test]
fn unknown_level() {
    let scratch = with_stance(
        r#"(issue: "strength", position: At("strong"), basis: Conduct, since: "2025"),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-level]: `strength` has no level `strong`
     --> stances/talks/a.ron:4:42
      |
    4 |         (issue: "strength", position: At("strong"), basis: Conduct, since: "2025"),
      |                                          ^^^^^^^^
      |
      = help: the levels are `none`, `some`, `full`
    "#);
}

#[test]
fn unknown_option() {
    let scratch = with_stance(
        r#"(issue: "monitor", position: OneOf(["un", "osze"]), basis: Conduct, since: "2025"),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-option]: `monitor` has no option `osze`
     --> stances/talks/a.ron:4:51
      |
    4 |         (issue: "monitor", position: OneOf(["un", "osze"]), basis: Conduct, since: "2025"),
      |                                                   ^^^^^^
      |
      = help: did you mean `osce`?
    "#);
}

#[test]
fn unknown_party() {
    let scratch = with_influence(r#"(of: "a", on: "bb", level: 2)"#);
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-party]: there is no party `bb`
     --> stances/talks/dossier.ron:9:31
      |
    9 |     influence: [(of: "a", on: "bb", level: 2)],
      |                               ^^^^
      |
      = help: the parties are `a`, `b`
    "#);
}

#[test]
fn duplicate_id_of_two_parties_under_influence() {
    let scratch = with_influence(
        r#"(of: "a", on: "b", level: 2), (of: "b", on: "a", level: 2), (of: "a", on: "b", level: 1)"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[duplicate-id]: the influence of `a` on `b` is given twice
     --> stances/talks/dossier.ron:9:77
      |
    9 | ...: [(of: "a", on: "b", level: 2), (of: "b", on: "a", level: 2), (of: "a", on: "b", level: 1)],
      |       ---------------------------- this one is used               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this one is left out
      |
      = help: keep the one that holds
    "#);
}

#[test]
fn invalid_value_of_influence_on_itself() {
    let scratch = with_influence(r#"(of: "a", on: "a", level: 2)"#);
    assert_snapshot!(said(&scratch), @r#"
    error[invalid-value]: `a` cannot be under its own influence
     --> stances/talks/dossier.ron:9:31
      |
    9 |     influence: [(of: "a", on: "a", level: 2)],
      |                               ^^^
      |
      = help: name the other party, or remove this entry
    "#);
}

#[test]
fn out_of_bounds_influence() {
    let scratch = with_influence(r#"(of: "a", on: "b", level: 5)"#);
    assert_snapshot!(said(&scratch), @r#"
    error[out-of-bounds]: an influence of 5 lies outside 0 to 4
     --> stances/talks/dossier.ron:9:43
      |
    9 |     influence: [(of: "a", on: "b", level: 5)],
      |                                           ^
    "#);
}

#[test]
fn out_of_bounds_weight() {
    let scratch = with_dossier("min: 0, max: 1000)", "min: 0, max: 1000), weight: -1");
    assert_snapshot!(said(&scratch), @r#"
    error[out-of-bounds]: a weight of -1 lies outside 0 to 1000000000
     --> stances/talks/dossier.ron:6:93
      |
    6 | ...ty(unit: "men", min: 0, max: 1000), weight: -1, text: "How many?"),
      |                                                ^^
      |
      = help: give how much the issue counts beside one of weight 1
    "#);
}

fn with_influence(entries: &str) -> Scratch {
    with_dossier(
        "sources: [",
        &format!("influence: [{entries}],\n    sources: ["),
    )
}

#[test]
fn unknown_source() {
    let scratch = with_stance(
        r#"(issue: "army", position: At(5), basis: Conduct, since: "2025-01-01", evidence: [(source: "artikle")]),"#,
    );
    assert_snapshot!(said(&scratch), @r#"
    error[unknown-source]: there is no source `artikle`
     --> stances/talks/a.ron:4:99
      |
    4 | ...ince: "2025-01-01", evidence: [(source: "artikle")]),
      |                                            ^^^^^^^^^
      |
      = help: did you mean `article`?
    "#);
}

#[test]
fn misnamed_file() {
    let scratch = with_party(SOUND);
    for name in ["c.ron.txt", "d.ron.bak", "notes.txt"] {
        std::fs::write(scratch.talks().join(name), SOUND).unwrap();
    }
    assert_snapshot!(said(&scratch), @"
    error[misnamed-file]: this file is not read: it does not end in `.ron`
    --> stances/talks/c.ron.txt
     = help: name it `c.ron`
    ");
}

#[test]
#[cfg(unix)]
fn unreadable_file() {
    let scratch = with_party(SOUND);
    let link = scratch.talks().join("c.ron");
    std::os::unix::fs::symlink("nowhere.ron", link).unwrap();
    assert_snapshot!(said(&scratch), @r"
    error[unreadable-file]: this file cannot be read: it is a link to a file that is not there
    --> stances/talks/c.ron
    ");
}

/// What is said of a Markdown file whose text is this.
fn said_of_markdown(text: &str) -> String {
    let scratch = Scratch::new([("dossier.ron", DOSSIER), ("a.ron", SOUND)]);
    std::fs::write(scratch.folder().join("report.md"), text).unwrap();
    let output = scratch.run(&["embed", "report.md"]).output();
    assert_eq!((output.code, output.text().as_str()), (1, ""));
    let kept = std::fs::read_to_string(scratch.folder().join("report.md"));
    assert_eq!(kept.unwrap(), text);
    output.stderr
}

#[test]
fn misplaced_marker() {
    assert_snapshot!(said_of_markdown("A <!-- stances: matrix --> B\n"), @"
    error[misplaced-marker]: this marker does not stand on a line of its own
     --> report.md:1:3
      |
    1 | A <!-- stances: matrix --> B
      |   ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: put it on a line of its own, with nothing but blanks before it
      = help: to show a marker as text, put it into code: between backquotes, or into a fenced block

    nothing was written
    ");
    let nested = "<!-- stances: matrix -->\n<!-- stances: compare -->\n<!-- /stances -->\n";
    assert_snapshot!(said_of_markdown(nested), @"
    error[misplaced-marker]: this marker stands inside the block of another one
     --> report.md:2:1
      |
    1 | <!-- stances: matrix -->
      | ------------------------ which begins here
    2 | <!-- stances: compare -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: close that block above this line, with `<!-- /stances -->`

    nothing was written
    ");
}

#[test]
fn missing_marker() {
    assert_snapshot!(said_of_markdown("`<!-- stances: matrix -->`\n"), @"
    error[missing-marker]: this file has no marker
    --> report.md
     = help: where a table is to stand, write `<!-- stances: COMMAND -->` on one line and `<!-- /stances -->` on the next

    nothing was written
    ");
}

#[test]
fn unclosed_marker() {
    assert_snapshot!(said_of_markdown("# Report\n\n<!-- stances: matrix -->\n"), @"
    error[unclosed-marker]: the block that this marker opens is not closed
     --> report.md:3:1
      |
    3 | <!-- stances: matrix -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write `<!-- /stances -->` on a line of its own where the block is to end

    nothing was written
    ");
}

#[test]
fn unopened_marker() {
    assert_snapshot!(said_of_markdown("# Report\n\n<!-- /stances -->\n"), @"
    error[unopened-marker]: this marker closes a block that nothing opens
     --> report.md:3:1
      |
    3 | <!-- /stances -->
      | ^^^^^^^^^^^^^^^^^
      |
      = help: open it above with `<!-- stances: COMMAND -->`, or take this line out

    nothing was written
    ");
}

#[test]
fn unusable_marker() {
    let text = "<!-- stances: matrix --measure conflct -->\n<!-- /stances -->\n";
    assert_snapshot!(said_of_markdown(text), @"
    error[unusable-marker]: invalid value 'conflct' for '--measure <NAME>': there is no measure `conflct`: did you mean `conflict`?
     --> report.md:1:1
      |
    1 | <!-- stances: matrix --measure conflct -->
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    nothing was written
    ");
}
