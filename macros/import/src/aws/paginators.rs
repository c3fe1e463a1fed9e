//! Pages: the object `pagination` of `paginators-1.json`, which is the member [`PAGINATORS`] of the root.

use std::collections::HashMap;

use crate::docs::code;
use crate::document::Node;
use crate::model::types::{Kind, Next, Page, TypeId, Types};

use super::service::{Protocol, Service};
use super::shapes::{Shapes, json_name};

/// The member of a service model that has its paginators, each under the name of its operation.
pub(crate) const PAGINATORS: &str = "x-paginators";

/// The results that are pages. One that operations request in different ways is `None`.
#[derive(Default)]
pub(super) struct Pages(HashMap<TypeId, Option<Page>>);

impl Pages {
    /// Marks the result of an operation as a page, if its paginator is a simple one; else adds a note.
    pub(super) fn add<'d>(
        &mut self,
        service: &Service<'d>,
        shapes: &Shapes<'d, '_>,
        id: &str,
        operation: &Node<'d>,
        result: TypeId,
        notes: &mut Vec<String>,
    ) {
        let paginators = service.root().get_raw(PAGINATORS);
        let Some(paginator) = paginators.and_then(|paginators| paginators.get_raw(id)) else {
            return;
        };
        match page(service.protocol(), shapes, operation, &paginator) {
            Ok((page, others)) => {
                if !others.is_empty() {
                    let (items, others) = (
                        code(&page.items),
                        others.iter().map(|name| code(name)).collect::<Vec<_>>(),
                    );
                    notes.push(format!(
                        "Its items are the {items}; its pages have the {}, too.",
                        others.join(" and ")
                    ));
                }
                let page = Some(page);
                let known = self.0.entry(result).or_insert_with(|| page.clone());
                if *known != page {
                    *known = None;
                }
            }
            Err(reason) => notes.push(format!("Its pages are not declared, because {reason}.")),
        }
    }

    /// Completes the structures.
    pub(super) fn set(self, types: &mut Types) {
        for (id, page) in self.0 {
            if let Kind::Struct(of) = &mut types[id].kind {
                of.page = page;
            }
        }
    }
}

/// Reads a paginator, or says why the result is not a page. Returns the members with further lists, too.
fn page<'d>(
    protocol: Protocol<'d>,
    shapes: &Shapes<'d, '_>,
    operation: &Node<'d>,
    paginator: &Node<'d>,
) -> Result<(Page, Vec<String>), &'static str> {
    const EXPRESSION: &str = "the place of the token is an expression";
    let shape = |name| operation.get_raw(name).and_then(|target| shapes.target(&target));
    let (_, output) = shape("output").ok_or("the output is empty")?;
    let (_, input) = shape("input").ok_or("the input is empty")?;
    let (items, others) = items(shapes, protocol, &output, paginator)?;
    let token = paginator.text("output_token").ok_or("there is not one token")?;
    let (token, kind) = path(shapes, protocol, &output, token).ok_or(EXPRESSION)?;
    let more = match paginator
        .text("more_results")
        .map(|more| path(shapes, protocol, &output, more))
    {
        Some(Some((more, flag))) if flag.text("type") == Some("boolean") => more,
        Some(_) => return Err("whether there are more is an expression"),
        None => Vec::new(),
    };
    let name = paginator.text("input_token").ok_or("there is not one token")?;
    let parameter = input
        .get_raw("members")
        .and_then(|members| members.get_raw(name))
        .ok_or(EXPRESSION)?;
    let wire = parameter.text("locationName").unwrap_or(name).to_owned();
    let location = parameter.text("location").filter(|_| protocol.is_rest());
    let is_scalar = matches!(kind.text("type"), Some("string" | "integer" | "long"));
    let next = match location {
        None if input.text("payload").is_none() => Next::Body(json_name(name, &parameter).to_owned()),
        Some("querystring") if is_scalar => Next::Query(wire),
        Some("header") if is_scalar => Next::Header(wire.to_ascii_lowercase()),
        _ => return Err("the token is neither in the query, nor in a header, nor in the body"),
    };
    let page = Page {
        items,
        next,
        token,
        more,
        is_guess: false,
    };
    Ok((page, others))
}

/// The member with the items, which is the first list among the members that the paginator names, and those with other lists.
fn items<'d>(
    shapes: &Shapes<'d, '_>,
    protocol: Protocol<'d>,
    output: &Node<'d>,
    paginator: &Node<'d>,
) -> Result<(String, Vec<String>), &'static str> {
    let result = paginator.get_raw("result_key");
    let names = result
        .iter()
        .flat_map(Node::items)
        .filter_map(|name| name.value().as_str());
    let names = paginator.text("result_key").into_iter().chain(names);
    let found: Option<Vec<_>> = names.map(|name| path(shapes, protocol, output, name)).collect();
    let mut found = found.ok_or("the place of the items is an expression")?;
    found.retain(|(_, shape)| shape.text("type") == Some("list"));
    let mut names = found.iter().map(|(path, _)| match path.as_slice() {
        [name] => Ok(name.clone()),
        _ => Err("the items are inside another member"),
    });
    let items = names.next().ok_or("a page does not have a list of items")??;
    Ok((items, names.flatten().collect()))
}

/// Follows names of members, separated by dots, from an output: the names on the wire, and the last shape. `None` for any other
/// expression.
fn path<'d>(
    shapes: &Shapes<'d, '_>,
    protocol: Protocol<'d>,
    output: &Node<'d>,
    expression: &str,
) -> Option<(Vec<String>, Node<'d>)> {
    let mut shape = output.clone();
    let mut path = Vec::new();
    for (depth, name) in expression.split('.').enumerate() {
        let member = shape.get_raw("members")?.get_raw(name)?;
        // The members of a payload are those of the result.
        let is_payload = depth == 0 && protocol.is_rest() && output.text("payload") == Some(name);
        if !is_payload {
            path.push(json_name(name, &member).to_owned());
        }
        shape = shapes.target(&member)?.1;
    }
    Some((path, shape))
}
