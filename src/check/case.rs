//! What rules look at: one dossier, as written and as bound.

use jiff::civil::Date;

use crate::dossier::bind::Files;
use crate::dossier::lens::Lens;
use crate::dossier::scene::Scene;
use crate::dossier::{Dossier, Stance};
use crate::finding::Place;
use crate::record::decode::Decoded;
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
        let stances = &self.dossier.stances;
        let first = stances.partition_point(|stance| stance.party < party);
        let end = stances.partition_point(|stance| stance.party <= party);
        &stances[first..end]
    }

    /// What everybody sees who asks for nothing in particular.
    pub fn scene(&self) -> Scene<'a> {
        let focus = Lens::default().on(self.dossier);
        Scene::new(self.dossier, focus.expect("a lens that names nothing fits"))
    }

    /// A field of a stance.
    pub fn field(&self, stance: &Stance, field: &str) -> Place {
        self.in_party(stance.party, self.route(stance).field(field))
    }

    /// The way to a stance in its file.
    pub fn route(&self, stance: &Stance) -> Route {
        (self.party(stance.party).1).route("stances", stance.record)
    }

    /// Whether everything that the party's file holds was read: a rule that finds
    /// something missing speaks only then.
    pub fn is_whole(&self, party: usize) -> bool {
        self.party(party).1.is_whole()
    }

    /// Whether every stance in the party's file could be used.
    pub fn has_all_stances(&self, party: usize) -> bool {
        let written = &self.party(party).1.value.stances;
        self.is_whole(party) && written.len() == self.stances_of(party).len()
    }

    /// The field of a source of the dossier, by its index there.
    pub fn in_source(&self, source: usize, field: &str) -> Place {
        let id = &self.dossier.sources[source].id;
        let written = &self.files.dossier.value.sources;
        let at = written.iter().position(|source| source.id == *id);
        self.in_head_field("sources", at.unwrap_or_default(), field)
    }

    /// Whether everything in the dossier was read: see [`Case::is_whole`].
    pub fn all_whole(&self) -> bool {
        let Files {
            dossier,
            parties,
            unread,
            ..
        } = self.files;
        let whole = parties.iter().all(|(_, file)| file.is_whole());
        unread.is_empty() && dossier.is_whole() && whole
    }
}
