//! Who speaks for whom.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::groups::memberships;
use super::names;

/// The names under which parties speak. A rule asks [`Case::voices`] for them.
#[derive(Debug)]
pub struct Voices<'a> {
    /// Of each party: its speakers, and what it is called itself; the same of its
    /// members, each of which can speak for it.
    own: Vec<BTreeSet<&'a str>>,
    /// For each speaker the parties that list it, with its place in their lists.
    speakers: BTreeMap<&'a str, Vec<(usize, usize)>>,
}

impl<'a> Voices<'a> {
    /// The voices of all parties.
    pub(super) fn of(case: &Case<'a>) -> Self {
        let mut voices = Self {
            own: Vec::new(),
            speakers: BTreeMap::new(),
        };
        for (party, (_, file)) in case.files.parties.iter().enumerate() {
            let speakers = file.value.speakers.iter();
            for (at, speaker) in speakers.clone().enumerate() {
                let lists = voices.speakers.entry(&speaker.name).or_default();
                lists.push((party, at));
            }
            let speakers = speakers.map(|speaker| speaker.name.as_str());
            let own = names::of(case, party).into_iter().map(|name| name.text);
            let outsiders = file.value.members.iter().map(String::as_str);
            let all = own.chain(speakers).chain(outsiders);
            voices.own.push(all.collect());
        }
        let alone = voices.own.clone();
        for (group, member) in memberships(case.dossier) {
            voices.own[group].extend(&alone[member]);
        }
        voices
    }

    /// Whether a party speaks under this name: it is what the party itself or a member
    /// of it is called, or one of their speakers.
    pub fn speaks_for(&self, name: &str, party: usize) -> bool {
        self.own[party].contains(name)
    }

    /// The first other party that lists this speaker, and at which place in its list.
    pub fn elsewhere(&self, name: &str, party: usize) -> Option<(usize, usize)> {
        let lists = self.speakers.get(name)?;
        let mut others = lists.iter().filter(|(other, _)| *other != party);
        others.next().copied()
    }
}
