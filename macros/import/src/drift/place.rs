//! The JSON pointers of differences.

use super::parameters::Kind;
use crate::document::Node;
use crate::select::Listed;

/// Returns the place of a parameter; that of its operation if it is not found.
pub(super) fn of_parameter(root: &Node<'_>, operation: &Listed, kind: Kind, name: &str) -> String {
    let place = match kind {
        Kind::Query => of_openapi(root, operation, "query", name),
        Kind::Header => of_openapi(root, operation, "header", name),
        Kind::Part => return of_body(root, operation),
    };
    let place = place.or_else(|| {
        let shape = root.at(&format!("{}/input/shape", operation.pointer))?;
        let shape = format!("/shapes/{}", shape.value().as_str()?);
        member(root, &shape, name)
    });
    place.unwrap_or_else(|| operation.pointer.clone())
}

/// Finds a parameter of an operation or of its path item.
fn of_openapi(root: &Node<'_>, operation: &Listed, place: &str, name: &str) -> Option<String> {
    let path_item = operation.pointer.rsplit_once('/')?.0;
    [operation.pointer.as_str(), path_item].iter().find_map(|pointer| {
        let parameters = root.at(&format!("{pointer}/parameters"))?;
        let found = parameters
            .items()
            .filter_map(|parameter| parameter.resolved().ok())
            .find(|parameter| {
                parameter.text("in") == Some(place)
                    && parameter
                        .text("name")
                        .is_some_and(|known| known.eq_ignore_ascii_case(name))
            });
        found.map(|parameter| parameter.pointer().to_owned())
    })
}

/// Returns the place of a body; that of its operation if it has none.
pub(super) fn of_body(root: &Node<'_>, operation: &Listed) -> String {
    first(
        root,
        [
            format!("{}/requestBody", operation.pointer),
            format!("{}/input", operation.pointer),
        ],
        &operation.pointer,
    )
}

/// Returns the place of an error; that of its operation if it is not found.
pub(super) fn of_error(root: &Node<'_>, operation: &str, status: Option<u16>) -> String {
    let response = status.map_or_else(String::new, |status| format!("{operation}/responses/{status}"));
    first(root, [response, format!("{operation}/errors")], operation)
}

/// Returns the place of a member of a type; that of the type if it is not found, since `allOf` has it.
pub(super) fn of_member(root: &Node<'_>, definition: &str, name: &str) -> String {
    let escaped = name.replace('~', "~0").replace('/', "~1");
    let property = format!("{definition}/properties/{escaped}");
    let property = root.at(&property).map(|_| property);
    property
        .or_else(|| member(root, definition, name))
        .unwrap_or_else(|| definition.to_owned())
}

/// Finds a member of an AWS shape by its name or its name on the wire.
fn member(root: &Node<'_>, shape: &str, name: &str) -> Option<String> {
    let members = root.at(&format!("{shape}/members"))?;
    let mut members = members.members();
    let found = members.find(|(key, member)| *key == name || member.text("locationName") == Some(name))?;
    Some(found.1.pointer().to_owned())
}

/// Returns the first pointer that leads to a value, or else another.
fn first(root: &Node<'_>, pointers: [String; 2], otherwise: &str) -> String {
    let found = pointers
        .into_iter()
        .find(|pointer| !pointer.is_empty() && root.at(pointer).is_some());
    found.unwrap_or_else(|| otherwise.to_owned())
}
