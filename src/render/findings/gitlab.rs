//! The code quality report of GitLab.

use serde::Serialize;

use super::pretty;
use crate::check::report::Report;
use crate::finding::code::Level;
use crate::finding::placed::Placed;
use crate::render::plain::shown;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: &'a str,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The text of the report; an empty list where nothing was found.
pub fn draw(report: &Report) -> String {
    let issues: Vec<Issue> = report.findings.iter().map(issue).collect();
    pretty(&issues)
}

fn issue<'a>(placed: &'a Placed) -> Issue<'a> {
    let finding = placed.finding;
    let region = placed.at.region;
    Issue {
        description: shown(&finding.message).into_owned(),
        check_name: finding.code.name,
        fingerprint: &placed.fingerprint,
        severity: match finding.level {
            Level::Deny => "major",
            Level::Warn => "minor",
            Level::Allow => "info",
        },
        location: Location {
            path: placed.at.file.text(),
            // GitLab knows no finding without a line: a file begins at its first.
            lines: Lines {
                begin: region.map_or(1, |region| region.start.line),
                end: region.map_or(1, |region| region.end.line),
            },
        },
    }
}
