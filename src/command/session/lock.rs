//! One process at a time writes in a folder.
//!
//! Whoever writes holds a lock on a file of that folder, which the system takes
//! back when the process ends, however it ends. The file is there only while
//! somebody writes, or since somebody was killed while writing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// The name of the file that is locked.
const NAME: &str = ".stances.lock";

/// How long somebody waits before being told why.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often somebody looks meanwhile whether the turn has come.
const GLANCE: Duration = Duration::from_millis(5);

/// The turn to write in a folder; dropping it gives it to the next.
#[derive(Debug)]
pub(super) struct Lock {
    /// Locked as long as it is open.
    _file: File,
    path: PathBuf,
}

impl Lock {
    /// Waits for the turn to write in this folder; `waiting` is called when that
    /// takes long.
    pub(super) fn take(folder: &Path, waiting: impl Fn()) -> io::Result<Self> {
        let path = folder.join(NAME);
        loop {
            let file = open(&path)?;
            wait(&file, &waiting)?;
            if is_at(&file, &path) {
                return Ok(Self { _file: file, path });
            }
        }
    }

    /// The turn to write in this folder, if nobody else has it.
    pub(super) fn take_if_free(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join(NAME);
        let file = open(&path)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => Ok(Some(Self { _file: file, path })),
            Ok(()) | Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Whether somebody is writing in this folder, or was killed while writing.
    pub(super) fn is_there(folder: &Path) -> bool {
        folder.join(NAME).symlink_metadata().is_ok()
    }
}

impl Drop for Lock {
    /// Removes the file where it can be told afterwards whether it was removed;
    /// elsewhere it stays, empty. Closing it gives the turn to the next.
    fn drop(&mut self) {
        if cfg!(unix) {
            // If it cannot be removed it is locked again the next time.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Opened for reading too: opening a pipe of this name does not block then.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options.open(path)
}

/// Whether the file is still the one of its path: the one who had the turn
/// before may have removed it just as it was opened here.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |meta: fs::Metadata| (meta.dev(), meta.ino());
    let locked = file.metadata().map(id).ok();
    locked.is_some() && locked == fs::metadata(path).map(id).ok()
}

/// Elsewhere the file is never removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

fn wait(file: &File, waiting: &impl Fn()) -> io::Result<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => thread::sleep(GLANCE),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    waiting();
    file.lock()
}
