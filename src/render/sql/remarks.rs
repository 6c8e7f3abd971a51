//! What stands above a query: what its columns mean and what it does not count.

use super::dialect::{Dialect, TABLE};
use super::question::Question;
use crate::exchange::bulk::Levels;
use crate::table::Reading;

/// Comments, one line each. They hold no text from outside.
pub fn draw(question: &Question, dialect: &Dialect) -> String {
    let Levels { lo, hi } = question.levels;
    let lines = [
        format!("Every two parties of a long table, for {}:", dialect.name),
        format!("    {}", dialect.run),
        format!(
            "The first statement names the file; leave it out where there is a `{TABLE}` already."
        ),
        String::new(),
        "n          items that both have answered; the next three add up to it".to_owned(),
        format!("agrees     {}", agrees(question.reading)),
        format!("partials   {}", partials(question.reading)),
        format!("conflicts  {}", conflicts(question.reading)),
        format!("steps      {}", steps(question.reading)),
        "same       both with the same answer, where a measure needs it".to_owned(),
        "squares    the squares of the steps, added up, where a measure needs them".to_owned(),
        String::new(),
        format!("Answers are whole numbers from {lo} to {hi}. Everything else is no answer."),
        "An answer given twice counts once. Where two answers of a party to an item differ, the"
            .to_owned(),
        "query fails and names them: the rows of a table have no order, so none is the first."
            .to_owned(),
        listed(question),
    ];
    let comment = |line: &String| format!("-- {line}").trim_end().to_owned() + "\n";
    lines.iter().map(comment).collect()
}

fn agrees(reading: Reading) -> &'static str {
    match reading {
        Reading::Statement => "both on the same side, or both in the middle",
        Reading::Scale => "both at the same level",
        Reading::Choice => "both with the same option",
    }
}

fn partials(reading: Reading) -> &'static str {
    match reading {
        Reading::Statement => "one of the two in the middle",
        Reading::Scale | Reading::Choice => "none: a single answer has no part",
    }
}

fn conflicts(reading: Reading) -> &'static str {
    match reading {
        Reading::Statement => "on opposite sides",
        Reading::Scale => "at different levels",
        Reading::Choice => "with different options",
    }
}

fn steps(reading: Reading) -> &'static str {
    match reading {
        Reading::Statement | Reading::Scale => "levels between the two answers, added up",
        Reading::Choice => "one for each item on which the two differ",
    }
}

fn listed(question: &Question) -> String {
    let pairs = match question.min_joint {
        0 => "All pairs are listed; what is undefined is NULL.".to_owned(),
        1 => "Pairs without a joint item are not listed.".to_owned(),
        least => format!("Pairs with fewer than {least} joint items are not listed."),
    };
    match (question.top, question.measures.first()) {
        (Some(top), Some(by)) => format!(
            "{pairs} Of each party: the {top} with the highest {}, ties by name.",
            by.name
        ),
        _ => pairs,
    }
}
