//! Putting a file in the place of another at once.

use std::fs::{self, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::stage::seal;

/// Writes `data` to a file of this path. Whoever reads it sees the old file or
/// the new one, never a part; a link is followed, permissions stay. What is no
/// regular file, such as a device, is written to as it is.
pub(super) fn replace(path: &Path, data: &[u8]) -> io::Result<()> {
    replace_by(path, |file| file.write_all(data))
}

/// The same with what is written bit by bit.
pub(super) fn replace_by(
    path: &Path,
    write: impl FnOnce(&mut fs::File) -> io::Result<()>,
) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|old| !old.is_file()) {
        return write(&mut fs::OpenOptions::new().write(true).open(path)?);
    }
    ready_by(path, write)?.put()
}

/// A file that lies ready beside the one whose place it is to take; it is gone again
/// if it is never put there.
#[derive(Debug)]
pub(super) struct Ready {
    file: tempfile::NamedTempFile,
    target: PathBuf,
}

/// Writes `data` so that it lasts, beside the file of this path, with its permissions.
pub(super) fn ready(path: &Path, data: &[u8]) -> io::Result<Ready> {
    ready_by(path, |file| file.write_all(data))
}

fn ready_by(path: &Path, write: impl FnOnce(&mut fs::File) -> io::Result<()>) -> io::Result<Ready> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let old = fs::metadata(&target).ok();
    let mut file = beside(&target, old.as_ref())?;
    write(file.as_file_mut())?;
    seal(file.as_file_mut(), old.as_ref())?;
    Ok(Ready { file, target })
}

impl Ready {
    /// Puts it into its place.
    pub(super) fn put(self) -> io::Result<()> {
        self.file.persist(&self.target)?;
        Ok(())
    }
}

/// A new file in the folder of the target, to be filled with what replaces the old one.
#[cfg_attr(not(unix), expect(unused_variables))]
fn beside(target: &Path, old: Option<&Metadata>) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".stances-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(super::stage::mode(old)));
    }
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => builder.tempfile_in(folder),
        _ => builder.tempfile_in("."),
    }
}
