//! Numbered evidence below the table: each record once, in the order in which the
//! table is read.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Dossier, Source, Stance};
use crate::record::stance::Firmness;
use crate::view::line::{Label, Line};
use crate::view::{names, words};

/// The number of each record that a table rests on.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// By the record's index in the dossier.
    numbers: BTreeMap<usize, Footnote>,
}

#[derive(Debug, Clone, Copy)]
struct Footnote {
    number: usize,
    says: Says,
}

/// What a record says, compared with the words of its cell.
#[derive(Debug, Clone, Copy)]
enum Says {
    TheSame,
    /// Something of its own: other records of the day contradict it.
    Another,
    /// Something that does not count beside a declared record.
    Weaker,
}

impl Footnotes {
    /// Numbers for the records behind these places, each a party and an issue.
    pub(super) fn of(scene: &Scene, places: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut footnotes = Self::default();
        for (party, issue) in places {
            let cell = scene.cell(party, issue);
            for stance in cell.stances() {
                let number = footnotes.numbers.len() + 1;
                let says = says(cell, stance);
                let numbers = &mut footnotes.numbers;
                numbers.entry(stance).or_insert(Footnote { number, says });
            }
        }
        footnotes
    }

    /// The numbers of the records behind a cell: `[1][2]`, or nothing.
    pub(super) fn signs(&self, cell: &Cell) -> String {
        let records = cell.stances().into_iter();
        let notes = records.filter_map(|stance| self.numbers.get(&stance));
        notes.map(|note| format!("[{}]", note.number)).collect()
    }

    /// The footnotes in the order of their numbers.
    pub(super) fn lines(&self, scene: &Scene) -> Vec<Line> {
        let notes = self.numbers.iter();
        notes
            .sorted_by_key(|(_, note)| note.number)
            .map(|(stance, note)| footnote(scene.dossier, *note, &scene.dossier.stances[*stance]))
            .collect()
    }

    /// The sources that the footnotes cite, in the order of the dossier.
    pub(super) fn sources(&self, scene: &Scene) -> Vec<Line> {
        let stances = self.numbers.keys();
        let proofs = stances.flat_map(|stance| &scene.dossier.stances[*stance].evidence);
        let cited: BTreeSet<usize> = proofs.filter_map(|proof| proof.source).collect();
        let sources = cited.into_iter().map(|at| &scene.dossier.sources[at]);
        sources.map(bibliography).collect()
    }
}

fn says(cell: &Cell, stance: usize) -> Says {
    match cell {
        Cell::Contradictory(_) => Says::Another,
        Cell::Held(held) if held.weaker.contains(&stance) => Says::Weaker,
        Cell::Held(_) | Cell::Silent | Cell::Unusable => Says::TheSame,
    }
}

fn footnote(dossier: &Dossier, note: Footnote, stance: &Stance) -> Line {
    let issue = &dossier.issues[stance.issue];
    let who = names::called(dossier, stance.party);
    let position = words::position(issue, &stance.position);
    let position = match note.says {
        Says::TheSame => None,
        Says::Another => Some(position),
        Says::Weaker => Some(format!(
            "{position}, not counted beside a declared position"
        )),
    };
    let condition = stance.condition.as_ref();
    let condition = condition.map(|condition| format!("on condition: {condition}"));
    let said = [position, stance.gist.clone(), condition];
    let said = said.iter().flatten().map(|said| words::sentence(said));
    let said: String = said.map(|said| format!(" {said}")).collect();
    Line::of(Label::Number, format!("[{}]", note.number))
        .and(Label::Plain, format!(" {who} on "))
        .and(Label::Name, &issue.id)
        .and(Label::Plain, format!(":{said} "))
        .and(Label::Aside, known(stance))
}

/// How, since when and from where it is known.
fn known(stance: &Stance) -> String {
    let firmness = Some(stance.firmness)
        .filter(|firmness| *firmness != Firmness::default())
        .map(|firmness| format!("{}, ", words::firmness(firmness)));
    let until = stance.until.map(|until| format!(", until {until}"));
    let how = format!(
        "{}{}, since {}{}{}",
        firmness.unwrap_or_default(),
        words::basis(&stance.basis),
        stance.since,
        words::dated(stance.dated),
        until.unwrap_or_default(),
    );
    words::sentence(&format!("{how}; {}", cited(stance)))
}

/// The sources by their ids, each with all its places: `article P3.s1, P3.s2`.
fn cited(stance: &Stance) -> String {
    let by_source = (stance.evidence.iter()).chunk_by(|proof| &proof.written.source);
    let cited = by_source.into_iter().map(|(source, proofs)| {
        let places = proofs.filter_map(|proof| proof.written.at.as_deref());
        format!("{source} {}", places.format(", "))
            .trim_end()
            .to_owned()
    });
    let cited = cited.collect::<Vec<_>>().join("; ");
    if cited.is_empty() {
        "no source".into()
    } else {
        cited
    }
}

/// A source under its id: title, publisher, date, addresses.
fn bibliography(source: &Source) -> Line {
    let imprint = [
        source.publisher.clone(),
        source.published.map(|day| day.to_string()),
    ];
    let imprint = imprint.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let told = [source.title.as_str(), &imprint].map(words::sentence);
    Line::of(Label::Name, &source.id)
        .and(Label::Plain, format!(": {}", told.join(" ").trim_end()))
        .and(
            Label::Aside,
            format!(" {}", source.urls.join(" ")).trim_end(),
        )
}
