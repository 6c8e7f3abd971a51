//! Power: how much an actor moves the others and how little it is moved by them.
//!
//! M. Godet (1991), "Actors' moves and strategies: The mactor method", Futures
//! 23(6), 605-622.

use crate::measure::Undefined;

/// The power r* of every actor, 1 on average, by how much each influences each:
/// `direct[i][j]` is the influence of i on j, finite and not negative; what
/// stands on the diagonal plays no part. Nothing for an actor without power.
///
/// # Errors
///
/// With fewer than three actors: of two, one alone has all power or neither has
/// any, whatever their influence.
pub fn powers(direct: &[Vec<f64>]) -> Result<Vec<Option<f64>>, Undefined> {
    if direct.len() < 3 {
        return Err(Undefined::TwoActors);
    }
    let powers = uneven(&reached(direct));
    let mean = powers.iter().sum::<f64>() / powers.len() as f64;
    let star = |power: &f64| (*power > 0.0).then(|| power / mean);
    Ok(powers.iter().map(star).collect())
}

/// I2: the influence that i has on j directly and through one other actor, who
/// passes on at most what it has itself. On the diagonal stands what comes back.
fn reached(direct: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let through = |i: usize, j: usize, k: usize| match k == i || k == j {
        true => 0.0,
        false => direct[i][k].min(direct[k][j]),
    };
    let all = 0..direct.len();
    let reach = |i: usize, j: usize| {
        let own = if i == j { 0.0 } else { direct[i][j] };
        own + all.clone().map(|k| through(i, j, k)).sum::<f64>()
    };
    let row = |i: usize| all.clone().map(|j| reach(i, j)).collect();
    all.clone().map(row).collect()
}

/// r of each actor.
fn uneven(reached: &[Vec<f64>]) -> Vec<f64> {
    let all = 0..reached.len();
    let others = |i: usize| all.clone().filter(move |k| *k != i);
    let influence = |i: usize| others(i).map(|k| reached[i][k]).sum::<f64>();
    let dependence = |i: usize| others(i).map(|k| reached[k][i]).sum::<f64>();
    let total: f64 = all.clone().map(influence).sum();
    let power = |i: usize| match influence(i) {
        0.0 => 0.0,
        own => (own - reached[i][i]) / total * own / (own + dependence(i)),
    };
    all.clone().map(power).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matrix<const N: usize>(direct: [[u8; N]; N]) -> Vec<Vec<f64>> {
        let row = |row: &[u8; N]| row.iter().map(|level| f64::from(*level)).collect();
        direct.iter().map(row).collect()
    }

    #[test]
    fn is_even_among_equals() {
        let even = powers(&matrix([[0, 2, 2], [2, 0, 2], [2, 2, 0]])).unwrap();
        assert_eq!(even, [Some(1.0); 3]);
    }

    #[test]
    fn is_what_the_definition_gives_by_hand() {
        // I2 = [[1, 4, 2], [1, 2, 2], [1, 1, 1]], so I = 6, 3, 2 and D = 2, 5, 4.
        let found = powers(&matrix([[0, 3, 1], [1, 0, 1], [0, 1, 0]])).unwrap();
        let r = [
            (6.0 - 1.0) / 11.0 * 6.0 / 8.0,
            (3.0 - 2.0) / 11.0 * 3.0 / 8.0,
            (2.0 - 1.0) / 11.0 * 2.0 / 6.0,
        ];
        let mean = (r[0] + r[1] + r[2]) / 3.0;
        let close = |found: Option<f64>, r: f64| (found.unwrap_or(0.0) - r / mean).abs() < 1e-12;
        assert!(
            found.iter().zip(r).all(|(found, r)| close(*found, r)),
            "{found:?} {r:?}"
        );
    }

    #[test]
    fn degenerates_with_two_actors() {
        assert_eq!(powers(&matrix([[0, 3], [1, 0]])), Err(Undefined::TwoActors));
    }

    #[test]
    fn is_nothing_for_an_actor_without_influence() {
        let found = powers(&matrix([[0, 2, 1], [1, 0, 3], [0, 0, 0]])).unwrap();
        assert_eq!(found[2], None);
        assert_eq!(powers(&matrix([[0; 3]; 3])).unwrap(), [None; 3]);
    }
}
