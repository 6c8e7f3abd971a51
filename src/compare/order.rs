//! In which order parties stand, as rows and as columns.

use std::cmp::Reverse;

use super::blocs::nearness::Nearness;
use super::blocs::row_order;
use super::joint::Field;
use super::matrix::overall;
use crate::dossier::scene::Scene;
use crate::measure::Measure;
use crate::record::party::PartyKind;

/// An order of parties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As asked for, else by id.
    #[default]
    Given,
    /// By name.
    Name,
    /// States, organisations, groups, documents, persons; each in the given order.
    Kind,
    /// So that those who are near by a measure stand together.
    Bloc,
    /// By what they speak to: most comparable positions on the first area first, of
    /// those with as many most on the second, and so on.
    Area,
}

/// The parties in view in this order; blocs by this measure.
pub fn parties(field: &Field, order: Order, measure: &'static Measure) -> Vec<usize> {
    let scene = field.scene();
    let mut parties = scene.focus.parties.clone();
    let party = |at: usize| &scene.dossier.parties[at];
    match order {
        Order::Given => {}
        Order::Name => parties.sort_by_key(|at| (party(*at).name.to_lowercase(), *at)),
        Order::Kind => parties.sort_by_key(|at| rank(party(*at).kind)),
        Order::Bloc => {
            let matrix = overall(field, measure);
            parties = row_order(&Nearness::of(scene, measure, &matrix.scores));
        }
        Order::Area => parties.sort_by_cached_key(|at| Reverse(spoken(scene, *at))),
    }
    parties
}

/// On how many issues of each area the party has a comparable position.
fn spoken(scene: &Scene, party: usize) -> Vec<usize> {
    let mut spoken = vec![0; scene.dossier.areas.len()];
    for issue in &scene.focus.issues {
        let counted = scene.comparable(party, *issue).is_some();
        spoken[scene.dossier.issues[*issue].area] += usize::from(counted);
    }
    spoken
}

fn rank(kind: PartyKind) -> usize {
    match kind {
        PartyKind::State => 0,
        PartyKind::Organisation => 1,
        PartyKind::Group => 2,
        PartyKind::Document => 3,
        PartyKind::Person => 4,
    }
}
