//! "Did you mean …?": the nearest of the names there are, and the list of them.

use itertools::Itertools;

/// How alike two names must be, from 0 to 1, for the one to be offered for the
/// other: at 0.7 `robst` finds `robust`, and `italy` does not find `ukraine`.
const NEAR: f64 = 0.7;

/// How alike a name must be to be worth showing among too many others.
const SIMILAR: f64 = 0.4;

/// How many of too many names are shown, the nearest first.
const NEAREST: usize = 5;

/// How many allowed values a message lists before it gives their number instead.
const LISTED: usize = 12;

/// The name that somebody who wrote `written` most likely meant, if one is near
/// enough; upper and lower case, `_`, dashes and blanks are not told apart. Of
/// several equally near it is the first in alphabetical order.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (likeness, name) = *by_nearness(written, names).first()?;
    (likeness >= NEAR).then_some(name)
}

/// The names, each once and with how alike it is, from 0 to 1: the nearest first,
/// those equally near in alphabetical order.
fn by_nearness<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<(f64, &'a str)> {
    let written = plain(written);
    let likeness = |name: &str| strsim::normalized_damerau_levenshtein(&written, &plain(name));
    names
        .into_iter()
        .sorted()
        .dedup()
        .map(|name| (likeness(name), name))
        .sorted_by(|one, other| other.0.total_cmp(&one.0))
        .collect()
}

/// The name that somebody who wrote `written` certainly meant: the nearest one, one
/// slip of the pen away while every other name is two slips further, or none where
/// only upper and lower case, `_`, dashes and blanks differ. A slip leaves the first letter alone, which
/// turns `legal` into `illegal`, and all digits, which tell `report-1` from `report-2`.
pub fn certain<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.into_iter().collect();
    let nearest = nearest(written, names.iter().copied())?;
    let written = plain(written);
    let slips = |name: &&'a str| strsim::damerau_levenshtein(&written, &plain(name));
    let mut names: Vec<(usize, &str)> =
        names.into_iter().map(|name| (slips(&name), name)).collect();
    names.sort_unstable();
    names.dedup();
    let (least, name) = *names.first().filter(|(slips, _)| *slips <= 1)?;
    let margin = if least == 0 { 1 } else { 2 };
    let is_next = |(next, _): &(usize, &str)| *next >= least + margin;
    let is_alone = name == nearest && names.get(1).is_none_or(is_next);
    let meant = plain(name);
    let same = |part: fn(&str) -> String| part(&written) == part(&meant);
    (is_alone && same(first_letter) && same(digits)).then_some(name)
}

fn first_letter(name: &str) -> String {
    name.chars().take(1).collect()
}

fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

/// Help for an unknown name: what was probably meant, else what there is, of too
/// many the nearest. Empty when there is nothing to offer.
pub fn help<'a>(written: &str, what: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let found = by_nearness(written, names.iter().copied());
    match found[..] {
        [(near, name), ..] if near >= NEAR && found.get(1).is_none_or(|next| next.0 < near) => {
            format!("did you mean `{name}`?")
        }
        [(near, _), ..] if near >= SIMILAR && names.len() > LISTED => {
            let nearest = found.iter().take(NEAREST).map(|(_, name)| *name);
            let nearest = quoted(&nearest.collect::<Vec<_>>());
            let (n, several) = (names.len(), several(what));
            format!("there are {n} {several}, the nearest of them {nearest}")
        }
        _ => allowed(what, &names),
    }
}

/// The allowed values in words; empty when there are none.
pub fn allowed(what: &str, names: &[&str]) -> String {
    match names.len() {
        0 => String::new(),
        1 => format!("the only {what} is `{}`", names[0]),
        n if n > LISTED => format!(
            "there are {n} {}, the first of them {}",
            several(what),
            quoted(&names[..LISTED])
        ),
        _ => format!("the {} are {}", several(what), quoted(names)),
    }
}

/// The plural of what is listed here: levels, parties.
fn several(what: &str) -> String {
    match what.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{what}s"),
    }
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).join(", ")
}

fn plain(name: &str) -> String {
    name.trim()
        .chars()
        .map(|c| if is_joint(c) { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a character only parts the words of a name: an underscore, a blank or
/// one of the dashes that are put in place of a hyphen.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_slip_of_the_pen() {
        let names = ["none", "limited", "robust"];
        assert_eq!(nearest("robst", names), Some("robust"));
        assert_eq!(nearest("Limited", names), Some("limited"));
        assert_eq!(nearest("strong", names), None);
    }

    #[test]
    fn takes_underscores_for_hyphens() {
        assert_eq!(
            nearest("army_ceiling", ["army-ceiling"]),
            Some("army-ceiling")
        );
    }

    #[test]
    fn is_certain_of_one_slip_alone() {
        let names = ["none", "limited", "robust"];
        assert_eq!(certain("robst", names), Some("robust"));
        assert_eq!(certain("LIMITED", names), Some("limited"));
        assert_eq!(certain("nnoe", names), Some("none"));
        assert_eq!(certain("rbst", names), None);
        assert_eq!(certain("obust", names), None);
        assert_eq!(certain("", names), None);
        assert_eq!(
            certain("army_ceiling", ["army-ceiling"]),
            Some("army-ceiling")
        );
    }

    #[test]
    fn is_not_certain_of_other_meanings() {
        assert_eq!(certain("illegal", ["legal"]), None);
        assert_eq!(certain("amoral", ["moral"]), None);
        assert_eq!(certain("us", ["un", "osce"]), None);
        assert_eq!(certain("report-2", ["report-1"]), None);
        assert_eq!(certain("text", ["test", "next"]), None);
        assert_eq!(certain("tests", ["test", "texts"]), None);
        assert_eq!(certain("tests", ["test", "test"]), Some("test"));
    }

    #[test]
    fn takes_any_dash_for_a_hyphen() {
        let names = ["no-reward-for-war", "no-reward-for-wars"];
        let certain = |written| certain(written, names);
        assert_eq!(certain("no–reward–for–war"), Some(names[0]));
        assert_eq!(certain(" No reward—for\u{a0}war"), Some(names[0]));
        assert_eq!(super::certain("a b", ["a-b", "a_b"]), None);
    }

    #[test]
    fn names_none_of_two_equally_near() {
        assert_eq!(
            help("700k", "level", ["600k", "800k"]),
            "the levels are `600k`, `800k`"
        );
    }

    #[test]
    fn shows_the_nearest_of_many() {
        let many = (1..=20)
            .map(|n| format!("issue-{n}"))
            .chain(["army".into(), "arms".into()]);
        let many: Vec<String> = many.collect();
        let names = || many.iter().map(String::as_str);
        assert_eq!(
            help("armaments", "issue", names()),
            "there are 22 issues, the nearest of them `arms`, `army`, `issue-1`, `issue-10`, `issue-11`"
        );
        assert!(help("zzz", "issue", names()).contains("the first of them"));
    }

    #[test]
    fn lists_what_there_is_when_nothing_is_near() {
        assert_eq!(
            help("strong", "level", ["none", "robust"]),
            "the levels are `none`, `robust`"
        );
        assert_eq!(
            help("strong", "party", ["a", "b"]),
            "the parties are `a`, `b`"
        );
        assert_eq!(help("x", "level", []), "");
    }
}
