//! A declaration by somebody who is none of the party's speakers.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::dossier::Member;
use crate::finding::Finding;
use crate::finding::code::Code;
use crate::finding::fix::Fix;
use crate::finding::suggest;
use crate::record::stance::Basis;
use crate::syntax::amend::Amendment;
use crate::syntax::quote::quote;
use crate::syntax::route::Route;

static CODE: Code = Code::warn(
    "unknown-speaker",
    "a party speaks through somebody who is none of its speakers",
);

pub const RULE: Rule = Rule::looking(&CODE, include_str!("unknown_speaker.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    // Whoever gives a member what its group says takes the group's voice along.
    let of_groups = case.copies().keys();
    let of_groups = of_groups
        .map(|at| &case.dossier.stances[*at])
        .map(|stance| (stance.party, stance.record))
        .collect();
    let parties = 0..case.files.parties.len();
    parties
        .flat_map(|party| of_party(case, &of_groups, party))
        .collect()
}

/// One finding for each unknown speaker, however often it is named. Who speaks for
/// another party is known: that is a matter of `foreign-speaker`.
fn of_party(case: &Case, of_groups: &BTreeSet<(usize, usize)>, party: usize) -> Vec<Finding> {
    let file = &case.party(party).1.value;
    if file.speakers.is_empty() {
        return Vec::new();
    }
    let circle = circle(case, party);
    if !circle.iter().all(|party| case.has_all_voices(*party)) {
        return Vec::new();
    }
    let mut unknown: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, stance) in file.stances.iter().enumerate() {
        match &stance.basis {
            Basis::Declared { by }
                if !case.voices().speaks_for(by, party)
                    && case.voices().elsewhere(by, party).is_none()
                    && !of_groups.contains(&(party, at)) =>
            {
                unknown.entry(by).or_default().push(at);
            }
            _ => {}
        }
    }
    let unknown = unknown.into_iter();
    unknown
        .map(|(by, stances)| finding(case, party, by, &stances))
        .collect()
}

/// The party and its members: each of them can speak for it.
fn circle(case: &Case, party: usize) -> Vec<usize> {
    let members = case.dossier.parties[party].members.iter();
    let members = members.filter_map(|member| match member {
        Member::Party(member) => Some(*member),
        Member::Outsider(_) => None,
    });
    [party].into_iter().chain(members).collect()
}

fn finding(case: &Case, party: usize, by: &str, stances: &[usize]) -> Finding {
    let (id, file) = case.party(party);
    let by_of = |at: &usize| file.route("stances", *at).field("basis").field("by");
    let speakers = || file.value.speakers.iter().map(|one| one.name.as_str());
    let near = suggest::nearest(by, speakers());
    // Two people can have names that are one letter apart.
    let fix = Fix::doubtful(match near {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("list `{by}` among the speakers"),
    });
    let fix = match near {
        Some(name) => (stances.iter()).fold(fix, |fix, at| {
            let (route, value) = (by_of(at), quote(name));
            fix.amend(&file.file, Amendment::Set { route, value })
        }),
        None => {
            let into = Route::default().field("speakers");
            let item = format!("(name: {})", quote(by));
            fix.amend(&file.file, Amendment::Append { into, item })
        }
    };
    let message = format!("`{by}` is none of the speakers of `{id}`");
    Finding::new(&CODE, case.in_party(party, by_of(&stances[0])), message)
        .label(match stances.len() {
            1 => String::new(),
            2 => "and in one record more".to_owned(),
            several => format!("and in {} records more", several - 1),
        })
        .help(match near {
            Some(name) => format!("did you mean `{name}`?"),
            None => "list who it is under `speakers`, or write `Attributed(by: …)`".to_owned(),
        })
        .fix(fix)
}
