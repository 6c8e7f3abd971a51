//! "Did you mean …?": the nearest of the names there are, and the list of them.

use itertools::Itertools;

/// How alike two names must be, from 0 to 1, for the one to be offered for the
/// other: at 0.7 `robst` finds `robust`, and `italy` does not find `ukraine`.
const NEAR: f64 = 0.7;

/// How many letters a name must have for two swapped or one left out to be a slip and no
/// other name. A letter that is doubled hardly makes another name.
const LONG_ENOUGH: usize = 5;

/// How many letters the word must have that the slip is in.
const LONG_WORD: usize = 3;

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

/// The name that somebody who wrote `written` certainly meant: the nearest one, where
/// nothing but upper and lower case, `_`, dashes and blanks differ, or the one is a slip
/// of the other while every other name is two slips further.
pub fn certain<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let names: Vec<&str> = names.into_iter().collect();
    let nearest = nearest(written, names.iter().copied())?;
    let written = plain(written);
    let slips = |name: &&'a str| strsim::damerau_levenshtein(&written, &plain(name));
    let mut names: Vec<(usize, &str)> =
        names.into_iter().map(|name| (slips(&name), name)).collect();
    names.sort_unstable();
    names.dedup();
    let (least, name) = *names.first()?;
    let margin = if least == 0 { 1 } else { 2 };
    let is_next = |(next, _): &(usize, &str)| *next >= least + margin;
    let is_alone = name == nearest && names.get(1).is_none_or(is_next);
    let is_meant = least == 0 || is_slip(&written, &plain(name));
    (is_alone && is_meant).then_some(name)
}

/// Whether `written` is `name` with two neighbouring letters of a word swapped, one left
/// out or one doubled, or with a blank too few; both [`plain`]. One letter for another is
/// no slip: Iceland is not Ireland, and `annex-b` not `annex-a`. Nor is a letter added,
/// nor a slip in a word of one or two letters, which turns `plan-a` into `plan-ab`. The
/// first letter of a word is left alone, which turns `legal` into `illegal`, and all
/// digits, which tell `report-1` from `report-2`.
pub fn is_slip(written: &str, name: &str) -> bool {
    if digits(written) != digits(name) {
        return false;
    }
    let is_long = name.chars().count() >= LONG_ENOUGH;
    let words = [written, name].map(|text| text.split(' ').collect::<Vec<_>>());
    if words[0].len() != words[1].len() {
        return is_long && words[0].concat() == words[1].concat() && digits(written).is_empty();
    }
    let pairs = words[0].iter().zip(&words[1]);
    let mut differing = pairs.filter(|(one, other)| one != other);
    match (differing.next(), differing.next()) {
        (Some((written, name)), None) => {
            let [written, name] = [written, name].map(|text| text.chars().collect::<Vec<_>>());
            written.len().min(name.len()) >= LONG_WORD
                && written[0] == name[0]
                && (is_longer_by_one(&written, &name) && is_doubled(&written, &name)
                    || is_long
                        && (is_swapped(&written, &name) || is_longer_by_one(&name, &written)))
        }
        _ => false,
    }
}

/// Whether two neighbouring letters have changed places, and nothing else differs.
fn is_swapped(one: &[char], other: &[char]) -> bool {
    let at = first_difference(one, other);
    one.len() == other.len()
        && at + 1 < one.len()
        && (one[at], one[at + 1]) == (other[at + 1], other[at])
        && one[at + 2..] == other[at + 2..]
}

/// Whether the long one is the short one and one letter more.
fn is_longer_by_one(long: &[char], short: &[char]) -> bool {
    let at = first_difference(long, short);
    long.len() == short.len() + 1 && long[at + 1..] == short[at..]
}

/// Whether the letter that the long one has more stands there twice.
fn is_doubled(long: &[char], short: &[char]) -> bool {
    // Of two that are the same the later one is where both differ.
    let at = first_difference(long, short);
    at > 0 && long[at] == long[at - 1]
}

/// The first index at which they differ, or the length of the shorter one.
fn first_difference(one: &[char], other: &[char]) -> usize {
    let same = one
        .iter()
        .zip(other)
        .take_while(|(one, other)| one == other);
    same.count()
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

/// A name without what slips in unnoticed: upper and lower case, and whether it
/// is written with blanks, dashes or underscores.
pub fn plain(name: &str) -> String {
    let words: Vec<&str> = name
        .split(is_joint)
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").to_lowercase()
}

/// Whether a character only parts the words of a name: an underscore, a blank or
/// one of the dashes that are put in place of a hyphen.
fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
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
        assert_eq!(certain("limitde", names), Some("limited"));
        assert_eq!(certain("limitted", names), Some("limited"));
        assert_eq!(certain("nnoe", names), None);
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
        assert_eq!(certain("reserrve", ["reserve", "reserves"]), None);
        assert_eq!(certain("reserrve", ["reserve", "reserve"]), Some("reserve"));
        assert_eq!(certain("plan-b", ["plan-a"]), None);
        assert_eq!(certain("plan-ab", ["plan-a"]), None);
        assert_eq!(certain("Li Yang", ["Li Wang"]), None);
    }

    #[test]
    fn takes_a_slip_of_the_pen_and_no_other_country() {
        for (written, name) in [
            ("ukrane", "Ukraine"),
            ("germnay", "Germany"),
            ("united kingdm", "united-kingdom"),
            ("houthi", "Houthis"),
            ("russsia", "Russia"),
            ("damm", "dam"),
            ("unitedkingdom", "United Kingdom"),
        ] {
            assert!(is_slip(&plain(written), &plain(name)), "{written}");
        }
        for (written, name) in [
            ("iceland", "Ireland"),
            ("gambia", "Zambia"),
            ("niger", "Nigeria"),
            ("austria", "Australia"),
            ("north korea", "South Korea"),
            ("committee 1", "Committee 11"),
            ("iran", "Iraq"),
            ("plan ab", "Plan A"),
            ("plan a", "Plan AB"),
            ("italy", "Italy"),
        ] {
            assert!(!is_slip(&plain(written), &plain(name)), "{written}");
        }
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
