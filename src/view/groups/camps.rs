//! How all fall into two camps, and what does not fit.

use super::super::line::{Label, Line};
use super::super::{Block, names, words};
use super::NAMED;
use crate::compare::blocs::split::{Search, Split};
use crate::compare::groups::Groups;
use crate::compare::pair::Pair;
use crate::dossier::Dossier;

/// How many pairs that do not fit are listed for a split.
const LISTED: usize = 12;

/// The splits, one list each; nothing where there is no pair that leans to either side.
pub(super) fn camps(groups: &Groups) -> Vec<Block> {
    let dossier = groups.field.scene().dossier;
    let splits = &groups.splits;
    let mut blocks = vec![Block::Heading("Two camps".into())];
    blocks.push(Block::Text(match splits.splits.len() {
        0 => Line::plain("No pair agrees more often than it conflicts, or the other way round."),
        _ => Line::of(
            Label::Aside,
            "A pair that agrees more often than it conflicts fits within a camp, one that conflicts more \
             often fits between two; it weighs as much as the one exceeds the other.",
        ),
    }));
    for split in &splits.splits {
        blocks.push(Block::List(told(dossier, split)));
    }
    if !splits.neither.is_empty() && !splits.splits.is_empty() {
        let who = names::some(dossier, &splits.neither, NAMED);
        blocks.push(Block::Text(
            Line::of(Label::Undefined, "In neither camp").and(Label::Plain, format!(": {who}.")),
        ));
    }
    blocks
}

fn told(dossier: &Dossier, split: &Split) -> Vec<Line> {
    let [one, other] = (split.camps.each_ref()).map(|camp| names::some(dossier, camp, NAMED));
    let camps = match split.camps[1].is_empty() {
        true => Line::of(Label::Name, one).and(Label::Plain, " in one camp"),
        false => Line::of(Label::Name, one)
            .and(Label::Plain, " against ")
            .and(Label::Name, other),
    };
    let mut lines = vec![camps.and(Label::Plain, format!(": {}.", fit(split)))];
    let listed = split.misfits.iter().take(LISTED);
    lines.extend(listed.map(|pair| misfit(dossier, split, pair)));
    let more = split.misfits.len().saturating_sub(LISTED);
    lines.extend((more > 0).then(|| {
        let pairs = words::count(more, "other pair does", "other pairs do");
        Line::of(Label::Aside, format!("{pairs} not fit."))
    }));
    lines.extend(caution(split));
    lines
}

fn fit(split: &Split) -> String {
    match split.misfit {
        0 => "everything fits".to_owned(),
        misfit => format!(
            "{} of {} in weight fit",
            split.weight - misfit,
            split.weight
        ),
    }
}

fn misfit(dossier: &Dossier, split: &Split, pair: &Pair) -> Line {
    let together = split
        .camps
        .iter()
        .any(|camp| camp.contains(&pair.a) && camp.contains(&pair.b));
    let (place, label) = match together {
        true => ("in one camp", Label::Conflict),
        false => ("in different camps", Label::Agree),
    };
    Line::of(label, "Does not fit").and(
        Label::Plain,
        format!(
            ": {}, {place}: {} agree, {} conflict of {}.",
            names::list(dossier, &[pair.a, pair.b]),
            pair.agree,
            pair.conflict,
            pair.n,
        ),
    )
}

/// Whether other splits are as good, or could be better.
fn caution(split: &Split) -> Option<Line> {
    let told = match split.search {
        Search::Exact { as_good: 0 } => return None,
        Search::Exact { as_good } => format!(
            "{} as well; shown is the one with the least conflict within camps.",
            words::count(as_good, "other split fits", "other splits fit")
        ),
        Search::Heuristic => {
            "Found by moving one party at a time (a heuristic): another split may fit better."
                .to_owned()
        }
    };
    Some(Line::of(Label::Caution, told))
}
