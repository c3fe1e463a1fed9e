//! The time of a signature, in the two forms that SigV4 writes it.

use std::time::SystemTime;

use time::OffsetDateTime;

use crate::stream::BoxError;

/// `20150830T123600Z`, and its first eight characters.
pub(super) struct AmzDate {
    time: SystemTime,
    date_time: String,
}

impl AmzDate {
    pub(super) fn new(system: SystemTime) -> Result<Self, BoxError> {
        let time = OffsetDateTime::from(system);
        if !(0..=9999).contains(&time.year()) {
            return Err("the clock shows a year that cannot be signed".into());
        }
        let mut date_time = String::with_capacity(16);
        push_digits(&mut date_time, time.year().unsigned_abs(), 4);
        push_digits(&mut date_time, u8::from(time.month()).into(), 2);
        push_digits(&mut date_time, time.day().into(), 2);
        date_time.push('T');
        push_digits(&mut date_time, time.hour().into(), 2);
        push_digits(&mut date_time, time.minute().into(), 2);
        push_digits(&mut date_time, time.second().into(), 2);
        date_time.push('Z');
        Ok(Self {
            time: system,
            date_time,
        })
    }

    pub(super) fn time(&self) -> SystemTime {
        self.time
    }

    pub(super) fn date_time(&self) -> &str {
        &self.date_time
    }

    pub(super) fn date(&self) -> &str {
        self.date_time.get(..8).unwrap_or("")
    }
}

/// Appends the last `width` decimal digits of a number.
fn push_digits(out: &mut String, number: u32, width: u32) {
    for power in (0..width).rev() {
        let digit = number / 10_u32.pow(power) % 10;
        out.extend(char::from_digit(digit, 10));
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
    }
}
