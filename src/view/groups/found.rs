//! The blocs that positions make.

use super::super::line::{Label, Line};
use super::super::table::{Cell, Row, Table};
use super::super::{Block, names, words};
use super::{NAMED, PercentFrom, codes, dependent, figures, heads, legend};
use crate::compare::groups::Groups;
use crate::measure::Lean;

/// What a bloc is called, by its place in the list.
pub(super) fn called(at: usize) -> String {
    format!("bloc {}", at + 1)
}

/// The blocs, who is in none, and what only the order of ids has decided.
pub(super) fn blocs(groups: &Groups, percent: PercentFrom) -> Vec<Block> {
    let scene = groups.field.scene();
    let mut blocks = vec![
        Block::Heading(format!("Blocs by {}", groups.measure.name)),
        Block::Text(rule(groups)),
    ];
    if groups.cohesion.is_empty() {
        blocks.push(Block::Text(Line::plain(
            "There is no bloc: nobody is that near to another.",
        )));
    } else {
        let mut table = Table::new("Blocs", 1, heads("bloc", None));
        for (at, cohesion) in groups.cohesion.iter().enumerate() {
            let mut cells = vec![
                Cell::text(Line::of(Label::Name, called(at))),
                Cell::text(codes(scene, &cohesion.parties)),
            ];
            cells.extend(figures(cohesion, percent));
            table.rows.push(Row::Cells(cells));
        }
        let parties = groups.blocs.blocs.concat();
        // What the heads mean stands below the groups of the dossier where it has any.
        table.legend = match groups.groups.is_empty() {
            true => legend(scene, &parties),
            false => names::codes(scene.dossier, parties.iter())
                .into_iter()
                .collect(),
        };
        blocks.push(Block::Table(table));
        let all = groups.cohesion.iter().enumerate();
        let dependent = all.filter_map(|(at, cohesion)| dependent(&called(at), cohesion));
        blocks.extend(dependent.map(Block::Text));
    }
    let lists = [
        ("In no bloc", "", &groups.blocs.alone),
        (
            "Not comparable with anybody",
            ", so nothing is known",
            &groups.blocs.unknown,
        ),
    ];
    for (what, why, parties) in lists {
        if !parties.is_empty() {
            let who = names::some(scene.dossier, parties, NAMED);
            let told = Line::of(Label::Undefined, what).and(Label::Plain, format!("{why}: {who}."));
            blocks.push(Block::Text(told));
        }
    }
    blocks.extend(ties(groups).map(Block::Text));
    blocks
}

/// By what rule parties are joined.
fn rule(groups: &Groups) -> Line {
    let side = match groups.measure.lean {
        Lean::Conflict => "less",
        Lean::Neither | Lean::Agreement | Lean::Balance => "more",
    };
    Line::of(
        Label::Aside,
        format!(
            "Joined while two blocs come to {side} than {} over the joint issues of all pairs between \
             them; a pair without a joint issue has no say.",
            words::decimal(groups.beyond),
        ),
    )
}

/// What could as well have been otherwise.
fn ties(groups: &Groups) -> Option<Line> {
    let dossier = groups.field.scene().dossier;
    let pairs = groups.blocs.rivals.iter().map(|rival| {
        let [joined, left] = [rival.joined, rival.left].map(|party| names::called(dossier, party));
        format!("{joined} with {left}")
    });
    let pairs = words::some(pairs, 5);
    (!groups.blocs.rivals.is_empty()).then(|| {
        Line::of(Label::Caution, "Other blocs fit as well").and(
            Label::Plain,
            format!(
                ": of equally near ones the first by id were joined. As near as those were {pairs}."
            ),
        )
    })
}
