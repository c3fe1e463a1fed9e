//! The time of a signature, in the two forms that SigV4 writes it.

use std::time::{SystemTime, UNIX_EPOCH};

use time::OffsetDateTime;

use crate::stream::BoxError;

/// `20150830T123600Z`, and its first eight characters.
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
        // The years of this type end with 9999, as those of the format do.
        let time = seconds.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
        let time = time.ok_or("the clock shows a year that cannot be signed")?;
        let year = u32::try_from(time.year())?;
        let mut text = *b"00000000T000000Z";
        let numbers = [
            (0..4, year),
            (4..6, u8::from(time.month()).into()),
            (6..8, time.day().into()),
            (9..11, time.hour().into()),
            (11..13, time.minute().into()),
            (13..15, time.second().into()),
        ];
        for (place, mut number) in numbers {
            for digit in text.get_mut(place).into_iter().flatten().rev() {
                // One decimal digit fits.
                *digit += u8::try_from(number % 10).unwrap_or_default();
                number /= 10;
            }
        }
        Ok(Self { time: system, text })
    }

    pub(super) fn time(&self) -> SystemTime {
        self.time
    }

    pub(super) fn date_time(&self) -> &str {
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    pub(super) fn date(&self) -> &str {
        self.date_time().get(..8).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn time_is_written_in_utc_to_the_second() {
        let date = AmzDate::new(SystemTime::UNIX_EPOCH + Duration::from_millis(1_440_938_160_999)).unwrap();
        assert_eq!((date.date_time(), date.date()), ("20150830T123600Z", "20150830"));
        for seconds in [253_402_300_800, 1 << 60] {
            assert!(AmzDate::new(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).is_err());
        }
        assert!(AmzDate::new(SystemTime::UNIX_EPOCH - Duration::from_secs(1)).is_err());
        let date = AmzDate::new(SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(date.date_time(), "19700101T000000Z");
    }
}
