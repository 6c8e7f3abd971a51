//! A table of positions as a change to a dossier: a new one, or one that is there.
//!
//! Who and what the dossier knows by id, name, code or alias is meant; everything
//! else is new, with an id made of its name. What cannot be read is left out and told.

pub mod head;
pub mod ids;
pub mod kinds;
mod parties;
mod stances;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bundle::{Bundle, Meaning};
use super::draft::{Draft, FileChange};
use super::refusal::Refusal;
use super::text_file::{HEAD, TextFile, stem};
use crate::dossier::bind::{Files, bind};
use crate::dossier::{BasisKind, Dossier};
use crate::exchange::bulk::Faults;
use crate::exchange::entries::{ActorRow, Entries, Entry, More};
use crate::exchange::items::Item;
use crate::record::date::When;
use crate::record::decode::decode;
use crate::record::dossier::{Area, DossierFile, Issue, Source};
use crate::record::party::{PartyFile, PartyKind};
use crate::record::stance::Stance;
use crate::text::source::Source as Text;
use head::News;
use ids::{Ids, kebab};
use kinds::{Declared, Numbers, decide};

/// How a table is to be taken over.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The table itself, as a source.
    pub source: Source,
    /// What a row of it is called: `line` or `row`.
    pub unit: &'static str,
    pub declared: Declared,
    pub basis: BasisKind,
    pub by: Option<String>,
    pub since: Option<When>,
    pub coder: Option<String>,
    pub party_kind: PartyKind,
    /// The area of new issues that have none of their own.
    pub area: String,
}

/// A change, and what became of the table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Imported {
    pub draft: Draft,
    pub told: Told,
}

/// What became of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// How many rows it has below its heads.
    pub rows: usize,
    /// How many positions it has.
    pub positions: usize,
    /// How many stances are new.
    pub stances: usize,
    /// How many stances are there already.
    pub known: usize,
    pub new_parties: usize,
    pub new_issues: usize,
    /// What was left out.
    pub faults: Faults,
}

/// The longest text of a cell that a message shows.
const SHOWN: usize = 40;

/// The change that takes a table over into the files of a dossier, or into a new one
/// where there are none.
///
/// # Errors
///
/// When nobody can tell what the values of an item mean, or when a file has mistakes
/// that must be mended first.
pub fn import(
    bundle: &Bundle,
    entries: &Entries,
    items: &BTreeMap<String, Item>,
    asked: &Asked,
) -> Result<Imported, Refusal> {
    let meaning = bundle.meaning();
    let mut told = Told {
        rows: entries.rows,
        positions: entries.entries.len(),
        faults: entries.faults.clone(),
        ..Told::default()
    };
    let issues = issues(&meaning, entries, items, asked)?;
    told.new_issues = issues.news.issues.len();
    let mut news = issues.news;
    let is_new = bundle.file(HEAD).is_none();
    news.title = is_new.then(|| asked.source.title.clone());
    let known = &meaning.files.dossier.value;
    let has_source = known
        .sources
        .iter()
        .any(|source| source.id == asked.source.id);
    news.source = (!has_source).then(|| asked.source.clone());
    let head = match bundle.file(HEAD) {
        None => head::new(&news)?,
        Some(file) => head::with(file, &news)?,
    };
    let dossier = bound(&head);
    let sources: BTreeSet<String> = known
        .sources
        .iter()
        .map(|source| source.id.clone())
        .collect();
    let mut people = People::new(bundle, &meaning, entries, asked);
    for entry in &entries.entries {
        let (issue, numbers) = &issues.of[entry.item.as_str()];
        let stance = dossier.issue(issue).ok_or_else(|| {
            format!("the issue `{issue}` cannot be used: mend the mistakes in `dossier.ron` first")
        });
        let stance = stance.and_then(|at| {
            let said = words::said(
                &entry.position,
                &dossier.issues[at],
                *numbers,
                entries.point,
            )?;
            stances::stance(entry, said, issue, asked, &sources)
        });
        match stance {
            Ok(stance) => people.give(&entry.actor, stance),
            Err(message) => (told.faults).push(entry.line, Some(entry.column), || message),
        }
    }
    told.faults
        .first
        .sort_by_key(|fault| (fault.line, fault.column));
    told.new_parties = people.new_ones();
    let mut files = people.files(bundle, &meaning, &mut told)?;
    if told.stances == 0 && told.new_parties == 0 {
        // A source that nothing rests on, or issues nobody speaks to, are no gain.
        return Ok(Imported {
            draft: Draft::default(),
            told,
        });
    }
    files.push(match bundle.file(HEAD) {
        None => FileChange {
            name: HEAD.to_owned(),
            before: None,
            after: Some(head),
        },
        Some(file) => file.becomes(head),
    });
    Ok(Imported {
        draft: Draft::new(files),
        told,
    })
}

/// The dossier that a head describes, without parties.
fn bound(head: &str) -> Dossier {
    let files = Files {
        name: String::new(),
        dossier: decode::<DossierFile>(&Text::new(HEAD, head)),
        parties: Vec::new(),
        unread: Vec::new(),
    };
    bind(&files).0
}

/// The issues that the items of a table are, and those that are new.
struct Issues<'a> {
    /// By item: the id, and what numbers mean.
    of: BTreeMap<&'a str, (String, Numbers)>,
    news: News,
}

fn issues<'a>(
    meaning: &Meaning,
    entries: &'a Entries,
    items: &BTreeMap<String, Item>,
    asked: &Asked,
) -> Result<Issues<'a>, Refusal> {
    let known = &meaning.files.dossier.value;
    let mut by_item: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in &entries.entries {
        by_item.entry(&entry.item).or_default().push(entry);
    }
    let mut ids = Ids::beside(known.issues.iter().map(|issue| issue.id.as_str()));
    let mut areas: Vec<String> = known.areas.iter().map(|area| area.id.clone()).collect();
    let (mut of, mut news, mut open) = (BTreeMap::new(), News::default(), Vec::new());
    for name in &entries.items {
        let spoken = by_item.get(name.as_str()).map_or(&[][..], Vec::as_slice);
        let kebab = kebab(name);
        let same = known.issues.iter().find(|issue| issue.id == *name);
        let same = same.or_else(|| known.issues.iter().find(|issue| issue.id == kebab));
        if let Some(same) = same {
            let declared = decide(items.get(name), &asked.declared, spoken);
            let numbers = declared.map_or(Numbers::Plain, |declared| declared.numbers);
            of.insert(name.as_str(), (same.id.clone(), numbers));
            continue;
        }
        if spoken.is_empty() {
            // A column that nobody has filled in is no issue yet.
            continue;
        }
        let decided = match decide(items.get(name), &asked.declared, spoken) {
            Ok(decided) => decided,
            Err(message) => {
                open.push(format!("on `{}` {message}", shown(name)));
                continue;
            }
        };
        let issue = Issue {
            id: ids.give(name, "issue"),
            area: area(items.get(name), spoken, asked, &mut areas, &mut news.areas),
            kind: decided.kind,
            text: text(items.get(name), spoken, name),
            tolerance: items.get(name).and_then(|item| item.tolerance),
            weight: items.get(name).and_then(|item| item.weight),
            note: None,
            confidential: false,
        };
        of.insert(name.as_str(), (issue.id.clone(), decided.numbers));
        news.issues.push((issue, decided.numbers));
    }
    match open.as_slice() {
        [] => Ok(Issues { of, news }),
        [first] => Err(Refusal::new(first)),
        [first, others @ ..] => Err(Refusal::new(format!(
            "{first} (and {} more issues like that)",
            others.len()
        ))),
    }
}

/// The area of a new issue, which is made if it is not there.
fn area(
    item: Option<&Item>,
    spoken: &[&Entry],
    asked: &Asked,
    known: &mut Vec<String>,
    new: &mut Vec<Area>,
) -> String {
    let told = spoken.iter().find_map(|entry| entry.more.get(&More::Area));
    let name = item.and_then(|item| item.area.as_ref()).or(told);
    let name = name.map_or(asked.area.as_str(), String::as_str);
    let kebab = kebab(name);
    let id = match kebab.as_str() {
        "" => "area",
        kebab => kebab,
    };
    let same = known.iter().find(|known| *known == name || *known == id);
    if let Some(same) = same {
        return same.clone();
    }
    known.push(id.to_owned());
    new.push(Area {
        id: id.to_owned(),
        name: (id != name).then(|| name.to_owned()),
    });
    id.to_owned()
}

/// The wording of a new issue: the item itself, if nothing tells more.
fn text(item: Option<&Item>, spoken: &[&Entry], name: &str) -> String {
    let told = spoken
        .iter()
        .find_map(|entry| entry.more.get(&More::Wording));
    let text = item.and_then(|item| item.text.as_ref()).or(told);
    text.map_or_else(|| name.to_owned(), Clone::clone)
}

/// The parties that the actors of a table are, with their stances.
struct People {
    /// By actor: a place in `parties`.
    of: BTreeMap<String, usize>,
    parties: Vec<Somebody>,
}

struct Somebody {
    id: String,
    /// The record of who is new.
    new: Option<PartyFile>,
    stances: Vec<Stance>,
}

impl People {
    fn new(bundle: &Bundle, meaning: &Meaning, entries: &Entries, asked: &Asked) -> Self {
        let known = known(meaning);
        let spoilt = bundle.spoilt.iter().map(|(name, _)| stem(name));
        let mut ids = Ids::beside(bundle.parties().map(TextFile::stem).chain(spoilt));
        let mut people = Self {
            of: BTreeMap::new(),
            parties: Vec::new(),
        };
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for actor in &entries.actors {
            let names = [Some(&actor.name), actor.full.as_ref()]
                .into_iter()
                .flatten();
            let same = names
                .filter(|name| !name.is_empty())
                .find_map(|name| known.get(&name.to_lowercase()));
            let (id, new) = match same {
                Some(id) => (id.clone(), None),
                None => {
                    let id = ids.give(&actor.name, "party");
                    (id, Some(record(actor, asked)))
                }
            };
            let place = *places.entry(id.clone()).or_insert_with(|| {
                people.parties.push(Somebody {
                    id,
                    new,
                    stances: Vec::new(),
                });
                people.parties.len() - 1
            });
            people.of.insert(actor.name.clone(), place);
        }
        people
    }

    fn give(&mut self, actor: &str, stance: Stance) {
        self.parties[self.of[actor]].stances.push(stance);
    }

    fn new_ones(&self) -> usize {
        self.parties
            .iter()
            .filter(|party| party.new.is_some())
            .count()
    }

    /// The files that change.
    fn files(
        self,
        bundle: &Bundle,
        meaning: &Meaning,
        told: &mut Told,
    ) -> Result<Vec<FileChange>, Refusal> {
        let changed = self.parties.into_par_iter();
        let changed: Vec<_> = changed
            .map(|party| party.changed(bundle, meaning))
            .collect::<Result<_, _>>()?;
        told.stances = changed.iter().map(|changed| changed.new).sum();
        told.known = changed.iter().map(|changed| changed.known).sum();
        Ok(changed
            .into_iter()
            .filter_map(|changed| changed.file)
            .collect())
    }
}

/// What becomes of a party's file.
struct Changed {
    file: Option<FileChange>,
    /// How many stances are new, and how many are there already.
    new: usize,
    known: usize,
}

impl Somebody {
    fn changed(self, bundle: &Bundle, meaning: &Meaning) -> Result<Changed, Refusal> {
        let count = self.stances.len();
        if let Some(file) = self.new {
            let file = PartyFile {
                stances: self.stances,
                ..file
            };
            return Ok(Changed {
                file: Some(parties::new(&self.id, &file)?),
                new: count,
                known: 0,
            });
        }
        let stances = parties::unknown(meaning, &self.id, self.stances)?;
        let file = (!stances.is_empty()).then(|| parties::with(bundle, &self.id, &stances));
        Ok(Changed {
            file: file.transpose()?,
            new: stances.len(),
            known: count - stances.len(),
        })
    }
}

/// The ids of parties by everything they are called, in small letters. What two are
/// called means neither; an id always means its party.
fn known(meaning: &Meaning) -> BTreeMap<String, String> {
    let mut names: BTreeMap<String, Option<&str>> = BTreeMap::new();
    for (id, file) in &meaning.files.parties {
        let party = &file.value;
        let told = party.name.iter().chain(&party.code).chain(&party.aliases);
        let told: BTreeSet<String> = told.map(|name| name.to_lowercase()).collect();
        for name in told {
            let is_other = |known: &mut Option<&str>| *known = None;
            names.entry(name).and_modify(is_other).or_insert(Some(id));
        }
    }
    for (id, _) in &meaning.files.parties {
        names.insert(id.to_lowercase(), Some(id));
    }
    let meant = names.into_iter();
    let meant = meant.filter_map(|(name, id)| Some((name, id?.to_owned())));
    meant.collect()
}

fn record(actor: &ActorRow, asked: &Asked) -> PartyFile {
    let full = actor.full.clone().filter(|full| !full.is_empty());
    PartyFile {
        name: Some(full.unwrap_or_else(|| actor.name.clone())),
        code: None,
        kind: asked.party_kind,
        aliases: Vec::new(),
        speakers: Vec::new(),
        members: Vec::new(),
        complete: true,
        note: actor.note.clone(),
        confidential: false,
        stances: Vec::new(),
        notes: Vec::new(),
    }
}

/// The text of a cell as a message shows it.
fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
