//! Names of parties and issues that stand in several looks.

use super::names;
use crate::compare::union::Entry;
use crate::dossier::scene::Scene;

/// The name of a party as a head, by the last look that has it.
pub fn full(looks: &[&Scene], party: &Entry) -> String {
    let (look, at) = party.last();
    names::full(looks[look].dossier, at)
}

/// The same in running text.
pub fn called<'a>(looks: &[&Scene<'a>], party: &Entry) -> &'a str {
    let (look, at) = party.last();
    names::called(looks[look].dossier, at)
}

/// The code of a party, by the last look that has it.
pub fn code<'a>(looks: &[&Scene<'a>], party: &Entry) -> &'a str {
    let (look, at) = party.last();
    names::code(looks[look].dossier, at)
}

/// The name of the area of an issue, by the last look that has it.
pub fn area<'a>(looks: &[&Scene<'a>], issue: &Entry) -> &'a str {
    let (look, _) = issue.last();
    let area = issue.issue(looks).area;
    &looks[look].dossier.areas[area].name
}
