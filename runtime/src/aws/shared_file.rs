//! The format of the shared files: sections of `key = value`, of which a value may have keys of its own.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>

// Inlined, so that only programs that use it compile it.

use zeroize::Zeroizing;

/// The sections of a file. Nothing here is `Debug`: values may be secrets.
#[derive(Default, PartialEq)]
pub(super) struct Sections(Vec<Section>);

#[derive(PartialEq)]
struct Section {
    /// White space folded: `default`, `profile work`, `services local`.
    name: String,
    properties: Properties,
}

/// The properties of a section, in the order of the file; of two with one key the later one holds.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Properties(Vec<Property>);

#[derive(Clone, PartialEq)]
struct Property {
    /// In lower case; a nested one goes by both keys: `chime.endpoint_url`.
    key: String,
    /// May be a secret.
    value: Zeroizing<String>,
}

impl Sections {
    /// Reads a file. An error is the number of the first line that is neither a section nor a property.
    #[inline]
    pub(super) fn parse(text: &str) -> Result<Self, usize> {
        let mut sections = Self::default();
        let (mut section, mut property) = (None, None);
        for (index, line) in text.lines().enumerate() {
            let malformed = index + 1;
            if line.trim().is_empty() || line.trim_start().starts_with(['#', ';']) {
                continue;
            }
            if let Some(name) = line.strip_prefix('[') {
                let (name, _) = name.split_once(']').ok_or(malformed)?;
                (section, property) = (Some(sections.named(&folded(name))), None);
                continue;
            }
            let Section { properties, .. } = section.and_then(|at| sections.0.get_mut(at)).ok_or(malformed)?;
            let pair = without_comment(line)
                .split_once('=')
                .map(|(key, value)| (key.trim().to_lowercase(), value.trim()));
            if line.starts_with([' ', '\t']) {
                // Of the property above: one of its own keys, or more of its value, which none that is read here has.
                let above = property.as_ref().ok_or(malformed)?;
                if let Some((key, value)) = pair {
                    properties.push(format!("{above}.{key}"), value);
                }
            } else {
                let (key, value) = pair.filter(|(key, _)| !key.is_empty()).ok_or(malformed)?;
                properties.push(key.clone(), value);
                property = Some(key);
            }
        }
        Ok(sections)
    }

    #[inline]
    pub(super) fn get(&self, name: &str) -> Option<&Properties> {
        let section = self.0.iter().find(|section| section.name == name)?;
        Some(&section.properties)
    }

    /// The index of the section of this name, which is added where it is missing.
    #[inline]
    fn named(&mut self, name: &str) -> usize {
        let known = self.0.iter().position(|section| section.name == name);
        known.unwrap_or_else(|| {
            self.0.push(Section {
                name: name.to_owned(),
                properties: Properties::default(),
            });
            self.0.len() - 1
        })
    }
}

impl Properties {
    #[inline]
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let property = self.0.iter().rev().find(|property| property.key == key)?;
        Some(&property.value)
    }

    /// Adds those of another section, which hold before its own.
    pub(super) fn extend(&mut self, others: &Self) {
        self.0.extend_from_slice(&others.0);
    }

    #[inline]
    fn push(&mut self, key: String, value: &str) {
        self.0.push(Property {
            key,
            value: value.to_owned().into(),
        });
    }
}

/// A text with its white space folded to single spaces.
#[inline]
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// A line up to a comment: `#` or `;` after white space.
#[inline]
fn without_comment(line: &str) -> &str {
    let comment = line
        .char_indices()
        .zip(line.chars().skip(1))
        .find(|((_, before), mark)| before.is_whitespace() && matches!(mark, '#' | ';'));
    comment.and_then(|((at, _), _)| line.get(..at)).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_properties_and_nested_properties_are_read() {
        let text = "\
# a comment
[default]
region = us-west-2   # where we are
Aws_Access_Key_Id=AKID#1

[ profile\twork ]
services = local
  ; another comment
s3 =
  max_concurrent_requests = 20
[services local]
chime =
\tendpoint_url = http://localhost:1/#x
[default]
output = json
";
        let sections = Sections::parse(text).unwrap();
        let expected: [(&str, &[(&str, &str)]); 3] = [
            (
                "default",
                &[
                    ("region", "us-west-2"),
                    ("aws_access_key_id", "AKID#1"),
                    ("output", "json"),
                ],
            ),
            (
                "profile work",
                &[("services", "local"), ("s3", ""), ("s3.max_concurrent_requests", "20")],
            ),
            (
                "services local",
                &[("chime", ""), ("chime.endpoint_url", "http://localhost:1/#x")],
            ),
        ];
        assert_eq!(sections.0.len(), expected.len());
        for (section, (name, properties)) in sections.0.iter().zip(expected) {
            assert_eq!(section.name, name);
            let pairs = section
                .properties
                .0
                .iter()
                .map(|pair| (pair.key.as_str(), pair.value.as_str()));
            assert_eq!(pairs.collect::<Vec<_>>(), properties);
        }
        assert!(Sections::parse("") == Ok(Sections::default()));
    }

    #[test]
    fn of_two_values_the_later_one_holds() {
        let sections = Sections::parse("[a]\nx = 1\n[b]\n[a]\nX = 2\n").unwrap();
        assert_eq!(sections.get("a").unwrap().get("x"), Some("2"));
        assert!(sections.get("b").unwrap().get("x").is_none());
        assert!(sections.get("c").is_none());
    }

    #[test]
    fn what_is_malformed_is_told_by_its_line() {
        for (text, line) in [
            ("region = x", 1),
            ("[default", 1),
            ("[default]\n\nsecret", 3),
            ("[default]\n= x", 2),
            ("[default]\n  nested = x", 2),
        ] {
            assert_eq!(Sections::parse(text).err(), Some(line), "{text}");
        }
    }
}
