//! The last line of a check: how much was found and, if that is nothing, in how much.

use crate::check::report::Report;
use crate::view::check::{extent, found};

/// The line with its end. It depends on how much was looked at only where nothing
/// was found: that is when people ask whether anything was looked at.
pub fn draw(report: &Report) -> String {
    let found = found(report);
    match report.findings.is_empty() {
        true => format!("{}: {found}\n", extent(report.extent())),
        false => format!("{found}\n"),
    }
}
