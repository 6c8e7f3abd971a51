//! Dates in other notations, and what was meant with them.

use jiff::civil::Date;

use super::date::When;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date that somebody meant who wrote this, which is none as it stands; nothing
/// where it could be several. `01.12.2025` is the first of December to some and the
/// twelfth of January to others.
pub(super) fn meant(text: &str) -> Option<When> {
    match readings(text)[..] {
        [one] => Some(one),
        _ => None,
    }
}

/// What to write in place of a text that is no date; empty where nobody can tell.
pub(super) fn help(text: &str) -> String {
    match readings(text)[..] {
        [one] => format!("write `\"{one}\"`"),
        [one, other] => format!("write `\"{one}\"` or `\"{other}\"`, whichever is meant"),
        _ => String::new(),
    }
}

/// Why a day of the right form is no day of the calendar: its month is too short.
pub(super) fn too_late(text: &str) -> Option<String> {
    let [year, month, day] = numbers(text.split('-'))?;
    let first = date(year, month, 1)?;
    let days = first.days_in_month();
    let is_too_late = text.len() == 10 && day > i16::from(days);
    is_too_late.then(|| {
        let name = MONTHS[usize::from(first.month().unsigned_abs()) - 1];
        format!("{name} {year} has {days} days")
    })
}

/// The dates that a text can stand for.
fn readings(text: &str) -> Vec<When> {
    let plain: String = text.chars().map(plain).collect();
    let words: Vec<&str> = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_of_signs = plain
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || " -./,".contains(c));
    if !is_of_signs {
        return Vec::new();
    }
    let mut readings = in_digits(&words);
    readings.extend(in_words(&words));
    readings.sort_by_key(|when| when.first());
    readings.dedup();
    readings
}

/// Dashes and blanks of every kind as the ordinary ones.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// `2025-12-1` and `2025/12`, `1.12.2025` and `12/1/2025`.
fn in_digits(words: &[&str]) -> Vec<When> {
    let is_year = |word: &&str| word.len() == 4;
    let read = |year: &str, month: &str, day: &str| {
        let [year, month, day] = numbers([year, month, day])?;
        date(year, month, day).map(When::Day)
    };
    let found = match words {
        [year] if is_year(year) => vec![year.parse().ok()],
        [year, month] | [month, year] if is_year(year) && !is_year(month) => {
            vec![month_of(year, month)]
        }
        [year, month, day] if is_year(year) => vec![read(year, month, day)],
        [one, other, year] if is_year(year) => {
            vec![read(year, other, one), read(year, one, other)]
        }
        _ => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// `Dec 2025`, `1 December 2025` and `Dec 1, 2025`.
fn in_words(words: &[&str]) -> Option<When> {
    let at = words.iter().position(|word| month_named(word).is_some())?;
    let month = month_named(words[at])?.to_string();
    let others: Vec<&str> = [&words[..at], &words[at + 1..]].concat();
    match others[..] {
        [year] if year.len() == 4 => month_of(year, &month),
        [day, year] if year.len() == 4 => {
            let [year, month, day] = numbers([year, &month, day])?;
            date(year, month, day).map(When::Day)
        }
        _ => None,
    }
}

fn month_of(year: &str, month: &str) -> Option<When> {
    let [year, month] = numbers([year, month])?;
    let first = date(year, month, 1)?;
    Some(When::Month {
        year,
        month: first.month(),
    })
}

/// The number of a month by its English name, which may be cut off behind its
/// third letter.
fn month_named(word: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    let starts = |month: &&str| month.to_ascii_lowercase().starts_with(&word);
    let at = MONTHS.iter().position(starts)?;
    (word.len() >= 3).then_some(at + 1)
}

/// As many numbers of one to four digits as are due.
fn numbers<'a, const N: usize>(words: impl IntoIterator<Item = &'a str>) -> Option<[i16; N]> {
    let number = |word: &str| {
        let is_plain = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then(|| word.parse().ok()).flatten()
    };
    let numbers: Option<Vec<i16>> = words.into_iter().map(number).collect();
    numbers?.try_into().ok()
}

fn date(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| year > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, date: &str) {
        assert_eq!(
            meant(text).map(|when| when.to_string()).as_deref(),
            Some(date),
            "{text}"
        );
    }

    #[test]
    fn only_one_thing_can_be_meant() {
        for text in [
            "2025-12-1",
            " 2025-12-01",
            "2025–12–01",
            "2025 - 12 - 01",
            "2025/12/1",
            "1 Dec 2025",
            "December 1, 2025",
        ] {
            check(text, "2025-12-01");
        }
        check("25.12.2025", "2025-12-25");
        check("12/25/2025", "2025-12-25");
        check("12.12.2025", "2025-12-12");
        check("Dec 2025", "2025-12");
        check("12/2025", "2025-12");
        check("2025-1", "2025-01");
        check("2025 ", "2025");
    }

    #[test]
    fn two_things_can_be_meant_or_nothing() {
        assert_eq!(
            help("01.12.2025"),
            "write `\"2025-01-12\"` or `\"2025-12-01\"`, whichever is meant"
        );
        for text in [
            "01.12.2025",
            "soon",
            "",
            "2025-02-30",
            "2025-13-40",
            "01.12.25",
            "0000-1-1",
            "2025-12-01T00:00",
            "~2025",
            "De 2025",
            "Dec 1 2 2025",
            "٢٠٢٥",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }

    #[test]
    fn months_end() {
        let told = too_late("2025-02-30");
        assert_eq!(told.as_deref(), Some("February 2025 has 28 days"));
        assert_eq!(too_late("2025-02-28"), None);
        assert_eq!(too_late("2025-13-01"), None);
    }
}
