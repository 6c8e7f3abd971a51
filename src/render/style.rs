//! The style sheet: how labels and tones look on a terminal.
//!
//! Purple stands for agreement and orange for conflict, which readers with any
//! kind of colour blindness tell apart. Colours are taken from the 256 that
//! all terminals share; the sixteen named ones look different on each.

use anstyle::{Ansi256Color, Color, RgbColor, Style};

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
    let Tone::Degree(degree) = tone else {
        return None;
    };
    let colour = diverging(degree);
    let style = Style::new().bg_color(Some(Color::Ansi256(nearest(colour))));
    Some(style.fg_color(Some(Color::Ansi256(readable_on(colour)))))
}

/// Both are readable on black and on white.
const PURPLE: Style = foreground(97);
const ORANGE: Style = foreground(166);

const fn foreground(index: u8) -> Style {
    Style::new().fg_color(Some(Color::Ansi256(Ansi256Color(index))))
}

/// From orange at −1 to purple at 1. The gradient runs the other way.
fn diverging(degree: f64) -> RgbColor {
    let position = (1.0 - degree.clamp(-1.0, 1.0)) / 2.0;
    let colour = colorous::PURPLE_ORANGE.eval_continuous(position);
    RgbColor(colour.r, colour.g, colour.b)
}

/// Black or white, whichever has the greater contrast by the luminance of
/// WCAG 2.2; the border lies at 0.179.
fn readable_on(RgbColor(r, g, b): RgbColor) -> Ansi256Color {
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

/// The nearest of the 240 fixed colours: a cube of six steps a channel, and a ramp of greys.
fn nearest(RgbColor(r, g, b): RgbColor) -> Ansi256Color {
    let cube = [r, g, b].map(nearest_step);
    let grey = nearest_grey([r, g, b]);
    let cube_colour = cube.map(|step| CUBE[step]);
    if distance(grey_level(grey), [r, g, b]) < distance(cube_colour, [r, g, b]) {
        return Ansi256Color(232 + grey);
    }
    let index = 16 + 36 * cube[0] + 6 * cube[1] + cube[2];
    Ansi256Color(u8::try_from(index).unwrap_or(u8::MAX))
}

/// The levels of a channel in xterm's cube.
const CUBE: [u8; 6] = [0, 95, 135, 175, 215, 255];

fn nearest_step(channel: u8) -> usize {
    let off = |step: &usize| CUBE[*step].abs_diff(channel);
    (0..CUBE.len()).min_by_key(off).unwrap_or(0)
}

fn nearest_grey(colour: [u8; 3]) -> u8 {
    let off = |grey: &u8| distance(grey_level(*grey), colour);
    (0..24).min_by_key(off).unwrap_or(0)
}

fn grey_level(grey: u8) -> [u8; 3] {
    [8 + 10 * grey; 3]
}

fn distance(one: [u8; 3], other: [u8; 3]) -> u32 {
    let channels = one.into_iter().zip(other);
    channels.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}
