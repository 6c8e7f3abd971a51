//! What parties are called, and which of it somebody means who wrote it otherwise.

use std::collections::BTreeSet;

use super::case::Case;
use crate::finding::suggest;

/// A name of a party, as it stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    /// An index into the parties.
    pub(super) party: usize,
    pub(super) text: &'a str,
    pub(super) what: What,
}

/// What kind of name it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Id,
    Name,
    Code,
    /// One of the aliases, by its index.
    Alias(usize),
}

impl What {
    /// In a word, for a message.
    pub(super) fn word(self) -> &'static str {
        match self {
            What::Id => "id",
            What::Name => "name",
            What::Code => "code",
            What::Alias(_) => "alias",
        }
    }
}

/// Everything that a party is called.
pub(super) fn of<'a>(case: &Case<'a>, party: usize) -> Vec<Named<'a>> {
    let (id, file) = case.party(party);
    let file = &file.value;
    let aliases = file.aliases.iter().enumerate();
    let aliases = aliases.map(|(at, alias)| (alias.as_str(), What::Alias(at)));
    let id = [(id, What::Id)].into_iter();
    let name = file.name.as_deref().map(|name| (name, What::Name));
    let code = file.code.as_deref().map(|code| (code, What::Code));
    id.chain(name)
        .chain(code)
        .chain(aliases)
        .map(|(text, what)| Named { party, text, what })
        .collect()
}

/// The known ids that the unknown ones among these most likely mean: who misses a
/// record of theirs would only repeat that an id is unknown.
pub(super) fn meant<'a>(
    cited: impl Iterator<Item = &'a str>,
    known: &BTreeSet<&'a str>,
) -> BTreeSet<&'a str> {
    let unknown: BTreeSet<&str> = cited.filter(|id| !known.contains(id)).collect();
    let near = |id: &str| suggest::nearest(id, known.iter().copied());
    unknown.into_iter().filter_map(near).collect()
}
