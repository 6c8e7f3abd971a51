//! `stances import`: what becomes of tables.

use std::fs;

use insta::assert_snapshot;

use crate::harness::scratch::Scratch;

/// What an import said, how it ended, and all files of the dossier.
fn imported(table: impl AsRef<[u8]>, more: &[&str]) -> String {
    let scratch = Scratch::empty();
    fs::write(scratch.folder().join("table.csv"), table).unwrap();
    told(&scratch, "table.csv", more)
}

fn told(scratch: &Scratch, file: &str, more: &[&str]) -> String {
    let arguments = [&["import", file, "--into", "stances/new"], more].concat();
    let output = scratch.run(&arguments).output();
    assert_eq!(output.text(), "");
    format!("{}exit {}\n{}", output.stderr, output.code, files(scratch))
}

fn files(scratch: &Scratch) -> String {
    let entries = fs::read_dir(scratch.folder().join("stances/new"));
    let mut paths: Vec<_> = (entries.into_iter().flatten())
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let text = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().display().to_string();
        format!("---- {name}\n{}", fs::read_to_string(path).unwrap())
    };
    paths.iter().map(text).collect()
}

#[test]
fn a_survey_with_levels() {
    let table = "respondent,peace,taxes\nAnna,1,5\nBo,3,\nAnna,2,2\n,1,1\nCy,6,x\n";
    assert_snapshot!(imported(table, &["--levels", "1..5", "--since", "2025-03"]), @r#"
    line 4, column 1: `Anna` stands in line 2 already
    line 5, column 1: there is no actor
    line 6, column 2: `6` is none of the levels 1 to 5
    line 6, column 3: `x` is none of the levels 1 to 5
    table.csv: 5 rows, 5 positions: 3 new, 4 left out, 3 new parties, 2 new issues
    changed 4 files in stances/new: anna.ron (20 lines), bo.ron (13 lines), cy.ron (5 lines), dossier.ron (13 lines)
    exit 1
    ---- anna.ron
    (
        name: "Anna",
        kind: State,
        stances: [
            (
                issue: "peace",
                position: Oppose,
                basis: Attributed(by: "table.csv"),
                since: "2025-03", date: Inferred,
                evidence: [(source: "table", at: "line 2")],
            ),
            (
                issue: "taxes",
                position: Support,
                basis: Attributed(by: "table.csv"),
                since: "2025-03", date: Inferred,
                evidence: [(source: "table", at: "line 2")],
            ),
        ],
    )
    ---- bo.ron
    (
        name: "Bo",
        kind: State,
        stances: [
            (
                issue: "peace",
                position: Neutral,
                basis: Attributed(by: "table.csv"),
                since: "2025-03", date: Inferred,
                evidence: [(source: "table", at: "line 3")],
            ),
        ],
    )
    ---- cy.ron
    (
        name: "Cy",
        kind: State,
        stances: [],
    )
    ---- dossier.ron
    (
        title: "table.csv",
        areas: [
            (id: "imported"),
        ],
        issues: [
            (id: "peace", area: "imported", kind: Statement, text: "peace"),
            (id: "taxes", area: "imported", kind: Statement, text: "taxes"),
        ],
        sources: [
            (id: "table", title: "table.csv"),
        ],
    )
    "#);
}

#[test]
fn a_table_from_a_spreadsheet_of_western_europe() {
    let table = b"sep=;\r\nParty;Truppen;\xd6ffnung\r\nT\xfcrkiye;2,5;yes\r\nIran;1.000;\"no\"\r\n";
    let items = "item,min,max,kind,unit,area,text,weight\nTruppen,0,50,quantity,thousand,Sicherheit & Co,How many.,2\n";
    let scratch = Scratch::empty();
    fs::write(scratch.folder().join("table.csv"), table).unwrap();
    fs::write(scratch.folder().join("items.csv"), items).unwrap();
    let more = [
        "--encoding",
        "windows-1252",
        "--items",
        "items.csv",
        "--since",
        "2025",
    ];
    assert_snapshot!(told(&scratch, "table.csv", &more), @r#"
    line 3, column 2: `1.000` can be read in two ways: write numbers without marks between thousands
    table.csv: 2 rows, 4 positions: 3 new, 1 left out, 2 new parties, 2 new issues
    changed 3 files in stances/new: dossier.ron (19 lines), iran.ron (13 lines), turkiye.ron (20 lines)
    exit 1
    ---- dossier.ron
    (
        title: "table.csv",
        areas: [
            (id: "sicherheit-co", name: "Sicherheit & Co"),
            (id: "imported"),
        ],
        issues: [
            (
                id: "truppen", area: "sicherheit-co",
                kind: Quantity(unit: "thousand", min: 0, max: 50),
                text: "How many.",
                weight: 2,
            ),
            (id: "offnung", area: "imported", kind: Statement, text: "Öffnung"),
        ],
        sources: [
            (id: "table", title: "table.csv"),
        ],
    )
    ---- iran.ron
    (
        name: "Iran",
        kind: State,
        stances: [
            (
                issue: "offnung",
                position: Oppose,
                basis: Attributed(by: "table.csv"),
                since: "2025", date: Inferred,
                evidence: [(source: "table", at: "line 3")],
            ),
        ],
    )
    ---- turkiye.ron
    (
        name: "Türkiye",
        kind: State,
        stances: [
            (
                issue: "truppen",
                position: At(2.5),
                basis: Attributed(by: "table.csv"),
                since: "2025", date: Inferred,
                evidence: [(source: "table", at: "line 2")],
            ),
            (
                issue: "offnung",
                position: Support,
                basis: Attributed(by: "table.csv"),
                since: "2025", date: Inferred,
                evidence: [(source: "table", at: "line 2")],
            ),
        ],
    )
    "#);
}

#[test]
fn statements_keep_their_days() {
    let table = "\"ID\";\"time\";\"docTitle\";\"person\";\"organization\";\"concept\";\"agreement\"\n\
                 \"1\";\"2009-04-21 10:00:00\";\"Hearing\";\"Anna\";\"EPA\";\"Cap CO2\";\"1\"\n\
                 \"2\";\"02.05.2009\";\"Letter\";\"Bo\";\"EPA\";\"Cap CO2\";\"0\"\n\
                 \"3\";\"5/2/2009\";\"Letter\";\"Bo\";\"EPA\";\"Cap CO2\";\"1\"\n\
                 \"4\";\"2009\";\"Letter\";\"Bo\";\"\";\"Cap CO2\";\"1\"\n";
    assert_snapshot!(imported(table, &[]), @r#"
    line 4, column 7: `5/2/2009` is no date: write `2025-12-01`, `2025-12` or `2025`
    line 5, column 5: there is no actor
    table.csv: 4 rows, 3 positions: 2 new, 2 left out, 1 new party, 1 new issue
    changed 2 files in stances/new: dossier.ron (12 lines), epa.ron (22 lines)
    exit 1
    ---- dossier.ron
    (
        title: "table.csv",
        areas: [
            (id: "imported"),
        ],
        issues: [
            (id: "cap-co2", area: "imported", kind: Statement, text: "Cap CO2"),
        ],
        sources: [
            (id: "table", title: "table.csv"),
        ],
    )
    ---- epa.ron
    (
        name: "EPA",
        kind: Organisation,
        stances: [
            (
                issue: "cap-co2",
                position: Support,
                basis: Attributed(by: "table.csv"),
                since: "2009-04-21",
                evidence: [(source: "table", at: "line 2")],
                note: "Statement 1 in Hearing.",
            ),
            (
                issue: "cap-co2",
                position: Oppose,
                basis: Attributed(by: "table.csv"),
                since: "2009-05-02",
                evidence: [(source: "table", at: "line 3")],
                note: "Statement 2 in Letter.",
            ),
        ],
    )
    "#);
    let by_person = imported(table, &["--actor", "person", "--basis", "declared"]);
    assert!(by_person.contains("kind: Person"), "{by_person}");
    assert!(
        by_person.contains("basis: Declared(by: \"Anna\")"),
        "{by_person}"
    );
}

#[test]
fn actors_of_a_spatial_model() {
    let table = "Scenario,\"A test\",3,2,\n\
                 Actor,Description,Power,Policy Position,Policy Salience,Pstn2,Sal2,\n\
                 A-1, The first, 102.5, 75.79, 50,  6,  100,\n\
                 B, , 10, 101, 10, 5, 120,\n";
    assert_snapshot!(imported(table, &["--since", "2025"]), @r#"
    line 4, column 4: 101 lies outside 0 to 100 points: widen the bounds of `policy`, or correct the number
    line 4, column 7: the salience `120` is no number from 0 to 100
    table.csv: 2 rows, 3 positions: 2 new, 2 left out, 2 new parties, 2 new issues
    changed 3 files in stances/new: a-1.ron (23 lines), b.ron (6 lines), dossier.ron (21 lines)
    exit 1
    ---- a-1.ron
    (
        name: "A-1",
        kind: State,
        note: "The first. Influence 102.5 in the table.",
        stances: [
            (
                issue: "policy",
                position: At(75.79),
                basis: Attributed(by: "table.csv"),
                since: "2025", date: Inferred,
                evidence: [(source: "table", at: "line 3")],
                salience: 0.5,
            ),
            (
                issue: "pstn2",
                position: At(6),
                basis: Attributed(by: "table.csv"),
                since: "2025", date: Inferred,
                evidence: [(source: "table", at: "line 3")],
                salience: 1,
            ),
        ],
    )
    ---- b.ron
    (
        name: "B",
        kind: State,
        note: "Influence 10 in the table.",
        stances: [],
    )
    ---- dossier.ron
    (
        title: "table.csv",
        areas: [
            (id: "imported"),
        ],
        issues: [
            (
                id: "policy", area: "imported",
                kind: Quantity(unit: "points", min: 0, max: 100),
                text: "Policy",
            ),
            (
                id: "pstn2", area: "imported",
                kind: Quantity(unit: "points", min: 0, max: 100),
                text: "Pstn2",
            ),
        ],
        sources: [
            (id: "table", title: "table.csv"),
        ],
    )
    "#);
}

#[test]
fn ids_never_leave_the_folder() {
    let table = "party,issue,position\n../../evil,../x,support\n/etc/passwd,../x,oppose\nCON,../x,support\n\
                 dossier,../x,support\nКиїв,../x,oppose\nЛьвів,../x,oppose\n";
    let scratch = Scratch::empty();
    fs::write(scratch.folder().join("table.csv"), table).unwrap();
    let said = told(&scratch, "table.csv", &["--since", "2025"]);
    assert!(said.contains("exit 0"), "{said}");
    let mut files: Vec<String> = (crate::write::state(scratch.folder()).into_iter())
        .map(|(path, _)| path.replace(&scratch.folder().display().to_string(), ""))
        .collect();
    files.sort();
    assert_snapshot!(files.join("\n"), @"
    /stances/new/con-2.ron
    /stances/new/dossier-2.ron
    /stances/new/dossier.ron
    /stances/new/etc-passwd.ron
    /stances/new/evil.ron
    /stances/new/party-2.ron
    /stances/new/party.ron
    /table.csv
    ");
}

#[test]
fn a_workbook_by_its_sheet() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap();
    let sheet = book.add_worksheet().set_name("Votes").unwrap();
    for (column, head) in ["country", "date", "Peace", "Army"].iter().enumerate() {
        sheet.write(2, column as u16, *head).unwrap();
    }
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2025, 3, 1).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
    sheet.write(3, 0, "France").unwrap();
    sheet.write_with_format(3, 1, &day, &format).unwrap();
    sheet.write(3, 2, "yes").unwrap();
    sheet.write(3, 3, 2.0).unwrap();
    sheet.write(4, 0, "Chad").unwrap();
    sheet.write(4, 3, 9).unwrap();
    // A cell in the last corner costs nothing.
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let scratch = Scratch::empty();
    book.save(scratch.folder().join("votes.xlsx")).unwrap();
    let more = [
        "--sheet", "Votes", "--since", "2025", "--levels", "1..3", "--as", "scale",
    ];
    assert_snapshot!(told(&scratch, "votes.xlsx", &more), @r#"
    row 4, column 3: `peace` has no level `yes`: the levels are `1`, `2`, `3`
    row 5, column 4: `army` has no level `9`: the levels are `1`, `2`, `3`
    row 1048576, column 1: there is no actor
    votes.xlsx: 3 rows, 3 positions: 1 new, 3 left out, 2 new parties, 2 new issues
    changed 3 files in stances/new: chad.ron (5 lines), dossier.ron (13 lines), france.ron (13 lines)
    exit 1
    ---- chad.ron
    (
        name: "Chad",
        kind: State,
        stances: [],
    )
    ---- dossier.ron
    (
        title: "votes.xlsx",
        areas: [
            (id: "imported"),
        ],
        issues: [
            (id: "peace", area: "imported", kind: Scale(["1", "2", "3"]), text: "Peace"),
            (id: "army", area: "imported", kind: Scale(["1", "2", "3"]), text: "Army"),
        ],
        sources: [
            (id: "votes", title: "votes.xlsx"),
        ],
    )
    ---- france.ron
    (
        name: "France",
        kind: State,
        stances: [
            (
                issue: "army",
                position: At("2"),
                basis: Attributed(by: "votes.xlsx"),
                since: "2025-03-01",
                evidence: [(source: "votes", at: "row 4")],
            ),
        ],
    )
    "#);
}

#[test]
fn a_table_into_a_dossier_that_is_there() {
    let scratch = crate::write::shipped();
    let table = "actor;item;value;date;sources;places;note\n\
                 UA;army-ceiling;800k..;2025-12-25;ua-20-points;6;'=1+1\n\
                 Ukraine;army-ceiling;900k;2025-12-25;;;\n\
                 Japan;g8-return;oppose;2025-12-25;press;p. 3;\n\
                 Japan;sea-lanes;yes;;;;\n";
    fs::write(scratch.folder().join("table.csv"), table).unwrap();
    let arguments = [
        "import",
        "table.csv",
        "--into",
        "ukraine-peace-texts",
        "--title",
        "A reading",
        "--source",
        "reading",
        "--coder",
        "AB",
        "--area",
        "Sea & air",
    ];
    let dry = scratch
        .run(&[&arguments[..], &["--dry-run"]].concat())
        .output();
    assert_eq!(dry.code, 1);
    assert_snapshot!(format!("{}\n{}", dry.stderr, dry.text()), @r#"
    line 3, column 3: `army-ceiling` has no level `900k`: the levels are `below-600k`, `600k`, `800k`, `no-ceiling`
    line 5, column 3: there is no date: give one for all with `--since DATE`
    table.csv: 4 rows, 4 positions: 2 new, 2 left out, 1 new party, 1 new issue

    --- stances/ukraine-peace-texts/dossier.ron
    +++ stances/ukraine-peace-texts/dossier.ron
    @@ -22,6 +22,7 @@
             (id: "pressure", name: "Pressure and redress"),
             (id: "process", name: "Process"),
             (id: "humanitarian", name: "Humanitarian"),
    +        (id: "sea-air", name: "Sea & air"),
         ],
         issues: [
             // Sovereignty
    @@ -217,6 +218,14 @@
                 kind: Statement,
                 text: "Civilians held because of the war should be released.",
             ),
    +
    +        // Sea & air
    +
    +        (
    +            id: "sea-lanes", area: "sea-air",
    +            kind: Statement,
    +            text: "sea-lanes",
    +        ),
         ],
         relations: [
             Implies(
    @@ -456,6 +465,10 @@
                     published. Said to reflect mostly a joint Ukrainian-American position, with 12 and \
                     14 open. Of 8 and 9 only parts were described.",
             ),
    +        (
    +            id: "reading",
    +            title: "A reading",
    +        ),
         ],
         // A text is the one source of what it says.
         checks: (levels: {"single-source": Allow}),
    --- /dev/null
    +++ stances/ukraine-peace-texts/japan.ron
    @@ -0,0 +1,14 @@
    +(
    +    name: "Japan",
    +    kind: State,
    +    stances: [
    +        (
    +            issue: "g8-return",
    +            position: Oppose,
    +            basis: Attributed(by: "A reading"),
    +            since: "2025-12-25",
    +            evidence: [(source: "reading", at: "line 4 (press, p. 3)")],
    +            coder: "AB",
    +        ),
    +    ],
    +)
    --- stances/ukraine-peace-texts/ukraine.ron
    +++ stances/ukraine-peace-texts/ukraine.ron
    @@ -393,6 +393,15 @@
                 note: "Reaffirms the position of June.",
                 confidence: 0.95,
             ),
    +        (
    +            issue: "army-ceiling",
    +            position: AtLeast("800k"),
    +            basis: Attributed(by: "A reading"),
    +            since: "2025-12-25",
    +            evidence: [(source: "ua-20-points", at: "6")],
    +            note: "=1+1",
    +            coder: "AB",
    +        ),
         ],
         notes: [
             (
    "#);
    let before = crate::write::state(scratch.folder());
    let done = scratch.run(&arguments).output();
    assert_eq!((done.code, done.text().as_str()), (1, ""));
    assert_ne!(crate::write::state(scratch.folder()), before);
    let check = scratch.run(&["check", "ukraine-peace-texts"]).output();
    assert!(!check.text().contains("error"), "{}", check.text());
    let twice = scratch.run(&arguments).output();
    assert!(
        twice
            .stderr
            .contains(": 0 new, 2 there already, 2 left out"),
        "{}",
        twice.stderr
    );
}

#[test]
fn utf_16_of_a_spreadsheet_is_read() {
    let text = "party\tissue\tposition\nКиїв\tpeace\tsupport\n";
    let bytes: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let said = imported(bytes, &["--since", "2025"]);
    assert!(
        said.contains("exit 0") && said.contains("name: \"Київ\""),
        "{said}"
    );
}

#[test]
fn of_many_mistakes_some_are_told() {
    let rows: String = (0..50).map(|row| format!("P{row},9\n")).collect();
    let table = format!("party,peace\nA,1\n{rows}");
    let said = imported(table, &["--levels", "1..3", "--since", "2025"]);
    let (said, _) = said.split_once("exit 1").unwrap();
    assert_eq!(said.lines().count(), 23, "{said}");
    assert!(said.contains("and 30 more\n"), "{said}");
    assert!(
        said.contains("51 rows, 51 positions: 1 new, 50 left out"),
        "{said}"
    );
}
