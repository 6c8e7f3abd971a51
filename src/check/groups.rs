//! Which parties of a dossier are members of which.

use std::collections::BTreeSet;

use crate::dossier::{Dossier, Member};

/// Every group with each of its members that has a file here, as indices into the
/// dossier's parties.
pub fn memberships(dossier: &Dossier) -> BTreeSet<(usize, usize)> {
    let groups = dossier.parties.iter().enumerate();
    groups
        .flat_map(|(group, party)| {
            let members = party.members.iter().filter_map(|member| match member {
                Member::Party(member) => Some(*member),
                Member::Outsider(_) => None,
            });
            members.map(move |member| (group, member))
        })
        .filter(|(group, member)| group != member)
        .collect()
}
