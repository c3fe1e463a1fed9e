//! One of several types without a tag: the type that all have in common, or one for each kind of JSON.

use super::{Place, Schemas, Typed, object};
use crate::model::types::{Around, EnumValue, Item, Kind, OneOf, Tagging, Type, Variant};

/// The most alternatives that a note names.
const MAX_NAMED: usize = 8;

/// An alternative.
#[derive(Clone)]
pub(super) struct Alternative {
    /// The name of its schema.
    pub(super) label: Option<String>,
    /// Its only value, with documentation.
    pub(super) value: Option<EnumValue>,
    pub(super) typed: Typed,
}

impl Alternative {
    pub(super) fn new(typed: Typed) -> Self {
        Self {
            label: None,
            value: None,
            typed,
        }
    }
}

/// The kinds of JSON values, which distinguish alternatives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Bool,
    Number,
    String,
    List,
    Object,
}

impl Schemas<'_> {
    /// Finds a type for the alternatives.
    pub(super) fn union(&mut self, place: Place<'_, '_>, alternatives: &[Alternative]) -> Typed {
        let nullable = alternatives.iter().any(|alternative| alternative.typed.nullable);
        let typed = self.united(place, alternatives);
        let mut typed = typed.unwrap_or_else(|| Typed::json(note(alternatives)));
        typed.nullable |= nullable;
        typed
    }

    fn united(&mut self, place: Place<'_, '_>, alternatives: &[Alternative]) -> Option<Typed> {
        let alternatives: Vec<Alternative> = alternatives
            .iter()
            .flat_map(|alternative| self.flat(alternative))
            .collect();
        let mut groups: Vec<(Sort, Vec<&Alternative>)> = Vec::new();
        for alternative in &alternatives {
            let sort = self.sort(&alternative.typed.ty)?;
            match groups.iter_mut().find(|(other, _)| *other == sort) {
                Some((_, group)) => group.push(alternative),
                None => groups.push((sort, vec![alternative])),
            }
        }
        if let [(_, group)] = groups.as_slice() {
            return self.common_type(place, group).map(Typed::new);
        }
        let mut variants = Vec::new();
        for (sort, group) in groups {
            let inner = Place {
                is_named: false,
                ..place
            };
            let mut ty = self.common_type(inner, &group)?;
            object::make_json(&mut ty);
            self.rename(&ty, place.name, sort);
            variants.push(Variant::new(sort.name(), Some(ty)));
        }
        Some(self.define(
            place,
            Kind::OneOf(OneOf {
                tagging: Tagging::Untagged,
                variants,
            }),
        ))
    }

    /// The alternatives of an alternative, if it has several kinds of JSON itself.
    fn flat(&self, alternative: &Alternative) -> Vec<Alternative> {
        if let Type::Named(id) = alternative.typed.ty
            && let Kind::OneOf(OneOf {
                tagging: Tagging::Untagged,
                variants,
            }) = &self.types[id].kind
        {
            let types = variants.iter().filter_map(|variant| variant.ty.clone());
            return types.map(|ty| Alternative::new(Typed::new(ty))).collect();
        }
        vec![alternative.clone()]
    }

    /// An inline type has the name of its union, which then needs it itself.
    fn rename(&mut self, ty: &Type, union: &str, sort: Sort) {
        if let Type::Named(id) = ty
            && !self.types[*id].is_named
            && self.types[*id].name == union
        {
            self.types[*id].name = format!("{union} {}", sort.name());
        }
    }

    /// The kind of JSON that a type has; `None` if it has several.
    fn sort(&self, ty: &Type) -> Option<Sort> {
        Some(match ty {
            Type::Bool => Sort::Bool,
            Type::I32 | Type::I64 | Type::U32 | Type::U64 | Type::F32 | Type::F64 | Type::EpochSeconds => Sort::Number,
            Type::String | Type::Bytes | Type::Stream | Type::Blob | Type::DateTime | Type::HttpDate => Sort::String,
            Type::Json => return None,
            Type::List(_) | Type::Xml(Around::List(_), _) => Sort::List,
            Type::Map(_) | Type::Xml(..) => Sort::Object,
            Type::Boxed(inner) => return self.sort(inner),
            Type::Named(id) if self.undefined.contains(id) => return None,
            Type::Named(id) => match &self.types[*id].kind {
                Kind::Struct(_) => Sort::Object,
                Kind::Enum(_) => Sort::String,
                Kind::OneOf(of) if of.tagging != Tagging::Untagged => Sort::Object,
                Kind::OneOf(_) | Kind::ByStatus(_) => return None,
            },
        })
    }

    /// The type of alternatives that have the same kind of JSON.
    fn common_type(&mut self, place: Place<'_, '_>, group: &[&Alternative]) -> Option<Type> {
        let (first, others) = group.split_first()?;
        if others.iter().all(|other| other.typed.ty == first.typed.ty) {
            return Some(first.typed.ty.clone());
        }
        let types: Vec<&Type> = group.iter().map(|alternative| &alternative.typed.ty).collect();
        match self.sort(&first.typed.ty)? {
            Sort::Bool => Some(Type::Bool),
            Sort::Number => Some(common_number(&types)),
            Sort::String => Some(self.common_text(place, group)),
            Sort::List => Some(Type::List(Box::new(common_item(&types)))),
            Sort::Object => types
                .iter()
                .all(|ty| matches!(ty, Type::Map(_)))
                .then(|| Type::Map(Box::new(common_item(&types)))),
        }
    }

    /// The type of texts: an enum if there is one, since enums are open.
    fn common_text(&mut self, place: Place<'_, '_>, group: &[&Alternative]) -> Type {
        let mut enums: Vec<&Type> = Vec::new();
        for alternative in group {
            match &alternative.typed.ty {
                Type::Named(_) if enums.contains(&&alternative.typed.ty) => {}
                Type::Named(_) => enums.push(&alternative.typed.ty),
                Type::String => {}
                _ => return Type::String,
            }
        }
        if let [only] = enums.as_slice() {
            return (*only).clone();
        }
        let mut values: Vec<EnumValue> = Vec::new();
        for alternative in group {
            let described = alternative.value.iter();
            let Type::Named(id) = alternative.typed.ty else {
                continue;
            };
            let Kind::Enum(of) = &self.types[id].kind else { continue };
            for value in described.chain(of) {
                if values.iter().all(|other| other.value != value.value) {
                    values.push(value.clone());
                }
            }
        }
        self.add(place, Kind::Enum(values)).map_or(Type::String, Type::Named)
    }
}

impl Sort {
    fn name(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Number => "number",
            Self::String => "string",
            Self::List => "list",
            Self::Object => "object",
        }
    }
}

fn common_number(types: &[&Type]) -> Type {
    let is_unsigned = |ty: &&Type| matches!(ty, Type::U32 | Type::U64);
    let is_integer = |ty: &&Type| matches!(ty, Type::I32 | Type::I64 | Type::U32 | Type::U64);
    if types.iter().all(is_unsigned) {
        Type::U64
    } else if types.iter().all(is_integer) {
        Type::I64
    } else {
        Type::F64
    }
}

fn common_item(types: &[&Type]) -> Item {
    let items = types.iter().filter_map(|ty| match ty {
        Type::List(item) | Type::Map(item) => Some(item),
        _ => None,
    });
    let nullable = items.clone().any(|item| item.nullable);
    let mut items = items.map(|item| &item.ty);
    match items.next() {
        Some(first) if items.all(|item| item == first) => Item {
            ty: first.clone(),
            nullable,
        },
        _ => Item {
            ty: Type::Json,
            nullable: false,
        },
    }
}

/// Why alternatives are any JSON.
fn note(alternatives: &[Alternative]) -> String {
    let labels: Vec<String> = alternatives
        .iter()
        .filter_map(|alternative| Some(format!("`{}`", alternative.label.as_ref()?)))
        .collect();
    match labels.get(..MAX_NAMED) {
        _ if labels.len() < alternatives.len() => "One of several schemas.".to_owned(),
        Some(few) if labels.len() > MAX_NAMED => format!("One of {}, and others.", few.join(", ")),
        _ => format!("One of {}.", labels.join(", ")),
    }
}
