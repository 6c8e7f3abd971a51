//! A sum that does not depend on the order of its terms.
//!
//! Adding floats rounds at every step, so the same terms in another order may
//! give another last digit, and a matrix would change when issues are reordered.
//! Terms are therefore added from the smallest up, gains and losses apart. Two
//! things follow without rounding: terms that are each at most as large as
//! others have a sum at most as large, so a mean lies between its extremes; and
//! turning all signs around turns the sum's sign around.

/// The sum of finite terms; 0 of none.
pub fn sum(terms: impl Iterator<Item = f64>) -> f64 {
    let mut terms: Vec<f64> = terms.collect();
    terms.sort_unstable_by(|a, b| a.abs().total_cmp(&b.abs()));
    let gains = added(terms.iter().copied().filter(|term| *term > 0.0));
    let losses = added(terms.iter().copied().filter(|term| *term < 0.0));
    gains + losses
}

/// The terms added in their order, from a positive zero: the standard sum of no
/// floats is −0, which would be printed.
fn added(terms: impl Iterator<Item = f64>) -> f64 {
    terms.fold(0.0, |total, term| total + term)
}
