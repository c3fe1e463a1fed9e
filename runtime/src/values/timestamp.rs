//! Timestamps in the three formats of HTTP and JSON APIs, as newtypes of `time::OffsetDateTime` and as modules for `with` of
//! serde and of the macro.
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

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::format::scalar::HTTP_DATE;
use crate::text::http_date::{format_http_date, parse_http_date};

/// Defines the type and the module of one format.
macro_rules! timestamp_format {
    ($(#[$doc:meta])* $Type:ident, $module:ident, $write:path, $read:path) => {
        $(#[$doc])*
        ///
        /// A newtype of `time::OffsetDateTime`, for lists, maps, paths, headers and `Option`s.
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

        impl fmt::Display for $Type {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                $write(&self.0, f)
            }
        }

        impl FromStr for $Type {
            type Err = de::value::Error;

            #[inline]
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $read(text.into_deserializer()).map(Self)
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

            /// Writes a timestamp.
            pub fn serialize<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
                $Type(*time).serialize(serializer)
            }

            /// Reads a timestamp.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
                $Type::deserialize(deserializer).map(|time| time.0)
            }

            /// The same for an optional value.
            pub mod option {
                use super::{Deserialize, Deserializer, OffsetDateTime, Serialize, Serializer, $Type};

                /// Writes a timestamp, if there is one.
                #[allow(clippy::ref_option, reason = "the signature that serde calls")]
                pub fn serialize<S: Serializer>(
                    time: &Option<OffsetDateTime>,
                    serializer: S,
                ) -> Result<S::Ok, S::Error> {
                    time.map($Type).serialize(serializer)
                }

                /// Reads a timestamp, if there is one.
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
    /// RFC 3339: `2019-12-02T22:29:31.549Z`, the `date-time` of Smithy and OpenAPI. Any offset is accepted; UTC is written.
    DateTime, date_time, write_date_time, read_date_time
}

timestamp_format! {
    /// Seconds since 1970-01-01T00:00:00Z, with a fraction if the time has one.
    EpochSeconds, epoch_seconds, write_epoch_seconds, read_epoch_seconds
}

timestamp_format! {
    /// HTTP date (RFC 9110, section 5.6.7): `Mon, 02 Dec 2019 22:29:31 GMT`. A fraction of a second is accepted.
    HttpDate, http_date, write_http_date, read_http_date
}

fn write_date_time<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let utc = time.to_offset(time::UtcOffset::UTC);
    serializer.serialize_str(&utc.format(&Rfc3339).map_err(ser::Error::custom)?)
}

fn read_date_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OffsetDateTime, D::Error> {
    deserializer.deserialize_str(TextFormat("an RFC 3339 date and time", |text| {
        OffsetDateTime::parse(text, &Rfc3339).ok()
    }))
}

fn write_epoch_seconds<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    if time.nanosecond() == 0 {
        serializer.serialize_i64(time.unix_timestamp())
    } else {
        // An `f64` represents current times to the microsecond; the protocols require milliseconds.
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
    deserializer.deserialize_str(TextFormat("an HTTP date", parse_http_date))
}

/// A text format: its name, and the function that parses it.
struct TextFormat(&'static str, fn(&str) -> Option<OffsetDateTime>);

impl de::Visitor<'_> for TextFormat {
    type Value = OffsetDateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<OffsetDateTime, E> {
        (self.1)(text).ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// Reads a number, or the text of a number as in headers.
struct Seconds;

impl de::Visitor<'_> for Seconds {
    type Value = OffsetDateTime;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("seconds since 1970 as a number")
    }

    fn visit_i64<E: de::Error>(self, seconds: i64) -> Result<OffsetDateTime, E> {
        OffsetDateTime::from_unix_timestamp(seconds).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, seconds: u64) -> Result<OffsetDateTime, E> {
        self.visit_i64(i64::try_from(seconds).map_err(E::custom)?)
    }

    fn visit_f64<E: de::Error>(self, seconds: f64) -> Result<OffsetDateTime, E> {
        // The cast below would turn NaN into the year 1970.
        if !seconds.is_finite() {
            return Err(E::invalid_value(de::Unexpected::Float(seconds), &self));
        }
        // An `f64` is exact to microseconds only.
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
    fn timestamps_display_and_are_parsed_as_they_are_sent() {
        let time = OffsetDateTime::from_unix_timestamp_nanos(1_575_325_771_500_000_000).unwrap();
        assert_eq!(DateTime(time).to_string(), "2019-12-02T22:29:31.5Z");
        assert_eq!("2019-12-02T23:29:31.5+01:00".parse(), Ok(DateTime(time)));
        assert_eq!("1575325771.5".parse(), Ok(EpochSeconds(time)));
        assert!("tomorrow".parse::<DateTime>().is_err());
        assert_eq!(EpochSeconds(time).to_string(), "1575325771.5");
        assert_eq!(HttpDate(time).to_string(), "Mon, 02 Dec 2019 22:29:31 GMT");
    }

    #[test]
    fn seconds_that_are_not_finite_are_rejected() {
        for text in ["NaN", "nan", "inf", "-Infinity", "1e999"] {
            let read = Seconds.visit_str::<de::value::Error>(text);
            assert!(read.is_err(), "{text}: {read:?}");
        }
        let read = Seconds.visit_str::<de::value::Error>(" 1.5 ").unwrap();
        assert_eq!(read.unix_timestamp_nanos(), 1_500_000_000);
    }
}
