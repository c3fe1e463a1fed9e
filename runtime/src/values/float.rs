//! Floating-point numbers whose `NaN` and infinities are strings in JSON, for `with` of serde and of the macro.
//!
//! ```
//! #[derive(serde::Serialize)]
//! struct Reading {
//!     #[serde(with = "rest_op::float")]
//!     value: f64,
//! }
//! assert_eq!(serde_json::to_string(&Reading { value: f64::INFINITY })?, r#"{"value":"Infinity"}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```

use crate::format::scalar::non_finite;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::Value;

/// A floating-point type.
pub trait Float: Copy + Into<f64> + Serialize {
    /// Returns the nearest value of this type.
    fn nearest(value: f64) -> Self;
}

impl Float for f64 {
    fn nearest(value: f64) -> Self {
        value
    }
}

impl Float for f32 {
    #[allow(clippy::cast_possible_truncation, reason = "the nearest value is the expected one")]
    fn nearest(value: f64) -> Self {
        value as Self
    }
}

/// Writes a number, or `NaN`, `Infinity` or `-Infinity` as a string.
pub fn serialize<T: Float, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    match non_finite((*value).into()) {
        Some(name) => serializer.serialize_str(name),
        None => value.serialize(serializer),
    }
}

/// Reads a number, or a string that contains a number, `NaN`, `Infinity` or `-Infinity`.
pub fn deserialize<'de, T: Float, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    // `Value` handles the numbers of the feature `arbitrary_precision`.
    let value = Value::deserialize(deserializer)?;
    let number = match &value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => match text.as_str() {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            other => other.parse().ok(),
        },
        _ => None,
    };
    number.map(T::nearest).ok_or_else(|| {
        let expected = "a number, `NaN`, `Infinity` or `-Infinity`";
        de::Error::invalid_value(de::Unexpected::Other("value"), &expected)
    })
}

/// The same for an optional value.
pub mod option {
    use super::{Deserialize, Deserializer, Float, Serialize, Serializer};

    /// Writes a number, if there is one.
    #[allow(clippy::ref_option, reason = "the signature that serde calls")]
    pub fn serialize<T: Float, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        struct Wrapped<T>(T);
        impl<T: Float> Serialize for Wrapped<T> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                super::serialize(&self.0, serializer)
            }
        }
        match value {
            Some(value) => serializer.serialize_some(&Wrapped(*value)),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a number, if there is one.
    pub fn deserialize<'de, T: Float, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        struct Wrapped<T>(T);
        impl<'de, T: Float> Deserialize<'de> for Wrapped<T> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                super::deserialize(deserializer).map(Self)
            }
        }
        Ok(Option::<Wrapped<T>>::deserialize(deserializer)?.map(|wrapped| wrapped.0))
    }
}
