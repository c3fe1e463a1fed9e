//! The time of a signature, in the two formats of SigV4.

use std::time::{SystemTime, UNIX_EPOCH};

use time::OffsetDateTime;

use crate::stream::BoxError;

/// A time as `20150830T123600Z`; the first eight characters are the date.
pub(super) struct AmzDate {
    time: SystemTime,
    text: [u8; 16],
}

impl AmzDate {
    pub(super) fn new(system: SystemTime) -> Result<Self, BoxError> {
        let seconds = system
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|age| i64::try_from(age.as_secs()).ok());
        // Both this type and the format support years up to 9999.
        let time = seconds.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
        let time = time.ok_or("the year of the signing time must be in 1970..=9999")?;
        let (year, month, day) = time.to_calendar_date();
        let (hour, minute, second) = time.to_hms();
        let year = u16::try_from(year)?;
        // Both halves are less than 100.
        let [century, year] = [year / 100, year % 100].map(|half| u8::try_from(half).unwrap_or_default());
        let mut text = *b"00000000T000000Z";
        let numbers = [century, year, month.into(), day, hour, minute, second];
        for (place, number) in [0, 2, 4, 6, 9, 11, 13].into_iter().zip(numbers) {
            if let Some([tens, ones]) = text.get_mut(place..place + 2) {
                *tens += number / 10;
                *ones += number % 10;
            }
        }
        Ok(Self { time: system, text })
    }

    pub(super) fn time(&self) -> SystemTime {
        self.time
    }

    pub(super) fn date_time(&self) -> &[u8; 16] {
        &self.text
    }

    pub(super) fn date(&self) -> &[u8] {
        self.text.split_at(8).0
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn time_is_written_in_utc_to_the_second() {
        let date = AmzDate::new(SystemTime::UNIX_EPOCH + Duration::from_millis(1_440_938_160_999)).unwrap();
        assert_eq!(
            (&date.date_time()[..], date.date()),
            (&b"20150830T123600Z"[..], &b"20150830"[..])
        );
        for seconds in [253_402_300_800, 1 << 60] {
            assert!(AmzDate::new(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).is_err());
        }
        assert!(AmzDate::new(SystemTime::UNIX_EPOCH - Duration::from_secs(1)).is_err());
        let date = AmzDate::new(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(date.date_time(), b"19700101T000000Z");
    }
}
