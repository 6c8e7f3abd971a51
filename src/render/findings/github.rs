//! Commands that GitHub Actions turns into annotations of the changed files.
//!
//! A line of the log that begins with `::` is a command, whoever wrote it. So nothing
//! from a file ever begins a line: it stands behind `::error …::` and is escaped.

use itertools::Itertools;

use crate::check::report::Report;
use crate::finding::code::Level;
use crate::finding::placed::{Placed, Region};
use crate::render::plain::shown;

/// So many annotations of a level does GitHub show for one step; the others it drops
/// without a word.
const SHOWN: usize = 10;

/// The commands, errors first. Where there are more of a level than are shown, the
/// last one says how many are left out.
pub fn draw(report: &Report) -> String {
    let levels = [Level::Deny, Level::Warn];
    levels.map(|level| commands(report, level)).concat()
}

fn commands(report: &Report, level: Level) -> String {
    let findings: Vec<&Placed> = report.of(level).collect();
    let shown = match findings.len() {
        few @ ..=SHOWN => few,
        _ => SHOWN - 1,
    };
    let (named, others) = findings.split_at(shown);
    let rest = (!others.is_empty()).then(|| rest(level, others.len()));
    let named = named.iter().map(|placed| annotation(placed));
    named.chain(rest).collect()
}

fn annotation(placed: &Placed) -> String {
    let finding = placed.finding;
    let mut properties = vec![("file", shown(placed.at.file.text()).into_owned())];
    properties.extend(placed.at.region.iter().flat_map(region));
    properties.push(("title", finding.code.name.to_owned()));
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let lines = std::iter::once(finding.message.clone()).chain(help);
    let text = lines.map(|line| shown(&line).into_owned()).join("\n");
    command(finding.level, &properties, &text)
}

fn rest(level: Level, count: usize) -> String {
    let word = level.word();
    let text = format!("and {count} more {word}s: `stances check` lists them all");
    command(level, &[("title", "stances check".to_owned())], &text)
}

/// Lines and columns. GitHub takes columns only where all is on one line.
fn region(region: &Region) -> Vec<(&'static str, String)> {
    let Region { start, end } = region;
    let numbers = match start.line == end.line {
        true => vec![
            ("line", start.line),
            ("col", start.column),
            ("endLine", end.line),
            ("endColumn", end.column),
        ],
        false => vec![("line", start.line), ("endLine", end.line)],
    };
    let written = numbers.into_iter();
    written
        .map(|(name, number)| (name, number.to_string()))
        .collect()
}

fn command(level: Level, properties: &[(&str, String)], text: &str) -> String {
    let properties = properties.iter();
    let properties = properties.map(|(name, value)| format!("{name}={}", property(value)));
    format!(
        "::{} {}::{}\n",
        level.word(),
        properties.format(","),
        data(text)
    )
}

/// The text behind a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property, which a colon or a comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_value_or_begins_a_line() {
        let hostile = "100%,\r\n::error::a: b%0A";
        assert_eq!(data(hostile), "100%25,%0D%0A::error::a: b%250A");
        assert_eq!(
            property(hostile),
            "100%25%2C%0D%0A%3A%3Aerror%3A%3Aa%3A b%250A"
        );
    }
}
