//! Positions that have become old without changing.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::change::Change;
use super::{Look, Stale};
use crate::compare::union::Union;
use crate::dossier::Position;
use crate::dossier::scene::{Cell, Held, Scene};

/// The positions that are stale in the look after and were not in the one before, by
/// party, then by issue. What has changed between the two is told as a change.
pub(super) fn gone_stale(
    before: Look,
    after: Look,
    union: &Union,
    changes: &[Change],
) -> Vec<Stale> {
    let told = changes.iter().map(|change| (change.party, change.issue));
    let told: BTreeSet<(usize, usize)> = told.collect();
    let mut stale = Vec::new();
    for (party, who) in union.parties.iter().enumerate() {
        for (issue, what) in union.issues.iter().enumerate() {
            let place = |look: usize| who.at[look].zip(what.at[look]);
            let Some(record) = place(1).and_then(|place| stale_record(after, place)) else {
                continue;
            };
            let was = place(0).and_then(|place| stale_record(before, place));
            if was.is_none() && !told.contains(&(party, issue)) {
                stale.push(Stale {
                    party,
                    issue,
                    record,
                });
            }
        }
    }
    stale
}

/// The record that holds at a place, where nobody has looked at it for longer than
/// the dossier allows: as the check for stale stances sees it, a later record of
/// weaker basis counts as having looked.
fn stale_record(look: Look, (party, issue): (usize, usize)) -> Option<usize> {
    let scene = look.field.scene();
    let (age, day) = (look.stale_after?, scene.focus.as_of?);
    let Cell::Held(held) = scene.cell(party, issue) else {
        return None;
    };
    let known = matches!(
        scene.dossier.stances[held.stance].position,
        Position::Known(_)
    );
    let limit = last_heard(scene, held).checked_add(age);
    (known && limit.is_ok_and(|limit| limit < day)).then_some(held.stance)
}

/// The day of the latest record that counts or stands beside the one that does.
fn last_heard(scene: &Scene, held: &Held) -> Date {
    let begins = |at: usize| scene.dossier.stances[at].since.last();
    let weaker = held.weaker.iter().map(|at| begins(*at));
    weaker.fold(begins(held.stance), Date::max)
}
