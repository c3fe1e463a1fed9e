//! The trait: a method for each operation.

use super::header::one_line;
use super::writer::{Writer, literal, unraw};
use crate::docs;
use crate::model::operation::{Argument, BodyFormat, Declaration, Operation, Piece, Role};
use crate::model::{Left, Model};

/// The methods that need no quotes.
const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/// The methods whose requests are repeatable unless `idempotent` says so.
const REPEATED_IF_MARKED: &[&str] = &["POST", "PATCH"];

impl Writer<'_> {
    /// Writes the trait and its implementation for clients.
    pub(super) fn operations(&mut self) {
        let Model {
            title,
            trait_name,
            operations,
            ..
        } = self.model;
        let title = match docs::phrase(title) {
            title if title.is_empty() => docs::code(trait_name),
            title => title,
        };
        self.lines
            .doc(&[format!("The operations of {}.", title.trim_end_matches('.'))]);
        let api = self.name("Api");
        self.lines.open(&format!("pub trait {trait_name}: {api} {{"));
        for operation in operations {
            self.lines.gap();
            match &operation.declaration {
                Ok(declaration) => self.method(operation, declaration),
                Err(left) => self.left(operation, left),
            }
        }
        self.lines.close("}");
        self.lines.gap();
        let client = self.name("Client");
        self.lines.line(&format!("impl {trait_name} for {client} {{}}"));
    }

    /// Writes why an operation is not declared.
    fn left(&mut self, operation: &Operation, left: &Left) {
        let comment = format!(
            "// {} ({}) is not declared: {}; see {}.",
            operation.request_line, operation.id, left.reason, left.pointer
        );
        self.lines.line(&one_line(&comment));
    }

    fn method(&mut self, operation: &Operation, declaration: &Declaration) {
        let mut doc = operation.doc.clone();
        let parts = declaration
            .arguments
            .iter()
            .filter_map(|argument| self.part_note(argument));
        doc.notes.push(parts.collect::<Vec<_>>().join(" "));
        self.doc(&doc, || {
            format!("The operation {}.", docs::code(&one_line(&operation.id)))
        });
        self.method_lints(declaration);
        self.attribute(declaration);
        let arguments: Vec<(String, String)> = declaration
            .arguments
            .iter()
            .map(|argument| self.argument(argument))
            .collect();
        let call = self.call(declaration);
        let name = &operation.rust_name;
        let short: String = arguments
            .iter()
            .map(|(attributes, argument)| match attributes.as_str() {
                "" => format!(", {argument}"),
                attributes => format!(", {attributes} {argument}"),
            })
            .collect();
        let short = format!("fn {name}(&self{short}) -> {call};");
        if short.chars().count() <= self.lines.width() {
            self.lines.line(&short);
            return;
        }
        self.lines.open(&format!("fn {name}("));
        self.lines.line("&self,");
        for (attributes, argument) in arguments {
            let line = format!("{attributes} {argument},");
            if line.chars().count() <= self.lines.width() {
                self.lines.line(line.trim_start());
            } else {
                self.lines.line(&attributes);
                self.lines.line(&format!("{argument},"));
            }
        }
        self.lines.close(&format!(") -> {call};"));
    }

    /// Writes the attribute `#[rest_op(…)]`.
    fn attribute(&mut self, declaration: &Declaration) {
        let Declaration { method, arguments, .. } = declaration;
        let is_bare = METHODS.contains(&method.as_str());
        let mut parts = vec![
            if is_bare { method.clone() } else { literal(method) },
            literal(&template(declaration)),
        ];
        if declaration.is_public {
            parts.push("auth = none".to_owned());
        }
        if declaration.is_idempotent && (!is_bare || REPEATED_IF_MARKED.contains(&method.as_str())) {
            parts.push("idempotent".to_owned());
        }
        if method == "GET"
            && arguments
                .iter()
                .any(|argument| matches!(argument.role, Role::Body(_) | Role::Part))
        {
            parts.push("get_body".to_owned());
        }
        if let Some(prefix) = &declaration.host_prefix {
            parts.push(format!("host_prefix = {}", literal(&host_prefix(prefix, arguments))));
        }
        let headers = declaration.headers.iter();
        parts.extend(headers.map(|(name, value)| format!("header({} = {})", literal(name), literal(value))));
        parts.extend(
            declaration
                .checksum
                .map(|header| format!("checksum = {}", literal(header))),
        );
        if let Some(media_type) = &declaration.content_type
            && arguments.iter().all(|argument| has_media_type(&argument.role))
        {
            parts.push(format!("content_type = {}", literal(media_type)));
        }
        let attribute = self.name("rest_op");
        let short = format!("#[{attribute}({})]", parts.join(", "));
        if short.chars().count() <= self.lines.width() {
            self.lines.line(&short);
            return;
        }
        self.lines.open(&format!("#[{attribute}("));
        let last = parts.len() - 1;
        for (index, part) in parts.iter().enumerate() {
            self.lines
                .line(&if index < last { format!("{part},") } else { part.clone() });
        }
        self.lines.close(")]");
    }
}

/// Whether the body that a role is part of may have any media type.
fn has_media_type(role: &Role) -> bool {
    !matches!(
        role,
        Role::Part | Role::Body(BodyFormat::Form | BodyFormat::FormBrackets)
    )
}

/// The template, with the Rust names of its labels.
fn template(declaration: &Declaration) -> String {
    let mut template = String::new();
    for piece in &declaration.template {
        match piece {
            Piece::Literal(text) => template.push_str(text),
            Piece::Label { name, is_greedy } => {
                let dots = if *is_greedy { ".." } else { "" };
                template.extend(["<", label(name, &declaration.arguments), dots, ">"]);
            }
        }
    }
    if let Some(query) = &declaration.query {
        template.extend(["?", query]);
    }
    template
}

/// A host prefix, with the Rust names of its labels.
fn host_prefix(prefix: &str, arguments: &[Argument]) -> String {
    let mut pieces = prefix.split('<');
    let mut renamed = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('>') {
            Some((name, rest)) => renamed.extend(["<", label(name, arguments), ">", rest]),
            None => renamed.extend(["<", piece]),
        }
    }
    renamed
}

/// The Rust name of the argument with this wire name.
fn label<'n>(name: &'n str, arguments: &'n [Argument]) -> &'n str {
    let argument = arguments
        .iter()
        .find(|argument| argument.role == Role::Path && argument.name == name);
    argument.map_or(name, |argument| unraw(&argument.rust_name))
}
