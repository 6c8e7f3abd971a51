//! A score as a reader sees it: the fraction as counted, else the value, never
//! without what it rests on.

use crate::measure::{Measure, Score};

/// From how many joint issues on a share is also given in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PercentFrom(pub usize);

/// The fraction as counted, else the value with what it rests on.
pub fn figure(measure: &Measure, score: Score, value: f64) -> String {
    match score.count {
        Some(count) => format!("{}/{}", signed(measure, count as f64, 0), score.out_of),
        None => format!("{} ({})", signed(measure, value, 2), score.n),
    }
}

/// A counted share in percent, where it rests on enough.
pub fn share(measure: &Measure, score: Score, value: f64, from: PercentFrom) -> Option<String> {
    let told = score.count.is_some() && score.n >= from.0;
    told.then(|| format!("{}%", signed(measure, 100.0 * value, 0)))
}

/// A number with so many decimals, halves rounded up, and with its sign where the
/// measure has negative values. What rounds to zero has no sign.
fn signed(measure: &Measure, number: f64, decimals: u8) -> String {
    let unit = 10_f64.powi(decimals.into());
    let rounded = (number.abs() * unit).round() / unit;
    let digits = format!("{rounded:.*}", decimals.into());
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    match number {
        _ if is_zero => digits,
        negative if negative < 0.0 => format!("−{digits}"),
        _ if *measure.range.start() < 0.0 => format!("+{digits}"),
        _ => digits,
    }
}

/// The value in tenths, as one digit, with a sign where it is negative.
pub(super) fn tenths(value: f64) -> String {
    ones(10.0 * value)
}

/// The value as one digit, with a sign where it is negative.
pub(super) fn ones(value: f64) -> String {
    let ones = value.abs().round();
    let digit = match ones {
        ten if ten >= 10.0 => "X".to_owned(),
        less => less.to_string(),
    };
    if value < 0.0 && ones > 0.0 {
        format!("-{digit}")
    } else {
        digit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::named;

    fn score(count: Option<i64>, value: f64, n: usize) -> Score {
        let value = Ok(value);
        Score {
            value,
            n,
            count,
            out_of: n,
        }
    }

    #[test]
    fn a_fraction_is_not_reduced() {
        let agreement = named("agreement").unwrap();
        assert_eq!(figure(agreement, score(Some(2), 0.5, 4), 0.5), "2/4");
    }

    #[test]
    fn a_measure_with_two_sides_shows_its_sign() {
        let net = named("net").unwrap();
        assert_eq!(figure(net, score(Some(-2), -0.5, 4), -0.5), "−2/4");
        assert_eq!(figure(net, score(Some(1), 0.25, 4), 0.25), "+1/4");
        assert_eq!(figure(net, score(Some(0), 0.0, 4), 0.0), "0/4");
        let s = named("s").unwrap();
        assert_eq!(figure(s, score(None, -0.001, 4), -0.001), "0.00 (4)");
    }

    #[test]
    fn percent_is_told_from_enough_issues_on() {
        let agreement = named("agreement").unwrap();
        let told = |n| share(agreement, score(Some(1), 0.25, n), 0.25, PercentFrom(5));
        assert_eq!((told(4), told(5)), (None, Some("25%".into())));
    }

    #[test]
    fn halves_are_rounded_up() {
        let agreement = named("agreement").unwrap();
        let told = share(agreement, score(Some(2), 0.125, 16), 0.125, PercentFrom(5));
        assert_eq!(told.as_deref(), Some("13%"));
    }

    #[test]
    fn tenths_are_one_digit() {
        let signs = [0.0, 0.44, 0.96, 1.0, -0.5, -0.01].map(tenths);
        assert_eq!(signs, ["0", "4", "X", "X", "-5", "0"]);
    }
}
