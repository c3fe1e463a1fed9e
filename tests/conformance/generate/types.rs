//! Declares the types of one suite: structures, unions and enums.

use std::fmt::Write as _;

use super::{
    field::{Field, Role, Source},
    model::{Model, Place},
    names::{RenameAll, Taken, pascal, type_identifier},
    value,
    vectors::{Direction, Kind, Shape},
};

/// The types of one suite, each declared once, in the order of first use.
#[derive(Default)]
pub(crate) struct Types {
    declared: Vec<(String, Role)>,
    pub(crate) source: String,
}

impl Types {
    /// Declares a structure in its role, under its own name or the given one, and all types that it refers to.
    pub(crate) fn structure<'a>(
        &mut self,
        model: &Model<'a>,
        shape_name: &'a str,
        role: Role,
        name: &str,
    ) -> Result<(), String> {
        if self.declared.iter().any(|(declared, _)| declared == name) {
            return Ok(());
        }
        self.declared.push((name.to_owned(), role));
        let fields = model.fields(shape_name, role)?;
        self.source
            .push_str(&structure(model, shape_name, &fields, role, name)?);
        for field in &fields {
            if field.source == Source::Payload
                && !matches!(model.shape(&field.member.shape)?.kind, Kind::Blob | Kind::String)
            {
                self.reachable(model, &field.member.shape, true)?;
            } else if model.is_flattened(field.member, field.place)? {
                self.items(model, &field.member.shape, model.shape(&field.member.shape)?, true)?;
            } else if field.source != Source::Payload {
                self.reachable(model, &field.member.shape, false)?;
            }
        }
        Ok(())
    }

    /// Declares the types that a shape requires, if any; `is_reply` if it is the whole body of a reply.
    pub(crate) fn reachable<'a>(
        &mut self,
        model: &Model<'a>,
        shape_name: &'a str,
        is_reply: bool,
    ) -> Result<(), String> {
        let shape = model.shape(shape_name)?;
        match shape.kind {
            Kind::Structure if shape.document => Ok(()),
            Kind::Structure if shape.union => self.union(model, shape_name, shape, is_reply),
            Kind::Structure => {
                let role = if is_reply { Role::Reply } else { Role::Nested };
                self.structure(model, shape_name, role, model.type_name(shape_name)?)
            }
            Kind::String => match &shape.values {
                Some(values) => self.string_enum(model, shape_name, values),
                None => Ok(()),
            },
            Kind::List | Kind::Map => self.items(model, shape_name, shape, false),
            _ => Ok(()),
        }
    }

    /// Declares what a list or a map needs, if it has names of its own, and its items.
    fn items<'a>(
        &mut self,
        model: &Model<'a>,
        shape_name: &'a str,
        shape: &'a Shape,
        is_flattened: bool,
    ) -> Result<(), String> {
        if model.type_name(shape_name).is_ok() {
            let types = model.named_types(shape_name, shape)?;
            for (name, source) in types.into_iter().skip(usize::from(is_flattened)) {
                if !self.declared.iter().any(|(declared, _)| *declared == name) {
                    self.declared.push((name, Role::Nested));
                    self.source.push_str(&source);
                }
            }
        }
        match shape.member.as_ref().or(shape.value.as_ref()) {
            Some(member) => self.reachable(model, &member.shape, false),
            None => Err(format!("shape `{shape_name}` has no element shape")),
        }
    }

    fn union<'a>(
        &mut self,
        model: &Model<'a>,
        shape_name: &'a str,
        shape: &'a Shape,
        is_reply: bool,
    ) -> Result<(), String> {
        let name = model.type_name(shape_name)?;
        if self.declared.iter().any(|(declared, _)| declared == name) {
            return Ok(());
        }
        self.declared.push((name.to_owned(), Role::Nested));
        let mut variants = Vec::new();
        let mut taken = Taken::with(&["Unknown"]);
        for (key, member) in shape.members.iter() {
            let ty = model.element_type(member, Place::Body)?;
            let ty = if model.is_within(&member.shape, shape_name) {
                format!("Box<{ty}>")
            } else {
                ty
            };
            variants.push((
                taken.take_type(&type_identifier(&pascal(key))),
                model.body_name(key, member)?,
                ty,
            ));
        }
        let rename = RenameAll::fitting(
            &variants
                .iter()
                .map(|(variant, wire, _)| (variant.as_str(), wire.as_str())),
        );
        let derives = match (model.direction, is_reply) {
            (Direction::Request, _) => "Debug, Serialize",
            (Direction::Response, false) => "Debug, PartialEq, Deserialize",
            (Direction::Response, true) => "Debug, PartialEq, Deserialize, FromResponse",
        };
        let _ = writeln!(self.source, "/// One of these.\n#[derive({derives})]");
        if is_reply && model.protocol.is_xml() {
            let _ = writeln!(self.source, "#[from_response({})]", xml_options(model, shape_name));
        }
        let root = root_attribute(model, shape_name, name);
        let container: Vec<&str> = root.as_deref().into_iter().chain(rename.attribute()).collect();
        if !container.is_empty() {
            let _ = writeln!(self.source, "#[serde({})]", container.join(", "));
        }
        let _ = writeln!(self.source, "pub enum {name} {{");
        for (variant, wire, ty) in &variants {
            if rename.apply(variant) != *wire {
                let _ = writeln!(self.source, "    #[serde(rename = {wire:?})]");
            }
            let _ = writeln!(self.source, "    {variant}({ty}),");
        }
        if model.direction == Direction::Response {
            self.source
                .push_str("    /// A member that this declaration does not know.\n    #[serde(other)]\n    Unknown,\n");
        }
        self.source.push_str("}\n\n");
        for (_, member) in shape.members.iter() {
            self.reachable(model, &member.shape, false)?;
        }
        Ok(())
    }

    fn string_enum(&mut self, model: &Model<'_>, shape_name: &str, values: &[String]) -> Result<(), String> {
        let name = model.type_name(shape_name)?;
        if self.declared.iter().any(|(declared, _)| declared == name) {
            return Ok(());
        }
        self.declared.push((name.to_owned(), Role::Nested));
        let variants = value::enum_variants(values);
        let derive = if model.direction == Direction::Request {
            "Serialize"
        } else {
            "PartialEq, Deserialize"
        };
        let _ = writeln!(self.source, "#[derive(Debug, {derive})]\npub enum {name} {{");
        for (variant, wire) in variants {
            if variant != wire {
                let _ = writeln!(self.source, "    #[serde(rename = {wire:?})]");
            }
            let _ = writeln!(self.source, "    {variant},");
        }
        self.source.push_str(
            "    /// A value that this declaration does not know.\n    #[serde(untagged)]\n    Unknown(String),\n}\n\n",
        );
        Ok(())
    }
}

/// Writes the declaration of one structure.
fn structure(
    model: &Model<'_>,
    shape_name: &str,
    fields: &[Field<'_>],
    role: Role,
    name: &str,
) -> Result<String, String> {
    let mut source = String::new();
    let has_defaults = fields.iter().any(|field| field.default.is_some());
    let members = fields.iter().filter(|field| field.source == Source::Body);
    let rename = RenameAll::fitting(&members.map(|field| (field.name.as_str(), field.wire.as_str())));
    let mut derives = vec!["Debug"];
    if !has_defaults {
        derives.push("Default");
    }
    if model.direction == Direction::Response {
        derives.push("PartialEq");
    }
    let is_body = fields.iter().all(|field| field.source == Source::Body);
    match (model.direction, is_body && !(role == Role::Reply && fields.is_empty())) {
        (Direction::Request, _) => derives.push("Serialize"),
        (Direction::Response, true) => derives.push("Deserialize"),
        (Direction::Response, false) => {}
    }
    if role == Role::Reply {
        derives.push("FromResponse");
    }
    let _ = writeln!(source, "#[derive({})]", derives.join(", "));
    let has_body = fields.iter().any(|field| field.source == Source::Body);
    if role == Role::Reply && model.protocol.is_xml() && has_body {
        let _ = writeln!(source, "#[from_response({})]", xml_options(model, shape_name));
    }
    let root = root_attribute(model, shape_name, name);
    let mut container: Vec<&str> = root.as_deref().into_iter().chain(rename.attribute()).collect();
    if has_defaults && model.direction == Direction::Response {
        container.push("default");
    }
    if !container.is_empty() {
        let _ = writeln!(source, "#[serde({})]", container.join(", "));
    }
    if role == Role::Reply && fields.is_empty() {
        let _ = writeln!(source, "pub struct {name};\n");
        return Ok(source);
    }
    if fields.is_empty() {
        let _ = writeln!(source, "pub struct {name} {{}}\n");
        return Ok(source);
    }
    let _ = writeln!(source, "pub struct {name} {{");
    for field in fields {
        if let Some(attribute) = field_attribute(model, field, role, rename) {
            let _ = writeln!(source, "    {attribute}");
        }
        let _ = writeln!(source, "    pub {}: {},", field.name, field.full_type());
    }
    source.push_str("}\n\n");
    if has_defaults {
        let _ = writeln!(
            source,
            "impl Default for {name} {{\n    fn default() -> Self {{\n        Self {{"
        );
        for field in fields {
            let _ = writeln!(source, "            {}: {},", field.name, value::default(model, field)?);
        }
        source.push_str("        }\n    }\n}\n\n");
    }
    Ok(source)
}

/// The options by which a reply is read from XML.
fn xml_options(model: &Model<'_>, shape_name: &str) -> String {
    match model.elements.get(shape_name) {
        Some(element) => format!("xml, member = {element:?}"),
        None => "xml".to_owned(),
    }
}

/// The name of the root, if it is not that of the type.
fn root_attribute(model: &Model<'_>, shape_name: &str, name: &str) -> Option<String> {
    let root = model.elements.get(shape_name)?;
    (model.direction == Direction::Request && root != name).then(|| format!("rename = {root:?}"))
}

impl Field<'_> {
    pub(crate) fn full_type(&self) -> String {
        let ty = if self.boxed {
            format!("Box<{}>", self.ty)
        } else {
            self.ty.clone()
        };
        if self.optional { format!("Option<{ty}>") } else { ty }
    }

    /// The module for `with`, for the field's whole type.
    pub(crate) fn with_module(&self) -> Option<String> {
        self.with.map(|module| {
            // `json_text` reads and writes an `Option` by itself.
            if self.optional && module != "json_text" {
                format!("{module}::option")
            } else {
                module.to_owned()
            }
        })
    }
}

/// The attribute of a field, if it needs one.
fn field_attribute(model: &Model<'_>, field: &Field<'_>, role: Role, rename: RenameAll) -> Option<String> {
    let direction = model.direction;
    let with = field.with_module();
    match field.source {
        Source::Body => {}
        Source::Header => {
            let with = with.map(|module| format!(", with = {module}")).unwrap_or_default();
            return Some(format!(
                "#[from_response(header = {:?}{with})]",
                field.wire.to_ascii_lowercase()
            ));
        }
        Source::PrefixHeaders => {
            let prefix = field.member.location_name.as_deref().unwrap_or_default();
            return Some(format!(
                "#[from_response(header_prefix = {:?})]",
                prefix.to_ascii_lowercase()
            ));
        }
        Source::Status => return Some("#[from_response(status)]".to_owned()),
        Source::Payload => return Some("#[from_response(body)]".to_owned()),
    }
    let mut arguments = Vec::new();
    if rename.apply(&field.name) != field.wire {
        arguments.push(format!("rename = {:?}", field.wire));
    }
    if let Some(with) = with {
        if direction == Direction::Response && field.optional {
            arguments.push("default".to_owned());
        }
        arguments.push(format!("with = {with:?}"));
    }
    // The query and XML leave `None` out by themselves.
    if direction == Direction::Request && field.optional && role != Role::Query && model.is_json(field.place) {
        arguments.push("skip_serializing_if = \"Option::is_none\"".to_owned());
    }
    (!arguments.is_empty()).then(|| format!("#[serde({})]", arguments.join(", ")))
}
