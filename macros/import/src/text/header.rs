//! The documentation of the file: where it comes from, and how a client is made.

use crate::Options;
use crate::docs;
use crate::model::Model;
use crate::source::Source;

/// Returns the documentation of the file, and the attributes that apply to all of it.
pub(super) fn header(model: &Model, source: &Source, options: &Options) -> String {
    let mut lines = vec![format!("//! {}", title(model)), "//!".to_owned()];
    let version = match one_line(&model.version) {
        version if version.is_empty() => String::new(),
        version => format!(", version {}", docs::code(&version)),
    };
    let command_line = one_line(&options.command_line);
    let end = if command_line.is_empty() { "." } else { ":" };
    lines.push(format!(
        "//! From {}{version}, SHA-256 `{}`{end}",
        docs::code(&one_line(source.name())),
        source.sha256()
    ));
    if !command_line.is_empty() {
        lines.push(format!("//! {}", docs::code(&command_line)));
    }
    lines.push("//!".to_owned());
    lines.push(format!("//! {}", docs::code(&client(model))));
    let others = model
        .auth
        .iter()
        .skip(1)
        .map(|auth| format!("//! or {}", docs::code(&format!(".auth({})", one_line(auth)))));
    lines.extend(others);
    let notes = features(model).into_iter().chain(model.notes.clone());
    lines.extend(notes.flat_map(|note| ["//!".to_owned(), format!("//! {note}")]));
    lines.extend(
        [
            "",
            "#![allow(dead_code, reason = \"programs use a part of an API\")]",
            "",
            "",
        ]
        .map(str::to_owned),
    );
    lines.join("\n")
}

/// The sentence about the features of rest-op that the declarations require.
fn features(model: &Model) -> Option<String> {
    let mut declared = model
        .operations
        .iter()
        .filter_map(|operation| operation.declaration.as_ref().ok());
    let has_checksum = declared.any(|declaration| declaration.checksum.is_some());
    let is_xml = model.written.iter().any(|id| model.types[*id].is_xml);
    let (subject, names) = match (is_xml, has_checksum) {
        (true, true) => ("The features `checksum` and `xml` of rest-op are", "checksum,xml"),
        (true, false) => ("The feature `xml` of rest-op is", "xml"),
        (false, true) => ("The feature `checksum` of rest-op is", "checksum"),
        (false, false) => return None,
    };
    Some(format!("{subject} required: `cargo add rest-op --features {names}`."))
}

/// The sentence that names the API.
fn title(model: &Model) -> String {
    match docs::phrase(&model.title) {
        title if title.is_empty() => format!("`{}`.", model.trait_name),
        title => format!("{}.", title.trim_end_matches('.')),
    }
}

/// The expression that makes a client.
fn client(model: &Model) -> String {
    let endpoint = model
        .endpoint
        .as_ref()
        .map_or_else(|| "endpoint".to_owned(), |endpoint| super::writer::literal(endpoint));
    let auth = model
        .auth
        .first()
        .map_or_else(String::new, |auth| format!(".auth({})", one_line(auth)));
    let headers = model.auth_headers.iter().map(|name| super::writer::literal(name));
    let headers = headers.fold(String::new(), |headers, name| headers + ".header(" + &name + ", value)");
    format!("Client::builder({endpoint}){auth}{headers}.build()?")
}

/// The text in one line.
pub(super) fn one_line(text: &str) -> String {
    let visible: String = text.chars().filter(|character| !docs::is_hidden(*character)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
