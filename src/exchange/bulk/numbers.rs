//! One field of a table: an answer, none, or something else.

use super::Levels;

/// What reads fields of this scale.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    levels: Levels,
}

impl Numbers {
    pub(super) fn new(levels: Levels) -> Self {
        Self { levels }
    }

    /// How many levels there are.
    pub(super) fn levels(&self) -> usize {
        self.levels.count()
    }

    /// The level of an answer, counted from 0; nothing for an empty field or one
    /// of those that statistics programs write for one.
    ///
    /// # Errors
    ///
    /// What is wrong with the value.
    pub(super) fn level(&self, field: &[u8]) -> Result<Option<u8>, String> {
        let field = field.trim_ascii();
        if let [digit @ b'0'..=b'9'] = field {
            return self.within(i64::from(digit - b'0'), field);
        }
        match field {
            b"" | b"NA" | b"." => Ok(None),
            _ => match whole(field) {
                Some(number) => self.within(number, field),
                None => Err(format!("`{}` is no whole number", shown(field))),
            },
        }
    }

    fn within(&self, number: i64, field: &[u8]) -> Result<Option<u8>, String> {
        let Levels { lo, hi } = self.levels;
        match (lo..=hi).contains(&number) {
            true => Ok(u8::try_from(number - lo).ok()),
            false => Err(format!("`{}` lies outside {lo} to {hi}", shown(field))),
        }
    }
}

/// A whole number, also one that is written with a fraction of nothing: `2.0`.
fn whole(field: &[u8]) -> Option<i64> {
    let text = str::from_utf8(field).ok()?;
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let number: f64 = text.parse().ok()?;
    let is_whole = number.fract() == 0.0 && number.abs() < 1e15;
    is_whole.then_some(number as i64)
}

fn shown(field: &[u8]) -> String {
    const LONGEST: usize = 40;
    let text = String::from_utf8_lossy(field);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}
