//! The head of the dossier with what a table brings: its source, areas, issues.

use super::kinds::Numbers;
use crate::change::bundle::Bundle;
use crate::change::new;
use crate::change::record;
use crate::change::refusal::Refusal;
use crate::change::text_file::{HEAD, TextFile};
use crate::record::dossier::{Area, Issue, Source};
use crate::record::order;
use crate::syntax::layout::layout;
use crate::syntax::quote::quote;
use crate::syntax::tree::Tree;
use crate::text::source::Source as Text;

/// What comes into the head.
#[derive(Debug, Default)]
pub struct News {
    pub title: Option<String>,
    pub source: Option<Source>,
    pub areas: Vec<Area>,
    pub issues: Vec<(Issue, Numbers)>,
}

/// The head of a new dossier.
///
/// # Errors
///
/// Never for records that are written here.
pub fn new(news: &News) -> Result<String, Refusal> {
    let list = |records: Vec<String>| records.join(",\n");
    let areas = news.areas.iter().map(|area| record::area(area).ron());
    let issues = news
        .issues
        .iter()
        .map(|(issue, _)| record::issue(issue).ron());
    let sources = news
        .source
        .iter()
        .map(|source| record::source(source).ron());
    let title = news.title.iter();
    let title: String = title
        .map(|title| format!("title: {},\n", quote(title)))
        .collect();
    let text = format!(
        "({title}areas: [\n{}\n],\nissues: [\n{}\n],\nsources: [\n{}\n],\n)",
        list(areas.collect()),
        list(issues.collect()),
        list(sources.collect()),
    );
    layout(&Tree::parse(&text), &order::of_dossier).map_err(|error| Refusal::new(error.to_string()))
}

/// The head that is there, with what is new.
///
/// # Errors
///
/// When it has mistakes that must be mended first.
pub fn with(head: &TextFile, news: &News) -> Result<String, Refusal> {
    let mut text = head.source.text().to_owned();
    let mut amend = |change: &dyn Fn(&Bundle) -> Result<crate::change::draft::Draft, Refusal>| {
        // The head alone: nothing in it hangs on a party.
        let bundle = Bundle {
            files: vec![TextFile {
                name: HEAD.to_owned(),
                source: Text::new(head.source.name(), text.as_str()),
            }],
            spoilt: Vec::new(),
        };
        let draft = change(&bundle)?;
        if let Some(after) = draft.files.into_iter().find_map(|file| file.after) {
            text = after;
        }
        Ok::<(), Refusal>(())
    };
    for area in &news.areas {
        amend(&|bundle| new::area::area(bundle, area))?;
    }
    for (issue, _) in &news.issues {
        amend(&|bundle| new::issue::issue(bundle, issue))?;
    }
    if let Some(source) = &news.source {
        amend(&|bundle| new::source::source(bundle, source))?;
    }
    Ok(text)
}
