//! Putting a file in the place of another at once.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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
    let mut file = beside(&target)?;
    write(file.as_file_mut())?;
    if let Ok(old) = fs::metadata(&target) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(Ready { file, target })
}

impl Ready {
    /// Puts it into its place.
    pub(super) fn put(self) -> io::Result<()> {
        self.file.persist(&self.target)?;
        Ok(())
    }
}

/// A new file in the folder of the target, with the permissions that new files
/// usually have here.
fn beside(target: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".stances-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => builder.tempfile_in(folder),
        _ => builder.tempfile_in("."),
    }
}
