//! From bytes to text. An encoding other than UTF-8 is told by its mark or by the
//! user, never guessed: in the wrong one names are read wrong without a word.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

use super::NoGrid;

/// The text of a file.
pub(super) fn decode<'a>(bytes: &'a [u8], asked: Option<&str>) -> Result<Cow<'a, str>, NoGrid> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, &bytes[mark..]);
    }
    let encoding = match asked {
        None => UTF_8,
        Some(name) => {
            let known = Encoding::for_label_no_replacement(name.as_bytes());
            known.ok_or_else(|| NoGrid::NoEncoding(name.to_owned()))?
        }
    };
    let line = |at: usize| 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
    let wide = encoding.name().starts_with("UTF-16");
    if let Some(at) = bytes.iter().position(|byte| *byte == 0).filter(|_| !wide) {
        return Err(NoGrid::Binary(line(at)));
    }
    match str::from_utf8(bytes) {
        Err(error) if encoding == UTF_8 => Err(NoGrid::NotUtf8(line(error.valid_up_to()))),
        _ => decoded(encoding, bytes),
    }
}

fn decoded<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, NoGrid> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| NoGrid::NotEncoded(encoding.name().to_owned()))
}
