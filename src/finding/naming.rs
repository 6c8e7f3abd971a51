//! What files are called by those who read a report elsewhere: from the root of the
//! repository, with forward slashes.

use std::path::{Component, Path, PathBuf};

/// Where paths start from, here and elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// The folder that paths start from as they are shown.
    pub folder: PathBuf,
    /// The folder that they are to start from.
    pub root: PathBuf,
}

/// The name of a file, with forward slashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A path from the root.
    Inside(String),
    /// Of a file outside of the root: the whole path to it.
    Outside(String),
}

impl Naming {
    /// The name of a file whose path is shown as this.
    pub fn name(&self, shown: &str) -> Named {
        let whole = plain(&self.folder.join(shown));
        match whole.strip_prefix(plain(&self.root)) {
            Ok(inside) => Named::Inside(slashed(inside)),
            Err(_) => Named::Outside(slashed(&whole)),
        }
    }
}

impl Named {
    /// The name, whatever it starts from.
    pub fn text(&self) -> &str {
        match self {
            Named::Inside(text) | Named::Outside(text) => text,
        }
    }
}

/// The path without `.` and without `..` where something stands before it.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        let before = plain.components().next_back();
        match (part, before) {
            (Component::CurDir, _) => {}
            (Component::ParentDir, Some(Component::Normal(_))) => _ = plain.pop(),
            (Component::ParentDir, Some(Component::RootDir)) => {}
            _ => plain.push(part),
        }
    }
    plain
}

fn slashed(path: &Path) -> String {
    let mut text = String::new();
    for part in path.components() {
        match part {
            Component::RootDir => text.push('/'),
            _ => {
                if !text.is_empty() && !text.ends_with('/') {
                    text.push('/');
                }
                text.push_str(&part.as_os_str().to_string_lossy());
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shown: &str, name: Named) {
        let naming = Naming {
            folder: PathBuf::from("/home/repo/docs"),
            root: PathBuf::from("/home/repo"),
        };
        assert_eq!(naming.name(shown), name);
    }

    #[test]
    fn files_are_named_from_the_root() {
        let inside = |text: &str| Named::Inside(text.to_owned());
        check("stances/a.ron", inside("docs/stances/a.ron"));
        check("../stances/./a.ron", inside("stances/a.ron"));
        check("/home/repo/a b.ron", inside("a b.ron"));
    }

    #[test]
    fn files_outside_of_the_root_have_their_whole_path() {
        let outside = |text: &str| Named::Outside(text.to_owned());
        check("../../repository/a.ron", outside("/home/repository/a.ron"));
        check("/etc/a.ron", outside("/etc/a.ron"));
        check("/../../a.ron", outside("/a.ron"));
    }
}
