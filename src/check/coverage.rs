//! Which parties take a position on which issue.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;

/// The parties with a stance on each issue, by the issue's place in `dossier.ron`;
/// of issues that share an id the first. A position that is withdrawn, undisclosed
/// or ended counts. Nothing where a stance could not be read or names an issue that
/// is not there: nobody knows then which issue it belongs to.
pub fn speakers<'a>(case: &'a Case) -> Option<BTreeMap<usize, BTreeSet<&'a str>>> {
    if !case.all_whole() {
        return None;
    }
    let mut places = BTreeMap::new();
    for (at, issue) in case.files.dossier.value.issues.iter().enumerate() {
        places.entry(issue.id.as_str()).or_insert(at);
    }
    let mut speakers: BTreeMap<usize, BTreeSet<&str>> =
        places.values().map(|at| (*at, BTreeSet::new())).collect();
    for (party, file) in &case.files.parties {
        for stance in &file.value.stances {
            let at = places.get(stance.issue.as_str())?;
            speakers.entry(*at).or_default().insert(party);
        }
    }
    Some(speakers)
}
