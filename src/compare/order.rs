//! In which order parties stand, as rows and as columns.

use super::blocs::nearness::Nearness;
use super::blocs::row_order;
use super::joint::Field;
use super::matrix::overall;
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
    }
    parties
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
