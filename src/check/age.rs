//! Ages as `dossier.ron` gives them: `30d`, `6 weeks`, `1y 6mo`.

use jiff::Span;

/// The span of time that a text names, in days or coarser units, longer than nothing.
/// A number and a unit (`d`, `w`, `mo`, `y`, or the words), or several of them, or the
/// form of ISO 8601 (`P30D`). Nothing for what is no such text, for negative spans, and
/// for hours and below: records are dated by the day.
pub fn parse(text: &str) -> Option<Span> {
    let span: Span = text.parse().ok()?;
    let days = Span::new()
        .try_years(span.get_years())
        .and_then(|days| days.try_months(span.get_months()))
        .and_then(|days| days.try_weeks(span.get_weeks()))
        .and_then(|days| days.try_days(span.get_days()))
        .ok()?;
    (span.is_positive() && span.fieldwise() == days.fieldwise()).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_weeks_months_and_years() {
        let days = Span::new().days(30).fieldwise();
        for text in ["30d", "30 days", "30 d", "P30D"] {
            assert_eq!(parse(text).unwrap().fieldwise(), days, "{text}");
        }
        let mixed = Span::new().years(1).months(6).weeks(2).fieldwise();
        assert_eq!(parse("1y 6mo 2w").unwrap().fieldwise(), mixed);
    }

    #[test]
    fn refuses_what_is_no_age() {
        for text in [
            "",
            "30",
            "d",
            "soon",
            "30x",
            "-30d",
            "30d ago",
            "0d",
            "12h",
            "1d 2h",
            "99999999999d",
        ] {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
