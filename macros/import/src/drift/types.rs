//! Types of bodies and results: their members, at any depth.

use syn::{Fields, ItemEnum, ItemStruct, Type, Variant};

use super::attribute::{Arg, args, is_named};
use super::compare::Comparison;
use super::items::{Definition, Parameters};
use super::members::{self, Members, Place, Way, renamed, rule, serde_args};
use super::place;
use crate::model::types::{
    Around, Direction, Field, Kind, OneOf, Source, StatusCase, Tagging, Type as ModelType, TypeId, Wrapped,
};
use crate::refine::named;
use crate::text::rename::Of;

impl Comparison<'_> {
    /// Compares a type of the source with that of the description. Types without members are not compared.
    pub(super) fn types(&mut self, ours: &Type, theirs: &ModelType, way: Way) {
        let Some(id) = named(theirs) else { return };
        let Some(definition) = self.items.definition(ours) else {
            return;
        };
        if !self.seen.insert((definition.name(), id, way)) {
            return;
        }
        if let (ModelType::Xml(Around::List(wrapped), item), Definition::Struct(of, parameters)) = (theirs, &definition)
            && let [only] = Members::of(self.items, of, parameters, way).all.as_slice()
            && is_item(only, wrapped)
        {
            // A struct for the sake of the name of the items.
            return self.types(&only.ty, &item.ty, way);
        }
        match definition {
            Definition::Struct(item, parameters) => self.structure(item, &parameters, id, way),
            Definition::Enum(item, parameters) => self.variants(item, &parameters, id, way),
        }
    }

    fn structure(&mut self, item: &ItemStruct, parameters: &Parameters, id: TypeId, way: Way) {
        if let Fields::Unnamed(fields) = &item.fields {
            // A newtype is what it contains.
            if let (Some(field), 1) = (fields.unnamed.first(), fields.unnamed.len()) {
                self.types(&parameters.apply(&field.ty), &ModelType::Named(id), way);
            }
            return;
        }
        let members = Members::of(self.items, item, parameters, way);
        let Some(theirs) = self.unwrapped(item, id) else { return };
        self.members_of(&item.ident.to_string(), &members, &ModelType::Named(theirs), way);
    }

    /// Follows `#[from_response(member = "data.viewer")]`.
    fn unwrapped(&self, item: &ItemStruct, id: TypeId) -> Option<TypeId> {
        let mut args = item
            .attrs
            .iter()
            .filter(|attribute| is_named(attribute, "from_response"))
            .flat_map(args);
        let path = args.find_map(|arg| match arg {
            Arg::Value(name, syn::Lit::Str(path)) if name == "member" => Some(path.value()),
            _ => None,
        });
        path.iter().flat_map(|path| path.split('.')).try_fold(id, |id, name| {
            let Kind::Struct(of) = &self.model.types[id].kind else {
                return None;
            };
            named(&of.fields.iter().find(|field| field.name == name)?.ty)
        })
    }

    /// Compares members with those of a struct of the description.
    pub(super) fn members_of(&mut self, name: &str, ours: &Members, theirs: &ModelType, way: Way) {
        let model = self.model;
        let Some(definition) = named(theirs).map(|id| &model.types[id]) else {
            return;
        };
        let Kind::Struct(of) = &definition.kind else { return };
        for member in ours.all.iter().filter(|member| member.place != Place::Other) {
            let Some(field) = of.fields.iter().find(|field| is(member, field)) else {
                // Headers are often sent without being described.
                if member.place == Place::Json {
                    let text = format!("{name}: member `{}` is gone", member.name());
                    self.report(text, Some(definition.pointer.clone()));
                }
                continue;
            };
            let change = match way {
                Way::Request if member.is_optional && !field.is_optional() => Some("is now required"),
                Way::Response if !member.is_optional && field.is_optional() => Some("may be absent"),
                _ => None,
            };
            if let Some(change) = change.filter(|_| goes(field, way)) {
                let place = place::of_member(self.root, &definition.pointer, &field.name);
                self.report(
                    format!("{name}: {} {change}", noun(member.place, member.name())),
                    Some(place),
                );
            }
            self.types(&member.ty, &field.ty, way);
        }
        if way == Way::Request && !ours.is_open {
            let required = of
                .fields
                .iter()
                .filter(|field| goes(field, way) && !field.is_optional() && !field.is_idempotency_token);
            for field in required.filter(|field| !ours.all.iter().any(|member| is(member, field))) {
                let place = place::of_member(self.root, &definition.pointer, &field.name);
                self.report(
                    format!("{name}: member `{}` is new and required", field.name),
                    Some(place),
                );
            }
        }
    }

    fn variants(&mut self, item: &ItemEnum, parameters: &Parameters, id: TypeId, way: Way) {
        let model = self.model;
        match &model.types[id].kind {
            Kind::OneOf(of) => item
                .variants
                .iter()
                .for_each(|variant| self.variant(item, variant, parameters, of, way)),
            Kind::ByStatus(cases) => item
                .variants
                .iter()
                .for_each(|variant| self.by_status(variant, parameters, cases)),
            Kind::Struct(_) | Kind::Enum(_) => {}
        }
    }

    /// Compares a variant with that of its tag.
    fn variant(&mut self, item: &ItemEnum, variant: &Variant, parameters: &Parameters, of: &OneOf, way: Way) {
        let rust_name = variant.ident.to_string();
        let args = serde_args(&variant.attrs);
        let tag =
            renamed(&args, way).unwrap_or_else(|| rule(&item.attrs, "rename_all", way).apply(Of::Variants, &rust_name));
        let found = of.variants.iter().find(|theirs| match of.tagging {
            Tagging::Internal(_) | Tagging::External => theirs.tag == tag,
            Tagging::Untagged => heck::AsUpperCamelCase(&theirs.tag).to_string() == rust_name,
        });
        let Some(theirs) = found.and_then(|theirs| theirs.ty.as_ref()) else {
            return;
        };
        match &variant.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                fields
                    .unnamed
                    .iter()
                    .for_each(|field| self.types(&parameters.apply(&field.ty), theirs, way));
            }
            Fields::Named(_) => {
                let rule_of = [item.attrs.as_slice(), variant.attrs.as_slice()].concat();
                let members = Members::of_fields(self.items, &variant.fields, &rule_of, parameters, way);
                self.members_of(&format!("{}::{rust_name}", item.ident), &members, theirs, way);
            }
            _ => {}
        }
    }

    /// Compares a variant with the response of its status.
    fn by_status(&mut self, variant: &Variant, parameters: &Parameters, cases: &[StatusCase]) {
        let args = variant
            .attrs
            .iter()
            .filter(|attribute| is_named(attribute, "from_response"))
            .flat_map(args);
        let statuses: Vec<u16> = args
            .filter_map(|arg| match arg {
                Arg::Value(name, syn::Lit::Int(status)) if name == "status" => status.base10_parse().ok(),
                _ => None,
            })
            .collect();
        let case = cases.iter().find(|case| statuses.contains(&case.status));
        if let (Some(theirs), Some(field)) = (case.and_then(|case| case.ty.as_ref()), variant.fields.iter().next()) {
            self.types(&parameters.apply(&field.ty), theirs, Way::Response);
        }
    }
}

/// Whether a member is the items of a list in XML.
fn is_item(member: &members::Member, list: &Wrapped) -> bool {
    let local = list.item.rsplit(['}', ':']).next().unwrap_or_default();
    member.is(Place::Json, &list.item) || member.is(Place::Json, local)
}

/// Whether a member is that of the description.
fn is(member: &members::Member, field: &Field) -> bool {
    let is_written = |written: &String| member.is(Place::Json, written);
    match &field.source {
        Source::Json => member.is(Place::Json, &field.name) || field.written_name.as_ref().is_some_and(is_written),
        Source::Header(name) => member.is(Place::Header, &name.to_ascii_lowercase()),
        Source::Body => member.place == Place::Body,
        Source::HeaderPrefix(_) | Source::Status => false,
    }
}

fn goes(field: &Field, way: Way) -> bool {
    match field.direction {
        Direction::Both => true,
        Direction::Request => way == Way::Request,
        Direction::Response => way == Way::Response,
    }
}

fn noun(place: Place, name: &str) -> String {
    match place {
        Place::Header => format!("header `{name}`"),
        _ => format!("member `{name}`"),
    }
}
