//! What day it is.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day it is somewhere on earth already: what is dated later is a mistake
/// wherever it was written.
pub fn latest_day() -> Date {
    let now = Timestamp::now().to_zoned(TimeZone::UTC);
    let ahead = now.checked_add(jiff::Span::new().hours(14)).unwrap_or(now);
    ahead.date()
}
