//! Numbers as text, for outputs with a hundred million of them.
//!
//! The text is the one of every other output: the fewest digits that read back as the
//! same number.

/// Numbers that are written without an exponent.
const PLAIN: std::ops::Range<f64> = 1e-4..1e16;

/// Adds the text of a finite number; nothing for what is none.
pub fn push(number: f64, to: &mut Vec<u8>) {
    // Adding 0 turns −0 into 0.
    let number = number + 0.0;
    if number == 0.0 || PLAIN.contains(&number.abs()) {
        let mut buffer = zmij::Buffer::new();
        to.extend_from_slice(buffer.format_finite(number).as_bytes());
    } else if number.is_finite() {
        // The fast formatter writes other exponents, and from other numbers on.
        to.extend_from_slice(format!("{number:?}").as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(number: f64) -> String {
        let mut bytes = Vec::new();
        push(number, &mut bytes);
        String::from_utf8(bytes).unwrap()
    }

    proptest! {
        #[test]
        fn a_number_is_written_as_everywhere(number in any::<f64>()) {
            prop_assume!(number.is_finite());
            prop_assert_eq!(text(number), format!("{:?}", number + 0.0));
        }

        #[test]
        fn a_share_is_written_as_everywhere(count in -20_000i32..20_000, n in 1i32..20_000) {
            let share = f64::from(count) / f64::from(n);
            prop_assert_eq!(text(share), format!("{share:?}"));
        }
    }

    #[test]
    fn what_is_no_number_has_no_text() {
        assert_eq!(text(f64::NAN), "");
        assert_eq!(text(f64::INFINITY), "");
        assert_eq!(text(-0.0), "0.0");
    }
}
