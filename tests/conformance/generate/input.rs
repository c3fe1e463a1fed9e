//! The declaration of a request suite: the members of an operation's input as arguments.

use super::{
    argument::{Argument, Given, argument_type},
    field::Role,
    model::{Model, Place},
    names::{Taken, identifier, pascal, snake},
    types::Types,
    vectors::{Kind, Location, Member, Operation, Protocol, Shape},
};

/// More query parameters than this are declared as one struct, unless there is also a map: named parameters take
/// precedence over a map, but not over a struct.
const QUERY_ARGUMENTS: usize = 3;

/// The role of the input of awsQuery.
const FORM: &str = "#[body(form, members)]";

/// The arguments found so far.
pub(crate) struct Input<'m, 'a> {
    model: &'m mut Model<'a>,
    types: &'m mut Types,
    operation: &'a Operation,
    taken: Taken,
    arguments: Vec<Argument<'a>>,
}

impl<'m, 'a> Input<'m, 'a> {
    /// Reads the input of an operation, and declares the types that it needs.
    pub(crate) fn arguments(
        model: &'m mut Model<'a>,
        types: &'m mut Types,
        operation: &'a Operation,
    ) -> Result<Vec<Argument<'a>>, String> {
        let mut input = Self {
            model,
            types,
            operation,
            taken: Taken::with(&["self"]),
            arguments: Vec::new(),
        };
        if let Some(shape) = &operation.input {
            input.read(&shape.shape)?;
        }
        let is_body = |argument: &Argument<'_>| argument.role.is_some();
        if input.model.protocol == Protocol::AwsQuery && !input.arguments.iter().any(is_body) {
            // The name of the operation is a form by itself.
            input.arguments.push(Argument {
                name: "body".to_owned(),
                role: Some(FORM.to_owned()),
                ty: "()".to_owned(),
                given: Given::Constant("()".to_owned()),
            });
        }
        Ok(input.arguments)
    }

    fn read(&mut self, name: &'a str) -> Result<(), String> {
        let shape = self.model.shape(name)?;
        let query_as_struct = self.has_query_struct(shape)?;
        if query_as_struct {
            let name = self
                .model
                .taken
                .take_type(&format!("{}Query", pascal(&self.operation.name)));
            self.structure(Role::Query, "query", "#[query(flatten)]", name)?;
        }
        for (key, member) in shape.members.iter() {
            let location = self.model.location(member)?;
            if !(query_as_struct && location == Some(Location::Query)) {
                self.member(key, member, location)?;
            }
        }
        match &shape.payload {
            Some(payload) => self.payload(shape, payload),
            None if self.model.fields(name, Role::Input)?.is_empty() => Ok(()),
            None => {
                let name = self.model.type_name(name)?.to_owned();
                let attribute = match self.model.protocol {
                    Protocol::RestXml => "#[body(xml)]",
                    Protocol::AwsQuery => FORM,
                    Protocol::RestJson | Protocol::AwsJson => "#[body]",
                };
                self.structure(Role::Input, "body", attribute, name)
            }
        }
    }

    fn has_query_struct(&self, shape: &Shape) -> Result<bool, String> {
        let mut parameters = 0;
        for (_, member) in shape.members.iter() {
            if self.model.location(member)? == Some(Location::Query) {
                if self.model.shape(&member.shape)?.kind == Kind::Map {
                    return Ok(false);
                }
                parameters += 1;
            }
        }
        Ok(parameters > QUERY_ARGUMENTS)
    }

    /// A structure of those members of the input that have this role.
    fn structure(&mut self, role: Role, argument: &str, attribute: &str, name: String) -> Result<(), String> {
        let Some(input) = &self.operation.input else {
            return Ok(());
        };
        self.types.structure(self.model, &input.shape, role, &name)?;
        let fields = self.model.fields(&input.shape, role)?;
        self.arguments.push(Argument {
            name: self.taken.take(argument),
            role: Some(attribute.to_owned()),
            // Without a member there is no body in XML, and `{}` in JSON.
            ty: if attribute == "#[body(xml)]" {
                format!("Option<&{name}>")
            } else {
                format!("&{name}")
            },
            given: Given::Structure { fields, role, name },
        });
        Ok(())
    }

    /// A member with its own place in the request, if it has one.
    fn member(&mut self, key: &'a str, member: &'a Member, location: Option<Location>) -> Result<(), String> {
        let wire = self.model.wire_name(key, member)?;
        let is_map = self.model.shape(&member.shape)?.kind == Kind::Map;
        let prefix = member.location_name.as_deref().unwrap_or_default();
        let (role, place) = match location {
            None if member.host_label => (None, Place::Label),
            None | Some(Location::Status) => return Ok(()),
            Some(Location::Label) => (None, Place::Label),
            Some(Location::Query) if is_map => (Some("#[query(flatten)]".to_owned()), Place::Query),
            Some(Location::Query) => (Some(query_role(key, wire)), Place::Query),
            Some(Location::Header) => (Some(format!("#[header({wire:?})]")), Place::Header),
            Some(Location::PrefixHeaders) => (Some(format!("#[header(prefix = {prefix:?})]")), Place::Header),
        };
        let (ty, with) = argument_type(self.model, member, place)?;
        self.types.reachable(self.model, &member.shape, false)?;
        self.arguments.push(Argument {
            name: self.taken.take(&identifier(&snake(key))),
            role: match with {
                Some(with) => role.map(|role| with_module(&role, &with)),
                None => role,
            },
            ty,
            given: Given::Member { key, member, place },
        });
        Ok(())
    }

    /// The member that is the whole body.
    fn payload(&mut self, shape: &'a Shape, payload: &str) -> Result<(), String> {
        let member = shape.members.iter().find(|(key, _)| *key == payload);
        let (key, member) = member.ok_or_else(|| format!("there is no member `{payload}`"))?;
        let shape = self.model.shape(&member.shape)?;
        if let Some(media_type) = &shape.media_type {
            self.arguments.push(Argument {
                name: self.taken.take("content_type"),
                role: Some("#[header(\"Content-Type\")]".to_owned()),
                ty: "&str".to_owned(),
                given: Given::Constant(format!("{media_type:?}")),
            });
        }
        self.types.reachable(self.model, &member.shape, false)?;
        let ty = self.model.element_type(member, Place::Body)?;
        let (role, ty) = match shape.kind {
            Kind::Blob => ("#[body(bytes)]", "Option<Bytes>".to_owned()),
            Kind::String if shape.values.is_some() => ("#[body(text)]", format!("Option<&{ty}>")),
            Kind::String => ("#[body(text)]", "Option<&str>".to_owned()),
            Kind::Structure if self.model.protocol.is_xml() => ("#[body(xml)]", format!("Option<&{ty}>")),
            // An absent structure is sent as `{}`; an absent union or document is not sent.
            Kind::Structure if !shape.union && !shape.document => ("#[body]", format!("&{ty}")),
            _ => ("#[body]", format!("Option<&{ty}>")),
        };
        self.arguments.push(Argument {
            name: self.taken.take(&identifier(&snake(key))),
            role: Some(role.to_owned()),
            ty,
            given: Given::Payload { key, member, shape },
        });
        Ok(())
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
