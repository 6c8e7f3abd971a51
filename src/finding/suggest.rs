//! "Did you mean …?": the nearest of the names there are, and the list of them.

use itertools::Itertools;

/// How alike two names must be, from 0 to 1, for the one to be offered for the
/// other: at 0.7 `robst` finds `robust`, and `italy` does not find `ukraine`.
const NEAR: f64 = 0.7;

/// How many allowed values a message lists before it gives their number instead.
const LISTED: usize = 12;

/// The name that somebody who wrote `written` most likely meant, if one is near
/// enough; upper and lower case, `_`, `-` and blanks are not told apart. Of
/// several equally near it is the first in alphabetical order.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = plain(written);
    names
        .into_iter()
        .sorted()
        .map(|name| {
            (
                strsim::normalized_damerau_levenshtein(&written, &plain(name)),
                name,
            )
        })
        .filter(|(likeness, _)| *likeness >= NEAR)
        .fold(None, |best: Option<(f64, &str)>, found| match best {
            Some(best) if best.0 >= found.0 => Some(best),
            _ => Some(found),
        })
        .map(|(_, name)| name)
}

/// The name that somebody who wrote `written` certainly meant: the nearest one, one
/// slip of the pen away, or none where only upper and lower case, `_`, `-` and blanks differ, while
/// every other name is two slips further. A slip leaves the first letter alone, which
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
    let is_alone = name == nearest && names.get(1).is_none_or(|(next, _)| *next >= least + 2);
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

/// Help for an unknown name: what was probably meant, else what there is.
/// Empty when there is nothing to offer.
pub fn help<'a>(written: &str, what: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    match nearest(written, names.iter().copied()) {
        Some(name) => format!("did you mean `{name}`?"),
        None => allowed(what, &names),
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
    name.chars()
        .map(|c| if matches!(c, '_' | ' ') { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
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
