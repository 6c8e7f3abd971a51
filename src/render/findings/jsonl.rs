//! JSON Lines: each finding of `stances/check/1` by itself, one a line.

use super::json::finding_out;
use crate::check::report::Report;

/// The lines; none where nothing was found.
pub fn draw(report: &Report) -> String {
    let findings = report.findings.iter().map(finding_out);
    let lines = findings.map(|finding| {
        let text = serde_json::to_string(&finding);
        text.expect("plain data with text keys is always JSON") + "\n"
    });
    lines.collect()
}
