//! A member of a group that is most likely a party of the dossier under another name.

use crate::check::case::Case;
use crate::check::names::{self, Named, What};
use crate::check::rule::Rule;
use crate::dossier::Member;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::finding::suggest::{is_slip, plain};
use crate::syntax::amend::Amendment;
use crate::syntax::quote::quote;
use crate::syntax::route::Route;

static CODE: Code = Code::warn(
    "unknown-member",
    "a member is a party of the dossier, and not named by its id",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unknown_member.md"), look);

/// A name of a party, after what it comes to without case and hyphens.
type Known<'a> = (String, Named<'a>);

fn look(case: &Case) -> Vec<Finding> {
    let parties = 0..case.files.parties.len();
    let all = parties.clone().flat_map(|at| names::of(case, at));
    let all: Vec<Known> = all.map(|named| (plain(named.text), named)).collect();
    parties
        .flat_map(|party| {
            let members = case.dossier.parties[party].members.iter().enumerate();
            let found = members.filter_map(|(at, member)| match member {
                Member::Party(_) => None,
                Member::Outsider(name) => finding(case, (party, at), name, &all),
            });
            found.collect::<Vec<_>>()
        })
        .collect()
}

/// What is wrong with an outsider, if it is none. `place` is the group and the
/// index in its list.
fn finding(case: &Case, place: (usize, usize), name: &str, all: &[Known]) -> Option<Finding> {
    let written = plain(name);
    let same = same(name, &written, all);
    let slip = |(known, named): &&Known| named.what != What::Code && is_slip(&written, known);
    let meant = same.or_else(|| all.iter().find(slip).map(|(_, named)| named))?;
    let id = case.party(meant.party).0;
    let route = Route::default().field("members").index(place.1);
    let help = match same {
        Some(_) => format!("name the party by its id: `{id}`"),
        None => format!("did you mean `{id}`?"),
    };
    let fix = match same {
        Some(_) if is_unclaimed(meant, all) => Fix::safe(&help),
        _ => Fix::doubtful(&help),
    };
    let message = match same {
        Some(named) if named.what != What::Id => {
            let what = named.what.word();
            format!("`{name}` is the {what} of the party `{id}` and counts as an outsider here")
        }
        _ => format!("there is no party `{name}`, so it counts as an outsider here"),
    };
    let value = quote(id);
    let file = &case.party(place.0).1.file;
    Some(
        Finding::new(&CODE, case.in_party(place.0, route.clone()), message)
            .help(help)
            .fix(fix.amend(file, Amendment::Set { route, value })),
    )
}

/// The name of a party that this is: to the letter, else but for case and hyphens.
/// A name that stands in a file says more than the id.
fn same<'a>(name: &str, plain: &str, all: &'a [Known]) -> Option<&'a Named<'a>> {
    let same = |known: &&Known| known.0 == plain;
    let rank = |(_, named): &&Known| (named.text != name, named.what == What::Id);
    let best = all.iter().filter(same).min_by_key(rank);
    best.map(|(_, named)| named)
}

/// Whether no other party has this name as well.
fn is_unclaimed(meant: &Named, all: &[Known]) -> bool {
    let called = plain(meant.text);
    let mut others = all.iter().filter(|(_, other)| other.party != meant.party);
    others.all(|(known, _)| *known != called)
}
