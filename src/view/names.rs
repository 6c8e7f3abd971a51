//! How parties are called in running text.

use itertools::Itertools;

use super::line::{Label, Line};
use super::words;
use crate::dossier::{Dossier, Party};

/// The name of a party; its code where the name itself reads like a list, as
/// `Britain, France and Germany` does, or is that of another party as well.
pub fn called(dossier: &Dossier, party: usize) -> &str {
    let name = &dossier.parties[party].name;
    if reads_like_a_list(name) || is_shared(dossier, party) {
        code(dossier, party)
    } else {
        name
    }
}

/// The code of a party; its id where another party has the same code.
pub fn code(dossier: &Dossier, party: usize) -> &str {
    let code = &dossier.parties[party].code;
    let same = dossier.parties.iter().filter(|other| other.code == *code);
    if same.count() > 1 {
        &dossier.parties[party].id
    } else {
        code
    }
}

/// The name of a party as a head or a title; with its id where another party has the
/// same name.
pub fn full(dossier: &Dossier, party: usize) -> String {
    let Party { name, id, .. } = &dossier.parties[party];
    match is_shared(dossier, party) {
        true => format!("{name} ({id})"),
        false => name.clone(),
    }
}

fn is_shared(dossier: &Dossier, party: usize) -> bool {
    let name = &dossier.parties[party].name;
    let same = dossier.parties.iter().filter(|other| other.name == *name);
    same.count() > 1
}

fn reads_like_a_list(name: &str) -> bool {
    name.contains([',', ';']) || name.contains(" and ")
}

/// Parties in running text.
pub fn list(dossier: &Dossier, parties: &[usize]) -> String {
    let names: Vec<&str> = (parties.iter())
        .map(|party| called(dossier, *party))
        .collect();
    words::list(&names)
}

/// Parties in running text of which at most so many are named, and the others counted.
pub fn some(dossier: &Dossier, parties: &[usize], named: usize) -> String {
    let names = parties
        .iter()
        .map(|party| called(dossier, *party).to_owned());
    words::some(names, named)
}

/// What the codes mean that [`called`] puts in the place of names, in a sentence.
pub fn key(dossier: &Dossier, parties: &[usize]) -> Option<Line> {
    let listed = |party: &&usize| {
        reads_like_a_list(&dossier.parties[**party].name) || is_shared(dossier, **party)
    };
    let said = meanings(dossier, parties.iter().filter(listed))
        .map(|(code, name)| format!("{code} stands for {name}"))
        .join("; ");
    (!said.is_empty()).then(|| Line::of(Label::Aside, format!("{said}.")))
}

/// What the codes of these parties mean, for the legend of a table.
pub fn codes<'a>(dossier: &Dossier, parties: impl Iterator<Item = &'a usize>) -> Option<Line> {
    let said = meanings(dossier, parties)
        .map(|(code, name)| format!("{code} {name}"))
        .join(" · ");
    (!said.is_empty()).then(|| Line::of(Label::Aside, said))
}

/// Codes that are not simply the name.
fn meanings<'a>(
    dossier: &Dossier,
    parties: impl Iterator<Item = &'a usize>,
) -> impl Iterator<Item = (&str, &str)> {
    parties
        .map(|party| (code(dossier, *party), dossier.parties[*party].name.as_str()))
        .filter(|(code, name)| code != name)
}
