//! Which parties take a position on which issue.

use std::collections::{BTreeMap, HashMap};

use super::case::Case;
use crate::finding::suggest;
use crate::record::decode::Missing;

/// The parties with a stance on each issue, as indices, by the issue's place in
/// `dossier.ron`.
pub type Speakers = BTreeMap<usize, Vec<usize>>;

/// The parties that speak to each issue; of issues that share an id to the first. A
/// position that is withdrawn, undisclosed or ended counts, and so does one on an id
/// that is misspelt, or one that could not be read: that has been said. Nothing where
/// stances could not be read of which nobody knows what they are about. A rule asks
/// [`Case::speakers`] for them.
pub(super) fn speakers(case: &Case) -> Option<Speakers> {
    if !case.files.unread.is_empty() {
        return None;
    }
    let mut places = BTreeMap::new();
    for (at, issue) in case.files.dossier.value.issues.iter().enumerate() {
        places.entry(issue.id.as_str()).or_insert(at);
    }
    // The place that each name leads to, misspelt ones included.
    let mut meant: HashMap<&str, Option<usize>> = HashMap::new();
    meant.extend(places.iter().map(|(id, at)| (*id, Some(*at))));
    let mut speakers: Speakers = places.values().map(|at| (*at, Vec::new())).collect();
    let mut spoken = vec![Vec::new(); case.files.dossier.value.issues.len()];
    for (party, (_, file)) in case.files.parties.iter().enumerate() {
        let Missing::About(lost) = file.missing("stances") else {
            return None;
        };
        let read = file.value.stances.iter();
        for issue in read.map(|stance| stance.issue.as_str()).chain(lost) {
            let near = |issue| suggest::nearest(issue, places.keys().copied());
            let place =
                *(meant.entry(issue)).or_insert_with_key(|issue| near(issue).map(|id| places[id]));
            let parties: Option<&mut Vec<usize>> = place.map(|at| &mut spoken[at]);
            if let Some(parties) = parties.filter(|parties| parties.last() != Some(&party)) {
                parties.push(party);
            }
        }
    }
    for (at, parties) in &mut speakers {
        *parties = std::mem::take(&mut spoken[*at]);
    }
    Some(speakers)
}
