//! Points in time in the three formats of HTTP and JSON APIs: as newtypes of [`OffsetDateTime`], and as modules for the
//! `with` of serde and of the macro.
//!
//! ```
//! use rest_op::timestamp::{self, DateTime};
//! use time::OffsetDateTime;
//!
//! #[derive(serde::Deserialize)]
//! struct Room {
//!     created: DateTime,
//!     updated: Option<DateTime>,
//!     visits: Vec<DateTime>,
//!     #[serde(with = "timestamp::epoch_seconds")]
//!     expires: OffsetDateTime,
//! }
//! let room: Room = serde_json::from_str(r#"{"created": "2019-12-02T22:29:31.549Z", "visits": [], "expires": 1575325771}"#)?;
//! assert_eq!(room.created.unix_timestamp(), 1_575_325_771);
//! assert_eq!(room.updated, None);
//! # Ok::<(), serde_json::Error>(())
//! ```

// What few programs use is inlined, so that only they compile it.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use time::OffsetDateTime;
use time::format_description::well_known::{Rfc2822, Rfc3339};

use crate::value::HTTP_DATE;

/// The type and the module of one format.
macro_rules! timestamp_format {
    ($(#[$doc:meta])* $Type:ident, $module:ident, $write:path, $read:path) => {
        $(#[$doc])*
        ///
        /// A newtype of [`OffsetDateTime`], for lists, maps, paths, headers and `Option`s.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Type(pub OffsetDateTime);

        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $write(&self.0, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $read(deserializer).map(Self)
            }
        }

        impl From<OffsetDateTime> for $Type {
            fn from(time: OffsetDateTime) -> Self {
                Self(time)
            }
        }

        impl From<$Type> for OffsetDateTime {
            fn from(time: $Type) -> Self {
                time.0
            }
        }

        impl Deref for $Type {
            type Target = OffsetDateTime;

            fn deref(&self) -> &OffsetDateTime {
                &self.0
            }
        }

        $(#[$doc])*
        pub mod $module {
            use super::{Deserialize, Deserializer, OffsetDateTime, Serialize, Serializer, $Type};

            /// Writes a point in time.
            pub fn serialize<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
                $Type(*time).serialize(serializer)
            }

            /// Reads a point in time.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
                $Type::deserialize(deserializer).map(|time| time.0)
            }

            /// The same for a value that may be absent.
            pub mod option {
                use super::{Deserialize, Deserializer, OffsetDateTime, Serialize, Serializer, $Type};

                /// Writes a point in time, if there is one.
                #[allow(clippy::ref_option, reason = "the signature that serde calls")]
                pub fn serialize<S: Serializer>(
                    time: &Option<OffsetDateTime>,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    time.map($Type).serialize(serializer)
                }

                /// Reads a point in time, if there is one.
                pub fn deserialize<'de, D: Deserializer<'de>>(
                    deserializer: D,
                ) -> Result<Option<OffsetDateTime>, D::Error> {
                    Ok(Option::<$Type>::deserialize(deserializer)?.map(|time| time.0))
                }
            }
        }
    };
}

timestamp_format! {
    /// RFC 3339: `2019-12-02T22:29:31.549Z`, the `date-time` of Smithy and OpenAPI. Any offset is read; UTC is written.
    DateTime, date_time, write_date_time, read_date_time
}

timestamp_format! {
    /// Seconds since 1970-01-01T00:00:00Z, with a fraction where the time has one.
    EpochSeconds, epoch_seconds, write_epoch_seconds, read_epoch_seconds
}

timestamp_format! {
    /// The date of HTTP (RFC 9110, section 5.6.7): `Mon, 02 Dec 2019 22:29:31 GMT`. A fraction of a second is read.
    HttpDate, http_date, write_http_date, read_http_date
}

fn write_date_time<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let utc = time.to_offset(time::UtcOffset::UTC);
    serializer.serialize_str(&utc.format(&Rfc3339).map_err(ser::Error::custom)?)
}

fn read_date_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
    deserializer.deserialize_str(Text("an RFC 3339 date and time", |text| {
        OffsetDateTime::parse(text, &Rfc3339).ok()
    }))
}

fn write_epoch_seconds<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    if time.nanosecond() == 0 {
        serializer.serialize_i64(time.unix_timestamp())
    } else {
        // A double holds microseconds of this age exactly enough; the protocols ask for milliseconds.
        #[allow(clippy::cast_precision_loss, reason = "as above")]
        let seconds = time.unix_timestamp_nanos() as f64 / 1e9;
        serializer.serialize_f64(seconds)
    }
}

fn read_epoch_seconds<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
    deserializer.deserialize_f64(Seconds)
}

fn write_http_date<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_newtype_struct(HTTP_DATE, &format_http_date(*time))
}

fn read_http_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
    deserializer.deserialize_str(Text("an HTTP date", parse_http_date))
}

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

/// Reads an HTTP date in any of its three forms (RFC 9110, section 5.6.7), with or without a fraction of a second.
pub(crate) fn parse_http_date(text: &str) -> Option<OffsetDateTime> {
    let is_separator = |c: char| c.is_whitespace() || matches!(c, ',' | '-');
    let words: Vec<_> = text.split(is_separator).filter(|word| !word.is_empty()).collect();
    // The obsolete forms are brought into that of today, of which RFC 2822 is a superset.
    let text = match *words.as_slice() {
        // RFC 850: `Sunday, 06-Nov-94 08:49:37 GMT`.
        [weekday, day, month, year, time, "GMT"] if is_weekday(weekday) && is_digits(year) && year.len() == 2 => {
            let year = full_year(year.parse().ok()?, OffsetDateTime::now_utc().year());
            format!("{day} {month} {year} {time} GMT")
        }
        // That of C's `asctime`: `Sun Nov  6 08:49:37 1994`.
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

/// Whether a text is the name of a weekday, as HTTP dates begin with: `Sun`, in RFC 850 `Sunday`.
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

/// Whether a text is digits and nothing else: `parse` takes a sign, too.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The latest year with these last two digits that is not more than 50 years ahead (RFC 9110, section 5.6.7).
fn full_year(two_digits: u8, this_year: i32) -> i32 {
    let latest = this_year + 50;
    latest - (latest - i32::from(two_digits)).rem_euclid(100)
}

/// Reads a text by a function.
struct Text(&'static str, fn(&str) -> Option<OffsetDateTime>);

impl de::Visitor<'_> for Text {
    type Value = OffsetDateTime;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<OffsetDateTime, E> {
        (self.1)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// Reads a number, or the text of one, as headers have it.
struct Seconds;

impl de::Visitor<'_> for Seconds {
    type Value = OffsetDateTime;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("seconds since 1970 as a number")
    }

    fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<OffsetDateTime, E> {
        OffsetDateTime::from_unix_timestamp(seconds).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<OffsetDateTime, E> {
        self.visit_i64(i64::try_from(seconds).map_err(E::custom)?)
    }

    fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<OffsetDateTime, E> {
        // The cast below makes NaN the year 1970.
        if !seconds.is_finite() {
            return Err(E::invalid_value(de::Unexpected::Float(seconds), &self));
        }
        // Rounded to microseconds: a double has no more.
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a cast saturates, and the constructor checks the range"
        )]
        let microseconds = (seconds * 1e6).round() as i128;
        OffsetDateTime::from_unix_timestamp_nanos(microseconds.saturating_mul(1000)).map_err(E::custom)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<OffsetDateTime, E> {
        self.visit_f64(text.trim().parse().map_err(E::custom)?)
    }
}

#[cfg(test)]
mod tests {
    use serde::de::Visitor;

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

    #[test]
    fn seconds_that_are_not_finite_are_refused() {
        for text in ["NaN", "nan", "inf", "-Infinity", "1e999"] {
            let read = Seconds.visit_str::<de::value::Error>(text);
            assert!(read.is_err(), "{text}: {read:?}");
        }
        let read = Seconds.visit_str::<de::value::Error>(" 1.5 ").unwrap();
        assert_eq!(read.unix_timestamp_nanos(), 1_500_000_000);
    }
}
