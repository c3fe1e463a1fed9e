//! The three formats of timestamps: in members, in signatures and in the `Date` header.

use serde::Serializer;
use time::OffsetDateTime;
use time::UtcOffset;
use time::format_description::well_known::Iso8601;

/// Serializes the timestamp of a member, with milliseconds: `2019-12-02T22:29:31.549Z`.
pub(super) fn date_time<S: Serializer>(time: &OffsetDateTime, serializer: S) -> Result<S::Ok, S::Error> {
    let time = time.to_offset(UtcOffset::UTC);
    serializer.collect_str(&format_args!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
        time.year(),
        u8::from(time.month()),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
        time.millisecond(),
    ))
}

/// Formats the time of a signature, in the basic format of ISO 8601: `20191202T223837Z`.
pub(super) fn basic(time: OffsetDateTime) -> String {
    let time = time.to_offset(UtcOffset::UTC);
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
        time.year(),
        u8::from(time.month()),
        time.day(),
        time.hour(),
        time.minute(),
        time.second(),
    )
}

/// Parses the output of [`basic`]. Other formats of ISO 8601 are rejected.
pub(super) fn parse_basic(text: &str) -> Option<OffsetDateTime> {
    let time = OffsetDateTime::parse(text, &Iso8601::PARSING).ok()?;
    (basic(time) == text).then_some(time)
}

/// Formats the `Date` header (RFC 9110, section 5.6.7): `Mon, 02 Dec 2019 22:38:37 GMT`.
pub(super) fn http_date(time: OffsetDateTime) -> String {
    let time = time.to_offset(UtcOffset::UTC);
    format!(
        "{:.3}, {:02} {:.3} {:04} {:02}:{:02}:{:02} GMT",
        time.weekday().to_string(),
        time.day(),
        time.month().to_string(),
        time.year(),
        time.hour(),
        time.minute(),
        time.second(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documented() -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp_nanos(1_575_326_317_549_999_999).unwrap()
    }

    #[test]
    fn basic_format_is_written_and_read() {
        assert_eq!(basic(documented()), "20191202T223837Z");
        assert_eq!(
            parse_basic("20191202T223837Z"),
            Some(documented().replace_nanosecond(0).unwrap())
        );
    }

    #[test]
    fn other_formats_of_iso_8601_are_rejected() {
        for text in [
            "",
            "20191202",
            "2019-12-02T22:38:37Z",
            "20191202T223837",
            "20191202T223837.5Z",
            "20191332T223837Z",
            "20191202T223837+0100",
            "\u{1234}",
        ] {
            assert_eq!(parse_basic(text), None, "{text}");
        }
    }

    #[test]
    fn milliseconds_are_truncated_not_rounded() {
        let mut json = serde_json::Serializer::new(Vec::new());
        date_time(&documented(), &mut json).unwrap();
        assert_eq!(json.into_inner(), br#""2019-12-02T22:38:37.549Z""#);
    }

    #[test]
    fn date_header_is_an_imf_fixdate() {
        assert_eq!(http_date(documented()), "Mon, 02 Dec 2019 22:38:37 GMT");
    }
}
