//! Ids made from names: in kebab-case, each once, fit for the name of a file.

use std::collections::BTreeSet;

/// The longest id that is made; longer ones are cut.
const LONGEST: usize = 60;

/// What Windows keeps for devices, whatever ending stands behind, and the head of a
/// dossier.
const RESERVED: [&str; 23] = [
    "dossier", "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Latin letters with marks, and what is left of them without.
const LETTERS: [(&str, &str); 21] = [
    ("a", "àáâãäåāăąǎạả"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽế"),
    ("g", "ĝğġģ"),
    ("h", "ĥħ"),
    ("i", "ìíîïĩīĭįıị"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňŋ"),
    ("o", "òóôõöøōŏőọơ"),
    ("oe", "œ"),
    ("r", "ŕŗř"),
    ("s", "śŝşšș"),
    ("ss", "ß"),
    ("t", "ţťŧț"),
    ("u", "ùúûüũūŭůűųưụ"),
    ("y", "ýÿŷỳ"),
    ("z", "źżž"),
];

/// Ids that are taken, and those that are given away.
#[derive(Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
}

impl Ids {
    /// Beside these.
    pub fn beside<'a>(taken: impl IntoIterator<Item = &'a str>) -> Self {
        let taken = taken.into_iter().map(str::to_lowercase);
        Self {
            taken: taken.collect(),
        }
    }

    /// A new id for a name. One without a letter or digit that an id can hold gets
    /// `what` for an id: `party-2`.
    pub fn give(&mut self, name: &str, what: &str) -> String {
        let kebab = kebab(name);
        let base = match kebab.as_str() {
            "" => what,
            kebab => kebab,
        };
        let is_free = |id: &str| !self.taken.contains(id) && !RESERVED.contains(&id);
        let numbered = (2..).map(|number: usize| format!("{base}-{number}"));
        let mut candidates = std::iter::once(base.to_owned()).chain(numbered);
        let id = candidates.find(|id| is_free(id)).unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }
}

/// A name in small letters and digits, joined by single hyphens; empty where it has
/// none of them.
pub fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = LETTERS.iter().find(|(_, marked)| marked.contains(letter));
        match (plain, letter) {
            (Some((plain, _)), _) => kebab.push_str(plain),
            (None, 'a'..='z' | '0'..='9') => kebab.push(letter),
            // What joins a word, or a mark that stands by itself.
            (None, '\'' | '’' | '\u{300}'..='\u{36f}') => {}
            _ if kebab.ends_with('-') || kebab.is_empty() => {}
            _ => kebab.push('-'),
        }
        if kebab.len() >= LONGEST {
            break;
        }
    }
    kebab.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        for (name, id) in [
            ("United States", "united-states"),
            ("Türkiye", "turkiye"),
            ("Côte d’Ivoire", "cote-divoire"),
            ("  U.S. -- (draft) ", "u-s-draft"),
            ("../../etc/passwd", "etc-passwd"),
            ("Україна", ""),
        ] {
            assert_eq!(kebab(name), id);
        }
    }

    #[test]
    fn no_id_is_given_twice_or_to_a_device() {
        let mut ids = Ids::beside(["iran"]);
        assert_eq!(ids.give("Iran", "party"), "iran-2");
        assert_eq!(ids.give("IRAN", "party"), "iran-3");
        assert_eq!(ids.give("Україна", "party"), "party");
        assert_eq!(ids.give("日本", "party"), "party-2");
        assert_eq!(ids.give("NUL", "party"), "nul-2");
        assert_eq!(ids.give("dossier", "party"), "dossier-2");
    }
}
