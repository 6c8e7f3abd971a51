//! From the text of a file to its records.
//!
//! A file without mistakes is read by the `ron` crate in one go. In any other the
//! lossless tree tells where the records are, and each is read by itself: a broken
//! record costs that record, and every mistake is said in one run.

mod remedy;
mod salvage;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use ron::Options;
use ron::error::SpannedError;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::dossier::{Area, DossierFile, Influence, Issue, Relation, Source as SourceRecord};
use super::fault;
use super::party::{Note, PartyFile, Speaker};
use super::stance::Stance;
use crate::finding::code::SYNTAX_ERROR;
use crate::finding::{Finding, Place};
use crate::syntax::route::Route;
use crate::syntax::tree::Tree;
use crate::text::source::Source;

/// How the whole program reads RON. Optional values are written bare.
static OPTIONS: LazyLock<Options> =
    LazyLock::new(|| Options::default().with_default_extension(Extensions::IMPLICIT_SOME));

/// A file as far as it could be read.
#[derive(Debug, Clone)]
pub struct Decoded<T> {
    /// The file's path, as it is shown.
    pub file: String,
    pub value: T,
    /// Whether the file is a file of this kind at all; if not, `value` is empty.
    pub readable: bool,
    /// Whether something outside of its records could not be read: nobody knows
    /// then whether it would have marked them, or the file, as confidential.
    unclear: bool,
    pub(super) findings: Vec<Finding>,
    /// What was found in records that are marked as confidential.
    pub(super) confidential: Vec<Finding>,
    /// Of each list the places in the file of the records that were kept, where
    /// not all were.
    pub(super) places: BTreeMap<&'static str, Vec<usize>>,
    /// Of each list the ids of the records that could not be read.
    lost: BTreeMap<&'static str, BTreeSet<String>>,
    /// The same of each list, with the issue that each such record is about where
    /// that can be read.
    pub(super) unread: BTreeMap<&'static str, Vec<Option<String>>>,
    /// Of each list what the records that could not be read are about: the ids of
    /// those that have one, the issues of stances.
    lost_about: BTreeMap<&'static str, BTreeSet<String>>,
    /// The lists of which nobody knows what they miss.
    unclear_lists: BTreeSet<&'static str>,
    /// The lists that could not be read at all.
    lost_lists: BTreeSet<&'static str>,
}

/// What a list misses of which some could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing<'a> {
    /// Records on this, ids or issues; none where the list is complete.
    About(BTreeSet<&'a str>),
    /// Nobody knows.
    Anything,
}

/// A kind of file: a record whose lists are read record by record if need be.
pub trait File: DeserializeOwned {
    /// What such a file is called in a message.
    const WHAT: &'static str;
    const LISTS: &'static [List];
}

/// A list of records in a file.
#[derive(Debug)]
pub struct List {
    /// The field that holds the list.
    pub field: &'static str,
    /// The fields that every record of it must have.
    pub required: &'static [&'static str],
    read: fn(&str) -> Result<(), SpannedError>,
}

impl File for DossierFile {
    const WHAT: &'static str = "dossier";
    const LISTS: &'static [List] = &[
        List::of::<Area>("areas", &["id"]),
        List::of::<Issue>("issues", &["id", "area", "kind", "text"]),
        List::of::<Relation>("relations", &[]),
        List::of::<Influence>("influence", &["of", "on", "level"]),
        List::of::<SourceRecord>("sources", &["id", "title"]),
    ];
}

impl File for PartyFile {
    const WHAT: &'static str = "party";
    const LISTS: &'static [List] = &[
        List::of::<Speaker>("speakers", &["name"]),
        List::of::<Stance>("stances", &["issue", "position", "basis", "since"]),
        List::of::<Note>("notes", &["kind", "text"]),
    ];
}

impl List {
    const fn of<T: DeserializeOwned>(
        field: &'static str,
        required: &'static [&'static str],
    ) -> Self {
        Self {
            field,
            required,
            read: read_as::<T>,
        }
    }
}

/// Reads a file, and says what in it could not be read.
pub fn decode<T: File>(source: &Source) -> Decoded<T> {
    let text = source.text();
    match OPTIONS.from_str(text.strip_prefix('\u{FEFF}').unwrap_or(text)) {
        Ok(value) => Decoded::whole(source.name(), value),
        Err(_) => salvage::salvage(source),
    }
}

/// Reads one value that stands in no file.
///
/// # Errors
///
/// When the text is no such value. The finding is about the text as a whole.
pub fn value<T: DeserializeOwned>(text: &str) -> Result<T, Box<Finding>> {
    let place = Place::file(text);
    OPTIONS.from_str(text).map_err(|error| {
        let tree = Tree::parse(text);
        let finding = match (tree.problems().first(), tree.root()) {
            (None, Some(root)) => fault::finding(place, &error.code, &[root]),
            (problem, _) => {
                let problem = problem.map_or("there is no value", |problem| &problem.message);
                Finding::new(&SYNTAX_ERROR, place, problem)
            }
        };
        Box::new(finding)
    })
}

/// Reads one record, and says what is wrong with it.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, ron::Error> {
    OPTIONS.from_str(text).map_err(|error| error.code)
}

fn read_as<T: DeserializeOwned>(text: &str) -> Result<(), SpannedError> {
    OPTIONS.from_str::<T>(text).map(drop)
}

impl<T: File> Decoded<T> {
    /// A file that could not even be read as text.
    pub fn refused(finding: Finding) -> Self {
        Self {
            readable: false,
            findings: vec![finding],
            ..Self::whole("", empty())
        }
    }
}

/// What stands for a file of which nothing can be read.
fn empty<T: File>() -> T {
    OPTIONS
        .from_str("()")
        .expect("every field of a file may be left out")
}

impl<T> Decoded<T> {
    fn whole(file: &str, value: T) -> Self {
        Self {
            file: file.to_owned(),
            value,
            readable: true,
            unclear: false,
            findings: Vec::new(),
            confidential: Vec::new(),
            places: BTreeMap::new(),
            lost: BTreeMap::new(),
            unread: BTreeMap::new(),
            lost_about: BTreeMap::new(),
            unclear_lists: BTreeSet::new(),
            lost_lists: BTreeSet::new(),
        }
    }

    /// Everything that could not be read.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(&self.confidential)
    }

    /// Whether all of it was read.
    pub fn is_whole(&self) -> bool {
        self.findings().next().is_none()
    }

    /// Whether it cannot be told what in the file is confidential.
    pub fn may_hide_secrets(&self) -> bool {
        self.unclear || !self.readable
    }

    /// Whether a list misses this record because it could not be read. Of a
    /// list that could not be read at all nobody knows what it misses.
    pub fn has_lost(&self, list: &str, id: &str) -> bool {
        !self.readable
            || self.lost_lists.contains(list)
            || self.lost.get(list).is_some_and(|ids| ids.contains(id))
    }

    /// The records that a list misses because they could not be read, each with the
    /// issue that it is about where that can be told. A list that could not be read
    /// at all counts as one record.
    pub fn unread(&self, list: &str) -> impl Iterator<Item = Option<&str>> {
        let whole = self.lost_lists.contains(list).then_some(None);
        let records = self.unread.get(list).into_iter().flatten();
        records.map(Option::as_deref).chain(whole)
    }

    /// What a list misses because it could not be read.
    pub fn missing(&self, list: &str) -> Missing<'_> {
        let is_unclear = self.unclear_lists.contains(list) || self.lost_lists.contains(list);
        if !self.readable || is_unclear || self.is_malformed() {
            return Missing::Anything;
        }
        let about = self.lost_about.get(list).into_iter().flatten();
        Missing::About(about.map(String::as_str).collect())
    }

    /// Whether every record of a list was read.
    pub fn is_complete(&self, list: &str) -> bool {
        self.missing(list) == Missing::About(BTreeSet::new())
    }

    /// Whether its form is wrong: nobody knows then what belongs to what.
    pub fn is_malformed(&self) -> bool {
        self.findings().any(|finding| finding.code == &SYNTAX_ERROR)
    }

    /// Where the record `at` of a list stands in the list of the file, which
    /// may hold records before it that were left out.
    pub fn place(&self, list: &str, at: usize) -> usize {
        self.places.get(list).map_or(at, |places| places[at])
    }

    /// The way to the record `at` of a list.
    pub fn route(&self, list: &str, at: usize) -> Route {
        Route::default().field(list).index(self.place(list, at))
    }
}
