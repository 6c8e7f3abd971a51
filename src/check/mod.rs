//! Is a dossier fit to be compared? One rule, one file and one page.
//!
//! A rule looks at a [`Case`] and makes findings; it prints nothing, reads no
//! file and computes no offset. What reading and binding the files found belongs
//! to the same list, and so does what is found of levels and allowances. How
//! grave a finding is, whether it is allowed where it stands, and whether it was
//! known before is settled afterwards, for all rules alike.

pub mod age;
pub mod aged;
pub mod allowance;
pub mod baseline;
pub mod case;
pub mod changed;
pub mod coverage;
pub mod dating;
pub mod groups;
mod ids;
pub mod levels;
mod names;
pub mod past;
pub mod report;
pub mod rule;
pub mod rules;
mod telling;
pub mod voices;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::change::bundle::Meaning;
use crate::dossier::lens::Lens;
use crate::finding::Finding;
use crate::finding::code::Level;
use crate::text::source::Source;
use allowance::Extent;
use case::{Case, Shared};
use levels::Levels;
use rule::Made;

/// What is found in files that mean this, reading and binding them included.
pub fn examine(meaning: &Meaning, texts: &[Source], today: Date, levels: &Levels) -> Vec<Finding> {
    // A lens that asks for nothing fits every dossier.
    let focus = Lens::default().on(&meaning.dossier).ok();
    let case = Case {
        files: &meaning.files,
        dossier: &meaning.dossier,
        texts,
        day: focus.and_then(|focus| focus.as_of),
        today,
        shared: Shared::default(),
    };
    check(&case, meaning.findings.clone(), levels)
}

/// What is found in a dossier, as the levels and the allowances in its files have
/// it. `read` is what was found while its files were read and bound.
pub fn check(case: &Case, read: Vec<Finding>, levels: &Levels) -> Vec<Finding> {
    let (levels, misnamed) = levels.of_dossier(case);
    let looked: Vec<Vec<Finding>> = (rules::ALL.par_iter())
        .filter(|rule| levels.of(rule.code) > Level::Allow)
        .map(|rule| match rule.made {
            Made::Looking(look) => look(case),
            Made::Reading | Made::Settling => Vec::new(),
        })
        .collect();
    let extent = match read.is_empty() {
        true => Extent::All,
        false => Extent::Some,
    };
    let found = read.into_iter().chain(misnamed);
    let found = found.chain(rules::invalid_value::of_checks(case));
    let found = found.chain(looked.into_iter().flatten()).collect();
    let settled = allowance::settle(case, levels.apply(found), extent, &levels);
    levels.apply(settled)
}
