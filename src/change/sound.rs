//! A change must not bring in a mistake that was not there.

use itertools::Itertools;

use super::draft::Draft;
use super::refusal::Refusal;
use super::texts::Texts;
use crate::finding::Finding;

/// Hands on a draft that leaves no mistake which is not there already.
///
/// # Errors
///
/// When it would bring in mistakes; they are all told.
pub fn sound(texts: &Texts, draft: Draft) -> Result<Draft, Refusal> {
    let new = new_mistakes(texts, &texts.after(&draft));
    match new.as_slice() {
        [] => Ok(draft),
        new => Err(Refusal::all(new.iter().map(Refusal::of))),
    }
}

/// The mistakes in texts that were not in them before. Where one stands does not
/// tell it from another: records move.
pub fn new_mistakes(before: &Texts, after: &Texts) -> Vec<Finding> {
    let key = |finding: &Finding| {
        let file = finding.at.place.file.clone();
        (file, finding.code.name, finding.message.clone())
    };
    let mut known = before.meaning().findings.iter().counts_by(key);
    let mut findings = after.meaning().findings;
    findings.retain(|finding| match known.get_mut(&key(finding)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    findings
}
