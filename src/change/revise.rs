//! A later stance that replaces the one that holds, which stays as history.
//!
//! Nothing is taken over from the earlier record: what a new text does not say
//! again is not known to hold still. What was said then and is not said now is
//! told, so that it can be given again.

use super::add::{items, placed, readable, tree};
use super::asked::Asked;
use super::bundle::Bundle;
use super::draft::Draft;
use super::record;
use super::refusal::Refusal;
use crate::record::party::PartyFile;
use crate::record::stance::{Basis, Firmness, Stance};
use crate::syntax::quote::quote;

/// A revision, and what the earlier record says that the new one does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    pub draft: Draft,
    /// Options that would say it again.
    pub not_taken_over: Vec<String>,
}

/// The draft that adds a later stance right below the one it replaces.
///
/// # Errors
///
/// As [`super::add::add`]; when there is nothing to revise; when the new stance is
/// not later, rests on no new evidence, or is known in a weaker way.
pub fn revise(bundle: &Bundle, party: &str, asked: &Asked) -> Result<Revision, Refusal> {
    let tree = tree(bundle, party)?;
    let meaning = bundle.meaning();
    let file = readable(&meaning, party)?;
    let current = current(file, &asked.issue(&meaning)?.id).ok_or_else(|| {
        Refusal::new(format!(
            "`{party}` has no stance on `{}` to revise",
            asked.issue
        ))
        .help("record one with `stances add`")
    })?;
    let stance = asked.stance(&meaning, file)?;
    replaces(&stance, current)?;
    let files = meaning.files.parties.iter().find(|(id, _)| id == party);
    let nth = file
        .stances
        .iter()
        .position(|stance| std::ptr::eq(stance, current));
    let place = files
        .zip(nth)
        .map(|((_, file), nth)| file.place("stances", nth));
    let last = items(&tree, "stances").count();
    Ok(Revision {
        draft: placed(
            bundle,
            party,
            &meaning.dossier,
            &stance,
            place.map_or(last, |place| place + 1),
        )?,
        not_taken_over: not_taken_over(current, &stance),
    })
}

/// The latest record on an issue; of several of the same day the last.
fn current<'a>(file: &'a PartyFile, issue: &str) -> Option<&'a Stance> {
    let on_issue = file.stances.iter().filter(|stance| stance.issue == issue);
    on_issue.max_by_key(|stance| stance.since.last())
}

/// Whether a stance takes the place of another from its day on.
fn replaces(stance: &Stance, current: &Stance) -> Result<(), Refusal> {
    let known = current.since;
    if stance.since.last() <= current.since.last() {
        let fact = format!(
            "{} is not later than {known}, since when the current stance holds",
            stance.since
        );
        return Err(Refusal::new(fact).help(
            "give the later day with `--since`, or correct the record itself with `stances edit`",
        ));
    }
    if stance
        .evidence
        .iter()
        .all(|piece| current.evidence.contains(piece))
    {
        let fact = format!("the evidence is that of the stance since {known}");
        return Err(Refusal::new(fact).help("a revision needs a place that shows it"));
    }
    if is_weaker(&stance.basis, &current.basis) {
        let fact = "what a party declares itself is not replaced by what is known otherwise";
        return Err(Refusal::new(fact).help("record it beside that with `stances add`"));
    }
    Ok(())
}

fn is_weaker(basis: &Basis, than: &Basis) -> bool {
    matches!(than, Basis::Declared { .. }) && !matches!(basis, Basis::Declared { .. })
}

/// The options that would say again what only the earlier record says.
fn not_taken_over(current: &Stance, stance: &Stance) -> Vec<String> {
    let firmness = (stance.firmness == Firmness::default() && current.firmness != stance.firmness)
        .then(|| format!("--firmness {}", kebab(&record::firmness(current.firmness))));
    let text = |name: &str, then: &Option<String>, now: &Option<String>| {
        let then = then.as_ref().filter(|_| now.is_none())?;
        Some(format!("--{name} {}", quote(then)))
    };
    let number = |name: &str, then: Option<f64>, now: Option<f64>| {
        let then = then.filter(|_| now.is_none())?;
        Some(format!("--{name} {then}"))
    };
    let confidential =
        (current.confidential && !stance.confidential).then(|| "--confidential".to_owned());
    [
        text("condition", &current.condition, &stance.condition),
        firmness,
        number("confidence", current.confidence, stance.confidence),
        number("salience", current.salience, stance.salience),
        number(
            "stake",
            current.stake.map(f64::from),
            stance.stake.map(f64::from),
        ),
        text("gist", &current.gist, &stance.gist),
        text("quote", &current.quote, &stance.quote),
        text("note", &current.note, &stance.note),
        confidential,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A name of a variant as an option takes it.
fn kebab(name: &str) -> String {
    let letters = name.char_indices().map(|(at, c)| match c {
        c if c.is_uppercase() && at > 0 => format!("-{}", c.to_lowercase()),
        c => c.to_lowercase().to_string(),
    });
    letters.collect()
}
