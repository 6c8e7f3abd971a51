//! A new party: a file of its own.

use super::id;
use crate::change::bundle::{Bundle, file_of};
use crate::change::draft::{Draft, FileChange};
use crate::change::record::{self, Field};
use crate::change::refusal::Refusal;
use crate::change::text_file::{HEAD, TextFile};
use crate::record::order;
use crate::record::party::PartyFile;
use crate::syntax::layout::layout;
use crate::syntax::quote::quote;
use crate::syntax::tree::Tree;

/// The draft that adds the file of a party.
///
/// # Errors
///
/// When the id will not do, or is that of `dossier.ron`.
pub fn party(bundle: &Bundle, id: &str, party: &PartyFile) -> Result<Draft, Refusal> {
    let taken = bundle.parties().map(TextFile::stem);
    id::check(id, "a party", taken)?;
    if file_of(id) == HEAD {
        return Err(
            Refusal::new(format!("`{HEAD}` is what all parties share")).help("choose another id")
        );
    }
    Ok(Draft::new([FileChange {
        name: file_of(id),
        before: None,
        after: Some(text(party)?),
    }]))
}

fn text(party: &PartyFile) -> Result<String, Refusal> {
    let fields = record::party(party).fields.into_iter();
    let fields = fields.map(|(name, field)| match field {
        Field::Ron(ron) => format!("{name}: {ron},\n"),
        Field::Text(text) => format!("{name}: {},\n", quote(&text)),
    });
    let tree = Tree::parse(&format!("({})", fields.collect::<String>()));
    layout(&tree, &order::of_party).map_err(|error| Refusal::new(error.to_string()))
}
