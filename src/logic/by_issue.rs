//! The relations of a dossier, found by the issues they speak of.

use itertools::Itertools;

use crate::dossier::Dossier;

/// For each issue of a dossier the relations that speak of it.
#[derive(Debug, Clone)]
pub struct ByIssue(Vec<Vec<usize>>);

impl ByIssue {
    /// The relations of this dossier.
    pub fn of(dossier: &Dossier) -> Self {
        let mut relations = vec![Vec::new(); dossier.issues.len()];
        for (at, relation) in dossier.relations.iter().enumerate() {
            let issues = relation.rule.literals().map(|literal| literal.issue);
            for issue in issues.into_iter().unique() {
                relations[issue].push(at);
            }
        }
        Self(relations)
    }

    /// The relations that speak of this issue, each once, as they stand in the file.
    pub fn on(&self, issue: usize) -> &[usize] {
        &self.0[issue]
    }
}
