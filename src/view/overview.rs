//! The main job's answer: positions, agreement, conflict, and what stands out.

use super::data::{Data, Value};
use super::highlights;
use super::lens;
use super::line::{Label, Line};
use super::matrix;
use super::matrix::figure::PercentFrom;
use super::positions::{self, Show};
use super::silence;
use super::{Block, View};
use crate::compare::overview::{Overview, Pairs};
use crate::compare::pair::Pair;
use crate::dossier::Dossier;
use crate::logic::linked::{Linked, LinkedVerdict};

/// The whole answer, for people.
pub fn view(overview: &Overview, percent: PercentFrom) -> View {
    let scene = overview.pairs.field.scene();
    let mut blocks = vec![Block::Text(lens::line(scene))];
    blocks.push(match silence::nothing_in_view(scene) {
        Some(nothing) => Block::Text(nothing),
        None => Block::Table(positions::table(scene, Show::default())),
    });
    blocks.extend(matrices(overview, percent));
    let highlights = highlights::list(overview);
    if !highlights.is_empty() {
        blocks.push(Block::Heading("What stands out".into()));
        blocks.push(Block::List(highlights));
    }
    View {
        title: title(scene.dossier),
        blocks,
    }
}

/// What a dossier is called.
pub fn title(dossier: &Dossier) -> String {
    dossier
        .title
        .clone()
        .unwrap_or_else(|| dossier.name.clone())
}

/// Both matrices among those who have anything to compare, or why there are none.
pub fn matrices(overview: &Overview, percent: PercentFrom) -> Vec<Block> {
    let scene = overview.pairs.field.scene();
    if scene.focus.parties.len() < 2 || scene.focus.issues.is_empty() {
        return Vec::new();
    }
    if overview.pairs.pairs.iter().all(|pair| pair.n == 0) {
        return vec![Block::Text(Line::of(
            Label::Caution,
            "No two parties have a comparable position on the same issue under this lens: there \
             is no agreement and no conflict to count. Silence is not counted as either.",
        ))];
    }
    let shown = compared(overview);
    [&overview.agreement, &overview.conflict]
        .map(|matrix| {
            Block::Table(matrix::table(
                overview.pairs.field,
                matrix,
                &shown,
                &overview.pairs.linked,
                percent,
            ))
        })
        .into()
}

/// The places in the scene of the parties that a pair with a joint issue or a
/// linked result has.
fn compared(overview: &Overview) -> Vec<usize> {
    let joint = overview
        .pairs
        .pairs
        .iter()
        .filter(|pair| pair.n > 0)
        .flat_map(|pair| [pair.a, pair.b]);
    let linked = overview
        .pairs
        .linked
        .iter()
        .flat_map(|linked| [linked.from.0, linked.to.0]);
    let compared: std::collections::BTreeSet<usize> = joint.chain(linked).collect();
    let parties = overview
        .pairs
        .field
        .scene()
        .focus
        .parties
        .iter()
        .enumerate();
    parties
        .filter(|(_, party)| compared.contains(party))
        .map(|(place, _)| place)
        .collect()
}

/// The counts of every pair, one record a pair.
pub fn data(all: &Pairs) -> Data {
    let heads = [
        "a",
        "b",
        "n",
        "independent",
        "agree",
        "partial",
        "conflict",
        "linked_agreements",
        "linked_clashes",
    ];
    let dossier = all.field.scene().dossier;
    let linked = all.linked_by_pair();
    Data {
        heads: heads.map(str::to_owned).into(),
        records: (all.pairs.iter())
            .map(|pair| {
                let linked = linked.get(&(pair.a, pair.b));
                record(dossier, pair, linked.map_or(&[], Vec::as_slice))
            })
            .collect(),
    }
}

fn record(dossier: &Dossier, pair: &Pair, linked: &[&Linked]) -> Vec<Value> {
    let linked = |verdict| linked.iter().filter(|one| one.verdict == verdict).count();
    let counts = [
        pair.n,
        pair.independent,
        pair.agree,
        pair.partial,
        pair.conflict,
        linked(LinkedVerdict::Agreement),
        linked(LinkedVerdict::Clash),
    ];
    let ids = [pair.a, pair.b].map(|party| dossier.parties[party].id.as_str().into());
    ids.into_iter().chain(counts.map(Value::from)).collect()
}
