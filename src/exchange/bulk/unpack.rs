//! Texts that come packed by gzip, which their first bytes tell.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::NoTable;

/// The most that is unpacked, in GiB: more is no table, but a trap.
const MOST: u64 = 4;

/// The text itself, unpacked where it is packed.
///
/// # Errors
///
/// When it is broken or too large.
pub fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, NoTable> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut text = Vec::new();
    let most = MOST << 30;
    MultiGzDecoder::new(bytes)
        .take(most + 1)
        .read_to_end(&mut text)?;
    match text.len() as u64 > most {
        true => Err(NoTable::TooLarge(MOST)),
        false => Ok(Cow::Owned(text)),
    }
}
