//! Stances that hold and have not been looked at for long.

use jiff::Span;
use jiff::civil::Date;

use super::case::Case;
use crate::dossier::scene::{Cell, Held, Scene};
use crate::dossier::{Position, Stance};

/// The stances in force on the day of the dossier that were older then than this age.
/// A month or a year counts from its last day, as in every comparison. A declared
/// stance is no older than the latest record of weaker basis beside it: the party
/// has been looked at since. Nothing is said where a record of the party on the issue
/// could not be used, since it may be newer. Only stances with such a position are
/// looked at.
pub fn older_than<'a>(case: &'a Case, age: Span, asked: fn(&Position) -> bool) -> Vec<&'a Stance> {
    let Some(day) = case.day else {
        return Vec::new();
    };
    let stances = &case.dossier.stances;
    if !stances.iter().any(|stance| asked(&stance.position)) {
        return Vec::new();
    }
    let scene = case.scene();
    let aged = |since: Date| since.checked_add(age).is_ok_and(|limit| limit < day);
    let mut older = Vec::new();
    for party in 0..case.dossier.parties.len() {
        let lost = case.lost_issues(party);
        let is_lost = |issue: usize| {
            let id = case.dossier.issues[issue].id.as_str();
            lost.as_ref().is_none_or(|lost| lost.contains(id))
        };
        let issues = (0..case.dossier.issues.len()).filter(|issue| !is_lost(*issue));
        older.extend(issues.filter_map(|issue| match scene.cell(party, issue) {
            Cell::Held(held) => {
                let stance = &stances[held.stance];
                let is_older = asked(&stance.position) && aged(last_heard(scene, held));
                is_older.then_some(stance)
            }
            _ => None,
        }));
    }
    older
}

/// The day of the latest record that counts or stands beside the one that does.
fn last_heard(scene: &Scene, held: &Held) -> Date {
    let begins = |at: usize| scene.dossier.stances[at].since.last();
    let weaker = held.weaker.iter().map(|at| begins(*at));
    weaker.fold(begins(held.stance), Date::max)
}
