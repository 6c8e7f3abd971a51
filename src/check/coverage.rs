//! Which parties take a position on which issue.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use crate::finding::suggest;
use crate::record::decode::Missing;

/// The parties with a stance on each issue, by the issue's place in `dossier.ron`;
/// of issues that share an id the first. A position that is withdrawn, undisclosed
/// or ended counts, and so does one on an id that is misspelt, or one that could not be
/// read: that has been said. Nothing where stances could not be read of which nobody
/// knows what they are about.
pub fn speakers<'a>(case: &'a Case) -> Option<BTreeMap<usize, BTreeSet<&'a str>>> {
    if !case.files.unread.is_empty() {
        return None;
    }
    let mut places = BTreeMap::new();
    for (at, issue) in case.files.dossier.value.issues.iter().enumerate() {
        places.entry(issue.id.as_str()).or_insert(at);
    }
    let mut speakers: BTreeMap<usize, BTreeSet<&str>> =
        places.values().map(|at| (*at, BTreeSet::new())).collect();
    for (issue, parties) in spoken(case)? {
        let meant = || suggest::nearest(issue, places.keys().copied());
        let known = places.get_key_value(issue).map(|(id, _)| *id);
        if let Some(id) = known.or_else(meant) {
            speakers.entry(places[id]).or_default().extend(parties);
        }
    }
    Some(speakers)
}

/// The parties with a stance on each issue, as stances name it.
fn spoken<'a>(case: &'a Case) -> Option<BTreeMap<&'a str, BTreeSet<&'a str>>> {
    let mut spoken: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (party, file) in &case.files.parties {
        let Missing::About(lost) = file.missing("stances") else {
            return None;
        };
        let read = file.value.stances.iter();
        let read = read.map(|stance| stance.issue.as_str());
        for issue in read.chain(lost) {
            spoken.entry(issue).or_default().insert(party);
        }
    }
    Some(spoken)
}
