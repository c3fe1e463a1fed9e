//! XML: the object `xml` of schemas, which has names, attributes and namespaces, and types as roots of documents.

use super::name::of_target;
use super::{Place, Schemas};
use crate::document::Node;
use crate::model::Left;
use crate::model::types::{Around, Field, Item, Kind, Struct, Type, TypeDef, TypeId, Wrapped};
use crate::model::xml_name::{XmlName, XmlNamespace};

/// The way in which a document goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Request,
    Response,
}

/// Returns the object `xml` of a schema itself, or of what stands beside a reference in `allOf`.
fn own<'d>(schema: &Node<'d>) -> Option<Node<'d>> {
    let beside = || {
        let parts = schema.get_raw("allOf");
        let mut parts = parts.iter().flat_map(Node::items).collect::<Vec<_>>().into_iter();
        parts.find_map(|part| part.get_raw("xml"))
    };
    schema.get_raw("xml").or_else(beside)
}

/// Reads a name from the object `xml`.
fn name_of(xml: Option<&Node<'_>>, otherwise: &str) -> XmlName {
    let text = |name: &str| Some(xml?.text(name)?.trim()).filter(|text| !text.is_empty());
    let name = text("name").unwrap_or(otherwise);
    let (prefix, local) = name
        .split_once(':')
        .map_or((None, name), |(prefix, local)| (Some(prefix), local));
    let prefix = text("prefix").or(prefix);
    XmlName {
        text: prefix.map_or_else(|| local.to_owned(), |prefix| format!("{prefix}:{local}")),
        namespace: text("namespace").map(|uri| XmlNamespace {
            uri: uri.to_owned(),
            prefix: prefix.map(str::to_owned),
        }),
        is_attribute: xml.is_some_and(|xml| xml.flag("attribute")),
    }
}

impl Schemas<'_> {
    /// Reads the schema of an XML document. `None` if it is not an object or a list whose elements have names.
    pub(crate) fn document(&mut self, schema: &Node<'_>, name: &str, way: Way) -> Result<Option<TypeId>, Left> {
        let target = schema.clone().resolved()?;
        let (name, is_named) = of_target(&target, name);
        let xml = own(schema).or_else(|| own(&target));
        let element = xml.as_ref().and_then(|xml| xml.text("name"));
        if way == Way::Request && element.is_none() && !is_named {
            return Ok(None);
        }
        self.toggle_xml();
        let typed = self.read(schema, &name);
        self.toggle_xml();
        let id = match typed?.ty {
            Type::Named(id) if matches!(self.types[id].kind, Kind::Struct(_)) => id,
            Type::List(item) | Type::Xml(Around::List(_), item) => {
                let Some(id) = self.list_document(&target, &name, is_named, *item, way) else {
                    return Ok(None);
                };
                id
            }
            _ => return Ok(None),
        };
        if way == Way::Request {
            let root = name_of(xml.as_ref(), &name).written();
            self.types[id].set_root(root).map_err(|reason| schema.left(reason))?;
        }
        Ok(Some(id))
    }

    /// Types of XML and those of JSON do not mix.
    fn toggle_xml(&mut self) {
        self.is_xml = !self.is_xml;
        std::mem::swap(&mut self.known, &mut self.known_otherwise);
    }

    /// Makes a type of a list that is a document. Its items have any names when they are read.
    fn list_document(&mut self, list: &Node<'_>, name: &str, is_named: bool, item: Item, way: Way) -> Option<TypeId> {
        let (read, written) = match way {
            Way::Response => ("$value".to_owned(), None),
            Way::Request => {
                let name = item_name(list)?;
                (name.read(), Some(name.written()))
            }
        };
        let items = Field {
            written_name: written.filter(|written| *written != read),
            rust_name: "items".to_owned(),
            required: true,
            ..Field::new(read, Type::List(Box::new(item)))
        };
        let of = Struct {
            fields: vec![items],
            ..Struct::default()
        };
        Some(self.types.add(TypeDef {
            is_named,
            is_xml: true,
            ..TypeDef::new(name, list.pointer(), Kind::Struct(of))
        }))
    }
}

/// Returns the type of a list in XML.
pub(super) fn list(place: Place<'_, '_>, item: Item) -> Type {
    if !own(place.schema).is_some_and(|xml| xml.flag("wrapped")) {
        return Type::List(Box::new(item));
    }
    let wrapped = Wrapped {
        item: item_name(place.schema).map_or_else(String::new, |name| name.written()),
        name: place.name.to_owned(),
        pointer: place.is_named.then(|| place.schema.pointer().to_owned()),
    };
    Type::Xml(Around::List(wrapped), Box::new(item))
}

/// Gives a member its names in XML.
pub(super) fn name_member(field: &mut Field, schema: &Node<'_>) {
    field.rust_name.clone_from(&field.name);
    let xml = name_of(own(schema).as_ref(), &field.name);
    let name = match &mut field.ty {
        Type::List(_) => {
            let list = schema.clone().resolved().ok();
            list.as_ref().and_then(own_item_name).unwrap_or(xml)
        }
        Type::Xml(Around::List(wrapped), _) => {
            if wrapped.item.is_empty() {
                wrapped.item = xml.written();
            }
            xml
        }
        _ => xml,
    };
    name.name_field(field, None);
}

/// Returns the name that a list gives its items.
fn own_item_name(list: &Node<'_>) -> Option<XmlName> {
    let xml = own(&list.get_raw("items")?)?;
    xml.text("name").is_some().then(|| name_of(Some(&xml), ""))
}

/// Returns the name of the items of a list: its own, or that of their schema.
fn item_name(list: &Node<'_>) -> Option<XmlName> {
    own_item_name(list).or_else(|| {
        let items = list.get_raw("items")?;
        let target = items.clone().resolved().ok()?;
        let (name, is_named) = of_target(&target, "");
        let xml = own(&target);
        let has_name = is_named || xml.as_ref().is_some_and(|xml| xml.text("name").is_some());
        has_name.then(|| name_of(xml.as_ref(), &name))
    })
}
