//! How many findings there are by rule, as text.

use itertools::Itertools;

use crate::check::report::{Report, Tally};

/// One line a rule: the most frequent first. Empty where nothing was found.
pub fn draw(report: &Report) -> String {
    let tallies = report.tallies();
    let wide = |of: fn(&Tally) -> usize| tallies.iter().map(of).max().unwrap_or(0);
    let count = wide(|tally| tally.count.to_string().len());
    let level = wide(|tally| tally.level.word().len());
    let rule = wide(|tally| tally.code.name.len());
    let lines = tallies.iter().map(|tally| {
        let (word, name) = (tally.level.word(), tally.code.name);
        let summary = tally.code.summary;
        format!(
            "{:>count$}  {word:level$}  {name:rule$}  {summary}\n",
            tally.count
        )
    });
    lines
        .chain((!tallies.is_empty()).then(|| "\n".to_owned()))
        .join("")
}
