//! Why a place of a file could not be changed, said to the user.

use anyhow::{Result, anyhow};

use super::apply::{Applied, refuse_broken};
use super::options::Writing;
use super::session::Session;
use crate::change::address::Address;
use crate::change::lost::explain;
use crate::change::text_file::TextFile;
use crate::syntax::amend::Refused;
use crate::syntax::locate::Lost;
use crate::syntax::tree::Tree;

/// Says why an amendment at this address was refused. Mistakes in the file are
/// shown where they are.
///
/// # Errors
///
/// When the address or the value was at fault, and not the file.
pub fn say(
    session: &Session,
    address: &Address,
    file: &TextFile,
    refused: &Refused,
    writing: &Writing,
) -> Result<Applied> {
    match refused {
        Refused::Mistakes => Ok(refuse_broken(session, file, writing)),
        Refused::Lost(lost) => Err(lost_in(address, file, lost)),
        other => Err(anyhow!("`{address}` is left as it is: {other}")),
    }
}

/// Why an address leads nowhere in a file.
pub fn lost_in(address: &Address, file: &TextFile, lost: &Lost) -> anyhow::Error {
    let tree = Tree::parse(file.source.text());
    anyhow!(explain(address, file, &tree, lost))
}
