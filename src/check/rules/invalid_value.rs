//! A value is not what its field takes.

use crate::check::age;
use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code;
use crate::syntax::route::Route;

pub const RULE: Rule = Rule::reading(&code::INVALID_VALUE, include_str!("invalid_value.md"));

/// What only a check makes use of, and therefore only a check reads: the age from
/// which a stance is stale.
pub(in crate::check) fn of_checks(case: &Case) -> Option<Finding> {
    let written = case.files.dossier.value.checks.stale_after.as_deref()?;
    if age::parse(written).is_some() {
        return None;
    }
    let place = case.head(Route::default().field("checks").field("stale_after"));
    let message = format!("`{written}` is no age");
    Some(
        Finding::new(&code::INVALID_VALUE, place, message)
            .help("write days, weeks, months or years: `30d`, `6w`, `3mo`, `1y`"),
    )
}
