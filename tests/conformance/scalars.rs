//! Times and floats where `with` is not possible: in a path, a list, a map or a union. A developer declares such a
//! newtype once, beside the first API that needs it.

use rest_op::{float, timestamp};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// A time as RFC 3339 writes it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct DateTime(#[serde(with = "timestamp::date_time")] pub OffsetDateTime);

/// A time as seconds since 1970.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct EpochSeconds(#[serde(with = "timestamp::epoch_seconds")] pub OffsetDateTime);

/// A time as HTTP writes it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct HttpDate(#[serde(with = "timestamp::http_date")] pub OffsetDateTime);

/// A number that may be `"NaN"` or an infinity in JSON.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Float(#[serde(with = "float")] pub f32);

/// As [`Float`], with twice the bits.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Double(#[serde(with = "float")] pub f64);
