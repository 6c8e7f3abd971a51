//! The style sheet: how labels and tones look on a terminal.
//!
//! Purple stands for agreement and orange for conflict, which readers with any
//! kind of colour blindness tell apart. Colours are taken from the 256 that
//! all terminals share; the sixteen named ones look different on each.

use std::sync::LazyLock;

use anstyle::{Ansi256Color, Color, Style};

use crate::view::line::Label;
use crate::view::table::Tone;

/// The title of a view, headings, column heads and sections.
pub const HEADING: Style = Style::new().bold();

/// Rules, page footers and what is only there to guide the eye.
pub const RULE: Style = Style::new().dimmed();

/// How a piece of text looks.
pub fn label(label: Label) -> Style {
    match label {
        Label::Plain | Label::Number | Label::Partial => Style::new(),
        Label::Name => Style::new().bold(),
        Label::Aside | Label::Undefined => Style::new().dimmed(),
        Label::Agree => PURPLE,
        Label::Conflict => ORANGE,
        Label::RedLine => ORANGE.bold(),
        Label::Linked => Style::new().italic(),
        Label::Caution => Style::new().bold().underline(),
    }
}

/// How a piece of text in a cell of this tone looks: on a ground, the ground
/// has the say about colour.
pub fn label_on(tone: Tone, name: Label) -> Style {
    match ground(tone) {
        Some(ground) => ground.effects(label(name).get_effects()),
        None if tone == Tone::Undefined => Style::new().dimmed(),
        None => label(name),
    }
}

/// The ground a cell of this tone is drawn on, with a foreground that can be read on it.
pub fn ground(tone: Tone) -> Option<Style> {
    match tone {
        Tone::Degree(degree) => Some(GROUNDS[step(degree)]),
        Tone::None | Tone::Undefined => None,
    }
}

/// More steps would not be told apart in 256 colours.
const STEPS: u8 = 40;

/// The grounds from orange to purple.
static GROUNDS: LazyLock<Vec<Style>> = LazyLock::new(|| {
    let degrees = (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS) * 2.0 - 1.0);
    degrees.map(ground_of_degree).collect()
});

/// Which of the grounds a degree gets. What is not a number counts as the middle.
fn step(degree: f64) -> usize {
    let degree = if degree.is_nan() { 0.0 } else { degree };
    let share = (degree.clamp(-1.0, 1.0) + 1.0) / 2.0;
    (share * f64::from(STEPS)).round() as usize
}

fn ground_of_degree(degree: f64) -> Style {
    let (index, colour) = nearest(diverging(degree));
    let style = Style::new().bg_color(Some(Color::Ansi256(index)));
    style.fg_color(Some(Color::Ansi256(readable_on(colour))))
}

/// Both are readable on black and on white.
const PURPLE: Style = foreground(97);
const ORANGE: Style = foreground(166);

const fn foreground(index: u8) -> Style {
    Style::new().fg_color(Some(Color::Ansi256(Ansi256Color(index))))
}

/// From orange at −1 to purple at 1. The gradient runs the other way, and its
/// outermost tenths are left out: they are nearly black.
fn diverging(degree: f64) -> [u8; 3] {
    let colour = colorous::PURPLE_ORANGE.eval_continuous(0.5 - 0.4 * degree);
    [colour.r, colour.g, colour.b]
}

/// Black or white, whichever has the greater contrast by the luminance of
/// WCAG 2.2; the border lies at 0.179.
fn readable_on([r, g, b]: [u8; 3]) -> Ansi256Color {
    const BLACK: Ansi256Color = Ansi256Color(16);
    const WHITE: Ansi256Color = Ansi256Color(231);
    let luminance = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    if luminance > 0.179 { BLACK } else { WHITE }
}

fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

/// The nearest of the 240 fixed colours, which are a cube of six steps a
/// channel and a ramp of greys; and what it looks like.
fn nearest(colour: [u8; 3]) -> (Ansi256Color, [u8; 3]) {
    let fixed = (16..=u8::MAX).map(|index| (Ansi256Color(index), look(index)));
    let nearest = fixed.min_by_key(|(_, look)| distance(*look, colour));
    nearest.unwrap_or((Ansi256Color(16), [0; 3]))
}

fn look(index: u8) -> [u8; 3] {
    match index.checked_sub(232) {
        Some(grey) => [8 + 10 * grey; 3],
        None => {
            let place = usize::from(index - 16);
            [place / 36, place / 6 % 6, place % 6].map(|step| CUBE[step])
        }
    }
}

/// The levels of a channel in xterm's cube.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let channels = one.into_iter().zip(other);
    channels.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
