//! A position that has been undisclosed for long.

use jiff::Span;

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::check::{age, aged};
use crate::dossier::{Position, Stance};
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn(
    "long-undisclosed",
    "a position in force has been undisclosed for long",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("long_undisclosed.md"), look);

/// In days, where the dossier does not say after what time a stance is stale: half a
/// year, in which most rounds of talks leave a text or a leak behind.
const LONG: i64 = 180;

fn look(case: &Case) -> Vec<Finding> {
    let Some((age, shown)) = long(case) else {
        return Vec::new();
    };
    let is_undisclosed = |position: &Position| *position == Position::Undisclosed;
    let older = aged::older_than(case, age, is_undisclosed).into_iter();
    older.map(|stance| finding(case, stance, &shown)).collect()
}

/// What is long here; nothing where the dossier says so in a way nobody can read.
fn long(case: &Case) -> Option<(Span, String)> {
    match &case.files.dossier.value.checks.stale_after {
        Some(text) => Some((age::parse(text)?, text.clone())),
        None => Some((Span::new().days(LONG), format!("{LONG}d"))),
    }
}

fn finding(case: &Case, stance: &Stance, age: &str) -> Finding {
    let issue = &case.dossier.issues[stance.issue].id;
    let party = case.party(stance.party).0;
    let message = format!("what `{party}` wants on `{issue}` is undisclosed for over `{age}`");
    Finding::new(&CODE, case.field(stance, "position"), message)
        .also(case.field(stance, "since"), "since this day")
        .help("look for what has become known meanwhile, and add it with `stances revise`")
}
