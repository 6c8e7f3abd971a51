//! An id that is not small letters and digits with hyphens between.

use unicode_ident::is_xid_continue;

use super::lookalike_id;
use crate::check::case::Case;
use crate::check::ids::{self, Id};
use crate::check::rule::Rule;
use crate::finding::Finding;
use crate::finding::code::Code;

static CODE: Code = Code::warn("malformed-id", "an id is not in kebab-case");

pub const RULE: Rule = Rule::looking(&CODE, include_str!("malformed_id.md"), look);

fn look(case: &Case) -> Vec<Finding> {
    let all = ids::all(case);
    let malformed = all.iter().filter(|id| !is_kebab(id.text));
    // An id that deceives the eye has a finding of its own.
    let malformed = malformed.filter(|id| lookalike_id::fault(id.text).is_none());
    malformed.map(|id| finding(case, id, &all)).collect()
}

/// Whether an id is small letters and digits, of any script, joined by single hyphens.
fn is_kebab(id: &str) -> bool {
    let fits = |letter: char| letter != '_' && is_xid_continue(letter) && !letter.is_uppercase();
    id.split('-')
        .all(|part| !part.is_empty() && part.chars().all(fits))
}

/// The id that is most like this one and in kebab-case; empty where nothing of it is left.
fn kebab(id: &str) -> String {
    let words = id.split(|letter: char| letter == '_' || !is_xid_continue(letter));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-").to_lowercase()
}

fn finding(case: &Case, id: &Id, all: &[Id]) -> Finding {
    let kebab = kebab(id.text);
    let what = id.what.word();
    let taken = (all.iter()).any(|other| other.what == id.what && other.text == kebab);
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ' ');
    let help = match (is_kebab(&kebab) && !taken, id.text.chars().all(plain)) {
        (true, true) => {
            let old = match id.text.contains(' ') {
                true => format!("'{}'", id.text),
                false => id.text.to_owned(),
            };
            // What begins with a hyphen would be taken for an option.
            let dashes = if id.text.starts_with('-') { "-- " } else { "" };
            format!("`stances rename {what} {dashes}{old} {kebab}` does it in all files")
        }
        (true, false) => format!("call it `{kebab}`, wherever it is named"),
        (false, _) => "use small letters and digits with single hyphens between".to_owned(),
    };
    let message = format!("the id `{}` is not in kebab-case", id.text);
    Finding::new(&CODE, id.place(case), message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kebab_case_is_not_latin_alone() {
        for id in [
            "army-ceiling",
            "e3",
            "2025-plan",
            "україна",
            "مصر",
            "日本",
            "हिन्दी",
            "île",
        ] {
            assert!(is_kebab(id), "{id}");
        }
        for id in [
            "",
            "Army",
            "army_ceiling",
            "army ceiling",
            "-army",
            "army-",
            "a--b",
            "a.b",
            "Україна",
        ] {
            assert!(!is_kebab(id), "{id}");
        }
    }

    #[test]
    fn the_nearest_id_is_offered() {
        assert_eq!(kebab("Army_Ceiling (new)"), "army-ceiling-new");
        assert_eq!(kebab("Україна"), "україна");
        assert_eq!(kebab("--"), "");
    }
}
