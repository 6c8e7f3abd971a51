//! The summary of a job on GitHub: what was found and how the parties stand.

use anyhow::Result;

use crate::check::report::Report;
use crate::command::session::Session;
use crate::render::markdown;
use crate::view::Block;
use crate::view::check::{matrices, view};
use crate::view::line::{Label, Line};

/// The variable in which GitHub says where the summary of a step is collected.
const COLLECTED: &str = "GITHUB_STEP_SUMMARY";

/// GitHub takes no more bytes from one step.
const MOST: u64 = 1 << 20;

/// How many findings are listed, the more the better.
const LISTED: [usize; 5] = [1000, 300, 100, 10, 0];

/// Writes the summary behind what the step has collected so far; nothing outside of
/// GitHub Actions.
///
/// # Errors
///
/// When it cannot be written.
pub fn append(session: &Session, report: &Report) -> Result<()> {
    let Some(path) = session.path_in(COLLECTED) else {
        return Ok(());
    };
    let room = MOST.saturating_sub(session.size(&path));
    match fitting(report, room) {
        Some(text) => session.append(&path, &text),
        None => Ok(()),
    }
}

/// The fullest page that fits into so many bytes: fewer findings are listed before the
/// matrices are left out.
fn fitting(report: &Report, room: u64) -> Option<String> {
    let matrices: Vec<Block> = (report.looked.iter())
        .flat_map(|looked| matrices(looked.dossier))
        .collect();
    let left_out = "The matrices do not fit in here: see `stances compare`.";
    let left_out = vec![Block::Text(Line::of(Label::Caution, left_out))];
    let mut pages = [matrices, left_out].into_iter().flat_map(|more| {
        let listed = LISTED.into_iter();
        listed.map(move |most| markdown::draw(&view(report, most, &more)) + "\n")
    });
    pages.find(|page| page.len() as u64 <= room)
}
