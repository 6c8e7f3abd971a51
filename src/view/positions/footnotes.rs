//! Numbered evidence below the table: each record once, in the order in which the
//! table is read.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;

use crate::compare::joint::stances;
use crate::dossier::scene::{Cell, Scene};
use crate::dossier::{Dossier, Source, Stance};
use crate::record::stance::Firmness;
use crate::view::line::{Label, Line};
use crate::view::{names, words};

/// The number of each record that a table rests on.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// By the record's index in the dossier.
    numbers: BTreeMap<usize, usize>,
}

impl Footnotes {
    /// Numbers for the records behind these places, each a party and an issue.
    pub(super) fn of(scene: &Scene, places: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut footnotes = Self::default();
        for (party, issue) in places {
            for stance in stances(scene.cell(party, issue)) {
                let next = footnotes.numbers.len() + 1;
                footnotes.numbers.entry(stance).or_insert(next);
            }
        }
        footnotes
    }

    /// The numbers of the records behind a cell: `[1][2]`, or nothing.
    pub(super) fn signs(&self, cell: &Cell) -> String {
        let numbers = stances(cell)
            .into_iter()
            .filter_map(|stance| self.numbers.get(&stance));
        numbers.map(|number| format!("[{number}]")).collect()
    }

    /// The sources that the footnotes cite, in the order of the dossier.
    pub(super) fn sources(&self, scene: &Scene) -> Vec<Line> {
        let stances = self.numbers.keys();
        let proofs = stances.flat_map(|stance| &scene.dossier.stances[*stance].evidence);
        let cited: BTreeSet<usize> = proofs.filter_map(|proof| proof.source).collect();
        let sources = cited.into_iter().map(|at| &scene.dossier.sources[at]);
        sources.map(bibliography).collect()
    }

    /// The footnotes in the order of their numbers.
    pub(super) fn lines(&self, scene: &Scene) -> Vec<Line> {
        let mut numbered: Vec<(usize, usize)> = (self.numbers.iter())
            .map(|(stance, number)| (*number, *stance))
            .collect();
        numbered.sort_unstable();
        let line = |(number, stance): (usize, usize)| {
            let stance = &scene.dossier.stances[stance];
            footnote(scene.dossier, number, stance)
        };
        numbered.into_iter().map(line).collect()
    }
}

fn footnote(dossier: &Dossier, number: usize, stance: &Stance) -> Line {
    let issue = &dossier.issues[stance.issue].id;
    let who = names::called(dossier, stance.party);
    let condition = (stance.condition.as_ref())
        .map(|condition| words::sentence(&format!("on condition: {condition}")));
    let gist = stance.gist.as_deref().map(words::sentence);
    let said = [gist, condition].into_iter().flatten();
    let said: Vec<String> = said.collect();
    Line::of(Label::Number, format!("[{number}]"))
        .and(Label::Plain, format!(" {who} on "))
        .and(Label::Name, issue)
        .and(Label::Plain, format!(": {} ", said.join(" ")))
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
