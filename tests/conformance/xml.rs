//! XML as it is compared: elements by their namespaces, in the order of their names; entries of maps in the order of their keys.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::{
    Reader, XmlVersion,
    escape::unescape,
    events::{BytesStart, Event},
    name::PrefixDeclaration,
};

/// An element. Text counts only where there are no elements.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Element {
    name: String,
    children: Vec<Element>,
    text: String,
    /// Prefixes that mean something else than above, too.
    attributes: BTreeSet<(String, String)>,
}

/// The namespaces of the prefixes; the default one is that of the empty prefix.
type Scope = BTreeMap<String, String>;

impl Element {
    /// Parses a document.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut open: Vec<(Self, Scope)> = Vec::new();
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) => {
                    let scope = open.last().map(|(_, scope)| scope.clone()).unwrap_or_default();
                    open.push(Self::open(&tag, scope)?);
                }
                Event::End(_) => {
                    let element = open.pop()?.0.sorted();
                    match open.last_mut() {
                        Some((parent, _)) => parent.children.push(element),
                        None => return Some(element),
                    }
                }
                Event::Text(text) => push(&mut open, &text.xml10_content()),
                Event::CData(text) => push(&mut open, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    push(
                        &mut open,
                        &unescape(&format!("&{};", &*reference.xml10_content())).ok()?,
                    );
                }
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    fn open(tag: &BytesStart<'_>, mut scope: Scope) -> Option<(Self, Scope)> {
        let (mut attributes, mut plain) = (BTreeSet::new(), Vec::new());
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            match attribute.key.as_namespace_binding() {
                Some(PrefixDeclaration::Default) => {
                    scope.insert(String::new(), value);
                }
                Some(PrefixDeclaration::Named(prefix)) => {
                    if scope.insert(prefix.to_owned(), value.clone()).as_ref() != Some(&value) {
                        attributes.insert((format!("xmlns:{prefix}"), value));
                    }
                }
                None => plain.push((attribute.key.as_ref().to_owned(), value)),
            }
        }
        let resolved = |name: &str, default: &str| {
            let (prefix, local) = name.split_once(':').unwrap_or((default, name));
            format!("{{{}}}{local}", scope.get(prefix).map_or("", String::as_str))
        };
        attributes.extend(
            plain
                .iter()
                .map(|(name, value)| (resolved(name, "no prefix"), value.clone())),
        );
        let element = Self {
            name: resolved(tag.name().as_ref(), ""),
            attributes,
            text: String::new(),
            children: Vec::new(),
        };
        Some((element, scope))
    }

    fn sorted(mut self) -> Self {
        if !self.children.is_empty() {
            self.text.clear();
        }
        self.children.sort_by(|left, right| {
            let by_name = left.name.cmp(&right.name);
            if left.is_entry() && right.is_entry() {
                by_name.then_with(|| left.cmp(right))
            } else {
                by_name
            }
        });
        self
    }

    /// Whether it is an entry of a map, as far as names tell.
    fn is_entry(&self) -> bool {
        let is_key = |child: &Self| ["}key", "}K"].iter().any(|name| child.name.ends_with(name));
        self.children.len() == 2 && (self.name.ends_with("}entry") || self.children.iter().any(is_key))
    }
}

fn push(open: &mut [(Element, Scope)], text: &str) {
    if let Some((element, _)) = open.last_mut() {
        element.text.push_str(text);
    }
}
