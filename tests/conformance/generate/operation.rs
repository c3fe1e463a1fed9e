//! One operation: the method that declares it, and the arguments of a call.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::{
    model::{Field, Model, Place, Role},
    names::{Taken, identifier, pascal, snake},
    types::Types,
    value,
    vectors::{Direction, Kind, Location, Member, Operation, Shape},
};

/// More query parameters than these are declared as one struct, as long as no map stands beside them: what is named wins over a map, not over a struct.
const QUERY_ARGUMENTS: usize = 3;

/// The width of a line.
const WIDTH: usize = 120;

pub(crate) struct Method<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) name: String,
    template: String,
    arguments: Vec<Argument<'a>>,
    /// What the method returns, as the arguments of `Call`.
    returns: String,
}

struct Argument<'a> {
    name: String,
    /// The attribute of its role; labels have none.
    role: Option<String>,
    ty: String,
    given: Given<'a>,
}

/// Where the argument of a case comes from.
enum Given<'a> {
    /// A member, with the place where it goes.
    Member {
        key: &'a str,
        member: &'a Member,
        place: Place,
    },
    /// The members of a structure.
    Structure {
        fields: Vec<Field<'a>>,
        role: Role,
        name: String,
    },
    /// The member that is the whole body.
    Payload {
        key: &'a str,
        member: &'a Member,
        shape: &'a Shape,
    },
    /// Always the same.
    Constant(String),
}

impl<'a> Method<'a> {
    /// Reads an operation, and declares the types that it needs.
    pub(crate) fn new(
        model: &mut Model<'a>,
        types: &mut Types,
        operation: &'a Operation,
        name: String,
        error: Option<&str>,
    ) -> Result<Self, String> {
        let mut method = Self {
            operation,
            name,
            template: String::new(),
            arguments: Vec::new(),
            returns: "()".to_owned(),
        };
        let template = match model.direction {
            Direction::Request => method.input(model, types)?,
            Direction::Response => {
                method.output(model, types, error)?;
                operation.http.request_uri.clone()
            }
        };
        method.template = method.placeholders(&template);
        Ok(method)
    }

    /// The arguments of a request suite. Gives the template back, with the members' names in it.
    fn input(&mut self, model: &mut Model<'a>, types: &mut Types) -> Result<String, String> {
        let template = self.operation.http.request_uri.clone();
        let Some(input) = &self.operation.input else {
            return Ok(template);
        };
        let shape = model.shape(&input.shape)?;
        let mut taken = Taken::with(&["self"]);
        let in_query = |member: &Member| Ok::<_, String>(model.location(member)? == Some(Location::Query));
        let mut parameters = 0;
        let mut has_map = false;
        for (_, member) in shape.members.iter() {
            if in_query(member)? {
                parameters += 1;
                has_map |= model.shape(&member.shape)?.kind == Kind::Map;
            }
        }
        let as_struct = parameters > QUERY_ARGUMENTS && !has_map;
        let mut has_query_struct = false;
        for (key, member) in shape.members.iter() {
            let of_member = model.shape(&member.shape)?;
            let wire = model.wire_name(key, member)?;
            let (role, place) = match model.location(member)? {
                None if member.host_label => (None, Place::Label),
                None | Some(Location::Status) => continue,
                Some(Location::Label) => (None, Place::Label),
                Some(Location::Query) if as_struct => {
                    if !std::mem::replace(&mut has_query_struct, true) {
                        let name = model.taken.take_type(&format!("{}Query", pascal(&self.operation.name)));
                        types.structure(model, &input.shape, Role::Query, &name)?;
                        let fields = model.fields(&input.shape, Role::Query)?;
                        self.arguments.push(Argument {
                            name: taken.take("query"),
                            role: Some("#[query(flatten)]".to_owned()),
                            ty: format!("&{name}"),
                            given: Given::Structure {
                                fields,
                                role: Role::Query,
                                name,
                            },
                        });
                    }
                    continue;
                }
                Some(Location::Query) if of_member.kind == Kind::Map => {
                    (Some("#[query(flatten)]".to_owned()), Place::Query)
                }
                Some(Location::Query) => (Some(query_role(key, wire)), Place::Query),
                Some(Location::Header) => (Some(format!("#[header({wire:?})]")), Place::Header),
                Some(Location::PrefixHeaders) => (
                    Some(format!(
                        "#[header(prefix = {:?})]",
                        member.location_name.as_deref().unwrap_or_default()
                    )),
                    Place::Header,
                ),
            };
            let (ty, with) = argument_type(model, member, place)?;
            let role = match with {
                Some(with) => role.map(|role| with_module(&role, &with)),
                None => role,
            };
            types.reachable(model, &member.shape, false)?;
            self.arguments.push(Argument {
                name: taken.take(&identifier(&snake(key))),
                role,
                ty,
                given: Given::Member { key, member, place },
            });
        }
        self.body(model, types, &input.shape, shape, &mut taken)?;
        Ok(template)
    }

    /// The body: the payload member, else the members that have no other place.
    fn body(
        &mut self,
        model: &Model<'a>,
        types: &mut Types,
        input: &'a str,
        shape: &'a Shape,
        taken: &mut Taken,
    ) -> Result<(), String> {
        if let Some(payload) = &shape.payload {
            let key = value::shape_member(shape, payload)?;
            let member = shape
                .members
                .get(payload)
                .ok_or_else(|| format!("there is no member `{payload}`"))?;
            let of_member = model.shape(&member.shape)?;
            if let Some(media_type) = &of_member.media_type {
                self.arguments.push(Argument {
                    name: taken.take("content_type"),
                    role: Some("#[header(\"Content-Type\")]".to_owned()),
                    ty: "&str".to_owned(),
                    given: Given::Constant(format!("{media_type:?}")),
                });
            }
            types.reachable(model, &member.shape, false)?;
            let (role, ty) = match of_member.kind {
                Kind::Blob => ("#[body(bytes)]", "Option<Bytes>".to_owned()),
                Kind::String if of_member.values.is_some() => {
                    ("#[body(text)]", format!("Option<&{}>", model.type_name(&member.shape)?))
                }
                Kind::String => ("#[body(text)]", "Option<&str>".to_owned()),
                // A structure that is not set goes out as `{}`; of a union or a document that is not set nothing does.
                Kind::Structure if !of_member.union && !of_member.document => {
                    ("#[body]", format!("&{}", model.type_name(&member.shape)?))
                }
                _ => (
                    "#[body]",
                    format!("Option<&{}>", model.element_type(member, Place::Body)?),
                ),
            };
            self.arguments.push(Argument {
                name: taken.take(&identifier(&snake(key))),
                role: Some(role.to_owned()),
                ty,
                given: Given::Payload {
                    key,
                    member,
                    shape: of_member,
                },
            });
            return Ok(());
        }
        let fields = model.fields(input, Role::Input)?;
        if !fields.is_empty() {
            let name = model.type_name(input)?.to_owned();
            types.structure(model, input, Role::Input, &name)?;
            self.arguments.push(Argument {
                name: taken.take("body"),
                role: Some("#[body]".to_owned()),
                ty: format!("&{name}"),
                given: Given::Structure {
                    fields,
                    role: Role::Input,
                    name,
                },
            });
        }
        Ok(())
    }

    /// What a response suite returns; of the input there are only the labels, so that the operation can be called.
    fn output(&mut self, model: &Model<'a>, types: &mut Types, error: Option<&str>) -> Result<(), String> {
        if let Some(output) = &self.operation.output {
            let name = model.type_name(&output.shape)?;
            types.structure(model, &output.shape, Role::Reply, name)?;
            name.clone_into(&mut self.returns);
        }
        if let Some(error) = error {
            let _ = write!(self.returns, ", {error}");
        }
        for label in labels(&self.operation.http.request_uri) {
            let constant = Given::Constant("\"label\"".to_owned());
            self.arguments.push(Argument {
                name: identifier(&snake(label)),
                role: None,
                ty: "&str".to_owned(),
                given: constant,
            });
        }
        Ok(())
    }

    /// Replaces the model's labels by the macro's: `{Key+}` by `<key..>`.
    fn placeholders(&self, template: &str) -> String {
        let mut result = template.to_owned();
        for label in labels(template) {
            let greedy = if template.contains(&format!("{{{label}+}}")) {
                ".."
            } else {
                ""
            };
            let written = format!("{{{label}{}}}", if greedy.is_empty() { "" } else { "+" });
            result = result.replace(&written, &format!("<{}{greedy}>", self.label_argument(label)));
        }
        result
    }

    /// The name of the argument that a label stands for, as a template has it.
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
        let mut options = String::new();
        let http = &self.operation.http;
        if self.operation.idempotent && matches!(http.method.as_str(), "POST" | "PATCH") {
            options.push_str(", idempotent");
        }
        let host_prefix = self
            .operation
            .endpoint
            .as_ref()
            .and_then(|endpoint| endpoint.host_prefix.as_deref());
        if let (Some(prefix), Direction::Request) = (host_prefix, self.has_input()) {
            let _ = write!(options, ", host_prefix = {:?}", self.placeholders(prefix));
        }
        let mut source = format!("/// `{} {}`\n", http.method, http.request_uri);
        let _ = writeln!(source, "#[rest_op({}, {:?}{options})]", http.method, self.template);
        let arguments: Vec<String> = self.arguments.iter().map(Argument::declaration).collect();
        let mut line = format!("fn {}(&self", self.name);
        for argument in &arguments {
            let _ = write!(line, ", {argument}");
        }
        let _ = write!(line, ") -> Call<{}>;", self.returns);
        // Within a trait, within a module.
        if line.len() + 4 > WIDTH {
            line = format!("fn {}(\n    &self,\n", self.name);
            for argument in &arguments {
                let _ = writeln!(line, "    {argument},");
            }
            let _ = write!(line, ") -> Call<{}>;", self.returns);
        }
        source.push_str(&line);
        source.push('\n');
        source
    }

    /// Whether the operation declares what goes out.
    fn has_input(&self) -> Direction {
        if self.returns == "()" {
            Direction::Request
        } else {
            Direction::Response
        }
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

impl Argument<'_> {
    fn declaration(&self) -> String {
        let role = self.role.as_ref().map(|role| format!("{role} ")).unwrap_or_default();
        format!("{role}{}: {}", self.name, self.ty)
    }

    fn value(&self, model: &Model<'_>, params: &Map<String, Value>) -> Result<String, String> {
        let set = |key: &str| params.get(key).filter(|given| !given.is_null());
        let optional = self.ty.starts_with("Option<");
        match &self.given {
            Given::Constant(value) => Ok(value.clone()),
            Given::Structure { fields, role, name } => {
                Ok(format!("&{}", value::structure(model, fields, *role, name, params)?))
            }
            Given::Member { key, member, place } => {
                let shape = model.shape(&member.shape)?;
                let value = match set(key) {
                    Some(given) if shape.kind == Kind::List => Ok(format!(
                        "&{}",
                        value::element(model, member, given, *place)?.trim_start_matches("vec!")
                    )),
                    Some(given) if matches!(self.ty.as_str(), "&str" | "Option<&str>") => {
                        value::text(given).map(|text| format!("{text:?}"))
                    }
                    Some(given) if self.ty.contains("OffsetDateTime") => value::unwrapped(shape, given),
                    Some(given) if self.ty.contains('&') => {
                        Ok(format!("&{}", value::element(model, member, given, *place)?))
                    }
                    Some(given) => value::element(model, member, given, *place),
                    None if optional => return Ok("None".to_owned()),
                    None if member.idempotency_token => Ok("&IdempotencyToken::default()".to_owned()),
                    None if shape.kind == Kind::Map => Ok("&BTreeMap::new()".to_owned()),
                    None => Err(format!(
                        "the case does not give `{key}`, which is part of the path or the host"
                    )),
                }?;
                Ok(if optional { format!("Some({value})") } else { value })
            }
            Given::Payload { key, member, shape } => match set(key) {
                None if optional => Ok("None".to_owned()),
                None => Ok(format!("&{}::default()", self.ty.trim_start_matches('&'))),
                Some(given) if shape.kind == Kind::Blob => {
                    value::text(given).map(|text| format!("Some(Bytes::from({text:?}))"))
                }
                Some(given) if shape.kind == Kind::String && shape.values.is_none() => {
                    value::text(given).map(|text| format!("Some({text:?})"))
                }
                Some(given) => {
                    let value = value::element(model, member, given, Place::Body)?;
                    Ok(if optional {
                        format!("Some(&{value})")
                    } else {
                        format!("&{value}")
                    })
                }
            },
        }
    }
}

/// The attribute of a query parameter.
fn query_role(key: &str, wire: &str) -> String {
    if identifier(&snake(key)).trim_start_matches("r#") == wire {
        "#[query]".to_owned()
    } else {
        format!("#[query({wire:?})]")
    }
}

/// Adds `with` to the attribute of a role.
fn with_module(role: &str, module: &str) -> String {
    match role.strip_suffix(")]") {
        Some(open) => format!("{open}, with = {module})]"),
        None => role.replace(']', &format!("(with = {module})]")),
    }
}

/// The type of an argument, borrowed where it can be, and its module for `with`. Labels, maps and idempotency tokens are always there.
fn argument_type(model: &Model<'_>, member: &Member, place: Place) -> Result<(String, Option<String>), String> {
    let shape = model.shape(&member.shape)?;
    if place == Place::Label {
        let ty = model.element_type(member, place)?;
        return Ok((if shape.kind == Kind::String { borrowed(&ty) } else { ty }, None));
    }
    let (ty, with) = model.field_type(member, place)?;
    if shape.kind == Kind::Map || member.idempotency_token {
        return Ok((format!("&{ty}"), None));
    }
    if member.jsonvalue {
        return Ok((format!("Option<&{ty}>"), None));
    }
    let ty = match shape.kind {
        Kind::String | Kind::Blob => borrowed(&ty),
        Kind::List => format!("&[{}]", ty.trim_start_matches("Vec<").strip_suffix('>').unwrap_or(&ty)),
        _ => ty,
    };
    Ok((format!("Option<{ty}>"), with.map(|module| format!("{module}::option"))))
}

fn borrowed(ty: &str) -> String {
    if ty == "String" {
        "&str".to_owned()
    } else {
        format!("&{ty}")
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
