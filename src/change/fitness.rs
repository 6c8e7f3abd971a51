//! Whether the files are fit for use after a change, as far as they were before.

use std::collections::{BTreeMap, VecDeque};

use super::bundle::Bundle;
use super::draft::Draft;
use super::text_file::{HEAD, TextFile};
use crate::finding::Finding;
use crate::text::source::Source;

/// Whether all files of the dossier have a say in the matter. What parties'
/// files name stands in the head, and no party's record hangs on another
/// party's; so a change to parties' files needs the head alone. (The head names
/// parties too, under `influence`. Those that are not looked at are missing both
/// before and after the change.)
pub fn concerns_all(draft: &Draft) -> bool {
    draft.files.iter().any(|file| file.name == HEAD)
}

/// What would be wrong after a change that is not wrong already. `others` are
/// the files that the change leaves alone and that have a say in the matter;
/// `path` is what messages call a file of the folder.
pub fn broken(
    draft: &Draft,
    others: &[TextFile],
    path: impl Fn(&str) -> String,
) -> (Vec<Finding>, Vec<Source>) {
    let after = sources(draft, others, &path, |file| file.after.as_ref());
    let found = findings(&after);
    if found.is_empty() {
        return (found, Vec::new());
    }
    let before = sources(draft, others, &path, |file| file.before.as_ref());
    let new = newly(found, &findings(&before));
    (new, after.into_values().collect())
}

/// The findings that were not there before. The same one may have moved to
/// another place, but not become two.
pub fn newly(after: Vec<Finding>, before: &[Finding]) -> Vec<Finding> {
    let mut known = Known::new();
    for finding in before {
        known.entry(saying(finding)).or_default().push_back(finding);
    }
    let still = take(after, &mut known, |alike, finding| {
        alike.iter().position(|known| *known == finding)
    });
    take(still, &mut known, |alike, _| alike.len().checked_sub(1))
}

/// Findings by what they say, wherever.
type Known<'a> = BTreeMap<(&'static str, String), VecDeque<&'a Finding>>;

fn saying(finding: &Finding) -> (&'static str, String) {
    (finding.code.name, finding.message.clone())
}

/// Takes the findings out that match one of the known, each of those once. `of_those`
/// says which of those that say the same, if any.
fn take(
    findings: Vec<Finding>,
    known: &mut Known,
    of_those: impl Fn(&VecDeque<&Finding>, &Finding) -> Option<usize>,
) -> Vec<Finding> {
    let mut new = findings;
    new.retain(|finding| {
        let alike = known.get_mut(&saying(finding));
        let taken = alike.and_then(|alike| alike.remove(of_those(alike, finding)?));
        taken.is_none()
    });
    new
}

/// The texts by the names of their files.
fn sources<'a>(
    draft: &'a Draft,
    others: &[TextFile],
    path: impl Fn(&str) -> String,
    text: impl Fn(&'a super::draft::FileChange) -> Option<&'a String>,
) -> BTreeMap<String, Source> {
    let others = others
        .iter()
        .map(|file| (file.name.clone(), file.source.clone()));
    let mut sources: BTreeMap<String, Source> = others.collect();
    for file in &draft.files {
        match text(file) {
            Some(text) => {
                _ = sources.insert(file.name.clone(), Source::new(path(&file.name), text))
            }
            None => _ = sources.remove(&file.name),
        }
    }
    sources
}

/// Everything that reading and binding these files finds.
fn findings(sources: &BTreeMap<String, Source>) -> Vec<Finding> {
    let file = |(name, source): (&String, &Source)| TextFile {
        name: name.clone(),
        source: source.clone(),
    };
    let files = sources.iter().map(file).collect();
    let bundle = Bundle {
        files,
        ..Bundle::default()
    };
    bundle.meaning().findings
}
