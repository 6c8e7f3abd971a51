//! A new text laid ready beside the file whose place it is to take.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes `text` to a new file at `ready`, so that it lasts, with the
/// permissions and the owner of the file `old`; without one, with those that new
/// files usually have.
pub(super) fn stage(ready: &Path, text: &str, old: Option<&Metadata>) -> io::Result<()> {
    let mut file = create(ready, old)?;
    file.write_all(text.as_bytes())?;
    seal(&mut file, old)
}

/// Makes what was written to a file last, and gives it the permissions and the owner of
/// the old one. The file was made with the permissions of [`mode`].
pub(super) fn seal(file: &mut File, old: Option<&Metadata>) -> io::Result<()> {
    if let Some(old) = old {
        keep_owner(file, old);
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()
}

/// The permissions of the file at this path.
///
/// # Errors
///
/// When it is there and must not be written to: putting another in its place
/// would get around that.
pub(super) fn writable(path: &Path) -> io::Result<Option<Metadata>> {
    let meta = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        other => other?,
    };
    match meta.permissions().readonly() {
        true => Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "it is write-protected",
        )),
        false => Ok(Some(meta)),
    }
}

/// The permissions to make a file with. What replaces another is nobody else's to read
/// before it has the permissions of that one.
#[cfg(unix)]
pub(super) fn mode(old: Option<&Metadata>) -> u32 {
    old.map_or(0o666, |_| 0o600)
}

#[cfg(unix)]
fn create(path: &Path, old: Option<&Metadata>) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(mode(old))
        .open(path)
}

#[cfg(not(unix))]
fn create(path: &Path, _: Option<&Metadata>) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Only an administrator who changes somebody's file can keep its owner, and
/// only they need to.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let _ = fchown(file, Some(old.uid()), Some(old.gid()));
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}
