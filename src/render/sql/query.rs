//! The query itself, in words that all the engines know.
//!
//! It is a chain of named steps, each of a few lines: from the rows as written to
//! answers with numbers for names, to counts a pair, to measures.

use itertools::Itertools;

use super::dialect::{Dialect, TABLE, literal};
use super::formula::Extra;
use super::question::Question;
use crate::exchange::bulk::Levels;
use crate::kernel::sums::Sides;
use crate::table::Reading;

/// The query, with a semicolon behind it.
pub fn draw(question: &Question, dialect: &Dialect) -> String {
    let mut steps = vec![
        ("written", written(question, dialect)),
        ("named", NAMED.to_owned()),
        ("parties", numbered("party")),
        ("items", numbered("item")),
        ("numbers", numbers(dialect)),
        ("levels", levels(question.levels)),
        ("answers", ANSWERS.to_owned()),
        ("points", points(dialect)),
        ("sides", sides(question)),
        ("joint", joint(question)),
        ("pairs", pairs(question)),
        ("measured", measured(question, dialect)),
    ];
    if let Some(top) = question.top {
        steps.push(("directed", directed(question, dialect)));
        steps.push(("placed", placed(question, dialect, top)));
    }
    let steps = steps
        .iter()
        .map(|(name, step)| format!("{name} AS (\n{}\n)", indented(step)));
    let result = match question.top {
        None => result(question, dialect),
        Some(_) => top_result(question, dialect),
    };
    format!("WITH {}\n{result};\n", steps.format(",\n"))
}

fn indented(step: &str) -> String {
    step.lines().map(|line| format!("    {line}")).join("\n")
}

/// The three columns as text without blanks around it, whatever their types are.
fn written(question: &Question, dialect: &Dialect) -> String {
    let columns = &question.columns;
    let column = |name: &str, called: &str| {
        let name = (dialect.column)(name);
        format!("TRIM(BOTH {BLANKS} FROM CAST({name} AS STRING)) AS {called}")
    };
    format!(
        "SELECT {},\n    {},\n    {}\nFROM {TABLE}",
        column(&columns.party, "party"),
        column(&columns.item, "item"),
        column(&columns.value, "value"),
    )
}

/// A blank, a tab and the ends of lines and pages.
const BLANKS: &str = "' ' || chr(9) || chr(10) || chr(12) || chr(13)";

const NAMED: &str = "SELECT party, item, value FROM written WHERE party <> '' AND item <> ''";

/// Names with a number each, by name: numbers are joined faster than texts.
fn numbered(column: &str) -> String {
    format!(
        "SELECT {column} AS name, ROW_NUMBER() OVER (ORDER BY {column}) AS id\n\
         FROM (SELECT DISTINCT {column} FROM named) AS every_{column}"
    )
}

/// Values that are numbers. The pattern comes first, since engines differ in what
/// else they take for one.
fn numbers(dialect: &Dialect) -> String {
    let pattern = literal(NUMBER);
    format!(
        "SELECT party, item, TRY_CAST(value AS DOUBLE) AS number\n\
         FROM named WHERE {}(value, {pattern})",
        dialect.matches
    )
}

/// A number as it is read everywhere in this program.
const NUMBER: &str = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$";

/// Whole numbers of the scale, counted from 0.
fn levels(Levels { lo, hi }: Levels) -> String {
    let from_0 = match lo {
        0.. => format!("- {lo}"),
        // Two signs in a row would begin a comment.
        ..0 => format!("+ {}", -lo),
    };
    format!(
        "SELECT party, item, TRY_CAST(number AS BIGINT) {from_0} AS level\n\
         FROM numbers WHERE number BETWEEN {lo} AND {hi} AND number = TRY_CAST(number AS BIGINT)"
    )
}

const ANSWERS: &str = "\
SELECT party, item, MIN(level) AS lowest, MAX(level) AS highest
FROM levels GROUP BY party, item";

/// One level for each party and item.
fn points(dialect: &Dialect) -> String {
    let message = "'two different answers of ' || parties.name || ' to ' || items.name";
    format!(
        "SELECT parties.id AS party, items.id AS item,\n    \
         CASE WHEN lowest = highest THEN lowest ELSE {} END AS level\n\
         FROM answers JOIN parties ON parties.name = answers.party\n    \
         JOIN items ON items.name = answers.item",
        (dialect.fail)(message)
    )
}

/// On which side an answer is: only statements have sides.
fn sides(question: &Question) -> String {
    match question.reading {
        Reading::Statement => {
            let Sides { lower, upper } = Sides::of(question.levels.count());
            format!(
                "SELECT party, item, level,\n    \
                 CASE WHEN level < {lower} THEN -1 WHEN level >= {upper} THEN 1 ELSE 0 END AS side\n\
                 FROM points"
            )
        }
        Reading::Scale | Reading::Choice => "SELECT party, item, level FROM points".to_owned(),
    }
}

/// What is counted of two answers, in order: a name and what is added up.
fn counts(question: &Question) -> Vec<(&'static str, &'static str)> {
    let apart = "ABS(one.level - other.level)";
    let same = "CASE WHEN one.level = other.level THEN 1 ELSE 0 END";
    let differ = "CASE WHEN one.level <> other.level THEN 1 ELSE 0 END";
    let mut counts = match question.reading {
        Reading::Statement => vec![
            (
                "agrees",
                "CASE WHEN one.side = other.side THEN 1 ELSE 0 END",
            ),
            (
                "partials",
                "CASE WHEN ABS(one.side - other.side) = 1 THEN 1 ELSE 0 END",
            ),
            (
                "conflicts",
                "CASE WHEN ABS(one.side - other.side) = 2 THEN 1 ELSE 0 END",
            ),
            ("steps", apart),
        ],
        Reading::Scale => vec![
            ("agrees", same),
            ("partials", "0"),
            ("conflicts", differ),
            ("steps", apart),
        ],
        Reading::Choice => vec![
            ("agrees", same),
            ("partials", "0"),
            ("conflicts", differ),
            ("steps", differ),
        ],
    };
    let needed = |extra| {
        question
            .measures
            .iter()
            .any(|measure| measure.needs == Some(extra))
    };
    if needed(Extra::Same) {
        counts.push(("same", same));
    }
    if needed(Extra::Squares) {
        let squares = match question.reading {
            Reading::Choice => differ,
            _ => "(one.level - other.level) * (one.level - other.level)",
        };
        counts.push(("squares", squares));
    }
    counts
}

/// The names of all that is counted of a pair.
fn names(question: &Question) -> Vec<&'static str> {
    let counts = counts(question);
    std::iter::once("n")
        .chain(counts.into_iter().map(|(name, _)| name))
        .collect()
}

/// The pairs with a joint item. Some engines add up to types that others do not read.
fn joint(question: &Question) -> String {
    let counts = counts(question).into_iter();
    let sums = counts.map(|(name, term)| format!(",\n    CAST(SUM({term}) AS BIGINT) AS {name}"));
    format!(
        "SELECT one.party AS a, other.party AS b, COUNT(*) AS n{}\n\
         FROM sides AS one JOIN sides AS other ON one.item = other.item AND one.party < other.party\n\
         GROUP BY one.party, other.party",
        sums.format("")
    )
}

/// The pairs that are asked for.
fn pairs(question: &Question) -> String {
    let names = names(question);
    match question.min_joint {
        0 => {
            let counts = names
                .iter()
                .map(|name| format!("COALESCE({name}, 0) AS {name}"));
            format!(
                "SELECT one.id AS a, other.id AS b,\n    {}\n\
                 FROM parties AS one JOIN parties AS other ON one.id < other.id\n    \
                 LEFT JOIN joint ON joint.a = one.id AND joint.b = other.id",
                counts.format(", ")
            )
        }
        1 => format!("SELECT a, b, {} FROM joint", names.iter().format(", ")),
        least => format!(
            "SELECT a, b, {} FROM joint WHERE n >= {least}",
            names.iter().format(", ")
        ),
    }
}

fn measured(question: &Question, dialect: &Dialect) -> String {
    let measures = question.measures.iter().map(|measure| {
        let name = (dialect.column)(measure.name);
        format!(",\n    {} AS {name}", measure.draw(question))
    });
    format!(
        "SELECT a, b, {}{}\nFROM pairs",
        names(question).iter().format(", "),
        measures.format("")
    )
}

/// What the result says of a pair.
fn figures(question: &Question, dialect: &Dialect) -> String {
    let counts = names(question).into_iter().map(str::to_owned);
    let measures = question.measures.iter();
    let measures = measures.map(|measure| (dialect.column)(measure.name));
    counts.chain(measures).join(", ")
}

fn result(question: &Question, dialect: &Dialect) -> String {
    format!(
        "SELECT one.name AS a, other.name AS b, {}\n\
         FROM measured JOIN parties AS one ON one.id = measured.a\n    \
         JOIN parties AS other ON other.id = measured.b\n\
         ORDER BY one.name, other.name",
        figures(question, dialect)
    )
}

/// Each pair from both ends.
fn directed(question: &Question, dialect: &Dialect) -> String {
    let figures = figures(question, dialect);
    format!(
        "SELECT a AS party, b AS other, {figures} FROM measured\n\
         UNION ALL SELECT b AS party, a AS other, {figures} FROM measured"
    )
}

/// The first few of each party.
fn placed(question: &Question, dialect: &Dialect, top: u64) -> String {
    let by = question
        .measures
        .first()
        .map(|measure| (dialect.column)(measure.name));
    let by = by.unwrap_or_else(|| "n".to_owned());
    let figures = figures(question, dialect);
    format!(
        "SELECT party, other, place, {figures}\n\
         FROM (\n    SELECT party, other, {figures},\n        \
         ROW_NUMBER() OVER (PARTITION BY party ORDER BY {by} DESC, other) AS place\n    \
         FROM directed WHERE {by} IS NOT NULL\n) AS every_place\n\
         WHERE place <= {top}"
    )
}

fn top_result(question: &Question, dialect: &Dialect) -> String {
    format!(
        "SELECT one.name AS party, place, other.name AS other, {}\n\
         FROM placed JOIN parties AS one ON one.id = placed.party\n    \
         JOIN parties AS other ON other.id = placed.other\n\
         ORDER BY one.name, place",
        figures(question, dialect)
    )
}
