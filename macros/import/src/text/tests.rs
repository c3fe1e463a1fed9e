//! The texts of small models, compared as a whole.

mod everything;
mod file;
mod operations;
mod types;

use super::*;
use crate::model::operation::{Argument, BodyFormat, Declaration, Operation, Outcome, Piece, Role};
use crate::model::types::{
    Around, Direction, EnumValue, Field, Item, Kind, Limits, Next, OneOf, Page, Source as FieldSource, StatusCase,
    Struct, Tagging, Type, TypeDef, TypeId, Usage, Variant,
};
use crate::model::{Doc, ErrorCase, Left};

fn source() -> Source {
    Source::parse("rooms.json", b"{}").unwrap()
}

/// The source of a model without its header and its imports.
fn items(model: &Model) -> String {
    let text = compose(model, &source(), &Options::default());
    formatted::check(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let start = text.find("/// The operations of").unwrap();
    text[start..].to_owned()
}

fn model(operations: Vec<Operation>) -> Model {
    Model {
        title: "Rooms".to_owned(),
        trait_name: "Rooms".to_owned(),
        operations,
        ..Model::default()
    }
}

fn operation(id: &str, method: &str, template: &[&str], arguments: Vec<Argument>, outcome: Outcome) -> Operation {
    let template = template.iter().map(|piece| match piece.strip_prefix('<') {
        Some(label) => Piece::Label {
            name: label.trim_end_matches(['>', '.']).to_owned(),
            is_greedy: label.contains(".."),
        },
        None => Piece::Literal((*piece).to_owned()),
    });
    Operation {
        id: id.to_owned(),
        rust_name: id.to_owned(),
        request_line: String::new(),
        doc: doc(&format!("Calls {id}.")),
        declaration: Ok(Declaration {
            method: method.to_owned(),
            template: template.collect(),
            query: None,
            is_public: false,
            is_idempotent: false,
            host_prefix: None,
            headers: Vec::new(),
            checksum: None,
            content_type: None,
            arguments,
            outcome,
            is_optional: false,
        }),
    }
}

fn declaration(operation: &mut Operation) -> &mut Declaration {
    operation.declaration.as_mut().unwrap()
}

fn argument(rust_name: &str, name: &str, role: Role, ty: Type, required: bool) -> Argument {
    Argument {
        rust_name: rust_name.to_owned(),
        required,
        ..Argument::new(name, role, ty)
    }
}

fn field(rust_name: &str, name: &str, ty: Type, required: bool) -> Field {
    Field {
        rust_name: rust_name.to_owned(),
        required,
        ..Field::new(name, ty)
    }
}

fn doc(text: &str) -> Doc {
    Doc {
        text: text.to_owned(),
        ..Doc::default()
    }
}

fn list(ty: Type) -> Type {
    Type::List(Box::new(Item { ty, nullable: false }))
}

fn map(ty: Type) -> Type {
    Type::Map(Box::new(Item { ty, nullable: false }))
}

fn range(minimum: &str, maximum: &str) -> Limits {
    Limits {
        minimum: Some(minimum.to_owned()),
        maximum: Some(maximum.to_owned()),
        ..Limits::default()
    }
}

fn add(model: &mut Model, name: &str, kind: Kind, usage: Usage) -> TypeId {
    let id = model.types.add(TypeDef {
        usage,
        ..TypeDef::new(name, format!("/components/schemas/{name}"), kind)
    });
    model.written.push(id);
    id
}

fn structure(fields: Vec<Field>) -> Kind {
    Kind::Struct(Struct {
        fields,
        ..Struct::default()
    })
}

fn values(values: &[(&str, &str)]) -> Kind {
    Kind::Enum(
        values
            .iter()
            .map(|(rust_name, value)| EnumValue {
                rust_name: (*rust_name).to_owned(),
                ..EnumValue::new(*value)
            })
            .collect(),
    )
}

const REQUEST: Usage = Usage {
    request: true,
    response: false,
    is_result: false,
    is_query: false,
};
const RESPONSE: Usage = Usage {
    request: false,
    response: true,
    is_result: false,
    is_query: false,
};
const RESULT: Usage = Usage {
    request: false,
    response: true,
    is_result: true,
    is_query: false,
};
const BOTH: Usage = Usage {
    request: true,
    response: true,
    is_result: true,
    is_query: false,
};
const QUERY: Usage = Usage {
    request: false,
    response: false,
    is_result: false,
    is_query: true,
};

fn error(name: &str, codes: &[&str], status: Option<u16>) -> ErrorCase {
    ErrorCase {
        name: name.to_owned(),
        doc: Doc::default(),
        codes: codes.iter().map(ToString::to_string).collect(),
        status,
    }
}
