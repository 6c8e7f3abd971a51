//! A name, code or alias that two parties claim.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::case::Case;
use crate::check::names::{self, Named, What};
use crate::check::rule::Rule;
use crate::finding::code::Code;
use crate::finding::suggest::plain;
use crate::finding::{Finding, Place};
use crate::syntax::route::Route;

static CODE: Code = Code::warn(
    "ambiguous-name",
    "a name, code or alias stands for two parties",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("ambiguous_name.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let mut claims: BTreeMap<String, Vec<Named>> = BTreeMap::new();
    for party in 0..case.files.parties.len() {
        for named in once_each(names::of(case, party)) {
            claims.entry(plain(named.text)).or_default().push(named);
        }
    }
    let claims = claims.into_values();
    claims.filter_map(|claims| finding(case, claims)).collect()
}

/// The names without those that only repeat another of the same party.
fn once_each(names: Vec<Named>) -> Vec<Named> {
    let mut names = names;
    let mut seen = BTreeSet::new();
    // What stands in the file goes before the id, which has no line to point at.
    names.sort_by_key(|named| named.what == What::Id);
    names.retain(|named| !named.text.trim().is_empty() && seen.insert(plain(named.text)));
    names
}

/// What there is to say of a name that all these parties bear; nothing where it is
/// one party alone, and nothing where ids differ in case only: one of them is malformed.
fn finding(case: &Case, claims: Vec<Named>) -> Option<Finding> {
    let mut claims = claims;
    claims.sort_by_key(|named| (named.what == What::Id, named.party));
    let at = (claims.iter()).rposition(|named| named.what != What::Id)?;
    let last = claims.remove(at);
    let id = |named: &Named| case.party(named.party).0;
    let own = |named: &&Named| plain(id(named)) == plain(last.text);
    let of_ids = claims.iter().chain([&last]).filter(own).count();
    if claims.is_empty() || of_ids > 1 {
        return None;
    }
    let ids: BTreeSet<&str> = claims.iter().chain([&last]).map(id).collect();
    let ids: Vec<String> = ids.into_iter().map(|id| format!("`{id}`")).collect();
    let message = format!(
        "`{}` stands for several parties: {}",
        last.text,
        ids.join(", ")
    );
    let finding = Finding::new(&CODE, place(case, &last), message)
        .label(format!("the {} of `{}`", last.what.word(), id(&last)))
        .help("leave it to one of them, and call the others something that tells them apart");
    Some(claims.iter().fold(finding, |finding, named| {
        let text = format!("the {} of `{}`", named.what.word(), id(named));
        finding.also(place(case, named), text)
    }))
}

fn place(case: &Case, named: &Named) -> Place {
    let field = |name: &str| Route::default().field(name);
    match named.what {
        What::Id => case.file_of(named.party),
        What::Name => case.in_party(named.party, field("name")),
        What::Code => case.in_party(named.party, field("code")),
        What::Alias(at) => case.in_party(named.party, field("aliases").index(at)),
    }
}
