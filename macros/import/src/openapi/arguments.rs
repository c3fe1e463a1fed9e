//! The arguments that parameters become: those of the path, of the query, and headers.

use super::operation::Context;
use super::parameter::{Parameter, Place};
use super::security::Applied;
use super::template::{Constant, Template};
use crate::model::Left;
use crate::model::operation::{Argument, Role};
use crate::model::types::Type;

/// Headers whose parameters OpenAPI ignores: media types and credentials are described elsewhere.
const IGNORED: &[&str] = &["accept", "authorization", "content-type"];

/// Headers that the runtime or the connection sets, which declarations may not have.
const RESERVED: &[&str] = &[
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "x-amz-content-sha256",
    "x-amz-date",
    "x-amz-security-token",
];

/// The parts of a declaration that parameters lead to.
pub(super) struct Draft {
    pub(super) template: Template,
    /// Constant headers.
    pub(super) headers: Vec<(String, String)>,
    pub(super) arguments: Vec<Argument>,
}

impl Draft {
    pub(super) fn new(template: Template) -> Self {
        Self {
            template,
            headers: Vec::new(),
            arguments: Vec::new(),
        }
    }

    /// Reads the parameters of an operation. One that cannot be declared is left out with a note, if it is optional.
    pub(super) fn read(
        &mut self,
        operation: &mut Context<'_, '_, '_>,
        parameters: &[Parameter<'_>],
        security: &Applied<'_>,
    ) -> Result<(), Left> {
        let mut open: Vec<&Parameter<'_>> = parameters
            .iter()
            .filter(|parameter| !security.sends(parameter.place, parameter.name))
            .collect();
        self.labels(operation, &mut open)?;
        self.template_queries(operation, &mut open)?;
        for parameter in of_place(&open, Place::Query) {
            let read = self.query(operation, parameter);
            keep(operation, parameter, read)?;
        }
        for parameter in of_place(&open, Place::Header) {
            let read = self.header(operation, parameter);
            keep(operation, parameter, read)?;
        }
        self.cookies(operation, &of_place(&open, Place::Cookie));
        for parameter in of_place(&open, Place::Path) {
            let note = format!("The path has no place for the parameter `{}`.", parameter.name);
            operation.notes.push(note);
        }
        Ok(())
    }

    /// Reads the parameters of labels, in the order of these. Labels that have none are texts.
    fn labels(&mut self, operation: &mut Context<'_, '_, '_>, open: &mut Vec<&Parameter<'_>>) -> Result<(), Left> {
        let labels: Vec<String> = self.template.labels().map(str::to_owned).collect();
        for label in labels {
            let parameter = take(open, |parameter| {
                parameter.place == Place::Path && parameter.name == label
            })
            .or_else(|| {
                take(open, |parameter| {
                    parameter.place == Place::Path && parameter.name.eq_ignore_ascii_case(&label)
                })
            });
            match parameter.map(|parameter| (parameter, parameter.constant())) {
                Some((_, Some(value))) => self.template.fill(&label, &value),
                Some((parameter, None)) => {
                    let argument = parameter.argument(operation)?;
                    self.arguments.push(Argument {
                        name: label,
                        ..argument
                    });
                }
                None => self.arguments.push(text(label, Role::Path)),
            }
        }
        Ok(())
    }

    /// Reads the query parameters of the template, unless they are declared in the usual way.
    fn template_queries(
        &mut self,
        operation: &mut Context<'_, '_, '_>,
        open: &mut Vec<&Parameter<'_>>,
    ) -> Result<(), Left> {
        for query in std::mem::take(&mut self.template.queries) {
            let is_query = |key: &str| {
                open.iter()
                    .any(|parameter| parameter.place == Place::Query && parameter.name == key)
            };
            if is_query(&query.key) {
                continue;
            }
            let place = if is_query(&query.label) {
                Place::Query
            } else {
                Place::Path
            };
            let argument = match take(open, |parameter| {
                parameter.place == place && parameter.name == query.label
            }) {
                Some(parameter) => parameter.argument(operation)?,
                None => text(query.label, Role::Query),
            };
            self.arguments.push(Argument {
                name: query.key,
                role: if place == Place::Path {
                    Role::Query
                } else {
                    argument.role
                },
                ..argument
            });
        }
        Ok(())
    }

    fn query(&mut self, operation: &mut Context<'_, '_, '_>, parameter: &Parameter<'_>) -> Result<(), Left> {
        let key = parameter.name;
        // The template says `?key=value`, and `?key=` for a key whose value is free.
        let constants = &mut self.template.constants;
        match constants.iter().position(|constant| constant.key == key) {
            Some(place)
                if constants
                    .get(place)
                    .is_some_and(|constant| constant.value.as_deref() == Some("")) =>
            {
                constants.remove(place);
            }
            Some(_) => return Ok(()),
            None => {}
        }
        if let Some(value) = parameter.constant() {
            constants.push(Constant {
                key: key.to_owned(),
                value: Some(value),
            });
            return Ok(());
        }
        self.arguments.push(parameter.argument(operation)?);
        Ok(())
    }

    fn header(&mut self, operation: &mut Context<'_, '_, '_>, parameter: &Parameter<'_>) -> Result<(), Left> {
        let name = parameter.name.trim().to_ascii_lowercase();
        if IGNORED.contains(&name.as_str()) {
            return Ok(());
        }
        if RESERVED.contains(&name.as_str()) {
            if !name.starts_with("x-amz-") {
                operation.notes.push(format!("The client sets the header `{name}`."));
            }
            return Ok(());
        }
        if !is_token(&name) {
            return Err(parameter.node.left(format!("`{name}` cannot be the name of a header")));
        }
        let is_known = self.headers.iter().any(|(known, _)| *known == name)
            || self
                .arguments
                .iter()
                .any(|argument| argument.role == Role::Header && argument.name == name);
        if is_known {
            return Ok(());
        }
        if let Some(value) = parameter.constant().filter(|value| is_header_value(value)) {
            self.headers.push((name, value));
        } else {
            let argument = parameter.argument(operation)?;
            self.arguments.push(Argument { name, ..argument });
        }
        Ok(())
    }

    /// Cookies that are required become the header that has them all.
    fn cookies(&mut self, operation: &mut Context<'_, '_, '_>, cookies: &[&Parameter<'_>]) {
        let (required, optional): (Vec<&Parameter<'_>>, Vec<_>) = cookies.iter().partition(|cookie| cookie.required);
        let notes = optional
            .iter()
            .map(|cookie| format!("The optional cookie `{}` is not declared.", cookie.name));
        operation.notes.extend(notes);
        let is_known = |argument: &Argument| argument.role == Role::Header && argument.name == "cookie";
        if required.is_empty() || self.arguments.iter().any(is_known) {
            return;
        }
        let pairs: Vec<String> = required.iter().map(|cookie| format!("{}=…", cookie.name)).collect();
        let note = format!("The header `cookie` is `{}`.", pairs.join("; "));
        operation.notes.push(note);
        self.arguments.push(text("cookie".to_owned(), Role::Header));
    }
}

/// Leaves out an optional parameter that cannot be declared.
fn keep(operation: &mut Context<'_, '_, '_>, parameter: &Parameter<'_>, read: Result<(), Left>) -> Result<(), Left> {
    read.or_else(|left| {
        if parameter.required {
            return Err(left);
        }
        let note = format!(
            "The optional parameter `{}` is not declared: {}.",
            parameter.name, left.reason
        );
        operation.notes.push(note);
        Ok(())
    })
}

fn of_place<'p, 'd>(parameters: &[&'p Parameter<'d>], place: Place) -> Vec<&'p Parameter<'d>> {
    let of_place = parameters.iter().copied().filter(|parameter| parameter.place == place);
    of_place.collect()
}

/// Takes the first parameter that has a property.
fn take<'p, 'd>(
    parameters: &mut Vec<&'p Parameter<'d>>,
    mut is_wanted: impl FnMut(&Parameter<'d>) -> bool,
) -> Option<&'p Parameter<'d>> {
    let place = parameters.iter().position(|parameter| is_wanted(parameter))?;
    Some(parameters.remove(place))
}

/// A required text.
fn text(name: String, role: Role) -> Argument {
    Argument {
        required: true,
        ..Argument::new(name, role, Type::String)
    }
}

/// Whether a text is a `token` (RFC 9110, section 5.6.2).
fn is_token(text: &str) -> bool {
    let is_legal = |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character);
    !text.is_empty() && text.chars().all(is_legal)
}

fn is_header_value(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && text.chars().all(|character| (' '..='~').contains(&character))
}
