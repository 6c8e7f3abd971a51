//! How the cells of a workbook look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::render::shade::{Rgb, shade};
use crate::view::line::Label;
use crate::view::table::Cell;

/// The title of the whole.
pub fn title() -> Format {
    strong().set_font_size(15)
}

/// A heading on the first sheet, the caption of a table.
pub fn subtitle() -> Format {
    strong().set_font_size(12)
}

/// Bold.
pub fn strong() -> Format {
    Format::new().set_bold()
}

/// A paragraph or an entry of a list.
pub fn prose() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A legend, or where to go on.
pub fn aside() -> Format {
    Format::new().set_font_color(Color::RGB(0x55_5555))
}

/// The name of a column.
pub fn header() -> Format {
    framed()
        .set_bold()
        .set_background_color(Color::RGB(0xEC_ECEC))
        .set_align(FormatAlign::Bottom)
}

/// A heading inside a table.
pub fn heading() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xF7_F7F7))
}

/// The name of a row.
pub fn stub() -> Format {
    framed().set_align(FormatAlign::Top)
}

fn framed() -> Format {
    Format::new()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xB8_B8B8))
}

/// A cell of the table: shaded by its tone, bold when it holds a red line.
pub fn toned(cell: &Cell) -> Format {
    let format = match shade(cell.tone) {
        None => stub(),
        Some(shade) => stub()
            .set_background_color(ink(shade.back))
            .set_font_color(ink(shade.text)),
    };
    if cell
        .text
        .0
        .iter()
        .any(|piece| piece.label == Label::RedLine)
    {
        format.set_bold()
    } else {
        format
    }
}

fn ink(Rgb(red, green, blue): Rgb) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}
