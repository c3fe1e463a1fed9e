//! Structs and their members.

use super::derives::Derives;
use super::page::PageAttributes;
use super::rename::{self, Of, Rule};
use super::rust_type::optional;
use super::writer::{Writer, literal, unraw};
use crate::docs;
use crate::model::types::{Direction, Field, Item, Source, Struct, Type, TypeDef, TypeId, Usage};

impl Writer<'_> {
    pub(super) fn structure(&mut self, id: TypeId, definition: &TypeDef, of: &Struct) {
        let usage = definition.usage;
        let is_json = of.fields.iter().all(|field| field.source == Source::Json);
        let page = self.page(id);
        let derives = Derives {
            default: self.defaults.contains(&id),
            // The derive `FromResponse` reads the members that are JSON itself.
            deserialize: usage.response && is_json,
            page: page.is_some(),
            is_stream: of.fields.iter().any(|field| field.ty == Type::Stream),
            ..Derives::of(usage)
        };
        let has_json =
            derives.deserialize || derives.serialize || of.fields.iter().any(|field| field.source == Source::Json);
        let names: Vec<(&str, &str)> = of
            .fields
            .iter()
            .filter(|field| field.source == Source::Json)
            .map(|field| (unraw(&field.rust_name), written_name(field, derives)))
            .collect();
        let rule = rename::rule(Of::Fields, &names);
        let fallback = if usage.is_query {
            self.query_fallback(id, of)
        } else {
            self.type_fallback(id)
        };
        self.doc(&definition.doc, || fallback);
        self.struct_lints(of);
        self.derive(derives);
        if definition.is_xml && derives.from_response && of.fields.iter().any(|field| field.source == Source::Json) {
            self.lines.line("#[from_response(xml)]");
        }
        self.container(definition, None, rule.value().filter(|_| has_json));
        let page = page.unwrap_or_default();
        page.on_type.iter().for_each(|line| self.lines.line(line));
        let member = Member {
            definition,
            of,
            derives,
            rule,
            page: &page,
        };
        if of.fields.is_empty() && of.rest.is_none() {
            self.lines.line(&format!("pub struct {} {{}}", definition.name));
        } else {
            self.lines.open(&format!("pub struct {} {{", definition.name));
            of.fields.iter().for_each(|field| self.field(field, &member));
            of.rest.iter().for_each(|rest| self.rest(rest, of));
            self.lines.close("}");
        }
        if self.checked.contains(&id) {
            self.check_method(definition, of);
        }
    }

    /// Writes serde's attributes of a type: how it is tagged, its name as the root of XML, and the rule for names in it.
    pub(super) fn container(&mut self, definition: &TypeDef, tagging: Option<String>, rule: Option<&str>) {
        let root = definition.root.as_deref();
        let root = root.filter(|root| definition.usage.request && *root != unraw(&definition.name));
        let named = |key: &str, name: &str| format!("{key} = {}", literal(name));
        let attributes = tagging.into_iter().chain(root.map(|root| named("rename", root)));
        let attributes: Vec<String> = attributes.chain(rule.map(|rule| named("rename_all", rule))).collect();
        if !attributes.is_empty() {
            self.lines.line(&format!("#[serde({})]", attributes.join(", ")));
        }
    }

    fn field(&mut self, field: &Field, member: &Member<'_>) {
        self.doc(&field.doc, || field_fallback(field, member.definition));
        let serde = member.serde(field);
        if !serde.is_empty() {
            self.lines.line(&format!("#[serde({})]", serde.join(", ")));
        }
        let source = match &field.source {
            Source::Json => None,
            Source::Header(name) => Some(format!("header = {}", literal(name))),
            Source::HeaderPrefix(prefix) => Some(format!("header_prefix = {}", literal(prefix))),
            Source::Status => Some("status".to_owned()),
            Source::Body => Some("body".to_owned()),
        };
        if let Some(source) = source {
            self.lines.line(&format!("#[from_response({source})]"));
        }
        let on_fields = member.page.on_fields.iter().filter(|(name, _)| *name == field.name);
        on_fields.for_each(|(_, line)| self.lines.line(line));
        let ty = self.field_type(field, member);
        self.type_lint(&ty);
        self.lines.line(&format!("pub {}: {ty},", field.rust_name));
    }

    fn field_type(&mut self, field: &Field, member: &Member<'_>) -> String {
        let ty = match &field.source {
            Source::Status => return "u16".to_owned(),
            Source::HeaderPrefix(_) => return self.owned(&field.ty),
            Source::Body => self.body(&field.ty),
            Source::Header(_) | Source::Json if field.is_idempotency_token => self.name("IdempotencyToken").to_owned(),
            Source::Header(_) if matches!(field.ty, Type::List(_)) => return self.owned(&field.ty),
            Source::Header(_) | Source::Json => self.owned(&field.ty),
        };
        optional(
            ty,
            field.is_optional() && !is_plain_list(field, member.definition, member.of),
        )
    }

    /// Writes the map of the members that are not declared.
    fn rest(&mut self, rest: &Item, of: &Struct) {
        let candidates = ["rest", "others", "other_members", "all_other_members"];
        let is_free = |name: &&&str| of.fields.iter().all(|field| field.rust_name != **name);
        let name = candidates.iter().find(is_free).unwrap_or(&"undeclared_members");
        let ty = format!("{}<String, {}>", self.name("BTreeMap"), self.item(rest));
        self.lines.doc(&["The other members.".to_owned()]);
        self.lines.line("#[serde(flatten)]");
        self.type_lint(&ty);
        self.lines.line(&format!("pub {name}: {ty},"));
    }
}

/// The struct that a member belongs to.
struct Member<'w> {
    definition: &'w TypeDef,
    of: &'w Struct,
    derives: Derives,
    rule: Rule,
    page: &'w PageAttributes,
}

impl Member<'_> {
    /// serde's attributes of a member.
    fn serde(&self, field: &Field) -> Vec<String> {
        let mut attributes = Vec::new();
        if field.source != Source::Json {
            return attributes;
        }
        let Usage { response, is_query, .. } = self.definition.usage;
        let implied = self.rule.apply(Of::Fields, unraw(&field.rust_name));
        let written = written_name(field, self.derives);
        if written != field.name && response {
            let (written, read) = (literal(written), literal(&field.name));
            attributes.push(format!("rename(serialize = {written}, deserialize = {read})"));
        } else if implied != written {
            attributes.push(format!("rename = {}", literal(written)));
        }
        // The types of members of one direction may be of that direction, too.
        let is_read = response && field.direction != Direction::Request;
        let is_written = self.derives.serialize && field.direction != Direction::Response;
        if !is_read && self.derives.deserialize {
            attributes.push("skip_deserializing".to_owned());
        }
        if !is_written && self.derives.serialize {
            attributes.push("skip_serializing".to_owned());
        }
        let is_items = is_plain_list(field, self.definition, self.of) && field.is_optional();
        let is_xml = self.definition.is_xml;
        // XML omits an empty list.
        let is_list =
            is_xml && !field.is_optional() && matches!(field.ty, Type::List(_) | Type::Map(_) | Type::Xml(..));
        if is_read && (is_items || is_list || field.is_idempotency_token) {
            attributes.push("default".to_owned());
        }
        // Queries, headers and XML omit what is absent.
        if is_written && !is_query && !is_xml && !field.required && field.is_optional() {
            let empty = if is_items { "Vec::is_empty" } else { "Option::is_none" };
            attributes.push(format!("skip_serializing_if = {}", literal(empty)));
        }
        attributes
    }
}

/// The name of a member, or the one that is written if the type is only written.
fn written_name(field: &Field, derives: Derives) -> &str {
    let written = field.written_name.as_deref();
    written.filter(|_| derives.serialize).unwrap_or(&field.name)
}

/// Whether an optional member is a list without `Option`: the items of a page, or a query parameter that a list repeats.
pub(super) fn is_plain_list(field: &Field, definition: &TypeDef, of: &Struct) -> bool {
    let is_items = || definition.usage.is_result && of.page.as_ref().is_some_and(|page| page.items == field.name);
    matches!(field.ty, Type::List(_)) && definition.usage.is_query || field.ty.is_list() && is_items()
}

fn field_fallback(field: &Field, definition: &TypeDef) -> String {
    match &field.source {
        Source::Json if definition.usage.is_query => format!("The parameter {}.", docs::code(&field.name)),
        Source::Json => format!("The member {}.", docs::code(&field.name)),
        Source::Header(name) => format!("The header {}.", docs::code(name)),
        Source::HeaderPrefix(prefix) if prefix.is_empty() => "The headers.".to_owned(),
        Source::HeaderPrefix(prefix) => format!("The headers that begin with {}.", docs::code(prefix)),
        Source::Status => "The status.".to_owned(),
        Source::Body => "The body.".to_owned(),
    }
}
