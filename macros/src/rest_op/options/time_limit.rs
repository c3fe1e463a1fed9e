//! The options `timeout = "30s"` and `attempt_timeout = "10s"`.

use std::time::Duration;

use syn::LitStr;

use crate::attr_arg::AttrArg;
use crate::errors::Errors;
use crate::rules::Rule;

pub(crate) struct TimeLimit {
    pub(crate) literal: LitStr,
    pub(crate) length: Duration,
}

impl TimeLimit {
    /// Reads a time limit. `None` has been reported.
    pub(super) fn parse(arg: &AttrArg, errors: &mut Errors) -> Option<Self> {
        let literal = arg.parse_string("\"30s\"", Rule::BadOptionValue, errors)?;
        let length = duration(&literal.value());
        if length.is_none() {
            let message = format!(
                "`{}` is not a duration; write a whole number above 0 and `ms`, `s`, `m` or `h`, such as `\"30s\"`",
                literal.token()
            );
            errors.report(Rule::BadDuration, &literal, message);
        }
        length.map(|length| Self { literal, length })
    }
}

/// The duration of `500ms`, `30s`, `15m` or `1h`.
fn duration(text: &str) -> Option<Duration> {
    const UNITS: [(&str, u64); 4] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let (number, unit) = text.split_at(digits);
    let milliseconds = UNITS.iter().find(|(name, _)| *name == unit)?.1;
    let length: u64 = number.parse().ok()?;
    let length = length.checked_mul(milliseconds).filter(|length| *length > 0)?;
    Some(Duration::from_millis(length))
}
