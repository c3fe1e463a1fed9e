//! Limits, as far as they limit the type that has been chosen.

use serde_json::{Number, Value};

use crate::document::Node;
use crate::model::types::{Limits, Type};

/// Reads the bounds of a length. Those that no value meets, or that every value meets, are dropped.
pub(super) fn length(schema: &Node<'_>, least: &str, most: &str) -> Limits {
    let bound = |name| {
        schema
            .value()
            .get(name)
            .and_then(whole)
            .and_then(|bound| u64::try_from(bound).ok())
    };
    let min_length = bound(least).filter(|bound| *bound > 0);
    let max_length = bound(most);
    if min_length.zip(max_length).is_some_and(|(least, most)| least > most) {
        return Limits::default();
    }
    Limits {
        min_length,
        max_length,
        ..Limits::default()
    }
}

/// Chooses the type of an integer, and reads its bounds.
pub(super) fn integer(schema: &Node<'_>, format: &str) -> (Type, Limits) {
    let (minimum, maximum) = bounds(schema);
    let minimum = minimum.as_ref().and_then(|bound| bound.rounded(f64::ceil, 1));
    let maximum = maximum.as_ref().and_then(|bound| bound.rounded(f64::floor, -1));
    let is_sensible = minimum.zip(maximum).is_none_or(|(least, most)| least <= most);
    let (minimum, maximum) = if is_sensible { (minimum, maximum) } else { (None, None) };
    let is_unsigned = format.starts_with("uint") || minimum.is_some_and(|least| least >= 0);
    let is_short = matches!(format, "int32" | "uint32");
    let within = |least: i128, most: i128| {
        let holds = |bound: Option<i128>| bound.is_none_or(|bound| (least..=most).contains(&bound));
        holds(minimum) && holds(maximum)
    };
    let (ty, least, most) = match (is_unsigned, is_short) {
        (true, true) if within(0, u32::MAX.into()) => (Type::U32, 0, u32::MAX.into()),
        (true, _) => (Type::U64, 0, u64::MAX.into()),
        (false, true) if within(i32::MIN.into(), i32::MAX.into()) => (Type::I32, i32::MIN.into(), i32::MAX.into()),
        (false, _) => (Type::I64, i64::MIN.into(), i64::MAX.into()),
    };
    let inner = |bound: Option<i128>| {
        bound
            .filter(|bound| least < *bound && *bound < most)
            .map(|bound| bound.to_string())
    };
    let limits = Limits {
        minimum: inner(minimum),
        maximum: inner(maximum),
        ..Limits::default()
    };
    (ty, limits)
}

/// Reads the bounds of a number; those that are exclusive cannot be stated.
pub(super) fn float(schema: &Node<'_>) -> Limits {
    let (minimum, maximum) = bounds(schema);
    let minimum = minimum.filter(|bound| !bound.is_exclusive).map(|bound| bound.number);
    let maximum = maximum.filter(|bound| !bound.is_exclusive).map(|bound| bound.number);
    let values = minimum
        .as_ref()
        .and_then(Number::as_f64)
        .zip(maximum.as_ref().and_then(Number::as_f64));
    if values.is_some_and(|(least, most)| least > most) {
        return Limits::default();
    }
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    Limits {
        minimum: text(minimum),
        maximum: text(maximum),
        ..Limits::default()
    }
}

struct Bound {
    number: Number,
    is_exclusive: bool,
}

impl Bound {
    /// The first integer within the bound; `inwards` leads away from an exclusive one.
    fn rounded(&self, round: impl Fn(f64) -> f64, inwards: i128) -> Option<i128> {
        if let Some(whole) = self.number.as_i128() {
            return Some(if self.is_exclusive { whole + inwards } else { whole });
        }
        let number = self.number.as_f64()?;
        let rounded = as_whole(round(number))?;
        let is_whole = round(number).to_bits() == number.to_bits();
        Some(if self.is_exclusive && is_whole {
            rounded + inwards
        } else {
            rounded
        })
    }
}

/// Reads `minimum` and `maximum`, with the exclusive ones of 3.0 (flags) and of 3.1 (numbers).
fn bounds(schema: &Node<'_>) -> (Option<Bound>, Option<Bound>) {
    let bound = |name: &str, exclusive: &str| {
        let inclusive = schema.value().get(name);
        match schema.value().get(exclusive) {
            Some(Value::Number(number)) => Some(Bound {
                number: number.clone(),
                is_exclusive: true,
            }),
            flag => {
                let number = inclusive?.as_number()?.clone();
                Some(Bound {
                    number,
                    is_exclusive: flag == Some(&Value::Bool(true)),
                })
            }
        }
    };
    (
        bound("minimum", "exclusiveMinimum"),
        bound("maximum", "exclusiveMaximum"),
    )
}

/// A number without a fraction, however it is written.
fn whole(value: &Value) -> Option<i128> {
    let number = value.as_number()?;
    number.as_i128().or_else(|| as_whole(number.as_f64()?))
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the number has no fraction, and is smaller than the largest"
)]
fn as_whole(number: f64) -> Option<i128> {
    (number.trunc().to_bits() == number.to_bits() && number.abs() < 1e30).then_some(number as i128)
}
