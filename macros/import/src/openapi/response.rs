//! Successful responses: one result of all that an operation may have.

use serde_json::Value;

use super::by_status::{by_status, variant_name};
use super::content::{Content, Sketch};
use super::media_type::Family;
use super::operation::Context;
use super::paging;
use super::redirect::{redirect, redirects};
use super::schema::Way;
use crate::document::Node;
use crate::model::operation::Outcome;
use crate::model::types::{StatusCase, Type};
use crate::model::{Doc, Left};

/// The media types that are read, the preferred first.
const PREFERRED: &[Family] = &[
    Family::Json,
    Family::Events,
    Family::JsonLines,
    Family::Text,
    Family::Other,
    Family::Form,
    Family::Multipart,
    Family::Any,
    Family::Xml,
];

/// The result of an operation.
#[derive(Debug, PartialEq)]
pub(super) struct Success {
    pub(super) outcome: Outcome,
    pub(super) is_optional: bool,
    /// The header `accept`, if the result does not imply it.
    pub(super) accept: Option<String>,
}

/// A response with one status.
struct Case<'d> {
    /// `None` for all that are not named.
    status: Option<u16>,
    outcome: Outcome,
    is_nullable: bool,
    accept: Option<String>,
    /// The schema, by which responses of inline types are compared.
    schema: Option<&'d Value>,
    doc: Doc,
}

/// Reads the successful responses of an operation.
pub(super) fn read(operation: &mut Context<'_, '_, '_>) -> Result<Success, Left> {
    let nothing = Success {
        outcome: Outcome::Nothing,
        is_optional: false,
        accept: None,
    };
    if operation.method == "HEAD" {
        return Ok(nothing);
    }
    let responses: Vec<(&str, Node<'_>)> = operation
        .node
        .get_raw("responses")
        .iter()
        .flat_map(Node::members)
        .filter(|(_, response)| response.object().is_some())
        .collect();
    let mut chosen: Vec<&(&str, Node<'_>)> = responses.iter().filter(|(code, _)| code.starts_with('2')).collect();
    // In the order of their status, and ranges last: digits sort before letters.
    chosen.sort_by_key(|(code, _)| *code);
    if chosen.is_empty() {
        let redirects = redirects(&responses);
        if !redirects.is_empty() {
            return Ok(redirect(operation, &redirects));
        }
        let default = responses
            .iter()
            .filter(|(code, response)| *code == "default" && !is_error(response));
        chosen = default.collect();
    }
    let mut cases: Vec<Case<'_>> = Vec::with_capacity(chosen.len());
    for (code, response) in chosen {
        let is_first = cases.iter().all(|case| case.outcome == Outcome::Nothing);
        let place = if is_first {
            "response".to_owned()
        } else {
            format!("response {code}")
        };
        cases.push(case(operation, code, response, &place)?);
    }
    // A GET request is made for what it returns.
    if let [only] = cases.as_mut_slice()
        && operation.method == "GET"
        && only.status == Some(200)
        && only.outcome == Outcome::Nothing
    {
        let note = "The description does not mention the body of the response.";
        operation.notes.push(note.to_owned());
        only.outcome = Outcome::Bytes;
    }
    paging::mark(operation, &cases.iter().map(|case| &case.outcome).collect::<Vec<_>>());
    Ok(combined(operation, &cases).unwrap_or(nothing))
}

/// Whether a default response describes errors.
fn is_error(response: &Node<'_>) -> bool {
    let says_error = |text: &str| text.to_lowercase().contains("error");
    let resolved = response.clone().resolved().ok();
    let content = resolved
        .as_ref()
        .and_then(|response| Content::all(response, PREFERRED).into_iter().next());
    let schema = content.and_then(|content| content.schema);
    response.reference().is_some_and(says_error)
        || schema.and_then(|schema| schema.reference()).is_some_and(says_error)
        || resolved
            .and_then(|response| response.text("description"))
            .is_some_and(says_error)
}

fn case<'d>(
    operation: &mut Context<'_, 'd, '_>,
    code: &str,
    response: &Node<'d>,
    place: &str,
) -> Result<Case<'d>, Left> {
    let response = response.clone().resolved()?;
    let name = operation.name(&response, place);
    let mut case = Case {
        status: code.parse().ok(),
        outcome: Outcome::Nothing,
        is_nullable: false,
        accept: None,
        schema: None,
        doc: Doc {
            text: response.text("description").unwrap_or_default().trim().to_owned(),
            ..Doc::default()
        },
    };
    if ["204", "205"].contains(&code) {
        return Ok(case);
    }
    let all = Content::all(&response, PREFERRED);
    let mut first = None;
    for content in &all {
        match case.read(operation, content, &name) {
            Ok(()) => {
                let media_type = content.media_type;
                let is_implied = match case.outcome {
                    Outcome::Json(_) if media_type.family() == Family::Xml => media_type.is_plain_xml(),
                    Outcome::Json(_) => media_type.is_plain_json(),
                    Outcome::Events | Outcome::JsonEvents(_) => true,
                    _ => all.len() == 1,
                };
                case.accept = media_type.header_value().filter(|_| !is_implied);
                case.schema = content.schema.as_ref().map(Node::value);
                case.link(&response);
                return Ok(case);
            }
            Err(left) => _ = first.get_or_insert(left),
        }
    }
    first.map_or(Ok(case), Err)
}

impl Case<'_> {
    fn read(&mut self, operation: &mut Context<'_, '_, '_>, content: &Content<'_>, name: &str) -> Result<(), Left> {
        let sketch = content.sketch()?;
        self.outcome = match (content.media_type.family(), sketch) {
            (Family::Json | Family::Text | Family::Xml | Family::Form, Sketch::Binary) => Outcome::Bytes,
            (Family::Json, _) | (Family::Any, Sketch::Other) => match self.ty(operation, content, name)? {
                Type::Bytes => Outcome::Bytes,
                ty => Outcome::Json(ty),
            },
            (Family::JsonLines, _) => Outcome::JsonLines(match self.ty(operation, content, name)? {
                Type::List(item) => item.ty,
                Type::String | Type::Bytes => Type::Json,
                ty => ty,
            }),
            (Family::Events, Sketch::Other) => match self.ty(operation, content, name)? {
                Type::List(item) => Outcome::JsonEvents(item.ty),
                ty @ (Type::Named(_) | Type::Map(_)) => Outcome::JsonEvents(ty),
                _ => Outcome::Events,
            },
            (Family::Events, _) => Outcome::Events,
            (Family::Xml, Sketch::Other) => xml(operation, content, name)?,
            (Family::Text | Family::Form | Family::Xml, _) | (_, Sketch::Text) => Outcome::Text,
            (Family::Other | Family::Multipart | Family::Any, _) => Outcome::Bytes,
        };
        Ok(())
    }

    fn ty(&mut self, operation: &mut Context<'_, '_, '_>, content: &Content<'_>, name: &str) -> Result<Type, Left> {
        let Some(schema) = &content.schema else {
            return Ok(Type::Json);
        };
        let typed = operation.schemas.read(schema, name)?;
        self.is_nullable = typed.nullable;
        Ok(typed.ty)
    }

    /// Recognises a list whose pages are linked by a header.
    fn link(&mut self, response: &Node<'_>) {
        let headers = response.get_raw("headers");
        let mut names = headers.iter().flat_map(Node::members).map(|(name, _)| name);
        if let Outcome::Json(Type::List(item)) = &self.outcome
            && names.any(|name| name.eq_ignore_ascii_case("link"))
        {
            self.outcome = Outcome::Linked((**item).clone());
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        let is_inline = || self.schema.is_some() && self.schema == other.schema;
        self.outcome == other.outcome
            || is_inline() && matches!((&self.outcome, &other.outcome), (Outcome::Json(_), Outcome::Json(_)))
    }

    /// The type of the variant for this response; an error if it has none.
    fn variant(&self) -> Result<Option<Type>, ()> {
        match &self.outcome {
            Outcome::Nothing => Ok(None),
            // A text is no JSON string.
            Outcome::Json(Type::String) => Ok(Some(Type::Json)),
            Outcome::Json(ty) => Ok(Some(ty.clone())),
            Outcome::Linked(item) => Ok(Some(Type::List(Box::new(item.clone())))),
            Outcome::Text => Ok(Some(Type::String)),
            Outcome::Bytes => Ok(Some(Type::Bytes)),
            _ => Err(()),
        }
    }
}

/// XML, or text if the schema does not name its elements.
fn xml(operation: &mut Context<'_, '_, '_>, content: &Content<'_>, name: &str) -> Result<Outcome, Left> {
    let Some(schema) = &content.schema else {
        return Ok(Outcome::Text);
    };
    let id = operation.schemas.document(schema, name, Way::Response)?;
    Ok(id.map_or(Outcome::Text, |id| Outcome::Json(Type::Named(id))))
}

/// Makes one result of several; `None` if there is none.
fn combined(operation: &mut Context<'_, '_, '_>, cases: &[Case<'_>]) -> Option<Success> {
    let has_empty = cases.iter().any(|case| case.outcome == Outcome::Nothing);
    let mut bodies = cases.iter().filter(|case| case.outcome != Outcome::Nothing);
    let first = bodies.next()?;
    let accept = first.accept.clone();
    let whole = Success {
        outcome: first.outcome.clone(),
        is_optional: has_empty || cases.iter().any(|case| case.is_nullable),
        accept: accept.clone(),
    };
    if bodies.clone().all(|case| case.is_like(first)) {
        return Some(whole);
    }
    let variants: Result<Vec<StatusCase>, ()> = cases
        .iter()
        .filter_map(|case| Some((case, case.status?)))
        .map(|(case, status)| {
            let alike = bodies.clone().chain([first]).find(|other| other.is_like(case));
            Ok(StatusCase {
                status,
                rust_name: variant_name(status),
                ty: alike.unwrap_or(case).variant()?,
                doc: case.doc.clone(),
            })
        })
        .collect();
    match variants {
        Ok(variants) if variants.len() > 1 => {
            let outcome = by_status(operation, variants);
            Some(Success {
                outcome,
                is_optional: false,
                accept,
            })
        }
        _ => {
            let status = first
                .status
                .map_or_else(|| "2XX".to_owned(), |status| status.to_string());
            let note = format!("Only the response with the status {status} is declared.");
            operation.notes.push(note);
            Some(whole)
        }
    }
}
