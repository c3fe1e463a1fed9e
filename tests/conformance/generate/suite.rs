//! One suite as a module: its declaration, and its cases as calls of it.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::{
    field::Role,
    model::Model,
    names::{Taken, identifier, pascal, shortened, snake},
    operation::Method,
    types::Types,
    value,
    vectors::{Case, Direction, Shape, Suite, Vectors},
};

/// The imports of the declarations, by the text that needs them.
const IMPORTS: &[(&str, &str)] = &[
    ("Api", "rest_op::Api"),
    ("ApiError", "rest_op::ApiError"),
    ("BTreeMap", "std::collections::BTreeMap"),
    ("Blob", "rest_op::Blob"),
    ("Bytes", "rest_op::Bytes"),
    ("Call", "rest_op::Call"),
    ("Client", "rest_op::Client"),
    ("DateTime", "crate::scalars::DateTime"),
    ("Deserialize", "serde::Deserialize"),
    ("Double", "crate::scalars::Double"),
    ("EpochSeconds", "crate::scalars::EpochSeconds"),
    ("ErrorResponse", "rest_op::ErrorResponse"),
    ("Float", "crate::scalars::Float"),
    ("FromResponse", "rest_op::FromResponse"),
    ("HttpDate", "crate::scalars::HttpDate"),
    ("IdempotencyToken", "rest_op::IdempotencyToken"),
    ("OffsetDateTime", "time::OffsetDateTime"),
    ("Serialize", "serde::Serialize"),
    ("Value", "serde_json::Value"),
    ("at", "crate::case::at"),
    ("document", "crate::case::document"),
    ("with = float", "rest_op::float"),
    ("with = json_text", "rest_op::json_text"),
    ("rest_op", "rest_op::rest_op"),
    ("with = timestamp", "rest_op::timestamp"),
    ("xml::List", "rest_op::xml"),
    ("xml::Map", "rest_op::xml"),
    ("xml::FlatMap", "rest_op::xml"),
];

pub(crate) struct Generated<'a> {
    model: Model<'a>,
    title: String,
    trait_name: String,
    types: Types,
    error: Option<ErrorType<'a>>,
    /// The methods, or why an operation cannot be declared.
    methods: Vec<Result<Method<'a>, String>>,
    cases: Vec<(&'a Case, usize)>,
}

/// The enum of the modeled errors.
struct ErrorType<'a> {
    name: String,
    variants: Vec<(&'a str, String, &'a Shape)>,
    is_xml: bool,
}

impl<'a> Generated<'a> {
    pub(crate) fn new(vectors: &'a Vectors, name: &'a str, suite: &'a Suite) -> Self {
        let mut model = Model::new(vectors, suite, vectors.cases_of(name).map(|case| &case.operation));
        let mut types = Types::default();
        let trait_name = model.taken.take_type(&pascal(&shortened(name)));
        let error = ErrorType::new(&mut model, &mut types, &trait_name);
        let mut names = Taken::default();
        let mut operations = Vec::new();
        let mut methods = Vec::new();
        let mut cases = Vec::new();
        for case in vectors.cases_of(name) {
            let known = operations.iter().position(|operation| *operation == &case.operation);
            cases.push((case, known.unwrap_or(operations.len())));
            if known.is_none() {
                operations.push(&case.operation);
                let name = names.take(&identifier(&snake(&case.operation.name)));
                let error = error.as_ref().map(|error| error.name.as_str());
                methods.push(Method::new(&mut model, &mut types, &case.operation, name, error));
            }
        }
        let title = suite.description.clone().unwrap_or_else(|| name.to_owned());
        Self {
            model,
            title,
            trait_name,
            types,
            error,
            methods,
            cases,
        }
    }

    /// The declaration: what a developer writes.
    pub(crate) fn declaration(&self) -> String {
        let mut body = format!(
            "/// {}\npub trait {}: Api {{\n",
            self.title.trim_end_matches('.'),
            self.trait_name
        );
        for (index, method) in self.methods.iter().flatten().enumerate() {
            if index > 0 {
                body.push('\n');
            }
            body.push_str(&super::indented(&method.declaration()));
        }
        let _ = writeln!(body, "}}\n\nimpl {} for Client {{}}\n", self.trait_name);
        if let Some(error) = &self.error {
            body.push_str(&error.declaration());
        }
        body.push_str(&self.types.source);
        format!("{}\n{}\n", imports(&body), body.trim_end())
    }

    /// The list of the cases.
    pub(crate) fn cases(&self) -> String {
        let mut source = String::from(
            "pub fn cases() -> Vec<crate::case::Case> {\n    use crate::{case::*, scalars::*};\n    use rest_op::xml;\n    vec![\n",
        );
        for (case, method) in &self.cases {
            let written = match self.methods.get(*method) {
                Some(Ok(method)) => self.case(case, method),
                Some(Err(reason)) => Err(reason.clone()),
                None => Err("the operation is lost".to_owned()),
            };
            let written = written.unwrap_or_else(|reason| format!("Case::undeclared({:?}, {reason:?})", case.id));
            source.push_str(&super::indented(&super::indented(&format!("{written},"))));
        }
        source.push_str("    ]\n}\n");
        source
    }

    fn case(&self, case: &Case, method: &Method<'_>) -> Result<String, String> {
        let none = Map::new();
        let params = case.params.as_object().unwrap_or(&none);
        let call = method.call(&self.model, params)?;
        let id = &case.id;
        let expected = match (self.model.direction, &case.expected.error, &case.expected.result) {
            (Direction::Request, _, _) => return Ok(format!("Case::request({id:?}, |client| prepared({call}))")),
            (Direction::Response, Some(error), _) => {
                let is_expected = match (&error.shape, &self.error) {
                    (Some(shape), Some(modeled)) => modeled.pattern(&self.model, shape, &error.members)?,
                    (Some(shape), None) => return Err(format!("the error `{shape}` is not modeled")),
                    (None, Some(modeled)) => format!("matches!(error, {}::Other(_))", modeled.name),
                    (None, None) => "matches!(error, rest_op::ErrorResponse { .. })".to_owned(),
                };
                format!("error({call}, |error| {is_expected})")
            }
            (Direction::Response, None, Some(result)) => {
                format!("result({call}, || {})", self.result(method, value::object(result)?)?)
            }
            (Direction::Response, None, None) => {
                return Err("the case expects neither a result nor an error".to_owned());
            }
        };
        Ok(format!("Case::response({id:?}, |client| {expected})"))
    }

    fn result(&self, method: &Method<'_>, result: &Map<String, Value>) -> Result<String, String> {
        let Some(output) = &method.operation.output else {
            value::check_members(result, std::iter::empty())?;
            return Ok("()".to_owned());
        };
        let shape = value::shape_key(&self.model, &output.shape)?;
        let fields = self.model.fields(shape, Role::Reply)?;
        value::check_members(result, fields.iter().map(|field| field.key))?;
        value::structure(&self.model, &fields, Role::Reply, self.model.type_name(shape)?, result)
    }
}

impl<'a> ErrorType<'a> {
    /// All errors that the suite models, in any operation, since a service may return any of them.
    fn new(model: &mut Model<'a>, types: &mut Types, trait_name: &str) -> Option<Self> {
        if model.direction == Direction::Request {
            return None;
        }
        let mut variants = Vec::new();
        let mut taken = Taken::with(&["Other"]);
        for (name, shape) in model.shapes().filter(|(_, shape)| shape.exception) {
            let ty = model.type_name(name).ok()?.to_owned();
            types.structure(model, name, Role::Reply, &ty).ok()?;
            variants.push((name, taken.take_type(&ty), shape));
        }
        if variants.is_empty() {
            return None;
        }
        Some(Self {
            name: model.taken.take_type(&format!("{trait_name}Failure")),
            variants,
            is_xml: model.protocol.is_xml(),
        })
    }

    fn declaration(&self) -> String {
        let mut source = format!("#[derive(Debug, ApiError)]\npub enum {} {{\n", self.name);
        for (name, variant, shape) in &self.variants {
            let status = shape.error.as_ref().and_then(|error| error.http_status_code);
            let code = shape.error.as_ref().and_then(|error| error.code.as_deref());
            let name = code.filter(|_| self.is_xml).unwrap_or(name);
            let status = status.map(|status| format!(", status = {status}")).unwrap_or_default();
            let _ = writeln!(
                source,
                "    #[api_error(code = {name:?}{status})]\n    {variant}({variant}),"
            );
        }
        source.push_str("    #[api_error(other)]\n    Other(ErrorResponse),\n}\n\n");
        source
    }

    /// The check that an error is the expected one.
    fn pattern(&self, model: &Model<'a>, shape: &str, members: &Value) -> Result<String, String> {
        let (name, variant, _) = self
            .variants
            .iter()
            .find(|(name, ..)| *name == shape)
            .ok_or_else(|| format!("the error `{shape}` is not modeled"))?;
        let fields = model.fields(name, Role::Reply)?;
        let none = Map::new();
        let members = members.as_object().unwrap_or(&none);
        value::check_members(members, fields.iter().map(|field| field.key))?;
        let error = value::structure(model, &fields, Role::Reply, model.type_name(name)?, members)?;
        Ok(format!(
            "matches!(error, {}::{variant}(error) if is_same(error, &{error}))",
            self.name
        ))
    }
}

/// The imports of what a declaration uses.
fn imports(body: &str) -> String {
    let code = code(body);
    let is_part =
        |character: Option<char>| character.is_some_and(|character| character.is_alphanumeric() || character == '_');
    let is_used = |written: &str| {
        code.match_indices(written).any(|(at, _)| {
            let (before, rest) = code.split_at(at);
            let after = rest.strip_prefix(written).unwrap_or_default();
            !before.ends_with("::") && !is_part(before.chars().next_back()) && !is_part(after.chars().next())
        })
    };
    let mut paths: Vec<&str> = IMPORTS
        .iter()
        .filter(|(name, _)| is_used(name))
        .map(|(_, path)| *path)
        .collect();
    paths.sort_unstable();
    paths.dedup();
    let mut source = String::new();
    let mut crates: Vec<(&str, Vec<&str>)> = Vec::new();
    for path in paths {
        let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
        match crates.last_mut() {
            Some((last, names)) if *last == parent => names.push(name),
            _ => crates.push((parent, vec![name])),
        }
    }
    for (parent, names) in crates {
        match names.as_slice() {
            [name] => {
                let _ = writeln!(source, "use {parent}::{name};");
            }
            names => {
                let _ = writeln!(source, "use {parent}::{{{}}};", names.join(", "));
            }
        }
    }
    source
}

/// A declaration without its documentation and its literals; the path of serde's `with` is code.
fn code(body: &str) -> String {
    let is_code = |line: &&str| !line.trim_start().starts_with("///");
    let body: Vec<String> = body
        .lines()
        .filter(is_code)
        .map(|line| line.replace("with = \"", "with = "))
        .collect();
    let mut quoted = false;
    let mut previous = ' ';
    let mut code = String::new();
    for character in body.join("\n").chars() {
        match character {
            '"' if previous != '\\' => quoted = !quoted,
            '\n' => quoted = false,
            _ => {}
        }
        if !quoted {
            code.push(character);
        }
        previous = character;
    }
    code
}
