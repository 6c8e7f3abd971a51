//! Dates as precise as the source is: a day, a month or a year.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::misdated;

/// A day (`2025-12-01`), a month (`2025-12`) or a year (`2025`).
///
/// It stands for all its days from [`When::first`] to [`When::last`], and counts
/// from the last one: earlier it is only possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    Day(Date),
    Month { year: i16, month: i8 },
    Year(i16),
}

/// A text that is no date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date: {why}", why = why(.0))]
pub struct NoDate(pub String);

/// What is wrong with a text that is no date.
fn why(text: &str) -> String {
    misdated::too_late(text).unwrap_or_else(|| {
        "write a day (`2025-12-01`), a month (`2025-12`) or a year (`2025`)".to_owned()
    })
}

impl When {
    /// Its first day.
    pub fn first(self) -> Date {
        match self {
            When::Day(day) => day,
            When::Month { year, month } => Date::constant(year, month, 1),
            When::Year(year) => Date::constant(year, 1, 1),
        }
    }

    /// Its last day: from here on a record of this date counts.
    pub fn last(self) -> Date {
        match self {
            When::Day(day) => day,
            When::Month { .. } => self.first().last_of_month(),
            When::Year(year) => Date::constant(year, 12, 31),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Day(day) => day.fmt(f),
            When::Month { year, month } => write!(f, "{year:04}-{month:02}"),
            When::Year(year) => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for When {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        read(text).ok_or_else(|| NoDate(text.to_owned()))
    }
}

fn read(text: &str) -> Option<When> {
    let parts: Vec<&str> = text.split('-').collect();
    let year = digits(parts[0], 4).filter(|year| *year > 0)?;
    let Some(month) = parts.get(1) else {
        return Some(When::Year(year));
    };
    let month = i8::try_from(digits(month, 2)?).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    match parts[2..] {
        [] => Some(When::Month { year, month }),
        [day] => {
            let day = i8::try_from(digits(day, 2)?).ok()?;
            Date::new(year, first.month(), day).ok().map(When::Day)
        }
        _ => None,
    }
}

/// Exactly `count` ASCII digits as a number.
fn digits(text: &str, count: usize) -> Option<i16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn reads_a_day_a_month_and_a_year_and_writes_them_back() {
        for text in ["2025-12-01", "2025-12", "2025", "0900"] {
            assert_eq!(text.parse::<When>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "2025-13",
            "2025-02-30",
            "25-12-01",
            "2025-1-1",
            "2025-12-01-",
            "0000",
            "+025",
            "2025-12-01T00",
            "٢٠٢٥",
        ] {
            assert_eq!(text.parse::<When>(), Err(NoDate(text.into())));
        }
    }

    #[test]
    fn stands_for_all_its_days() {
        let month: When = "2024-02".parse().unwrap();
        assert_eq!(month.first(), date(2024, 2, 1));
        assert_eq!(month.last(), date(2024, 2, 29));
        let year: When = "2025".parse().unwrap();
        assert_eq!(year.last(), date(2025, 12, 31));
    }
}
