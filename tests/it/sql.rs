//! Queries for engines of others: what is written, and what is refused. That they
//! count what they should is held by `tests/sql/run`, on the engines.

use std::collections::BTreeSet;

use insta::assert_snapshot;

use stances::measure::{self, Formula};
use stances::render::sql::formula;

use crate::harness::run::shipped;

fn query(engine: &str, more: &[&str]) -> String {
    let arguments = [&["sql", "--engine", engine], more].concat();
    shipped(&arguments).fine()
}

/// All but the comments, which say the same for every engine.
fn statements(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.starts_with("--"));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn opening(text: &str) -> String {
    let text = statements(text);
    text.split_once("\n\n").unwrap().0.to_owned()
}

#[test]
fn for_duckdb() {
    let votes = ["--table", "votes.csv", "--levels", "1..3"];
    assert_snapshot!(query("duckdb", &votes), @r#"
    -- Every two parties of a long table, for DuckDB:
    --     duckdb -f FILE.sql
    -- The first statement names the file; leave it out where there is a `stances_table` already.
    --
    -- n          items that both have answered; the next three add up to it
    -- agrees     both on the same side, or both in the middle
    -- partials   one of the two in the middle
    -- conflicts  on opposite sides
    -- steps      levels between the two answers, added up
    -- same       both with the same answer, where a measure needs it
    -- squares    the squares of the steps, added up, where a measure needs them
    --
    -- Answers are whole numbers from 1 to 3. Everything else is no answer.
    -- An answer given twice counts once. Where two answers of a party to an item differ, the
    -- query fails and names them: the rows of a table have no order, so none is the first.
    -- Pairs without a joint item are not listed.

    CREATE OR REPLACE TEMPORARY VIEW stances_table AS
    SELECT * FROM read_csv('votes.csv', header = true, all_varchar = true, skip = 0, delim = ',', quote = '"', escape = '"', comment = '');

    WITH written AS (
        SELECT TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST("party" AS STRING)) AS party,
            TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST("item" AS STRING)) AS item,
            TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST("value" AS STRING)) AS value
        FROM stances_table
    ),
    named AS (
        SELECT party, item, value FROM written WHERE party <> '' AND item <> ''
    ),
    parties AS (
        SELECT party AS name, ROW_NUMBER() OVER (ORDER BY party) AS id
        FROM (SELECT DISTINCT party FROM named) AS every_party
    ),
    items AS (
        SELECT item AS name, ROW_NUMBER() OVER (ORDER BY item) AS id
        FROM (SELECT DISTINCT item FROM named) AS every_item
    ),
    numbers AS (
        SELECT party, item, TRY_CAST(value AS DOUBLE) AS number
        FROM named WHERE regexp_matches(value, '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$')
    ),
    levels AS (
        SELECT party, item, TRY_CAST(number AS BIGINT) - 1 AS level
        FROM numbers WHERE number BETWEEN 1 AND 3 AND number = TRY_CAST(number AS BIGINT)
    ),
    answers AS (
        SELECT party, item, MIN(level) AS lowest, MAX(level) AS highest
        FROM levels GROUP BY party, item
    ),
    points AS (
        SELECT parties.id AS party, items.id AS item,
            CASE WHEN lowest = highest THEN lowest ELSE error('two different answers of ' || parties.name || ' to ' || items.name) END AS level
        FROM answers JOIN parties ON parties.name = answers.party
            JOIN items ON items.name = answers.item
    ),
    sides AS (
        SELECT party, item, level,
            CASE WHEN level < 1 THEN -1 WHEN level >= 2 THEN 1 ELSE 0 END AS side
        FROM points
    ),
    joint AS (
        SELECT one.party AS a, other.party AS b, COUNT(*) AS n,
            CAST(SUM(CASE WHEN one.side = other.side THEN 1 ELSE 0 END) AS BIGINT) AS agrees,
            CAST(SUM(CASE WHEN ABS(one.side - other.side) = 1 THEN 1 ELSE 0 END) AS BIGINT) AS partials,
            CAST(SUM(CASE WHEN ABS(one.side - other.side) = 2 THEN 1 ELSE 0 END) AS BIGINT) AS conflicts,
            CAST(SUM(ABS(one.level - other.level)) AS BIGINT) AS steps
        FROM sides AS one JOIN sides AS other ON one.item = other.item AND one.party < other.party
        GROUP BY one.party, other.party
    ),
    pairs AS (
        SELECT a, b, n, agrees, partials, conflicts, steps FROM joint
    ),
    measured AS (
        SELECT a, b, n, agrees, partials, conflicts, steps,
            CAST(agrees AS DOUBLE) / n AS "agreement"
        FROM pairs
    )
    SELECT one.name AS a, other.name AS b, n, agrees, partials, conflicts, steps, "agreement"
    FROM measured JOIN parties AS one ON one.id = measured.a
        JOIN parties AS other ON other.id = measured.b
    ORDER BY one.name, other.name;
    "#);
}

#[test]
fn for_spark() {
    let more = [
        "--table",
        "votes.parquet",
        "--levels=-2..2",
        "--as",
        "scale",
        "--measure",
        "euclidean,common-ground,identical,coverage",
        "--min-joint",
        "0",
    ];
    assert_snapshot!(statements(&query("spark", &more)), @"
    CREATE OR REPLACE TEMPORARY VIEW stances_table
    USING parquet OPTIONS (path 'votes.parquet');

    WITH written AS (
        SELECT TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST(`party` AS STRING)) AS party,
            TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST(`item` AS STRING)) AS item,
            TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST(`value` AS STRING)) AS value
        FROM stances_table
    ),
    named AS (
        SELECT party, item, value FROM written WHERE party <> '' AND item <> ''
    ),
    parties AS (
        SELECT party AS name, ROW_NUMBER() OVER (ORDER BY party) AS id
        FROM (SELECT DISTINCT party FROM named) AS every_party
    ),
    items AS (
        SELECT item AS name, ROW_NUMBER() OVER (ORDER BY item) AS id
        FROM (SELECT DISTINCT item FROM named) AS every_item
    ),
    numbers AS (
        SELECT party, item, TRY_CAST(value AS DOUBLE) AS number
        FROM named WHERE regexp_like(value, '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$')
    ),
    levels AS (
        SELECT party, item, TRY_CAST(number AS BIGINT) + 2 AS level
        FROM numbers WHERE number BETWEEN -2 AND 2 AND number = TRY_CAST(number AS BIGINT)
    ),
    answers AS (
        SELECT party, item, MIN(level) AS lowest, MAX(level) AS highest
        FROM levels GROUP BY party, item
    ),
    points AS (
        SELECT parties.id AS party, items.id AS item,
            CASE WHEN lowest = highest THEN lowest ELSE raise_error('two different answers of ' || parties.name || ' to ' || items.name) END AS level
        FROM answers JOIN parties ON parties.name = answers.party
            JOIN items ON items.name = answers.item
    ),
    sides AS (
        SELECT party, item, level FROM points
    ),
    joint AS (
        SELECT one.party AS a, other.party AS b, COUNT(*) AS n,
            CAST(SUM(CASE WHEN one.level = other.level THEN 1 ELSE 0 END) AS BIGINT) AS agrees,
            CAST(SUM(0) AS BIGINT) AS partials,
            CAST(SUM(CASE WHEN one.level <> other.level THEN 1 ELSE 0 END) AS BIGINT) AS conflicts,
            CAST(SUM(ABS(one.level - other.level)) AS BIGINT) AS steps,
            CAST(SUM(CASE WHEN one.level = other.level THEN 1 ELSE 0 END) AS BIGINT) AS same,
            CAST(SUM((one.level - other.level) * (one.level - other.level)) AS BIGINT) AS squares
        FROM sides AS one JOIN sides AS other ON one.item = other.item AND one.party < other.party
        GROUP BY one.party, other.party
    ),
    pairs AS (
        SELECT one.id AS a, other.id AS b,
            COALESCE(n, 0) AS n, COALESCE(agrees, 0) AS agrees, COALESCE(partials, 0) AS partials, COALESCE(conflicts, 0) AS conflicts, COALESCE(steps, 0) AS steps, COALESCE(same, 0) AS same, COALESCE(squares, 0) AS squares
        FROM parties AS one JOIN parties AS other ON one.id < other.id
            LEFT JOIN joint ON joint.a = one.id AND joint.b = other.id
    ),
    measured AS (
        SELECT a, b, n, agrees, partials, conflicts, steps, same, squares,
            1 - SQRT(CAST(squares AS DOUBLE) / (16 * NULLIF(n, 0))) AS `euclidean`,
            1 - CAST(steps AS DOUBLE) / (4 * NULLIF(n, 0)) AS `common-ground`,
            CAST(same AS DOUBLE) / NULLIF(n, 0) AS `identical`,
            CAST(n AS DOUBLE) / (SELECT COUNT(*) FROM items) AS `coverage`
        FROM pairs
    )
    SELECT one.name AS a, other.name AS b, n, agrees, partials, conflicts, steps, same, squares, `euclidean`, `common-ground`, `identical`, `coverage`
    FROM measured JOIN parties AS one ON one.id = measured.a
        JOIN parties AS other ON other.id = measured.b
    ORDER BY one.name, other.name;
    ");
}

#[test]
fn for_datafusion() {
    let more = [
        "--table",
        "votes.tsv.gz",
        "--levels",
        "1..4",
        "--as",
        "choice",
        "--measure",
        "s,net",
        "--top",
        "10",
        "--min-joint",
        "5",
    ];
    assert_snapshot!(query("datafusion", &more), @r#"
    -- Every two parties of a long table, for DataFusion:
    --     datafusion-cli -f FILE.sql
    -- The first statement names the file; leave it out where there is a `stances_table` already.
    --
    -- n          items that both have answered; the next three add up to it
    -- agrees     both with the same option
    -- partials   none: a single answer has no part
    -- conflicts  with different options
    -- steps      one for each item on which the two differ
    -- same       both with the same answer, where a measure needs it
    -- squares    the squares of the steps, added up, where a measure needs them
    --
    -- Answers are whole numbers from 1 to 4. Everything else is no answer.
    -- An answer given twice counts once. Where two answers of a party to an item differ, the
    -- query fails and names them: the rows of a table have no order, so none is the first.
    -- Pairs with fewer than 5 joint items are not listed. Of each party: the 10 with the highest s, ties by name.

    CREATE OR REPLACE EXTERNAL TABLE stances_table
    STORED AS CSV LOCATION 'votes.tsv.gz'
    OPTIONS ('format.has_header' 'true', 'format.schema_infer_max_rec' '0', 'format.delimiter' '	', 'format.quote' '"', 'format.newlines_in_values' 'true', 'format.compression' 'gzip');

    WITH written AS (
        SELECT TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST("party" AS STRING)) AS party,
            TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST("item" AS STRING)) AS item,
            TRIM(BOTH ' ' || chr(9) || chr(10) || chr(12) || chr(13) FROM CAST("value" AS STRING)) AS value
        FROM stances_table
    ),
    named AS (
        SELECT party, item, value FROM written WHERE party <> '' AND item <> ''
    ),
    parties AS (
        SELECT party AS name, ROW_NUMBER() OVER (ORDER BY party) AS id
        FROM (SELECT DISTINCT party FROM named) AS every_party
    ),
    items AS (
        SELECT item AS name, ROW_NUMBER() OVER (ORDER BY item) AS id
        FROM (SELECT DISTINCT item FROM named) AS every_item
    ),
    numbers AS (
        SELECT party, item, TRY_CAST(value AS DOUBLE) AS number
        FROM named WHERE regexp_like(value, '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$')
    ),
    levels AS (
        SELECT party, item, TRY_CAST(number AS BIGINT) - 1 AS level
        FROM numbers WHERE number BETWEEN 1 AND 4 AND number = TRY_CAST(number AS BIGINT)
    ),
    answers AS (
        SELECT party, item, MIN(level) AS lowest, MAX(level) AS highest
        FROM levels GROUP BY party, item
    ),
    points AS (
        SELECT parties.id AS party, items.id AS item,
            CASE WHEN lowest = highest THEN lowest ELSE CAST('two different answers of ' || parties.name || ' to ' || items.name AS BIGINT) END AS level
        FROM answers JOIN parties ON parties.name = answers.party
            JOIN items ON items.name = answers.item
    ),
    sides AS (
        SELECT party, item, level FROM points
    ),
    joint AS (
        SELECT one.party AS a, other.party AS b, COUNT(*) AS n,
            CAST(SUM(CASE WHEN one.level = other.level THEN 1 ELSE 0 END) AS BIGINT) AS agrees,
            CAST(SUM(0) AS BIGINT) AS partials,
            CAST(SUM(CASE WHEN one.level <> other.level THEN 1 ELSE 0 END) AS BIGINT) AS conflicts,
            CAST(SUM(CASE WHEN one.level <> other.level THEN 1 ELSE 0 END) AS BIGINT) AS steps
        FROM sides AS one JOIN sides AS other ON one.item = other.item AND one.party < other.party
        GROUP BY one.party, other.party
    ),
    pairs AS (
        SELECT a, b, n, agrees, partials, conflicts, steps FROM joint WHERE n >= 5
    ),
    measured AS (
        SELECT a, b, n, agrees, partials, conflicts, steps,
            1 - CAST((2 * steps) AS DOUBLE) / n AS "s",
            CAST((agrees - conflicts) AS DOUBLE) / n AS "net"
        FROM pairs
    ),
    directed AS (
        SELECT a AS party, b AS other, n, agrees, partials, conflicts, steps, "s", "net" FROM measured
        UNION ALL SELECT b AS party, a AS other, n, agrees, partials, conflicts, steps, "s", "net" FROM measured
    ),
    placed AS (
        SELECT party, other, place, n, agrees, partials, conflicts, steps, "s", "net"
        FROM (
            SELECT party, other, n, agrees, partials, conflicts, steps, "s", "net",
                ROW_NUMBER() OVER (PARTITION BY party ORDER BY "s" DESC, other) AS place
            FROM directed WHERE "s" IS NOT NULL
        ) AS every_place
        WHERE place <= 10
    )
    SELECT one.name AS party, place, other.name AS other, n, agrees, partials, conflicts, steps, "s", "net"
    FROM placed JOIN parties AS one ON one.id = placed.party
        JOIN parties AS other ON other.id = placed.other
    ORDER BY one.name, place;
    "#);
}

#[test]
fn names_from_outside_end_no_quotation() {
    let more = [
        "--table",
        r#"it's "a" \' ${HOME};--.csv"#,
        "--levels",
        "1..3",
        "--columns",
        r#"a"b;--, `c`, va'lue"#,
    ];
    let names = |engine: &str| {
        let text = query(engine, &more);
        let columns = text.lines().filter(|line| line.contains("TRIM("));
        let columns: Vec<_> = columns
            .filter_map(|line| line.split(" FROM ").nth(1))
            .collect();
        format!("{}\n\n{}", opening(&text), columns.join("\n"))
    };
    assert_snapshot!(names("duckdb"), @r#"
    CREATE OR REPLACE TEMPORARY VIEW stances_table AS
    SELECT * FROM read_csv('it''s "a" \'' ${HOME};--.csv', header = true, all_varchar = true, skip = 0, delim = ',', quote = '"', escape = '"', comment = '');

    CAST("a""b;--" AS STRING)) AS party,
    CAST("`c`" AS STRING)) AS item,
    CAST("va'lue" AS STRING)) AS value
    "#);
    assert_snapshot!(names("spark"), @r#"
    CREATE OR REPLACE TEMPORARY VIEW stances_table
    USING csv OPTIONS (path 'it\'s "a" \\\' \u0024{HOME};--.csv', header 'true', sep ',', quote '"', escape '"', multiLine 'true');

    CAST(`a"b;--` AS STRING)) AS party,
    CAST(```c``` AS STRING)) AS item,
    CAST(`va'lue` AS STRING)) AS value
    "#);
    assert_snapshot!(names("datafusion"), @r#"
    CREATE OR REPLACE EXTERNAL TABLE stances_table
    STORED AS CSV LOCATION 'it''s "a" \'' ${HOME};--.csv'
    OPTIONS ('format.has_header' 'true', 'format.schema_infer_max_rec' '0', 'format.delimiter' ',', 'format.quote' '"', 'format.newlines_in_values' 'true');

    CAST("a""b;--" AS STRING)) AS party,
    CAST("`c`" AS STRING)) AS item,
    CAST("va'lue" AS STRING)) AS value
    "#);
}

#[test]
fn every_measure_of_verdicts_can_be_written_and_no_other() {
    let verdicts = measure::ALL.iter().filter(|measure| {
        matches!(
            measure.formula,
            Formula::Verdicts(_) | Formula::Distances(_)
        )
    });
    let verdicts: BTreeSet<&str> = verdicts.map(|measure| measure.name).collect();
    let written: BTreeSet<&str> = formula::ALL.iter().map(|formula| formula.name).collect();
    assert_eq!(written, verdicts);
}

#[test]
fn what_cannot_be_written_is_refused() {
    let refused = |more: &[&str]| {
        let head = ["sql", "--engine", "duckdb", "--table"];
        shipped(&[&head, more].concat()).refused()
    };
    let votes = ["votes.csv", "--levels", "1..3"];
    assert_snapshot!(refused(
        &[&votes[..], &["--measure", "agreement,kappa"]].concat()
    ), @"error: `kappa` does not follow from what a query counts of a pair: what can be written are `agreement`, `closeness`, `common-ground`, `conflict`, `coverage`, `euclidean`, `identical`, `net`, `partial`, `s`");
    assert_snapshot!(refused(&[&votes[..], &["--layout", "wide"]].concat()), @"error: a query reads long tables only: one row an answer, with `party,item,value`");
    assert_snapshot!(refused(&["votes\u{1b}[31m.csv", "--levels", "1..3"]), @"error: `votes␛[31m.csv` has characters that cannot be seen: name it otherwise");
    assert_snapshot!(refused(&["votes.csv", "--levels", "3..1"]), @"
    error: invalid value '3..1' for '--levels <LO..HI>': 1 does not lie above 3

    For more information, try '--help'.
    ");
    assert_snapshot!(refused(
        &[&votes[..], &["--columns", "party,item"]].concat()
    ), @"
    error: invalid value 'party,item' for '--columns <NAMES>': write three names with commas: of parties, items and values

    For more information, try '--help'.
    ");
}
