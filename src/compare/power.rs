//! The power of parties, from who can impose how much on whom.

use crate::dossier::Dossier;
use crate::measure::Undefined;
use crate::measure::actors::power::powers;

/// The power of every party, by its index in the dossier, or why it has none.
///
/// All parties that are named under `influence` take part, whichever are in view:
/// looking at fewer of them changes nobody's power.
pub fn of(dossier: &Dossier) -> Vec<Result<f64, Undefined>> {
    let all = dossier.parties.len();
    let named = named(dossier);
    if named.is_empty() {
        return vec![Err(Undefined::NoInfluence); all];
    }
    let mut direct = vec![vec![0.0; named.len()]; named.len()];
    let place = |party: usize| named.binary_search(&party).ok();
    for influence in &dossier.influence {
        if let (Some(of), Some(on)) = (place(influence.of), place(influence.on)) {
            direct[of][on] = f64::from(influence.level);
        }
    }
    match powers(&direct) {
        Err(why) => vec![Err(why); all],
        Ok(powers) => (0..all)
            .map(|party| {
                let place = place(party).ok_or(Undefined::OutsideInfluence)?;
                powers[place].ok_or(Undefined::NoPower)
            })
            .collect(),
    }
}

/// The parties that have influence or are under it, ascending.
fn named(dossier: &Dossier) -> Vec<usize> {
    let mut named: Vec<usize> = (dossier.influence.iter())
        .flat_map(|influence| [influence.of, influence.on])
        .collect();
    named.sort_unstable();
    named.dedup();
    named
}
