//! What rules look at: one dossier, as written and as bound.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::coverage::{self, Speakers};
use super::dating::{self, Misdated};
use super::rules::group_evidence;
use super::voices::Voices;
use crate::dossier::bind::Files;
use crate::dossier::lens::Lens;
use crate::dossier::scene::Scene;
use crate::dossier::{Dossier, Stance};
use crate::finding::{Place, suggest};
use crate::record::decode::{Decoded, Missing};
use crate::record::party::PartyFile;
use crate::record::stance as record;
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;
use crate::text::source::Source;

/// One dossier before its judge. Nothing in it is hidden from the public.
#[derive(Debug)]
pub struct Case<'a> {
    /// The records as they stand in the files, with the way to each. Its parties
    /// are those of the dossier, in the same order.
    pub files: &'a Files,
    /// The same with names bound, without what could not be used.
    pub dossier: &'a Dossier,
    /// The texts of the files.
    pub texts: &'a [Source],
    /// The day that the dossier speaks of; nothing where it holds no stance and
    /// names no day.
    pub day: Option<Date>,
    /// The day on which the check is made.
    pub today: Date,
    pub(super) shared: Shared<'a>,
}

/// What several rules ask for: each is worked out once, when the first of them asks.
#[derive(Debug, Default)]
pub(super) struct Shared<'a> {
    several: OnceLock<Vec<Vec<usize>>>,
    misdated: OnceLock<BTreeMap<usize, Misdated>>,
    speakers: OnceLock<Option<Speakers>>,
    voices: OnceLock<Voices<'a>>,
    copies: OnceLock<BTreeMap<usize, usize>>,
    scene: OnceLock<Scene<'a>>,
}

impl<'a> Case<'a> {
    /// A place in `dossier.ron`.
    pub fn head(&self, route: Route) -> Place {
        Place::route(&self.files.dossier.file, route)
    }

    /// A field of the record `at` of a list in `dossier.ron`: areas, issues, relations,
    /// sources.
    pub fn in_head_field(&self, list: &str, at: usize, field: &str) -> Place {
        self.head(self.files.dossier.route(list, at).field(field))
    }

    /// The key of a map in `dossier.ron`, where a route would lead to its value.
    pub fn head_key(&self, route: Route) -> Place {
        let file = &self.files.dossier.file;
        let source = self.texts.iter().find(|source| source.name() == file);
        let key = source.and_then(|source| {
            let tree = Tree::parse(source.text());
            let item = tree.locate(&route).ok()?.item?;
            Some(item.key()?.span())
        });
        match key {
            Some(span) => Place::bytes(file, span),
            None => self.head(route),
        }
    }

    /// The file of a party, and the party's id.
    pub fn party(&self, party: usize) -> (&'a str, &'a Decoded<PartyFile>) {
        let (id, file) = &self.files.parties[party];
        (id, file)
    }

    /// A place in the file of a party.
    pub fn in_party(&self, party: usize, route: Route) -> Place {
        Place::route(&self.party(party).1.file, route)
    }

    /// The file of a party as a whole.
    pub fn file_of(&self, party: usize) -> Place {
        Place::file(&self.party(party).1.file)
    }

    /// A stance as it was written.
    pub fn written(&self, stance: &Stance) -> &'a record::Stance {
        &self.party(stance.party).1.value.stances[stance.record]
    }

    /// The bound stances of a party: they stand together, since stances go by party.
    pub fn stances_of(&self, party: usize) -> &'a [Stance] {
        &self.dossier.stances[self.records_of(party)]
    }

    /// The same as indices into the dossier's stances.
    pub fn records_of(&self, party: usize) -> Range<usize> {
        let stances = &self.dossier.stances;
        let first = stances.partition_point(|stance| stance.party < party);
        first..stances.partition_point(|stance| stance.party <= party)
    }

    /// What everybody sees who asks for nothing in particular.
    pub fn scene(&self) -> &Scene<'a> {
        let scene = || {
            let focus = Lens::default().on(self.dossier);
            Scene::new(self.dossier, focus.expect("a lens that names nothing fits"))
        };
        self.shared.scene.get_or_init(scene)
    }

    /// The stances of a party on an issue wherever it has more than one, as indices
    /// into the dossier's stances: by party, then by issue.
    pub fn several(&self) -> &[Vec<usize>] {
        let several = || self.dossier.several();
        self.shared.several.get_or_init(several)
    }

    /// The stances with a wrong day, as indices into the dossier's stances.
    pub fn misdated(&self) -> &BTreeMap<usize, Misdated> {
        let misdated = || dating::misdated(self);
        self.shared.misdated.get_or_init(misdated)
    }

    /// The parties with a stance on each issue; see `check/coverage.rs`.
    pub fn speakers(&self) -> Option<&Speakers> {
        let speakers = || coverage::speakers(self);
        self.shared.speakers.get_or_init(speakers).as_ref()
    }

    /// Under which names parties speak.
    pub fn voices(&self) -> &Voices<'a> {
        let voices = || Voices::of(self);
        self.shared.voices.get_or_init(voices)
    }

    /// The stances of members that are only what their group said, with the group's,
    /// as indices into the dossier's stances.
    pub fn copies(&self) -> &BTreeMap<usize, usize> {
        let copies = || group_evidence::copies(self);
        self.shared.copies.get_or_init(copies)
    }

    /// A field of a stance.
    pub fn field(&self, stance: &Stance, field: &str) -> Place {
        self.in_party(stance.party, self.route(stance).field(field))
    }

    /// The way to a stance in its file.
    pub fn route(&self, stance: &Stance) -> Route {
        (self.party(stance.party).1).route("stances", stance.record)
    }

    /// The issues on which stances of a party could not be used, by their ids as they
    /// are meant; nothing where some of them may be about anything.
    pub fn lost_issues(&self, party: usize) -> Option<BTreeSet<&'a str>> {
        let (_, file) = self.party(party);
        let Missing::About(unread) = file.missing("stances") else {
            return None;
        };
        let used: BTreeSet<usize> = self
            .stances_of(party)
            .iter()
            .map(|one| one.record)
            .collect();
        let unbound = (file.value.stances.iter().enumerate())
            .filter(|(at, _)| !used.contains(at))
            .map(|(_, stance)| stance.issue.as_str());
        let known = || self.dossier.issues.iter().map(|issue| issue.id.as_str());
        let meant = |id: &'a str| suggest::nearest(id, known()).unwrap_or(id);
        Some(unread.into_iter().chain(unbound).map(meant).collect())
    }

    /// Whether a stance of the party on this issue, an index into the dossier's, may
    /// have been lost: it would replace one that was read.
    pub fn may_lack(&self, party: usize, issue: usize) -> bool {
        let id = self.dossier.issues[issue].id.as_str();
        self.lost_issues(party).is_none_or(|lost| lost.contains(id))
    }

    /// Whether all that tells who speaks for a party was read.
    pub fn has_all_voices(&self, party: usize) -> bool {
        let (_, file) = self.party(party);
        file.is_complete("speakers") && !file.may_hide_secrets()
    }

    /// The field of a source of the dossier, by its index there.
    pub fn in_source(&self, source: usize, field: &str) -> Place {
        let id = &self.dossier.sources[source].id;
        let written = &self.files.dossier.value.sources;
        let at = written.iter().position(|source| source.id == *id);
        self.in_head_field("sources", at.unwrap_or_default(), field)
    }
}
