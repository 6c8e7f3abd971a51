//! What is to become of which file.

use itertools::Itertools;

/// A change to several files of one dossier that is made as a whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Each file once, in the order of the names; none that stays as it is.
    pub files: Vec<FileChange>,
}

/// What is to become of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileChange {
    /// The file's name in the folder of the dossier.
    pub name: String,
    /// Its text as it was read; nothing for a file that is not there yet.
    pub before: Option<String>,
    /// Its text afterwards; nothing for a file that is to go.
    pub after: Option<String>,
}

impl Draft {
    /// A draft of these changes, without those that change nothing.
    pub fn new(files: impl IntoIterator<Item = FileChange>) -> Self {
        let mut files: Vec<FileChange> = files
            .into_iter()
            .filter(|file| file.before != file.after)
            .collect();
        files.sort_by(|one, other| one.name.cmp(&other.name));
        Self { files }
    }

    /// The file that goes and the one that comes in its place, where exactly one
    /// of each does: it is the same file under another name.
    pub fn renamed(&self) -> Option<(&FileChange, &FileChange)> {
        let only = |is: fn(&FileChange) -> bool| {
            self.files.iter().filter(move |f| is(f)).exactly_one().ok()
        };
        Some((only(FileChange::goes)?, only(FileChange::comes)?))
    }

    /// Whether nothing is to be changed.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl FileChange {
    /// Whether the file is not there yet.
    pub fn comes(&self) -> bool {
        self.before.is_none()
    }

    /// Whether the file is not to be there any more.
    pub fn goes(&self) -> bool {
        self.after.is_none()
    }
}
