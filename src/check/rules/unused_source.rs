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
    if !case.all_whole() {
        return Vec::new();
    }
    let sources = &case.files.dossier.value.sources;
    let known: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
    let cited: BTreeSet<&str> = cited(case).dedup().collect();
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

fn finding(case: &Case, at: usize, id: &str) -> Finding {
    let file = &case.files.dossier;
    let route = file.route("sources", at);
    let fix = Fix::doubtful(format!("take `{id}` out of the sources"));
    let place = case.in_head_field("sources", at, "id");
    Finding::new(&CODE, place, format!("nothing rests on the source `{id}`"))
        .help("name it as evidence of what was read in it, or take it out")
        .fix(fix.amend(&file.file, Amendment::Remove { route }))
}
