//! What may be an id: `ukraine`, `army-ceiling`, `e3`.

use crate::change::refusal::Refusal;

/// Checks that a new id is in kebab-case and not taken.
///
/// # Errors
///
/// When it is not.
pub fn check<'a>(
    id: &str,
    what: &str,
    mut taken: impl Iterator<Item = &'a str>,
) -> Result<(), Refusal> {
    if !is_id(id) {
        let fact =
            format!("`{id}` is no id: an id is small letters and digits with hyphens between");
        let kebab = kebab(id);
        let help = match is_id(&kebab) {
            true => format!("write `{kebab}`"),
            false => String::new(),
        };
        return Err(Refusal::new(fact).help(help));
    }
    match taken.any(|known| known == id) {
        true => {
            Err(Refusal::new(format!("there is {what} `{id}` already")).help("choose another id"))
        }
        false => Ok(()),
    }
}

/// Whether a text is small letters and digits, joined by single hyphens.
pub fn is_id(id: &str) -> bool {
    let is_plain = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    id.split('-')
        .all(|part| !part.is_empty() && part.bytes().all(is_plain))
}

/// The id that somebody who typed this probably meant.
fn kebab(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_ascii_lowercase()
}
