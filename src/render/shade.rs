//! The colours of a tone: orange for conflict, purple for agreement, grey for nothing to show.
//!
//! Purple and orange stay apart for readers who confuse red with green. Every renderer
//! with colours takes them from here, and none says with colour alone what a cell means.

use std::fmt;

use crate::view::table::Tone;

/// A background and the colour of text that is readable on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shade {
    pub back: Rgb,
    pub text: Rgb,
}

/// A colour; `Display` writes it as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);
const UNDEFINED: Shade = Shade {
    back: Rgb(0xe4, 0xe4, 0xe4),
    text: Rgb(0x55, 0x55, 0x55),
};

/// How much of the scale is used on either side of its middle. Its ends are nearly
/// black: too heavy for a table that is read, and printed, rather than looked at.
const REACH: f64 = 0.22;

/// The colours of a tone; none for a cell that leans to no side.
pub fn shade(tone: Tone) -> Option<Shade> {
    match tone {
        Tone::None => None,
        Tone::Degree(degree) if degree.is_finite() => Some(on(scale(degree))),
        Tone::Degree(_) | Tone::Undefined => Some(UNDEFINED),
    }
}

fn scale(degree: f64) -> Rgb {
    // The scheme runs from purple to orange, a degree from conflict to agreement.
    let place = 0.5 - REACH * degree.clamp(-1.0, 1.0);
    let colour = colorous::PURPLE_ORANGE.eval_continuous(place);
    Rgb(colour.r, colour.g, colour.b)
}

/// Black or white, whichever stands out more: one of them has a contrast of 4.5 or more on any colour.
fn on(back: Rgb) -> Shade {
    let text = if contrast(back, BLACK) >= contrast(back, WHITE) {
        BLACK
    } else {
        WHITE
    };
    Shade { back, text }
}

/// The contrast ratio of WCAG 2.2, from 1 (none) to 21 (black on white).
/// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of WCAG 2.2, from 0 (black) to 1 (white).
/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn linear(channel: u8) -> f64 {
    match f64::from(channel) / 255.0 {
        dark if dark <= 0.04045 => dark / 12.92,
        light => ((light + 0.055) / 1.055).powf(2.4),
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Rgb(red, green, blue) = self;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn degrees() -> impl Iterator<Item = f64> {
        (-100..=100).map(|step| f64::from(step) / 100.0)
    }

    fn of(degree: f64) -> Shade {
        shade(Tone::Degree(degree)).expect("a degree has a shade")
    }

    #[test]
    fn text_is_readable_on_every_shade() {
        for shade in degrees().map(of).chain([UNDEFINED]) {
            assert!(contrast(shade.back, shade.text) >= 4.5, "{shade:?}");
        }
    }

    #[test]
    fn a_stronger_degree_is_a_darker_shade() {
        for side in [-1.0, 1.0] {
            let shades = (0..=10).map(|step| of(side * f64::from(step) / 10.0));
            let lights: Vec<f64> = shades.map(|shade| luminance(shade.back)).collect();
            assert!(lights.is_sorted_by(|one, next| one > next), "{lights:?}");
        }
    }

    #[test]
    fn conflict_is_orange_and_agreement_purple() {
        let Rgb(red, green, blue) = of(-1.0).back;
        assert!(red > green && green > blue);
        let Rgb(red, green, blue) = of(1.0).back;
        assert!(blue > red && red > green);
    }

    #[test]
    fn what_is_no_degree_has_no_colour() {
        assert_eq!(shade(Tone::None), None);
        assert_eq!(shade(Tone::Undefined), Some(UNDEFINED));
        assert_eq!(shade(Tone::Degree(f64::NAN)), Some(UNDEFINED));
        assert_eq!(of(7.0), of(1.0));
    }
}
