//! A dossier to begin with, and what keeps it in order.

use super::draft::{Draft, FileChange};

/// The files of a dossier that compares, with comments on every common field.
const FILES: [(&str, &str); 3] = [
    ("dossier.ron", include_str!("dossier.ron")),
    ("lowland.ron", include_str!("lowland.ron")),
    ("upland.ron", include_str!("upland.ron")),
];

/// What stands in a template for the path of the dossier.
const PATH: &str = "DOSSIER";

/// The draft that fills an empty folder with a dossier.
pub fn dossier() -> Draft {
    Draft::new(FILES.map(|(name, text)| FileChange {
        name: name.to_owned(),
        before: None,
        after: Some(text.to_owned()),
    }))
}

/// A workflow for GitHub that checks the dossier at this path.
pub fn github(path: &str) -> String {
    include_str!("github.yml").replace(PATH, path)
}

/// A configuration of pre-commit that looks after the dossier at this path.
pub fn pre_commit(path: &str) -> String {
    include_str!("pre-commit.yaml").replace(PATH, path)
}
