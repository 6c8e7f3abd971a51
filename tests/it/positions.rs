//! `stances positions`: what is read in the table stands in the data as well.

use std::collections::BTreeMap;

use insta::assert_snapshot;
use serde_json::Value;

use crate::harness::run::shipped;
use crate::harness::scratch::Scratch;
use crate::harness::talks::{Talks, says};

/// A row of a data file by the names of its columns.
type Row = BTreeMap<String, String>;

/// Every kind of issue and every kind of cell.
fn talks() -> Scratch {
    Talks::new()
        .source("note")
        .source("wire")
        .statement("pledge")
        .issue("strength", "Scale([\"weak\", \"fair\", \"strong\"])")
        .issue("troops", "Quantity(unit: \"soldiers\", min: -5, max: 100)")
        .issue("seat", "Choice([\"here\", \"there\", \"nowhere\"])")
        .party(
            "north",
            [
                says("pledge", "LeanSupport")
                    .on_condition("the south signs first")
                    .with("firmness: RedLine, gist: \"would pledge\", confidence: 0.5")
                    .with("evidence: [(source: \"note\", at: \"p. 1\"), (source: \"note\", at: \"p. 3\"), (source: \"wire\")]"),
                says("strength", "AtLeast(\"fair\")").attributed(),
                says("troops", "Between(-5, 10)").since("2025-02").until("2026"),
                says("seat", "OneOf([\"there\", \"here\"])"),
            ],
        )
        .party(
            "south",
            [
                says("pledge", "Oppose"),
                says("pledge", "Neutral").from("wire", "l. 2"),
                says("strength", "Undisclosed").by_conduct(),
                says("troops", "At(-5)"),
                says("troops", "At(-5)").from("wire", "l. 7"),
                says("seat", "Withdrawn"),
            ],
        )
        .party("west", [])
        .scratch()
}

fn rows(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
fn the_table_carries_numbered_evidence() {
    let arguments = ["positions", "paris-and-moscow", "--evidence"];
    let lens = [
        "--area",
        "pressure,process",
        "--party",
        "russia,united-states,poland",
    ];
    assert_snapshot!(shipped(&[&arguments[..], &lens].concat()).fine(), @"
    Paris and Moscow, 1 December 2025
    ═════════════════════════════════

    As of 2025-12-01 · declared, attributed and conduct · 3 parties, 8 issues · party russia, united-
    states, poland · area pressure, process

    issue                       Russia           United States
    ── Pressure ──────────────────────────────────────────────────
    no-reward-for-war           ·                ·
    balanced-deal               ·                ·
    wartime-demands-met         + support a [1]  undisclosed a [2]
    pressure-burden             ·                ·
    ── Process ───────────────────────────────────────────────────
    revise-us-plan              ·                + support c [3]
    us-russia-talks             + support c [4]  + support c [5]
    leaders-talk-after-mission  ·                ·
    back-ukraine-leadership     ·                ·
    ──────────────────────────────────────────────────────────────
    · no record · a attributed by others · c read from conduct

    Silent on every issue: Poland.

    Evidence
    ────────
    - [1] Russia on wartime-demands-met: Is reported to stand by its demands in full. Demand, attributed
      by the reporter, since 2025-11-20 (known from elsewhere); article P7.s2, P5.s2.
    - [2] United States on wartime-demands-met: What has been changed in the plan since then is not
      public. Attributed by the reporter, since 2025-12-01 (inferred); article P6.s1.
    - [3] United States on revise-us-plan: Was host to two rounds of talks on changing the plan. Read
      from conduct, since 2025-12-01 (inferred); article P5.s3.
    - [4] Russia on us-russia-talks: Its president is to receive the envoy. Read from conduct, since
      2025-12-01 (inferred); article P6.s2.
    - [5] United States on us-russia-talks: Sent its envoy to meet Russia's president. Read from
      conduct, since 2025-12-01 (inferred); article P1.s2, P6.s2.

    Sources
    ───────
    - article: News report on Ukraine's president in Paris and the US envoy's trip to Moscow.
      2025-12-01.

    Not counted: 1 record replaced by a later one.
    ");
}

#[test]
fn the_wording_stands_beside_the_id_or_in_a_list_below() {
    let talks = talks();
    assert_snapshot!(talks.run(&["positions", "--wording"]).fine(), @r"
    talks
    ═════

    As of 2025-02-28 · declared, attributed and conduct · 3 parties, 4 issues

    issue     wording               north                  south
    ── matters ─────────────────────────────────────────────────────────
    pledge    What about pledge?    + leans to support !?  contradictory
    strength  What about strength?  fair – strong a        undisclosed c
    troops    What about troops?    -5 – 10 soldiers       -5 soldiers
    seat      What about seat?      here / there           withdrawn
    ────────────────────────────────────────────────────────────────────
    ! red line · ? on a condition · a attributed by others · c read from conduct

    Silent on every issue: west.
    ");
    let turned = talks.run(&["positions", "--wording", "--transpose", "--evidence"]);
    assert_snapshot!(turned.fine(), @r"
    talks
    ═════

    As of 2025-02-28 · declared, attributed and conduct · 3 parties, 4 issues

    party  pledge                     strength             troops                seat
    ─────────────────────────────────────────────────────────────────────────────────────────────
    north  + leans to support !? [1]  fair – strong a [2]  -5 – 10 soldiers [3]  here / there [4]
    south  contradictory [5][6]       undisclosed c [7]    -5 soldiers [8][9]    withdrawn [10]
    ─────────────────────────────────────────────────────────────────────────────────────────────
    ! red line · ? on a condition · a attributed by others · c read from conduct

    Silent on every issue: west.

    Issues
    ──────
    - pledge: What about pledge?
    - strength: What about strength?
    - troops: What about troops?
    - seat: What about seat?

    Evidence
    ────────
    - [1] north on pledge: Would pledge. On condition: the south signs first. Red line, declared by the
      speaker, since 2025-01-01; note p. 1, p. 3; wire.
    - [2] north on strength: Attributed by a reporter, since 2025-01-01; no source.
    - [3] north on troops: Declared by the speaker, since 2025-02, until 2026; no source.
    - [4] north on seat: Declared by the speaker, since 2025-01-01; no source.
    - [5] south on pledge: − oppose. Declared by the speaker, since 2025-01-01; no source.
    - [6] south on pledge: 0 neutral. Declared by the speaker, since 2025-01-01; wire l. 2.
    - [7] south on strength: Read from conduct, since 2025-01-01; no source.
    - [8] south on troops: Declared by the speaker, since 2025-01-01; no source.
    - [9] south on troops: Declared by the speaker, since 2025-01-01; wire l. 7.
    - [10] south on seat: Declared by the speaker, since 2025-01-01; no source.

    Sources
    ───────
    - note: The text note.
    - wire: The text wire.
    ");
}

#[test]
fn pages_and_workbooks_have_notes_of_their_own() {
    let plain = shipped(&["positions", "paris-and-moscow", "--format", "html"]).fine();
    let asked = shipped(&[
        "positions",
        "paris-and-moscow",
        "--format",
        "html",
        "--evidence",
    ]);
    assert_eq!(plain, asked.fine());
}

#[test]
fn data_carry_bare_words() {
    let talks = talks();
    let csv = |more: &[&str]| {
        let arguments = [&["positions", "--format", "csv"], more].concat();
        talks.run(&arguments).fine()
    };
    assert_snapshot!(csv(&[]), @"
    area,issue,north,south,west
    matters,pledge,lean-support (on a condition),contradictory,
    matters,strength,fair – strong,undisclosed,
    matters,troops,'-5 – 10,-5,
    matters,seat,here / there,withdrawn,
    ");
    assert_snapshot!(csv(&["--wording", "--issue", "seat"]), @r"
    area,issue,wording,north,south,west
    matters,seat,What about seat?,here / there,withdrawn,
    ");
    assert_snapshot!(csv(&["--transpose"]), @"
    party,pledge,strength,troops,seat
    north,lean-support (on a condition),fair – strong,'-5 – 10,here / there
    south,contradictory,undisclosed,-5,withdrawn
    west,,,,
    ");
    assert_snapshot!(csv(&["--layout", "long"]), @r"
    area,issue,party,state,position,lo,hi,options,condition,firmness,basis,by,since,until,dated,sources,places,gist,confidence,inherited_from,later,marks
    matters,pledge,north,held,lean-support,,,,the south signs first,red-line,declared,the speaker,2025-01-01,,stated,note|note|wire,p. 1|p. 3|,would pledge,0.5,,,red-line|conditional
    matters,pledge,south,contradictory,oppose,,,,,position,declared,the speaker,2025-01-01,,stated,,,,,,,
    matters,pledge,south,contradictory,neutral,,,,,position,declared,the speaker,2025-01-01,,stated,wire,l. 2,,,,,
    matters,strength,north,held,fair – strong,fair,strong,,,position,attributed,a reporter,2025-01-01,,stated,,,,,,,attributed
    matters,strength,south,undisclosed,undisclosed,,,,,position,conduct,,2025-01-01,,stated,,,,,,,conduct
    matters,troops,north,held,'-5 – 10,-5,10,,,position,declared,the speaker,2025-02,2026,stated,,,,,,,
    matters,troops,south,held,-5,-5,-5,,,position,declared,the speaker,2025-01-01,,stated,wire,l. 7,,,,,
    matters,seat,north,held,here / there,,,here|there,,position,declared,the speaker,2025-01-01,,stated,,,,,,,
    matters,seat,south,withdrawn,withdrawn,,,,,position,declared,the speaker,2025-01-01,,stated,,,,,,,
    ");
}

#[test]
fn json_tells_all_that_is_known_of_a_position() {
    let talks = talks();
    let lens = ["--issue", "troops", "--party", "south,west"];
    let arguments = [&["positions", "--format", "json"][..], &lens].concat();
    let mut json = talks.run(&arguments).json();
    let lens = json.as_object_mut().unwrap().remove("lens").unwrap();
    assert_eq!(lens["dossier"], "talks");
    assert_snapshot!(serde_json::to_string_pretty(&json).unwrap(), @r#"
    {
      "issues": [
        {
          "area": "matters",
          "issue": "troops",
          "kind": "quantity",
          "max": 100.0,
          "min": -5.0,
          "text": "What about troops?",
          "tolerance": 0.0,
          "unit": "soldiers"
        }
      ],
      "parties": [
        "south",
        "west"
      ],
      "positions": [
        {
          "basis": "declared",
          "by": "the speaker",
          "condition": null,
          "confidence": null,
          "confidential": false,
          "date": "stated",
          "evidence": [],
          "firmness": "position",
          "gist": null,
          "inherited_from": null,
          "issue": "troops",
          "later": null,
          "party": "south",
          "position": {
            "hi": -5.0,
            "lo": -5.0
          },
          "repeated": [
            {
              "basis": "declared",
              "by": "the speaker",
              "condition": null,
              "confidence": null,
              "confidential": false,
              "date": "stated",
              "evidence": [
                {
                  "at": "l. 7",
                  "source": "wire"
                }
              ],
              "firmness": "position",
              "gist": null,
              "position": {
                "hi": -5.0,
                "lo": -5.0
              },
              "since": "2025-01-01",
              "under_revision": false,
              "until": null
            }
          ],
          "since": "2025-01-01",
          "state": "held",
          "under_revision": false,
          "until": null,
          "weaker": []
        }
      ],
      "schema": "stances/positions/1",
      "unusable": []
    }
    "#);
}

#[test]
fn silence_is_no_entry() {
    let json = shipped(&["positions", "paris-and-moscow", "--format", "json"]).json();
    let parties = json["parties"].as_array().unwrap();
    assert!(parties.contains(&Value::from("poland")));
    let entries = json["positions"].as_array().unwrap();
    assert!(entries.iter().all(|entry| entry["party"] != "poland"));
}

#[test]
fn the_long_layout_reads_back_as_the_json() {
    for dossier in ["paris-and-moscow", "ukraine-peace-texts"] {
        let answer = |more: &[&str]| {
            let arguments = [&["positions", dossier], more].concat();
            shipped(&arguments).fine()
        };
        let rows = rows(&answer(&["--format", "csv", "--layout", "long"]));
        let json: Value = serde_json::from_str(&answer(&["--format", "json"])).unwrap();
        let entries = json["positions"].as_array().unwrap();
        assert_eq!(rows.len(), entries.len());
        for (row, entry) in rows.iter().zip(entries) {
            assert_eq!(fields(row), row_of(entry), "{dossier}: {entry}");
        }
    }
}

#[test]
fn the_wide_layouts_mirror_each_other() {
    let answer = |more: &[&str]| {
        let arguments = [
            &["positions", "ukraine-peace-texts", "--format", "csv"],
            more,
        ]
        .concat();
        rows(&shipped(&arguments).fine())
    };
    let (down, across) = (answer(&[]), answer(&["--transpose"]));
    assert_eq!((down.len(), across.len()), (30, 4));
    for party in &across {
        for issue in &down {
            assert_eq!(party[&issue["issue"]], issue[&party["party"]]);
        }
    }
}

/// What a row and an entry both tell.
fn fields(row: &Row) -> Row {
    let told = row
        .iter()
        .filter(|(name, _)| !["area", "later", "marks"].contains(&name.as_str()));
    told.map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}

/// An entry of the JSON as it stands in a row.
fn row_of(entry: &Value) -> Row {
    let mut row = Row::new();
    for name in [
        "party",
        "issue",
        "state",
        "condition",
        "firmness",
        "basis",
        "by",
        "since",
        "until",
        "gist",
        "confidence",
        "inherited_from",
    ] {
        row.insert(name.into(), text(&entry[name]));
    }
    row.insert("dated".into(), text(&entry["date"]));
    let evidence = entry["evidence"].as_array().unwrap();
    for (column, key) in [("sources", "source"), ("places", "at")] {
        let listed: Vec<String> = evidence.iter().map(|proof| text(&proof[key])).collect();
        row.insert(column.into(), listed.join("|"));
    }
    let position = &entry["position"];
    for name in ["lo", "hi"] {
        row.insert(name.into(), text(&position[name]));
    }
    let options = position["options"].as_array().into_iter().flatten();
    let options: Vec<String> = options.map(text).collect();
    row.insert("options".into(), options.join("|"));
    row.insert("position".into(), words(entry, &options));
    row
}

/// A position in bare words.
fn words(entry: &Value, options: &[String]) -> String {
    let position = &entry["position"];
    let (lo, hi) = (text(&position["lo"]), text(&position["hi"]));
    match &position["degree"] {
        _ if position.is_null() => text(&entry["state"]),
        Value::String(degree) => degree.clone(),
        _ if !options.is_empty() => options.join(" / "),
        _ if lo == hi => lo,
        _ => format!("{lo} – {hi}"),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Number(number) if number.as_f64().is_some_and(|n| n.fract() == 0.0) => {
            format!("{:.0}", number.as_f64().unwrap())
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
