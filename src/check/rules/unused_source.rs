//! A source that nothing rests on.

use std::collections::BTreeSet;

use itertools::Itertools;

use crate::check::case::Case;
use crate::check::names;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::syntax::amend::Amendment;

static CODE: Code = Code::warn("unused-source", "nothing rests on a source");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unused_source.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    // What could not be read at all, or breaks off, may rest on any source.
    let mut parties = case.files.parties.iter();
    if !case.files.unread.is_empty() || parties.any(|(_, file)| file.is_malformed()) {
        return Vec::new();
    }
    let unread = in_broken_files(case);
    let sources = &case.files.dossier.value.sources;
    let known: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let mut cited: BTreeSet<&str> = cited(case).dedup().collect();
    cited.extend(unread.iter().map(String::as_str));
    let mut spoken_for = names::meant(cited.iter().copied(), &known);
    spoken_for.extend(&cited);
    // A second source of one id is left out already: that has been said.
    let unused = (sources.iter().enumerate())
        .filter(|(_, source)| spoken_for.insert(&source.id))
        .map(|(at, source)| finding(case, at, &source.id));
    unused.collect()
}

/// The ids that evidence names, of stances and of notes.
fn cited<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a str> {
    let files = case.files.parties.iter().map(|(_, file)| &file.value);
    let evidence = files.flat_map(|file| {
        let stances = file.stances.iter().flat_map(|stance| &stance.evidence);
        stances.chain(file.notes.iter().flat_map(|note| &note.evidence))
    });
    evidence.map(|piece| piece.source.as_str())
}

/// All texts in files of parties of which something could not be read: a record that
/// was lost may rest on a source that it names.
fn in_broken_files(case: &Case) -> Vec<String> {
    let files = case.files.parties.iter().map(|(_, file)| file);
    let broken = files.filter(|file| !file.is_whole());
    let broken: BTreeSet<&str> = broken.map(|file| file.file.as_str()).collect();
    let texts = (case.texts.iter()).filter(|source| broken.contains(source.name()));
    let quoted = texts.flat_map(|source| {
        let parts = source.text().split('"').map(str::to_owned);
        parts.collect::<Vec<_>>()
    });
    quoted.collect()
}

fn finding(case: &Case, at: usize, id: &str) -> Finding {
    let file = &case.files.dossier;
    let route = file.route("sources", at);
    let fix = Fix::doubtful(format!("take `{id}` out of the sources"));
    let place = case.in_head_field("sources", at, "id");
    Finding::new(&CODE, place, format!("nothing rests on the source `{id}`"))
        .help("name it as evidence of what was read in it, or take it out")
        .fix(fix.amend(&file.file, Amendment::Remove { route }))
}
