//! restXml: names of elements and attributes, namespaces, and the elements around the items of lists and maps.

use std::collections::HashSet;

use crate::document::Node;
use crate::model::types::{Around, Field, Item, Kind, Struct, Type, TypeDef, TypeId, Wrapped};
use crate::model::xml_name::{XmlName, XmlNamespace};

use super::place;
use super::shapes::{Part, Place, Shapes};

/// Reads the first name and the first namespace of several nodes; the name may be missing.
fn name_of(nodes: &[&Node<'_>], otherwise: &str) -> XmlName {
    let text = nodes.iter().find_map(|node| node.text("locationName"));
    XmlName {
        text: text.unwrap_or(otherwise).to_owned(),
        namespace: nodes.iter().find_map(|node| namespace_of(node)),
        is_attribute: nodes.iter().any(|node| node.flag("xmlAttribute")),
    }
}

fn namespace_of(node: &Node<'_>) -> Option<XmlNamespace> {
    let namespace = node.get_raw("xmlNamespace")?;
    let uri = namespace.value().as_str().or_else(|| namespace.text("uri"))?;
    let prefix = namespace.text("prefix").filter(|prefix| !prefix.is_empty());
    Some(XmlNamespace {
        uri: uri.to_owned(),
        prefix: prefix.map(str::to_owned),
    })
}

impl<'d> Shapes<'d, '_> {
    /// Gives a member of a structure in XML its names.
    pub(super) fn name_in_xml(&self, field: &mut Field, name: &str, member: &Node<'d>) {
        let target = self.target(member).map(|(_, shape)| shape);
        let item = target.as_ref().and_then(|list| list.get_raw("member"));
        let item = item.filter(|_| target.as_ref().is_some_and(|list| is_flattened(member, list)));
        let mut xml = name_of(&[member], name);
        let namespaced = if item.is_some() { &item } else { &target };
        xml.namespace = xml.namespace.or_else(|| namespace_of(namespaced.as_ref()?));
        if member.get_raw("location").is_some() {
            // A structure that is also an input names its members by their places there.
            name.clone_into(&mut xml.text);
        }
        xml.name_field(field, item.as_ref().and_then(|item| item.text("locationName")));
    }

    /// Returns the type of a map in XML. One with names of its own is a list of entries.
    pub(super) fn map_in_xml(&mut self, member: &Node<'d>, name: &str, map: &Node<'d>, item: Item) -> Type {
        let field = |field: &'static str, ty: Type| {
            let node = map.get_raw(field);
            let xml = node.as_ref().map(|node| name_of(&[node], field));
            let (read, written) = xml.map_or((field.to_owned(), field.to_owned()), |xml| (xml.read(), xml.written()));
            Field {
                rust_name: field.to_owned(),
                required: true,
                written_name: Some(written).filter(|written| *written != read),
                ..Field::new(read, ty)
            }
        };
        let fields = [field("key", Type::String), field("value", item.ty.clone())];
        let is_usual = |field: &Field| field.name == field.rust_name && field.written_name.is_none();
        match (is_flattened(member, map), fields.iter().all(is_usual)) {
            (true, true) => return Type::Xml(Around::Entries, Box::new(item)),
            (false, true) => return Type::Xml(Around::Map, Box::new(item)),
            _ => {}
        }
        let entry = Item {
            ty: Type::Named(self.entry(name, map, fields)),
            nullable: false,
        };
        if is_flattened(member, map) {
            return Type::List(Box::new(entry));
        }
        let wrapped = Wrapped {
            item: "entry".to_owned(),
            name: name.to_owned(),
            pointer: Some(place(map)),
        };
        Type::Xml(Around::List(wrapped), Box::new(entry))
    }

    /// Returns the type of an entry of a map.
    fn entry(&mut self, name: &str, map: &Node<'d>, fields: [Field; 2]) -> TypeId {
        let definition = || TypeDef::new(format!("{name} entry"), place(map), Kind::Struct(Struct::default()));
        self.part(name, Part::Entry, definition, |_| fields.into())
    }

    /// Makes the only member of a result the text of the root.
    pub(super) fn unwrap(&mut self, id: TypeId) {
        if let Kind::Struct(of) = &mut self.definition_mut(id).kind
            && let [field] = of.fields.as_mut_slice()
        {
            "$text".clone_into(&mut field.name);
        }
    }

    /// Names the root of requests with a type: by the first name and the first namespace of several nodes.
    /// JSON has no root.
    pub(super) fn set_root(&mut self, id: TypeId, nodes: &[&Node<'d>], otherwise: &str) -> Result<(), String> {
        if self.body() != Place::Xml {
            return Ok(());
        }
        let root = name_of(nodes, otherwise).written();
        self.definition_mut(id).set_root(root)
    }
}

/// Returns the type of a list in XML.
pub(super) fn list(member: &Node<'_>, name: &str, list: &Node<'_>, item: Item) -> Type {
    if is_flattened(member, list) {
        return Type::List(Box::new(item));
    }
    let element = list.get_raw("member");
    let element = element.map_or_else(
        || "member".to_owned(),
        |element| name_of(&[&element], "member").written(),
    );
    let wrapped = Wrapped {
        item: element,
        name: name.to_owned(),
        pointer: Some(place(list)),
    };
    Type::Xml(Around::List(wrapped), Box::new(item))
}

/// Drops members whose elements have the name of another member: one that a list has replaced, such as S3's `Event`.
pub(super) fn drop_repeated(fields: &mut Vec<Field>) {
    let mut lists: HashSet<String> = HashSet::new();
    lists.extend(
        fields
            .iter()
            .filter(|field| is_list(field))
            .map(|field| field.name.clone()),
    );
    let mut seen = HashSet::new();
    fields.retain(|field| (is_list(field) || !lists.contains(&field.name)) && seen.insert(field.name.clone()));
}

fn is_list(field: &Field) -> bool {
    matches!(field.ty, Type::List(_))
}

/// Whether a list or a map has no element around its items.
fn is_flattened(member: &Node<'_>, shape: &Node<'_>) -> bool {
    member.flag("flattened") || shape.flag("flattened")
}
