//! Limits as checks: `check::range(1..=100)` on an argument, and the method `check` of a struct.

use std::collections::HashSet;

use super::arguments::omits_empty;
use super::structs::is_plain_list;
use super::writer::{Writer, unraw};
use crate::model::Model;
use crate::model::operation::{Argument, BodyFormat, Role};
use crate::model::types::{Direction, Field, Kind, Limits, Source, Struct, Type, TypeDef, TypeId};

/// Finds the structs that are arguments and have members with limits.
pub(super) fn find(model: &Model) -> HashSet<TypeId> {
    let declarations = model
        .operations
        .iter()
        .filter_map(|operation| operation.declaration.as_ref().ok());
    declarations
        .flat_map(|declaration| &declaration.arguments)
        .filter_map(|argument| checked(model, argument))
        .collect()
}

/// The struct of an argument whose members are checked.
fn checked(model: &Model, argument: &Argument) -> Option<TypeId> {
    let format = match argument.role {
        Role::QueryFlatten | Role::QueryBrackets | Role::HeaderPrefix => BodyFormat::Form,
        Role::Body(format) => format,
        _ => return None,
    };
    let id = match &argument.ty {
        Type::Named(id)
            if matches!(
                format,
                BodyFormat::Json | BodyFormat::Form | BodyFormat::FormBrackets | BodyFormat::Xml
            ) =>
        {
            *id
        }
        _ => return None,
    };
    let definition = &model.types[id];
    match &definition.kind {
        Kind::Struct(of) => of
            .fields
            .iter()
            .any(|field| member_rule(field, definition).is_some())
            .then_some(id),
        _ => None,
    }
}

impl Writer<'_> {
    /// The attribute `#[check(…)]` of an argument with limits.
    pub(super) fn argument_check(&mut self, argument: &Argument) -> Option<String> {
        if let Some(id) = checked(self.model, argument) {
            return Some(format!("#[check({}::check)]", self.model.types[id].name));
        }
        if matches!(
            argument.role,
            Role::Part | Role::Body(BodyFormat::Bytes | BodyFormat::Stream)
        ) && argument.ty != Type::String
        {
            return None;
        }
        let is_empty_absent = !argument.required && omits_empty(argument);
        let rule = rule(&argument.ty, &argument.limits, is_empty_absent)?;
        self.name("check");
        Some(format!("#[check({rule})]"))
    }

    /// Writes the method that checks the members of a struct.
    pub(super) fn check_method(&mut self, definition: &TypeDef, of: &Struct) {
        self.name("check");
        self.lines.gap();
        self.lines.open(&format!("impl {} {{", definition.name));
        self.lines.open("fn check(&self) -> Result<(), check::Message> {");
        self.lines.open("check::Members::new()");
        for field in &of.fields {
            let Some(rule) = member_rule(field, definition) else {
                continue;
            };
            let name = &field.rust_name;
            let value = if field.is_optional() && !is_plain_list(field, definition, of) {
                format!("self.{name}.as_ref()")
            } else {
                format!("Some(&self.{name})")
            };
            self.lines.line(&format!(".member({:?}, {value}, {rule})", unraw(name)));
        }
        self.lines.line(".finish()");
        self.lines.dedent();
        self.lines.close("}");
        self.lines.close("}");
    }
}

/// The rule for a member, if it is sent and has limits.
fn member_rule(field: &Field, definition: &TypeDef) -> Option<String> {
    if field.direction == Direction::Response || field.source != Source::Json {
        return None;
    }
    let is_empty_absent = definition.usage.is_query && !field.required && matches!(field.ty, Type::List(_));
    rule(&field.ty, &field.limits, is_empty_absent)
}

/// The rule for values of a type; none if all values obey it, or none can.
fn rule(ty: &Type, limits: &Limits, is_empty_absent: bool) -> Option<String> {
    match ty {
        Type::I32 => integer(limits, i32::MIN.into(), i32::MAX.into()),
        Type::I64 => integer(limits, i64::MIN.into(), i64::MAX.into()),
        Type::U32 => integer(limits, 0, u32::MAX.into()),
        Type::U64 => integer(limits, 0, u64::MAX.into()),
        Type::F32 | Type::F64 => float(limits, *ty == Type::F32),
        Type::String | Type::List(_) | Type::Map(_) => length(limits, is_empty_absent),
        _ => None,
    }
}

fn length(limits: &Limits, is_empty_absent: bool) -> Option<String> {
    let minimum = limits.min_length.filter(|_| !is_empty_absent).map_or(0, i128::from);
    let maximum = limits.max_length.map_or(i128::MAX, i128::from);
    // A `usize` may have 32 bits.
    bounds(minimum, maximum, 0, u32::MAX.into()).map(|range| format!("check::length({range})"))
}

fn integer(limits: &Limits, least: i128, greatest: i128) -> Option<String> {
    let minimum = limits
        .minimum
        .as_deref()
        .and_then(|limit| whole(limit, f64::ceil))
        .unwrap_or(least);
    let maximum = limits
        .maximum
        .as_deref()
        .and_then(|limit| whole(limit, f64::floor))
        .unwrap_or(greatest);
    bounds(minimum, maximum, least, greatest).map(|range| format!("check::range({range})"))
}

/// Reads a limit of whole numbers, which may be written as a fraction.
fn whole(limit: &str, round: fn(f64) -> f64) -> Option<i128> {
    let limit = limit.trim();
    limit.parse().ok().or_else(|| {
        let number = round(limit.parse().ok()?);
        // A cast saturates, and larger numbers are not limits of any type.
        #[expect(clippy::cast_possible_truncation, reason = "as above")]
        number.is_finite().then_some(number as i128)
    })
}

/// The range within the bounds of a type.
fn bounds(minimum: i128, maximum: i128, least: i128, greatest: i128) -> Option<String> {
    if minimum > maximum || minimum > greatest || maximum < least {
        return None;
    }
    match (minimum > least, maximum < greatest) {
        (true, true) => Some(format!(
            "{}..={}",
            grouped(&minimum.to_string()),
            grouped(&maximum.to_string())
        )),
        (true, false) => Some(format!("{}..", grouped(&minimum.to_string()))),
        (false, true) => Some(format!("..={}", grouped(&maximum.to_string()))),
        (false, false) => None,
    }
}

fn float(limits: &Limits, is_single: bool) -> Option<String> {
    let read = |limit: &Option<String>| {
        limit
            .as_ref()?
            .trim()
            .parse::<f64>()
            .ok()
            .filter(|limit| limit.is_finite())
    };
    let write = |limit: f64| {
        // The shortest literal of the type, since clippy rejects digits that have no effect.
        #[expect(clippy::cast_possible_truncation, reason = "as above")]
        let literal = if is_single {
            format!("{:?}", limit as f32)
        } else {
            format!("{limit:?}")
        };
        grouped(&literal)
    };
    match (read(&limits.minimum), read(&limits.maximum)) {
        (Some(minimum), Some(maximum)) if minimum > maximum => None,
        (Some(minimum), Some(maximum)) => Some(format!("check::range({}..={})", write(minimum), write(maximum))),
        (Some(minimum), None) => Some(format!("check::range({}..)", write(minimum))),
        (None, Some(maximum)) => Some(format!("check::range(..={})", write(maximum))),
        (None, None) => None,
    }
}

/// Groups the digits of a number with more than five of them.
fn grouped(number: &str) -> String {
    let digits = number.trim_start_matches('-');
    let (whole, rest) = digits.split_at(
        digits
            .find(|character: char| !character.is_ascii_digit())
            .unwrap_or(digits.len()),
    );
    let sign = if digits.len() < number.len() { "-" } else { "" };
    if whole.len() <= 5 {
        return number.to_owned();
    }
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(minimum: Option<&str>, maximum: Option<&str>) -> Limits {
        Limits {
            minimum: minimum.map(str::to_owned),
            maximum: maximum.map(str::to_owned),
            ..Limits::default()
        }
    }

    #[test]
    fn limits_are_literals_of_their_types() {
        let written = |ty: &Type, minimum, maximum| rule(ty, &number(minimum, maximum), false).unwrap_or_default();
        assert_eq!(written(&Type::U32, Some("1"), Some("100")), "check::range(1..=100)");
        assert_eq!(
            written(&Type::U32, Some("0"), Some("1e6")),
            "check::range(..=1_000_000)"
        );
        assert_eq!(written(&Type::I64, Some("-0.5"), None), "check::range(0..)");
        assert_eq!(
            written(&Type::F64, Some("-90"), Some("1234567")),
            "check::range(-90.0..=1_234_567.0)"
        );
        assert_eq!(written(&Type::F32, Some("0.1"), None), "check::range(0.1..)");
        assert_eq!(
            written(&Type::F64, None, Some("0.30000000000000004")),
            "check::range(..=0.30000000000000004)"
        );
    }

    #[test]
    fn limits_that_no_or_all_values_obey_are_not_checked() {
        for (ty, minimum, maximum) in [
            (Type::U32, Some("0"), Some("4294967295")),
            (Type::I32, Some("-9999999999"), Some("9223372036854775807")),
            (Type::U32, Some("5"), Some("4")),
            (Type::U32, None, Some("-1")),
            (Type::I32, Some("9999999999"), None),
            (Type::F64, Some("2"), Some("1")),
            (Type::U32, Some("many"), Some("NaN")),
            (Type::DateTime, Some("1"), Some("2")),
        ] {
            assert_eq!(
                rule(&ty, &number(minimum, maximum), false),
                None,
                "{ty:?} {minimum:?} {maximum:?}"
            );
        }
        let length = Limits {
            min_length: Some(0),
            max_length: Some(u64::MAX),
            ..Limits::default()
        };
        assert_eq!(rule(&Type::String, &length, false), None);
    }

    #[test]
    fn empty_list_that_is_not_sent_has_no_least_length() {
        let list = Type::List(Box::new(crate::model::types::Item {
            ty: Type::String,
            nullable: false,
        }));
        let limits = Limits {
            min_length: Some(1),
            max_length: Some(50),
            ..Limits::default()
        };
        assert_eq!(rule(&list, &limits, false).unwrap(), "check::length(1..=50)");
        assert_eq!(rule(&list, &limits, true).unwrap(), "check::length(..=50)");
    }
}
