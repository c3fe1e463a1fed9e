//! Arguments: their role, their check, and their type.

use super::rust_type::optional;
use super::writer::{Writer, literal, unraw};
use crate::model::operation::{Argument, BodyFormat, Role};
use crate::model::types::{Kind, Tagging, Type};

impl Writer<'_> {
    /// The attributes of an argument, and its name with its type.
    pub(super) fn argument(&mut self, argument: &Argument) -> (String, String) {
        let attributes: Vec<String> = role(argument)
            .into_iter()
            .chain(self.argument_check(argument))
            .collect();
        let ty = self.argument_type(argument);
        (attributes.join(" "), format!("{}: {ty}", argument.rust_name))
    }

    fn argument_type(&mut self, argument: &Argument) -> String {
        let is_optional = !argument.required && !omits_empty(argument);
        let ty = match (&argument.role, &argument.ty) {
            (Role::Body(BodyFormat::Bytes), _) => self.name("Bytes").to_owned(),
            (Role::Body(BodyFormat::Stream), _) => self.name("ByteStream").to_owned(),
            (Role::Part, ty) => self.part(ty),
            (_, ty) => self.borrowed(ty),
        };
        optional(ty, is_optional && argument.role != Role::Path)
    }

    /// The type of a part: text, or a `Part` of bytes or JSON.
    fn part(&mut self, ty: &Type) -> String {
        if self.is_text(ty) {
            return self.borrowed(ty);
        }
        match ty {
            Type::List(item) if self.is_text(&item.ty) => self.borrowed(ty),
            Type::List(item) if !matches!(item.ty, Type::List(_)) => format!("&[{}]", self.name("Part")),
            _ => self.name("Part").to_owned(),
        }
    }

    /// A sentence about a part whose type does not show what it contains.
    pub(super) fn part_note(&self, argument: &Argument) -> Option<String> {
        let ty = match &argument.ty {
            Type::List(item) if !matches!(item.ty, Type::List(_)) => &item.ty,
            ty => ty,
        };
        // Any JSON stands for alternatives that cannot be distinguished, such as a file or its id.
        if argument.role != Role::Part || self.is_text(ty) || matches!(ty, Type::Bytes | Type::Json) {
            return None;
        }
        let name = unraw(&argument.rust_name);
        Some(match ty {
            Type::Named(id) => {
                let ty = &self.model.types[*id].name;
                format!("The part `{name}` is a `Part::json` of [`{ty}`].")
            }
            _ => format!("The part `{name}` is a `Part::json`."),
        })
    }

    /// Whether a value is sent as text: a scalar, or one of several scalars.
    fn is_text(&self, ty: &Type) -> bool {
        match ty {
            Type::Boxed(inner) => self.is_text(inner),
            Type::Named(id) => match &self.model.types[*id].kind {
                Kind::OneOf(of) if of.tagging == Tagging::Untagged => {
                    let mut types = of.variants.iter().filter_map(|variant| variant.ty.as_ref());
                    types.all(|ty| self.is_scalar(ty))
                }
                _ => self.is_scalar(ty),
            },
            _ => self.is_scalar(ty),
        }
    }

    fn is_scalar(&self, ty: &Type) -> bool {
        match ty {
            Type::Bytes | Type::Stream | Type::Json | Type::List(_) | Type::Map(_) | Type::Xml(..) | Type::Boxed(_) => {
                false
            }
            Type::Named(id) => matches!(self.model.types[*id].kind, Kind::Enum(_)),
            _ => true,
        }
    }
}

/// Whether an empty list or map is sent as nothing at all, so that the argument needs no `Option`.
pub(super) fn omits_empty(argument: &Argument) -> bool {
    let is_body = matches!(argument.role, Role::Body(_));
    match argument.ty {
        // An empty list would be an empty header.
        Type::List(_) => !is_body && argument.role != Role::Header,
        Type::Map(_) => matches!(
            argument.role,
            Role::QueryFlatten | Role::QueryBrackets | Role::HeaderPrefix
        ),
        _ => false,
    }
}

/// The attribute that states the role; none for labels.
fn role(argument: &Argument) -> Option<String> {
    let key = (argument.name != unraw(&argument.rust_name)).then(|| literal(&argument.name));
    Some(match &argument.role {
        Role::Path => return None,
        Role::Query => attribute("query", [key]),
        Role::QueryComma => attribute("query", [key, Some("comma".to_owned())]),
        Role::QueryPipe => attribute("query", [key, Some("pipe".to_owned())]),
        Role::QuerySpace => attribute("query", [key, Some("space".to_owned())]),
        Role::QueryBrackets => attribute("query", [key, Some("brackets".to_owned())]),
        Role::QueryFlatten => "#[query(flatten)]".to_owned(),
        Role::Header => format!("#[header({})]", literal(&argument.name)),
        Role::HeaderPrefix => format!("#[header(prefix = {})]", literal(&argument.name)),
        Role::Body(format) => body(*format).to_owned(),
        Role::Part => attribute("part", [key]),
    })
}

fn body(format: BodyFormat) -> &'static str {
    match format {
        BodyFormat::Json => "#[body]",
        BodyFormat::Form => "#[body(form)]",
        BodyFormat::FormBrackets => "#[body(form, brackets)]",
        BodyFormat::Text => "#[body(text)]",
        BodyFormat::Bytes => "#[body(bytes)]",
        BodyFormat::Stream => "#[body(stream)]",
        BodyFormat::JsonLines => "#[body(json_lines)]",
        BodyFormat::Xml => "#[body(xml)]",
    }
}

/// An attribute with those options that there are.
fn attribute(name: &str, options: impl IntoIterator<Item = Option<String>>) -> String {
    let options: Vec<String> = options.into_iter().flatten().collect();
    match options.as_slice() {
        [] => format!("#[{name}]"),
        options => format!("#[{name}({})]", options.join(", ")),
    }
}
