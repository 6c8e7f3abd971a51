//! A party without a stance.

use crate::check::case::Case;
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn("silent-party", "a party takes no position at all");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("silent_party.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let parties = 0..case.files.parties.len();
    parties
        .filter(|party| case.party(*party).1.is_complete("stances"))
        .filter(|party| case.party(*party).1.value.stances.is_empty())
        .map(|party| {
            let message = format!("`{}` takes no position at all", case.party(party).0);
            Finding::new(&CODE, case.file_of(party), message)
                .help("record what it says")
                .help("where it is listed on purpose: `// stances: allow(silent-party) why` on its first line")
        })
        .collect()
}
