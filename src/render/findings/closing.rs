//! The last line of a check: how much was found and, if that is nothing, in how much.

use crate::check::report::Report;
use crate::render::plain::shown;
use crate::view::check::{extent, found_and_beside, planned};

/// The line with its end. It depends on how much was looked at only where nothing
/// was found: that is when people ask whether anything was looked at.
pub fn draw(report: &Report) -> String {
    let found = found_and_beside(report);
    // A revision is named as it was asked for.
    let found = shown(&found);
    match report.findings.is_empty() {
        true => format!("{}: {found}\n", extent(report.extent())),
        false => format!("{found}\n"),
    }
}

/// The line of a check that only shows what it would fix.
pub fn draw_planned(report: &Report) -> String {
    format!("{}\n", planned(report))
}
