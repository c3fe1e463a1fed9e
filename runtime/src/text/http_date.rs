//! Reads and writes HTTP dates (RFC 9110, section 5.6.7).

use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

/// Writes an HTTP date.
#[inline]
pub(crate) fn format_http_date(time: OffsetDateTime) -> String {
    let utc = time.to_offset(time::UtcOffset::UTC);
    let name = |name: String| name.get(..3).unwrap_or("").to_owned();
    format!(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
        name(utc.weekday().to_string()),
        utc.day(),
        name(utc.month().to_string()),
        utc.year(),
        utc.hour(),
        utc.minute(),
        utc.second()
    )
}

/// Reads an HTTP date in any of its three formats (RFC 9110, section 5.6.7), with or without a fraction of a second.
pub(crate) fn parse_http_date(text: &str) -> Option<OffsetDateTime> {
    let is_separator = |c: char| c.is_whitespace() || matches!(c, ',' | '-');
    let words: Vec<_> = text.split(is_separator).filter(|word| !word.is_empty()).collect();
    // The obsolete formats are converted to the current one, of which RFC 2822 is a superset.
    let text = match *words.as_slice() {
        // RFC 850: `Sunday, 06-Nov-94 08:49:37 GMT`.
        [weekday, day, month, year, time, "GMT"] if is_weekday(weekday) && is_digits(year) && year.len() == 2 => {
            let year = full_year(year.parse().ok()?, OffsetDateTime::now_utc().year());
            format!("{day} {month} {year} {time} GMT")
        }
        // `asctime` of C: `Sun Nov  6 08:49:37 1994`.
        [weekday, month, day, time, year] if is_weekday(weekday) => format!("{day} {month} {year} {time} GMT"),
        _ => text.trim().to_owned(),
    };
    let Some((whole, rest)) = text.split_once('.') else {
        return OffsetDateTime::parse(&text, &Rfc2822).ok();
    };
    let (digits, zone) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
    let nanoseconds: u32 = format!("{digits:0<9}").get(..9)?.parse().ok()?;
    OffsetDateTime::parse(&format!("{whole}{zone}"), &Rfc2822)
        .ok()?
        .replace_nanosecond(nanoseconds)
        .ok()
}

/// Whether a text is the name of a weekday as in an HTTP date: `Sun`, or `Sunday` in RFC 850.
pub(crate) fn is_weekday(text: &str) -> bool {
    const WEEKDAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    WEEKDAYS.iter().any(|name| *name == text || name.get(..3) == Some(text))
}

/// Whether a text consists of digits only. `parse` accepts a sign, too.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the latest year with these last two digits that is at most 50 years ahead (RFC 9110, section 5.6.7).
fn full_year(two_digits: u8, this_year: i32) -> i32 {
    let latest = this_year + 50;
    latest - (latest - i32::from(two_digits)).rem_euclid(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_dates_are_written_and_read() {
        let time = OffsetDateTime::from_unix_timestamp(1_575_325_771).unwrap();
        assert_eq!(format_http_date(time), "Mon, 02 Dec 2019 22:29:31 GMT");
        assert_eq!(parse_http_date("Mon, 02 Dec 2019 22:29:31 GMT"), Some(time));
        let fraction = parse_http_date("Mon, 02 Dec 2019 22:29:31.5 GMT").unwrap();
        assert_eq!(fraction.unix_timestamp_nanos(), 1_575_325_771_500_000_000);
        assert_eq!(parse_http_date("yesterday"), None);
        assert_eq!(parse_http_date("1.5"), None);
    }

    #[test]
    fn obsolete_http_dates_are_read() {
        let time = OffsetDateTime::from_unix_timestamp(784_111_777).unwrap();
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            " Sun Nov 06 08:49:37 1994 ",
        ] {
            assert_eq!(parse_http_date(text), Some(time), "{text}");
        }
        for text in [
            "Sunday, 06-Nov-94 08:49:37",
            "Sunday, 06-Nov-9x 08:49:37 GMT",
            "Sunday, 06-Nov-+4 08:49:37 GMT",
            "Sunday, 32-Nov-94 08:49:37 GMT",
            "Noday, 06-Nov-94 08:49:37 GMT",
            "Sun Foo  6 08:49:37 1994",
            "Sun Nov  6 24:49:37 1994",
            "é Nov  6 08:49:37 1994",
        ] {
            assert_eq!(parse_http_date(text), None, "{text}");
        }
    }

    #[test]
    fn year_of_two_digits_is_at_most_fifty_years_ahead() {
        for (digits, this_year, year) in [
            (94, 2026, 1994),
            (26, 2026, 2026),
            (0, 2026, 2000),
            (76, 2026, 2076),
            (77, 2026, 1977),
            (1, 2099, 2101),
            (49, 1999, 2049),
            (50, 1999, 1950),
        ] {
            assert_eq!(full_year(digits, this_year), year, "{digits} in {this_year}");
        }
    }
}
