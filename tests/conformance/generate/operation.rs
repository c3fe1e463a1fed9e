//! One operation: the method that declares it, and the calls of it.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::{
    argument::{Argument, Given},
    field::Role,
    input::Input,
    model::{Model, Place},
    names::{identifier, snake},
    types::Types,
    value,
    vectors::{Direction, Operation, Protocol},
};

/// The width of a line.
const WIDTH: usize = 120;

pub(crate) struct Method<'a> {
    pub(crate) operation: &'a Operation,
    direction: Direction,
    name: String,
    /// The options that all operations of the protocol have.
    protocol: String,
    /// The query that names the operation, which is part of the body.
    constants: String,
    arguments: Vec<Argument<'a>>,
    /// The type arguments of the `Call` that the method returns.
    returns: String,
}

impl<'a> Method<'a> {
    /// Reads an operation, and declares the types that it needs: those of the request, or those of the response.
    pub(crate) fn new(
        model: &mut Model<'a>,
        types: &mut Types,
        operation: &'a Operation,
        name: String,
        error: Option<&str>,
    ) -> Result<Self, String> {
        let direction = model.direction;
        let mut method = Self {
            operation,
            direction,
            name,
            protocol: protocol_options(model, operation),
            constants: constant_query(model, operation),
            arguments: Vec::new(),
            returns: "()".to_owned(),
        };
        match direction {
            Direction::Request => method.arguments = Input::arguments(model, types, operation)?,
            Direction::Response => method.output(model, types, error)?,
        }
        Ok(method)
    }

    /// The operation of a response suite. Its only arguments are the labels, so that it can be called.
    fn output(&mut self, model: &Model<'a>, types: &mut Types, error: Option<&str>) -> Result<(), String> {
        if let Some(output) = &self.operation.output {
            let name = model.type_name(&output.shape)?;
            types.structure(model, &output.shape, Role::Reply, name)?;
            name.clone_into(&mut self.returns);
        }
        if let Some(error) = error {
            let _ = write!(self.returns, ", {error}");
        }
        self.arguments = labels(&self.operation.http.request_uri)
            .map(|label| Argument {
                name: identifier(&snake(label)),
                role: None,
                ty: "&str".to_owned(),
                given: Given::Constant("\"label\"".to_owned()),
            })
            .collect();
        Ok(())
    }

    /// Replaces the model's labels by the macro's: `{Key+}` by `<key..>`.
    fn placeholders(&self, template: &str) -> String {
        let mut result = template.to_owned();
        for label in labels(template) {
            let name = self.label_argument(label);
            result = result
                .replace(&format!("{{{label}}}"), &format!("<{name}>"))
                .replace(&format!("{{{label}+}}"), &format!("<{name}..>"));
        }
        result
    }

    /// The name of the argument of a label, as in a template.
    fn label_argument(&self, label: &str) -> String {
        let by_member = self.arguments.iter().find(|argument| match &argument.given {
            Given::Member {
                key,
                member,
                place: Place::Label,
            } => member.location_name.as_deref().unwrap_or(key) == label,
            _ => false,
        });
        let name = by_member.map_or_else(|| snake(label), |argument| argument.name.clone());
        name.trim_start_matches("r#").to_owned()
    }

    /// The method's declaration.
    pub(crate) fn declaration(&self) -> String {
        let http = &self.operation.http;
        let template = format!("{}{}", self.placeholders(&http.request_uri), self.constants);
        let arguments: Vec<String> = self.arguments.iter().map(Argument::declaration).collect();
        let arguments: Vec<String> = ["&self".to_owned()].into_iter().chain(arguments).collect();
        let (name, returns) = (&self.name, &self.returns);
        let mut signature = format!("fn {name}({}) -> Call<{returns}>;", arguments.join(", "));
        // It is indented by the trait.
        if signature.len() + 4 > WIDTH {
            signature = format!("fn {name}(\n    {},\n) -> Call<{returns}>;", arguments.join(",\n    "));
        }
        let (method, uri) = (&http.method, &http.request_uri);
        format!(
            "/// `{method} {uri}`\n#[rest_op({method}, {template:?}{})]\n{signature}\n",
            self.options()
        )
    }

    /// The options of the attribute.
    fn options(&self) -> String {
        let mut options = self.protocol.clone();
        if self.operation.idempotent && matches!(self.operation.http.method.as_str(), "POST" | "PATCH") {
            options.push_str(", idempotent");
        }
        let is_body = |argument: &Argument<'_>| argument.role.as_ref().is_some_and(|role| role.starts_with("#[body"));
        if self.operation.http.method == "GET" && self.arguments.iter().any(is_body) {
            options.push_str(", get_body");
        }
        let endpoint = self.operation.endpoint.as_ref();
        let host_prefix = endpoint.and_then(|endpoint| endpoint.host_prefix.as_deref());
        if let (Some(prefix), Direction::Request) = (host_prefix, self.direction) {
            let _ = write!(options, ", host_prefix = {:?}", self.placeholders(prefix));
        }
        options
    }

    /// A call of the method.
    pub(crate) fn call(&self, model: &Model<'_>, params: &Map<String, Value>) -> Result<String, String> {
        if let (Direction::Request, Some(input)) = (model.direction, &self.operation.input) {
            let shape = model.shape(&input.shape)?;
            value::check_members(params, shape.members.iter().map(|(key, _)| key))?;
        }
        let mut source = format!("client.{}(", self.name);
        for argument in &self.arguments {
            let _ = write!(source, "\n    {},", argument.value(model, params)?);
        }
        source.push_str(if self.arguments.is_empty() { ")" } else { "\n)" });
        Ok(source)
    }
}

/// The options that all operations of the protocol have, such as the header that names the operation.
fn protocol_options(model: &Model<'_>, operation: &Operation) -> String {
    let mut options = String::new();
    let metadata = &model.suite.metadata;
    if let (Protocol::AwsJson, Direction::Request) = (model.protocol, model.direction) {
        let prefix = metadata.target_prefix.as_deref().unwrap_or_default();
        let version = metadata.json_version.as_deref().unwrap_or_default();
        let _ = write!(
            options,
            ", header(\"x-amz-target\" = \"{prefix}.{}\"), content_type = \"application/x-amz-json-{version}\"",
            operation.name
        );
        if metadata.aws_query_compatible.is_some() {
            options.push_str(", header(\"x-amzn-query-mode\" = \"true\")");
        }
    }
    options
}

/// The query that names the operation, in awsQuery.
fn constant_query(model: &Model<'_>, operation: &Operation) -> String {
    match (model.protocol, model.direction) {
        (Protocol::AwsQuery, Direction::Request) => {
            let version = model.suite.metadata.api_version.as_deref().unwrap_or_default();
            format!("?Action={}&Version={version}", operation.name)
        }
        _ => String::new(),
    }
}

/// The names of the labels of a URI or a host prefix, without the `+` of greedy ones.
fn labels(template: &str) -> impl Iterator<Item = &str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(label, _)| label.trim_end_matches('+'))
}
