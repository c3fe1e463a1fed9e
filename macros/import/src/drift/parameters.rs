//! Parameters in the query and in headers, and parts.

use super::compare::Comparison;
use super::declared::{Operation, Place};
use super::items::{Definition, Items};
use super::members::{self, Members, Way};
use super::place;
use crate::model::Model;
use crate::model::operation::{Argument, Declaration, Role};
use crate::model::types::{Direction, Kind as TypeKind, Type as ModelType};
use crate::select::Listed;
use crate::suggest::is_similar;

/// Where a parameter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Query,
    Header,
    Part,
}

impl Kind {
    fn noun(self) -> &'static str {
        match self {
            Self::Query => "query parameter",
            Self::Header => "header",
            Self::Part => "part",
        }
    }
}

/// A parameter, on either side.
struct Parameter {
    kind: Kind,
    name: String,
    is_optional: bool,
}

impl Parameter {
    fn new(kind: Kind, name: &str, is_optional: bool) -> Self {
        let name = if kind == Kind::Header {
            name.to_ascii_lowercase()
        } else {
            name.to_owned()
        };
        Self {
            kind,
            name,
            is_optional,
        }
    }

    /// Whether two parameters are one: `filter[state]` is a part of `filter`.
    fn is(&self, other: &Self) -> bool {
        let base = |name: &str| name.split('[').next().map(str::to_owned);
        self.kind == other.kind
            && (self.name == other.name || self.kind == Kind::Query && base(&self.name) == base(&other.name))
    }
}

impl Comparison<'_> {
    /// Reports the parameters that are new, gone, renamed or now required.
    pub(super) fn parameters(&mut self, declared: &Operation, declaration: &Declaration, listed: &Listed) {
        let (ours, open) = of_source(self.items, declared);
        let theirs = of_description(self.model, declaration);
        let constants = constants(declared);
        let is_known = |theirs: &Parameter| {
            ours.iter().chain(&constants).any(|ours| ours.is(theirs)) || open.contains(&theirs.kind)
        };
        let mut new: Vec<_> = theirs.iter().filter(|parameter| !is_known(parameter)).collect();
        let name = &declared.name;
        for parameter in &ours {
            let noun = parameter.kind.noun();
            let mut found = theirs.iter().filter(|theirs| parameter.is(theirs));
            if let Some(same) = found.next() {
                if parameter.is_optional && !same.is_optional {
                    let place = place::of_parameter(self.root, listed, parameter.kind, &same.name);
                    self.report(
                        format!("{name}: {noun} `{}` is now required", parameter.name),
                        Some(place),
                    );
                }
                continue;
            }
            let successor = new
                .iter()
                .position(|new| new.kind == parameter.kind && is_similar(&new.name, &parameter.name));
            match successor.map(|index| new.remove(index)) {
                Some(new) => {
                    let place = place::of_parameter(self.root, listed, new.kind, &new.name);
                    self.report(
                        format!("{name}: {noun} `{}` is now `{}`", parameter.name, new.name),
                        Some(place),
                    );
                }
                None => self.report(
                    format!("{name}: {noun} `{}` is gone", parameter.name),
                    Some(listed.pointer.clone()),
                ),
            }
        }
        for parameter in new {
            let place = place::of_parameter(self.root, listed, parameter.kind, &parameter.name);
            let end = if parameter.is_optional { "" } else { " and required" };
            self.report(
                format!("{name}: {} `{}` is new{end}", parameter.kind.noun(), parameter.name),
                Some(place),
            );
        }
    }

    /// Compares the body.
    pub(super) fn body(&mut self, declared: &Operation, declaration: &Declaration, listed: &Listed) {
        let theirs = declaration
            .arguments
            .iter()
            .find(|argument| matches!(argument.role, Role::Body(_)));
        let of = |place: Place| {
            declared
                .arguments
                .iter()
                .filter(move |argument| argument.place == place)
        };
        let members: Vec<_> = of(Place::Member)
            .map(|argument| members::Member {
                names: vec![argument.key.clone()],
                place: members::Place::Json,
                ty: argument.ty.clone(),
                is_optional: self.items.is_option(&argument.ty),
            })
            .collect();
        let name = &declared.name;
        match (of(Place::Body).next(), theirs) {
            (Some(ours), Some(theirs)) => self.types(&ours.ty, &theirs.ty, Way::Request),
            (None, Some(theirs)) if !members.is_empty() => {
                let members = Members {
                    all: members,
                    is_open: false,
                };
                self.members_of(name, &members, &theirs.ty, Way::Request);
            }
            (None, Some(theirs)) => {
                let end = if theirs.required { " and required" } else { "" };
                self.report(
                    format!("{name}: the body is new{end}"),
                    Some(place::of_body(self.root, listed)),
                );
            }
            (ours, None) if ours.is_some() || !members.is_empty() => {
                self.report(format!("{name}: the body is gone"), Some(listed.pointer.clone()));
            }
            (_, None) => {}
        }
    }
}

/// Returns the constants that a source declares. They may be in the description, or not.
fn constants(operation: &Operation) -> Vec<Parameter> {
    let query = operation.query.iter().map(|constant| {
        let name = constant.split('=').next().unwrap_or_default();
        Parameter::new(Kind::Query, name, false)
    });
    let headers = operation
        .headers
        .iter()
        .map(|(name, _)| Parameter::new(Kind::Header, name, false));
    query.chain(headers).collect()
}

/// Returns the parameters that a source declares, and the kinds of which there may be others.
fn of_source(items: &Items<'_>, operation: &Operation) -> (Vec<Parameter>, Vec<Kind>) {
    let mut parameters = Vec::new();
    let mut open = Vec::new();
    for argument in &operation.arguments {
        let kind = match argument.place {
            Place::Query => Kind::Query,
            Place::Header => Kind::Header,
            Place::Part => Kind::Part,
            Place::QueryFlatten | Place::HeaderPrefix => {
                let kind = match argument.place {
                    Place::QueryFlatten => Kind::Query,
                    _ => Kind::Header,
                };
                match items.definition(&argument.ty) {
                    Some(Definition::Struct(item, arguments)) => {
                        let members = Members::of(items, item, &arguments, Way::Request);
                        let all = members.all.iter().map(|member| {
                            // The key of a header map is its prefix.
                            let name = format!("{}{}", argument.key, member.name());
                            Parameter::new(kind, &name, member.is_optional)
                        });
                        parameters.extend(all);
                        open.extend(members.is_open.then_some(kind));
                    }
                    _ => open.push(kind),
                }
                continue;
            }
            Place::Path | Place::Body | Place::Member => continue,
        };
        parameters.push(Parameter::new(kind, &argument.key, items.is_option(&argument.ty)));
    }
    (parameters, open)
}

/// Returns the parameters of a description.
fn of_description(model: &Model, declaration: &Declaration) -> Vec<Parameter> {
    let mut parameters = Vec::new();
    for Argument {
        name,
        role,
        ty,
        required,
        ..
    } in &declaration.arguments
    {
        let kind = match role {
            Role::Query | Role::QueryComma | Role::QueryPipe | Role::QuerySpace | Role::QueryBrackets => Kind::Query,
            Role::Header => Kind::Header,
            Role::Part => Kind::Part,
            Role::QueryFlatten => {
                if let ModelType::Named(id) = ty
                    && let TypeKind::Struct(of) = &model.types[*id].kind
                {
                    let sent = of.fields.iter().filter(|field| field.direction != Direction::Response);
                    parameters.extend(sent.map(|field| Parameter::new(Kind::Query, &field.name, field.is_optional())));
                }
                continue;
            }
            Role::Path | Role::HeaderPrefix | Role::Body(_) => continue,
        };
        parameters.push(Parameter::new(kind, name, !required));
    }
    parameters
}
