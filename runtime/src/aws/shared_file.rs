//! The format of the shared files, read as by botocore: sections of `key = value` or `key: value`. A value may continue on
//! lines with deeper indentation. <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>

use zeroize::Zeroizing;

/// The section whose properties all other sections inherit.
const DEFAULT: &str = "DEFAULT";

/// The sections of a file, in order. No type here implements `Debug`, since values may be secrets.
#[derive(Default)]
pub(super) struct Sections(Vec<Section>);

struct Section {
    name: String,
    properties: Properties,
}

/// The properties of a section, after the inherited ones. Of two properties with the same key, the later one applies.
#[derive(Clone, Default)]
pub(super) struct Properties(Vec<Property>);

#[derive(Clone)]
struct Property {
    /// The key, in lower case.
    key: String,
    /// The value, which may be a secret. A value that begins with a line break is a list of properties.
    value: Zeroizing<String>,
}

/// The number of a malformed line, and what is wrong with it.
#[derive(Debug, PartialEq)]
pub(super) struct Malformed {
    pub(super) line: usize,
    pub(super) reason: &'static str,
}

impl Sections {
    /// Parses a file. An error names the first malformed line.
    #[inline]
    pub(super) fn parse(text: &str) -> Result<Self, Malformed> {
        const NEITHER: &str = "neither a `[section]` nor `key = value`";
        let mut sections: Vec<Section> = Vec::new();
        // The indentation of the line in which the last value began.
        let mut indentation = 0;
        for (index, line) in lines(text).enumerate() {
            let malformed = |reason| Malformed {
                line: index + 1,
                reason,
            };
            let content = line.trim();
            if content.starts_with(['#', ';']) {
                continue;
            }
            let begun = sections.last_mut().and_then(|section| section.properties.0.last_mut());
            if content.is_empty() {
                // An empty line is part of the value if another line of it follows.
                if let Some(property) = begun {
                    property.value.push('\n');
                }
                continue;
            }
            let indented = line.chars().take_while(|character| character.is_whitespace()).count();
            if let Some(Property { value, .. }) = begun.filter(|_| indented > indentation) {
                if (value.is_empty() || value.starts_with('\n')) && !content.contains('=') {
                    return Err(malformed(NEITHER));
                }
                value.push('\n');
                value.push_str(content);
                continue;
            }
            indentation = indented;
            if let Some(name) = section_name(content) {
                if name != DEFAULT && sections.iter().any(|section| section.name == name) {
                    return Err(malformed("duplicate section"));
                }
                sections.push(Section {
                    name: name.to_owned(),
                    properties: Properties::default(),
                });
                continue;
            }
            let section = sections.last_mut().ok_or(malformed(NEITHER))?;
            let (key, value) = content.split_once(['=', ':']).ok_or(malformed(NEITHER))?;
            let key = key.trim_end().to_lowercase();
            if key.is_empty() {
                return Err(malformed(NEITHER));
            }
            if section.properties.get(&key).is_some() {
                return Err(malformed("duplicate key"));
            }
            let value = value.trim_start().to_owned().into();
            section.properties.0.push(Property { key, value });
        }
        Ok(Self(sections).inherited())
    }

    /// Removes the section of defaults and adds its properties to all other sections.
    #[inline]
    fn inherited(mut self) -> Self {
        let (defaults, mut sections): (Vec<_>, Vec<_>) = self.0.drain(..).partition(|section| section.name == DEFAULT);
        let inherited = defaults.into_iter().flat_map(|section| section.properties.0);
        let inherited: Vec<_> = inherited.collect();
        for section in &mut sections {
            section.properties.0.splice(..0, inherited.iter().cloned());
        }
        Self(sections)
    }

    /// Returns the section with exactly this name.
    #[inline]
    pub(super) fn get(&self, name: &str) -> Option<&Properties> {
        self.find(|section| section == name)
    }

    /// Returns the last section of a kind and a name: `[profile work]`, `[profile "at work"]`.
    #[inline]
    pub(super) fn get_of_kind(&self, kind: &str, name: &str) -> Option<&Properties> {
        self.find(|section| {
            let is_of_kind = section.starts_with(kind);
            is_of_kind && matches!(words(section).as_deref(), Some([_, word]) if word == name)
                || kind == "profile" && name == "default" && section == name
        })
    }

    fn find(&self, matches: impl Fn(&str) -> bool) -> Option<&Properties> {
        let mut latest_first = self.0.iter().rev();
        let section = latest_first.find(|section| matches(&section.name))?;
        Some(&section.properties)
    }
}

impl Properties {
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[inline]
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let property = self.0.iter().rev().find(|property| property.key == key)?;
        Some(property.value.trim_end())
    }

    /// Returns a property nested in the property `key`.
    #[inline]
    pub(super) fn get_nested(&self, key: &str, nested: &str) -> Option<&str> {
        let pairs = self.get(key)?.strip_prefix('\n')?.lines();
        let mut latest_first = pairs.rev().filter_map(|line| line.split_once('='));
        let (_, value) = latest_first.find(|(key, _)| key.trim_end() == nested)?;
        Some(value.trim_start())
    }
}

/// Splits a text into lines, which end with `\n`, `\r\n` or `\r`.
#[inline]
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    lines.flat_map(|line| line.split('\r'))
}

/// Returns the name of a section: the text up to the last bracket.
#[inline]
fn section_name(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix('[')?.rsplit_once(']')?;
    Some(name).filter(|name| !name.is_empty())
}

/// Splits a text into words as a shell does. Returns `None` if a quote or an escape is not terminated.
#[inline]
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (Some('\''), _) => word.get_or_insert_default().push(character),
            (_, '\\') => {
                let escaped = characters.next()?;
                let word = word.get_or_insert_default();
                if quote.is_some() && !matches!(escaped, '"' | '\\') {
                    word.push('\\');
                }
                word.push(escaped);
            }
            (None, '"' | '\'') => {
                quote = Some(character);
                word.get_or_insert_default();
            }
            (None, ' ' | '\t' | '\r' | '\n') => words.extend(word.take()),
            _ => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_properties_and_nested_properties_are_read() {
        let text = "\
# a comment
[default]
region = us-west-2   # no comment
Aws_Access_Key_Id=AKID#1
  ; a comment inside a value
  and more: of it

[profile\twork ] and more
  services: local
  s3 =

    max_concurrent_requests = 20
[services local]\r
chime =\r
\tendpoint_url = http://localhost:1/#x\r
\tendpoint_url=http://localhost:2\r
";
        let sections = Sections::parse(text).unwrap();
        let default = sections.get_of_kind("profile", "default").unwrap();
        assert_eq!(default.get("region"), Some("us-west-2   # no comment"));
        assert_eq!(default.get("aws_access_key_id"), Some("AKID#1\nand more: of it"));
        let work = sections.get_of_kind("profile", "work").unwrap();
        assert_eq!(work.get("services"), Some("local"));
        assert_eq!(work.get_nested("s3", "max_concurrent_requests"), Some("20"));
        let services = sections.get_of_kind("services", "local").unwrap();
        assert_eq!(services.get_nested("chime", "endpoint_url"), Some("http://localhost:2"));
        assert!(sections.get("work").is_none() && sections.get_of_kind("profile", "local").is_none());
        assert!(Sections::parse("").unwrap().0.is_empty());
    }

    #[test]
    fn defaults_apply_to_every_section_without_its_own_value() {
        let sections = Sections::parse("[a]\nx = 1\n[DEFAULT]\nx = 2\ny = 3\n[b]\n").unwrap();
        let values = |name| ["x", "y"].map(|key| sections.get(name).unwrap().get(key).unwrap());
        assert_eq!((values("a"), values("b")), (["1", "3"], ["2", "3"]));
        assert!(sections.get("DEFAULT").is_none());
    }

    #[test]
    fn names_are_split_as_by_a_shell() {
        for (text, expected) in [
            ("profile x", Some(&["profile", "x"][..])),
            ("profile \t'x y'", Some(&["profile", "x y"])),
            (r#"profile "x \"y\" \z""#, Some(&["profile", r#"x "y" \z"#])),
            (r"profile x\ y\'", Some(&["profile", "x y'"])),
            (r#"profile """#, Some(&["profile", ""])),
            ("profile 'x", None),
            (r"profile x\", None),
        ] {
            assert_eq!(
                words(text),
                expected.map(|words| words.iter().map(ToString::to_string).collect()),
                "{text}"
            );
        }
    }

    #[test]
    fn malformed_line_is_named() {
        const NEITHER: &str = "neither a `[section]` nor `key = value`";
        for (text, line, reason) in [
            ("region = x", 1, NEITHER),
            ("[default", 1, NEITHER),
            ("[default]\n[]", 2, NEITHER),
            ("[default]\n\nsecret", 3, NEITHER),
            ("[default]\n= x", 2, NEITHER),
            ("[default]\ns3 =\n  # nested\n  secret", 4, NEITHER),
            ("[default]\nx = 1\rX : 2", 3, "duplicate key"),
            ("[a]\n[b]\n[a]", 3, "duplicate section"),
        ] {
            assert_eq!(Sections::parse(text).err(), Some(Malformed { line, reason }), "{text}");
        }
    }
}
