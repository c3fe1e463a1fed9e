//! The format of the shared files: sections of `key = value`, of which a value may have keys of its own.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>

use std::collections::BTreeMap;

use zeroize::Zeroizing;

/// The properties of a section, keys in lower case; a nested one goes by both keys: `chime.endpoint_url`. A value may be
/// a secret.
pub(super) type Properties = BTreeMap<String, Zeroizing<String>>;

/// The sections of a file by their names, white space folded: `default`, `profile work`, `services local`.
pub(super) type Sections = BTreeMap<String, Properties>;

/// Reads a file. An error is the number of the first line that is neither a section nor a property.
pub(super) fn parse(text: &str) -> Result<Sections, usize> {
    let mut sections = Sections::new();
    let (mut section, mut property) = (None, None);
    for (index, line) in text.lines().enumerate() {
        let malformed = index + 1;
        if line.trim().is_empty() || line.trim_start().starts_with(['#', ';']) {
            continue;
        }
        if let Some(name) = line.strip_prefix('[') {
            let (name, _) = name.split_once(']').ok_or(malformed)?;
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            sections.entry(name.clone()).or_default();
            (section, property) = (Some(name), None);
            continue;
        }
        let properties = section
            .as_ref()
            .and_then(|name| sections.get_mut(name))
            .ok_or(malformed)?;
        let pair = without_comment(line)
            .split_once('=')
            .map(|(key, value)| (key.trim().to_lowercase(), value.trim()));
        if line.starts_with([' ', '\t']) {
            // Of the property above: one of its own keys, or more of its value, which none that is read here has.
            let above = property.as_ref().ok_or(malformed)?;
            if let Some((key, value)) = pair {
                properties.insert(format!("{above}.{key}"), value.to_owned().into());
            }
        } else {
            let (key, value) = pair.filter(|(key, _)| !key.is_empty()).ok_or(malformed)?;
            properties.insert(key.clone(), value.to_owned().into());
            property = Some(key);
        }
    }
    Ok(sections)
}

/// A line up to a comment: `#` or `;` after white space.
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
        let section = |pairs: &[(&str, &str)]| -> Properties {
            pairs
                .iter()
                .map(|(key, value)| ((*key).to_owned(), (*value).to_owned().into()))
                .collect()
        };
        let expected = Sections::from([
            (
                "default".to_owned(),
                section(&[
                    ("region", "us-west-2"),
                    ("aws_access_key_id", "AKID#1"),
                    ("output", "json"),
                ]),
            ),
            (
                "profile work".to_owned(),
                section(&[("services", "local"), ("s3", ""), ("s3.max_concurrent_requests", "20")]),
            ),
            (
                "services local".to_owned(),
                section(&[("chime", ""), ("chime.endpoint_url", "http://localhost:1/#x")]),
            ),
        ]);
        assert_eq!(parse(text), Ok(expected));
        assert_eq!(parse(""), Ok(Sections::new()));
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
            assert_eq!(parse(text), Err(line), "{text}");
        }
    }
}
