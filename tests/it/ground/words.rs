//! What is told of common ground, for people and for machines.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Says, Talks, says};

/// One issue for each way in which things may stand.
fn talks() -> Scratch {
    let options = "Choice([\"one\", \"two\", \"three\"])";
    let sets = [
        "[\"one\", \"two\"]",
        "[\"two\", \"three\"]",
        "[\"three\", \"one\"]",
    ];
    let set = |at: usize| says("ring", &format!("OneOf({})", sets[at]));
    Talks::new()
        .statement("pledge")
        .statement("fleet")
        .statement("secret")
        .statement("lonely")
        .issue_with(
            "price",
            "matters",
            "Quantity(unit: \"dollars\", min: 0, max: 100)",
            "tolerance: 5",
        )
        .issue("ring", options)
        .issue("seat", options)
        .party_with(
            "north",
            "name: \"North, East and West\", code: \"N\"",
            [
                says("pledge", "Support"),
                says("fleet", "Support").with("firmness: RedLine"),
                says("secret", "Undisclosed"),
                says("lonely", "Support"),
                price("At(10)"),
                set(0),
                seat("one"),
            ],
        )
        .party(
            "south",
            [
                says("pledge", "Neutral"),
                says("fleet", "Oppose").with("firmness: Demand"),
                says("secret", "Support"),
                price("At(14)"),
                set(1),
                seat("two"),
            ],
        )
        .party(
            "centre",
            [
                says("pledge", "LeanSupport").on_condition("the south signs first"),
                says("fleet", "LeanOppose"),
                says("secret", "Support"),
                price("Between(40, 60)"),
                set(2),
                seat("three"),
            ],
        )
        .party("observer", [])
        .scratch()
}

fn price(position: &str) -> Says {
    says("price", position)
}

fn seat(option: &str) -> Says {
    says("seat", &format!("OneOf([{option:?}])"))
}

#[test]
fn every_way_in_which_things_may_stand() {
    assert_snapshot!(talks().run(&["common-ground"]).fine(), @"
    Common ground: talks
    ════════════════════

    As of 2025-01-01 · declared, attributed and conduct · 4 parties, 7 issues

    issue   could accept     who could           in the way                      silent
    ── All who speak could accept it ─────────────────────────────────────────────────────────
    secret  + support        centre, south       ·                               N undisclosed
    pledge  + support        centre ?, N, south  ·                               ·
    ── One party's move would open it ────────────────────────────────────────────────────────
    fleet   − oppose         centre, south       N support (red line)            ·
    price   10 – 14 dollars  N, south            centre 40 – 60 dollars          ·
    ring    one              centre, N           south two / three               ·
    or      three            centre, south       N one / two                     ·
    or      two              N, south            centre one / three              ·
    ── More than one would have to move ──────────────────────────────────────────────────────
    seat    ·                ·                   centre three; N one; south two  ·
    ──────────────────────────────────────────────────────────────────────────────────────────
    · nobody, nothing · ? on a condition
    N North, East and West

    Who could go together where not all can
    ───────────────────────────────────────
    - centre and south on 2 issues: fleet and ring.
    - N and south on 2 issues: price and ring.
    - centre and N on 1 issue: ring.

    Alone against all others
    ────────────────────────
    - centre on 1 issue: price.
    - N on 1 issue: fleet.

    Conditions
    ──────────
    - centre on pledge (leans to support): The south signs first.

    Fewer than two positions on 1 issue: lonely.

    Silent on every issue: observer.
    ");
    assert_snapshot!(talks().run(&["common-ground", "--format", "csv"]).fine(), @r"
    area,issue,prospect,common,speaking,conditional,missing,moves,moves_to,groups,groups_common,alone
    matters,secret,open,support,centre|south,,north|observer,,,,,
    matters,pledge,open,support,centre|north|south,centre,observer,,,,,
    matters,fleet,one-move,,centre|north|south,,observer,north,oppose,centre|south,oppose,north
    matters,price,one-move,,centre|north|south,,observer,centre,10 – 14,north|south,10 – 14,centre
    matters,ring,one-move,,centre|north|south,,observer,centre|north|south,two|three|one,centre|north;centre|south;north|south,one|three|two,
    matters,seat,closed,,centre|north|south,,observer,,,,,
    matters,lonely,too-few,,north,,centre|observer|south,,,,,
    ");
}

#[test]
fn what_stands_out_in_a_comparison() {
    let table = talks().run(&["compare"]).fine();
    let (_, highlights) = table.split_once("What stands out").unwrap();
    assert_snapshot!(highlights, @r"
    ───────────────
    - Red-line clash on fleet. centre: leans to oppose; N (red line): support; south (demand): oppose.
    - Conflict on seat. centre: three; N: one; south: two.
    - Conflict on price. centre: 40 – 60 dollars; N: 10 dollars; south: 14 dollars.
    - Neither conflict nor common ground on ring.
    - Common ground of centre, N and south: pledge (support, in part on a condition).
    - Common ground of centre and south: secret (support).
    - Undisclosed: N on secret.
    - Silent on every issue: observer.
    - Not comparable: 1 of 7 issues, on which fewer than two parties have a position.
    - N stands for North, East and West.
    ");
}

#[test]
fn a_shipped_dossier_area_by_area() {
    let lens = ["--area", "territory,security-guarantees"];
    let arguments = [&["common-ground", "ukraine-peace-texts"][..], &lens].concat();
    assert_snapshot!(shipped(&arguments).fine(), @r"
    Common ground: Five texts on peace in Ukraine, June to December 2025
    ════════════════════════════════════════════════════════════════════

    As of 2025-12-24 · declared, attributed and conduct · 4 parties, 12 issues · area territory,
    security-guarantees

    issue            could accept   who could     in the way                                      silent
    ── All who speak could accept it ───────────────────────────────────────────────────────────────────
    nuclear-free-    + support      all           ·                                               ·
      status
    no-change-by-    + support      E3, UA, US    ·                                               RU
      force
    ── One party's move would open it ──────────────────────────────────────────────────────────────────
    army-ceiling     800k           E3, RU, UA    US 600k                                         ·
    guarantee-form   article-       E3, UA        US military-response-pledge                     RU
                     5-equivalent
    us-guarantee-    + support      E3, US        UA oppose                                       RU
      fee
    znpp-operation   iaea-split-    E3, US        UA us-ukraine-venture                           RU
                     ukraine-
                     russia
    nato-            ·              ·             E3 oppose; US support                           RU, UA
      enlargement-
      halt
    donetsk-         + support      RU, UA ?, US  E3 oppose                                       ·
      withdrawal
    ── More than one would have to move ────────────────────────────────────────────────────────────────
    crimea-status    none           E3, UA        RU de-jure (demand); US de-facto                ·
    donetsk-         line-without-  E3, UA        RU de-jure-russian (demand); US de-facto-       ·
      luhansk-       recognition                  russian
      status
    kherson-         line-without-  E3, UA        RU de-jure-russian (demand); US de-facto-to-    ·
      zaporizhzhia-  recognition                  the-line
      status
    foreign-forces   ·              ·             E3 no-permanent-nato-basing; RU none (demand);  ·
                                                  UA unrestricted (demand); US non-nato-only
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    · nobody, nothing · ? on a condition
    E3 Britain, France and Germany · RU Russia · UA Ukraine · US United States

    Who could go together where not all can
    ───────────────────────────────────────
    - E3, Russia and Ukraine on 1 issue: army-ceiling.
    - Russia, Ukraine and United States on 1 issue: donetsk-withdrawal.
    - E3 and Ukraine on 4 issues: guarantee-form, crimea-status, donetsk-luhansk-status and kherson-
      zaporizhzhia-status.
    - E3 and United States on 2 issues: us-guarantee-fee and znpp-operation.

    Alone against all others
    ────────────────────────
    - Ukraine on 2 issues: us-guarantee-fee and znpp-operation.
    - United States on 1 issue: guarantee-form.

    Conditions
    ──────────
    - Ukraine on donetsk-withdrawal (support): The whole agreement is approved in a national referendum.

    Not counted: 4 records replaced by a later one.
    ");
}

#[test]
fn between_two_parties_everything_is_open_or_either_may_move() {
    let arguments = ["common-ground", "ukraine-peace-texts", "--format", "json"];
    let two = ["--party", "russia,ukraine"];
    let json = shipped(&[&arguments[..], &two].concat()).json();
    for issue in json["issues"].as_array().unwrap() {
        let movers = issue["moves"].as_array().unwrap().len();
        let expected = match issue["prospect"].as_str().unwrap() {
            "one-move" => 2,
            "open" | "too-few" => 0,
            other => panic!("{other}"),
        };
        assert_eq!(movers, expected, "{issue}");
    }
}

#[test]
fn nothing_in_view_is_said() {
    let talks = Talks::new()
        .statement("pledge")
        .party("north", [])
        .scratch();
    let text = talks.run(&["common-ground"]).fine();
    assert!(
        text.contains("No party has a position on any issue in view."),
        "{text}"
    );
    let alone = shipped(&["common-ground", "ukraine-peace-texts", "--party", "e3"]).fine();
    assert!(
        alone.contains("There is no issue on which two parties"),
        "{alone}"
    );
}

#[test]
fn the_data_read_back_as_the_json() {
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        let answer = |format: &str| shipped(&["common-ground", dossier, "--format", format]);
        let text = answer("csv").fine();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<BTreeMap<String, String>> =
            reader.deserialize().map(Result::unwrap).collect();
        let json = answer("json").json();
        assert_eq!(json["schema"], "stances/common-ground/1");
        let issues = json["issues"].as_array().unwrap();
        assert_eq!(rows.len(), issues.len());
        for (row, issue) in rows.into_iter().zip(issues) {
            assert_eq!(row, row_of(issue), "{dossier}: {issue}");
        }
    }
}

/// An issue of the JSON as it stands in a row.
fn row_of(issue: &Value) -> BTreeMap<String, String> {
    let conditional = list(&issue["positions"])
        .filter(|position| !position["condition"].is_null())
        .flat_map(|position| list(&position["parties"]));
    let groups = list(&issue["groups"]).map(|group| ids(list(&group["parties"])));
    let groups: Vec<String> = groups.collect();
    let of = |value: &Value, key: &str, words: fn(&Value) -> String| {
        let all: Vec<String> = list(value).map(|entry| words(&entry[key])).collect();
        all.join("|")
    };
    let told = [
        ("area", text(&issue["area"])),
        ("issue", text(&issue["issue"])),
        ("prospect", text(&issue["prospect"])),
        ("common", words(&issue["common"])),
        ("speaking", ids(list(&issue["speaking"]))),
        ("conditional", ids(conditional)),
        ("missing", ids(list(&issue["missing"]))),
        ("moves", of(&issue["moves"], "party", text)),
        ("moves_to", of(&issue["moves"], "to", words)),
        ("groups", groups.join(";")),
        ("groups_common", of(&issue["groups"], "common", words)),
        ("alone", text(&issue["alone"])),
    ];
    told.map(|(name, value)| (name.to_owned(), value)).into()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

fn ids<'a>(values: impl Iterator<Item = &'a Value>) -> String {
    let ids: Vec<&str> = values.map(|id| id.as_str().unwrap()).collect();
    ids.join("|")
}

/// What is common, in bare words.
fn words(common: &Value) -> String {
    if let Some(options) = common["options"].as_array() {
        let names: Vec<&str> = options.iter().map(|name| name.as_str().unwrap()).collect();
        return names.join(" / ");
    }
    match (text(&common["lo"]), text(&common["hi"])) {
        (lo, hi) if lo.is_empty() && hi.is_empty() => text(&common["side"]),
        (lo, hi) if lo == hi => lo,
        (lo, hi) => format!("{lo} – {hi}"),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
