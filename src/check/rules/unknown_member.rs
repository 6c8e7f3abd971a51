//! A member of a group that is most likely a party of the dossier under another name.

use strsim::damerau_levenshtein;

use crate::check::case::Case;
use crate::check::names::{self, Named, What};
use crate::check::rule::Rule;
use crate::dossier::Member;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::syntax::amend::Amendment;
use crate::syntax::quote::quote;
use crate::syntax::route::Route;

static CODE: Code = Code::warn(
    "unknown-member",
    "a member is a party of the dossier, and not named by its id",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unknown_member.md"), look);

/// How long a name must be for a letter too few or too many to count as a slip.
const LONG_ENOUGH: usize = 6;

/// A name of a party, after what it comes to without case and hyphens.
type Known<'a> = (String, Named<'a>);

fn look(case: &Case) -> Vec<Finding> {
    let parties = 0..case.files.parties.len();
    let all = parties.clone().flat_map(|at| names::of(case, at));
    let all: Vec<Known> = all.map(|named| (names::plain(named.text), named)).collect();
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
    let plain = names::plain(name);
    let same = same(name, &plain, all);
    let slip = |(known, named): &&Known| named.what != What::Code && is_slip(&plain, known);
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
    let plain = names::plain(meant.text);
    let mut others = all.iter().filter(|(_, other)| other.party != meant.party);
    others.all(|(known, _)| *known != plain)
}

/// Whether a name is another one with two letters swapped, or one left out or
/// doubled. One letter for another is no slip: Iceland is not Ireland. Both are given
/// without case and hyphens.
fn is_slip(written: &str, name: &str) -> bool {
    // The one letter takes four bytes at most.
    if name.len().abs_diff(written.len()) > 4 {
        return false;
    }
    let (long, other) = (name.chars().count(), written.chars().count());
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let replaced = long == other && sorted(name) != sorted(written);
    long.min(other) >= LONG_ENOUGH
        && !replaced
        && digits(name) == digits(written)
        && name.chars().next() == written.chars().next()
        && damerau_levenshtein(written, name) == 1
}

#[cfg(test)]
mod tests {
    use super::is_slip;
    use crate::check::names::plain;

    #[test]
    fn takes_a_slip_of_the_pen_and_no_other_country() {
        for (written, name) in [
            ("ukrane", "Ukraine"),
            ("germnay", "Germany"),
            ("united kingdm", "united-kingdom"),
            ("houthi", "Houthis"),
        ] {
            assert!(is_slip(written, &plain(name)), "{written}");
        }
        for (written, name) in [
            ("iceland", "Ireland"),
            ("gambia", "Zambia"),
            ("niger", "Nigeria"),
            ("austria", "Australia"),
            ("north korea", "South Korea"),
            ("committee 1", "Committee 11"),
            ("iran", "Iraq"),
        ] {
            assert!(!is_slip(written, &plain(name)), "{written}");
        }
    }
}
