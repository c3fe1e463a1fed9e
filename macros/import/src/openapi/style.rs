//! The styles of parameters: the role and the type of the argument.

use super::operation::Context;
use super::parameter::{Parameter, Place};

use crate::model::Left;
use crate::model::operation::{Argument, Role};
use crate::model::types::{Item, Kind, Limits, Tagging, Type, Types};

/// The structure of a value, as styles distinguish it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    Scalar,
    /// A list of scalars.
    List,
    Object,
    /// A list that has no style of its own: of lists or objects.
    Nested,
}

impl Shape {
    pub(super) fn of(types: &Types, ty: &Type) -> Self {
        match ty {
            Type::List(item) => match Self::of(types, &item.ty) {
                Self::Scalar => Self::List,
                _ => Self::Nested,
            },
            Type::Map(_) => Self::Object,
            Type::Boxed(inner) => Self::of(types, inner),
            Type::Named(id) => match &types[*id].kind {
                Kind::Enum(_) => Self::Scalar,
                Kind::OneOf(of) if of.tagging == Tagging::Untagged => {
                    let variants = of.variants.iter().filter_map(|variant| variant.ty.as_ref());
                    variants
                        .map(|ty| Self::of_variant(types, ty))
                        .max()
                        .unwrap_or(Self::Scalar)
                }
                Kind::OneOf(_) | Kind::Struct(_) | Kind::ByStatus(_) => Self::Object,
            },
            _ => Self::Scalar,
        }
    }

    /// The shape of a variant. One that has variants itself counts as an object, since types may be recursive.
    fn of_variant(types: &Types, ty: &Type) -> Self {
        match ty.named().map(|id| &types[id].kind) {
            Some(Kind::OneOf(_)) => Self::Object,
            _ => Self::of(types, ty),
        }
    }
}

/// Whether members of an object are objects, or lists of them, so that they have no place in flat pairs.
pub(super) fn has_nested_members(types: &Types, ty: &Type) -> bool {
    let is_nested = |ty: &Type| matches!(Shape::of(types, ty), Shape::Object | Shape::Nested) || *ty == Type::Json;
    match ty {
        Type::Map(item) => is_nested(&item.ty),
        Type::Named(id) => match &types[*id].kind {
            Kind::Struct(of) => of.rest.is_some() || of.fields.iter().any(|field| is_nested(&field.ty)),
            _ => true,
        },
        _ => true,
    }
}

impl Parameter<'_> {
    /// Makes an argument, or says why there is none.
    pub(super) fn argument(&self, operation: &mut Context<'_, '_, '_>) -> Result<Argument, Left> {
        let mut doc = self.doc();
        let mut limits = Limits::default();
        let mut ty = Type::String;
        if self.is_json {
            // Only members of groups are documented.
            if self.required {
                operation.notes.push(format!("The value of `{}` is JSON.", self.name));
            }
            doc.notes.push("JSON text.".to_owned());
        } else if let Some(schema) = &self.schema {
            let typed = operation.schemas.read(schema, &operation.name(&self.node, self.name))?;
            if doc.text.is_empty() {
                doc.text = typed.doc.text;
            }
            doc.url = typed.doc.url;
            doc.deprecated |= typed.doc.deprecated;
            doc.notes.extend(typed.doc.notes);
            limits = typed.limits;
            ty = as_text(typed.ty);
        }
        let types = operation.schemas.types();
        let is_list = self.place == Place::Path && Shape::of(types, &ty) == Shape::List;
        let (role, ty) = match self.place {
            Place::Path => (Role::Path, self.path(types, ty)?),
            Place::Query => self.query(types, ty)?,
            Place::Header | Place::Cookie => (Role::Header, self.header(types, ty)?),
        };
        if is_list {
            let note = format!("The values of `{}` are separated by commas.", self.name);
            operation.notes.push(note);
        }
        if ty == Type::String && !self.is_text() {
            limits = Limits::default();
        }
        Ok(Argument {
            required: self.required,
            doc,
            limits,
            ..Argument::new(self.name, role, ty)
        })
    }

    /// Whether the limits of the schema are those of a text.
    fn is_text(&self) -> bool {
        let schema = self.schema.clone().and_then(|schema| schema.resolved().ok());
        schema.is_some_and(|schema| schema.text("type") == Some("string"))
    }

    fn path(&self, types: &Types, ty: Type) -> Result<Type, Left> {
        match (self.style(), Shape::of(types, &ty)) {
            (Some(style @ ("label" | "matrix")), _) => Err(self
                .node
                .left(format!("the path parameter `{}` has the style `{style}`", self.name))),
            (_, Shape::Scalar) => Ok(ty),
            (_, Shape::List) => Ok(Type::String),
            (_, Shape::Object | Shape::Nested) => Err(self
                .node
                .left(format!("the path parameter `{}` is an object", self.name))),
        }
    }

    fn header(&self, types: &Types, ty: Type) -> Result<Type, Left> {
        match Shape::of(types, &ty) {
            Shape::Scalar | Shape::List => Ok(ty),
            Shape::Object | Shape::Nested => Err(self.node.left(format!("the header `{}` is an object", self.name))),
        }
    }

    fn query(&self, types: &Types, ty: Type) -> Result<(Role, Type), Left> {
        let shape = Shape::of(types, &ty);
        let style = self.style().unwrap_or("form");
        let role = match (style, shape) {
            (_, Shape::Scalar) => Role::Query,
            ("deepObject", _) | (_, Shape::Nested) => Role::QueryBrackets,
            ("pipeDelimited", Shape::List) if !self.explode() => Role::QueryPipe,
            ("spaceDelimited", Shape::List) if !self.explode() => Role::QuerySpace,
            (_, Shape::List) if style != "form" || self.explode() => Role::Query,
            (_, Shape::List) => Role::QueryComma,
            ("form", Shape::Object) if self.explode() => return Ok(flattened(types, ty)),
            (_, Shape::Object) => {
                let reason = format!(
                    "the query parameter `{}` is an object in the style `{style}`",
                    self.name
                );
                return Err(self.node.left(reason));
            }
        };
        Ok((role, ty))
    }
}

/// An object whose members are parameters. Those that are objects themselves cannot be parameters of the form style, so the object is
/// taken for one in brackets.
fn flattened(types: &Types, ty: Type) -> (Role, Type) {
    match ty {
        Type::Map(item) if item.ty == Type::Json => (Role::QueryFlatten, text_map()),
        ty if has_nested_members(types, &ty) => (Role::QueryBrackets, ty),
        ty => (Role::QueryFlatten, ty),
    }
}

/// A map of texts.
pub(super) fn text_map() -> Type {
    Type::Map(Box::new(Item {
        ty: Type::String,
        nullable: false,
    }))
}

/// A type whose values are sent as text: bytes and any JSON are text that the caller writes.
fn as_text(ty: Type) -> Type {
    match ty {
        Type::Bytes | Type::Json => Type::String,
        Type::List(item) => Type::List(Box::new(Item {
            ty: as_text(item.ty),
            nullable: false,
        })),
        ty => ty,
    }
}
