//! One line a finding: `file:line:column: level[rule] message`.

use anstyle::{AnsiColor, Style};

use crate::check::report::Report;
use crate::finding::code::Level;
use crate::finding::placed::Placed;
use crate::render::page::{Colour, Page};
use crate::render::plain::shown;

const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();

/// The lines, with files named as they are from here.
pub fn draw(report: &Report, page: &Page) -> String {
    let findings = report.findings.iter();
    findings.map(|placed| line(placed, page)).collect()
}

fn line(placed: &Placed, page: &Page) -> String {
    let finding = placed.finding;
    let file = shown(&finding.at.place.file);
    let start = placed.at.region.map(|region| region.start);
    let start = start.map_or(String::new(), |at| format!(":{}:{}", at.line, at.column));
    let head = format!("{}[{}]", finding.level.word(), finding.code.name);
    let head = match page.colour {
        Colour::Off => head,
        Colour::On => {
            let style = style(finding.level);
            format!("{style}{head}{style:#}")
        }
    };
    format!("{file}{start}: {head} {}\n", shown(&finding.message))
}

fn style(level: Level) -> Style {
    match level {
        Level::Deny => ERROR,
        Level::Warn | Level::Allow => WARNING,
    }
}
