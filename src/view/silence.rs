//! What is missing: nobody in view, parties that say nothing, issues on which
//! there is nothing to compare.

use super::line::{Label, Line};
use super::{names, words};
use crate::dossier::scene::Scene;

/// Why there is nothing to look at, where there is nothing.
pub fn nothing_in_view(scene: &Scene) -> Option<Line> {
    let focus = &scene.focus;
    let why = if focus.parties.is_empty() {
        "There is no party in view, so there is nothing to compare."
    } else if focus.issues.is_empty() {
        "There is no issue in view, so there is nothing to compare."
    } else if !focus.parties.iter().any(|party| scene.speaks(*party)) {
        match focus.parties.iter().any(|party| scene.has_records(*party)) {
            true => "No record on any issue in view counts under this lens.",
            false if !scene.hidden.unusable.is_empty() => {
                "No record on any issue in view can be used."
            }
            false => "No party has a position on any issue in view.",
        }
    } else {
        return None;
    };
    Some(Line::plain(why))
}

/// The parties that say nothing at all, and those of whom the lens hides all they say.
pub fn parties(scene: &Scene) -> Vec<Line> {
    if scene.focus.issues.is_empty() {
        return Vec::new();
    }
    // Of whom a record is broken, nobody can say that it is silent.
    let broken = |party: &usize| scene.hidden.unusable.contains(party);
    let (hidden, silent): (Vec<usize>, Vec<usize>) = (scene.focus.parties.iter().copied())
        .filter(|party| !scene.speaks(*party) && !broken(party))
        .partition(|party| scene.has_records(*party));
    let kinds = [
        ("Silent", " on every issue", silent),
        ("No record counts", " under this lens", hidden),
    ];
    (kinds.into_iter())
        .filter(|(_, _, parties)| !parties.is_empty())
        .map(|(what, place, parties)| {
            let who = names::list(scene.dossier, &parties);
            Line::of(Label::Undefined, what).and(Label::Plain, format!("{place}: {who}."))
        })
        .collect()
}

/// How many issues have fewer than two positions that can be compared.
pub fn issues(scene: &Scene) -> Option<Line> {
    let focus = &scene.focus;
    let speakers = |issue: usize| {
        let parties = focus.parties.iter();
        parties.filter(move |party| scene.comparable(**party, issue).is_some())
    };
    let lonely = (focus.issues.iter())
        .filter(|issue| speakers(**issue).nth(1).is_none())
        .count();
    (lonely > 0 && focus.parties.len() > 1).then(|| {
        let all = words::count(focus.issues.len(), "issue", "issues");
        Line::of(Label::Undefined, "Not comparable").and(
            Label::Plain,
            format!(": {lonely} of {all}, on which fewer than two parties have a position."),
        )
    })
}
