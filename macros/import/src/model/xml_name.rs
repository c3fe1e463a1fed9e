//! Names in XML, as serde's attributes have them for rest-op.

use super::types::Field;

/// The name of an element or an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlName {
    /// With its prefix, such as `xsi:type`.
    pub(crate) text: String,
    pub(crate) namespace: Option<XmlNamespace>,
    pub(crate) is_attribute: bool,
}

/// The namespace that an element declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlNamespace {
    pub(crate) uri: String,
    pub(crate) prefix: Option<String>,
}

impl XmlName {
    /// Returns the name that is written.
    pub(crate) fn written(&self) -> String {
        let name = &self.text;
        match &self.namespace {
            _ if self.is_attribute => format!("@{name}"),
            None => name.clone(),
            Some(XmlNamespace { uri, prefix: None }) => format!("{{{uri}}}{name}"),
            Some(XmlNamespace {
                uri,
                prefix: Some(prefix),
            }) => format!("{{{prefix}={uri}}}{name}"),
        }
    }

    /// Returns the name that is read, which has neither a prefix nor a namespace.
    pub(crate) fn read(&self) -> String {
        let local = self.text.split_once(':').map_or(&*self.text, |(_, local)| local);
        let at = if self.is_attribute { "@" } else { "" };
        format!("{at}{local}")
    }

    /// Gives a member this name. A list may be read from elements of another name.
    pub(crate) fn name_field(&self, field: &mut Field, read: Option<&str>) {
        field.name = read.map_or_else(|| self.read(), str::to_owned);
        field.written_name = Some(self.written()).filter(|written| *written != field.name);
    }
}
