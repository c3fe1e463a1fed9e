//! The `Link` header (RFC 8288).

use std::fmt;

use http::HeaderMap;
use http::header::LINK;
use serde::{Deserialize, Deserializer, de};

/// The links of a response, by their relation.
///
/// As the type of a field with `#[from_response(header = "link")]`, it is empty if the header is missing.
///
/// ```
/// use rest_op::Links;
///
/// let links = Links::parse(r#"</items?page=2>; rel="next", </items?page=9>; rel=last"#);
/// assert_eq!(links.target("next"), Some("/items?page=2"));
/// assert_eq!(links.target("prev"), None);
/// ```
///
/// `Debug` shows the relations alone, since a target may grant access.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Links(Vec<Link>);

/// A link from this resource to another one.
#[derive(Clone, PartialEq, Eq)]
struct Link {
    target: String,
    /// The relation types, separated by spaces.
    relations: String,
}

impl fmt::Debug for Links {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(self.0.iter().map(|link| &link.relations))
            .finish()
    }
}

impl Links {
    /// Parses the value of a `Link` header. Everything after a syntax error is ignored (RFC 8288, appendix B.2).
    #[inline]
    pub fn parse(value: &str) -> Self {
        let mut links = Vec::new();
        let mut rest = value;
        while let Some((target, parameters)) = rest
            .trim_start_matches([' ', '\t', ','])
            .strip_prefix('<')
            .and_then(|link| link.split_once('>'))
        {
            let mut relations = None;
            let mut is_anchored = false;
            rest = parameters;
            while let Some(parameter) = rest.trim_start().strip_prefix(';') {
                let (name, value, tail) = take_parameter(parameter);
                match name.to_ascii_lowercase().as_str() {
                    // Only the first `rel` counts (RFC 8288, section 3.3).
                    "rel" => relations = relations.or(Some(value)),
                    "anchor" => is_anchored = true,
                    _ => {}
                }
                rest = tail;
            }
            // A link with an anchor starts from another resource.
            if !is_anchored {
                links.push(Link {
                    target: target.trim().to_owned(),
                    relations: relations.unwrap_or_default(),
                });
            }
        }
        Self(links)
    }

    /// Parses all `Link` headers of a response.
    #[inline]
    pub fn of(headers: &HeaderMap) -> Self {
        let mut links = Vec::new();
        for value in headers.get_all(LINK) {
            links.append(&mut Self::parse(&String::from_utf8_lossy(value.as_bytes())).0);
        }
        Self(links)
    }

    /// Returns the target of the first link with this relation, unchanged. It may be relative to the URL of the
    /// response.
    #[inline]
    pub fn target(&self, relation: &str) -> Option<&str> {
        let link = self.0.iter().find(|link| {
            let mut relations = link.relations.split_ascii_whitespace();
            relations.any(|given| given.eq_ignore_ascii_case(relation))
        });
        link.map(|link| link.target.as_str())
    }
}

/// Parses a parameter. Returns its name, its value and the rest of the text.
#[inline]
fn take_parameter(text: &str) -> (&str, String, &str) {
    let end = text.find(['=', ';', ',']).unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let Some(value) = rest.strip_prefix('=').map(str::trim_start) else {
        return (name.trim(), String::new(), rest);
    };
    let Some(quoted) = value.strip_prefix('"') else {
        let (value, rest) = value.split_at(value.find([';', ',']).unwrap_or(value.len()));
        return (name.trim(), value.trim_end().to_owned(), rest);
    };
    let (value, rest) = crate::request::header::take_quoted(quoted);
    (name.trim(), value, rest)
}

impl<'de> Deserialize<'de> for Links {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;

        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Links;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the value of a `Link` header")
            }

            fn visit_none<E: de::Error>(self) -> Result<Links, E> {
                Ok(Links::default())
            }

            fn visit_unit<E: de::Error>(self) -> Result<Links, E> {
                Ok(Links::default())
            }

            fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Links, D::Error> {
                deserializer.deserialize_str(self)
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Links, E> {
                Ok(Links::parse(value))
            }
        }

        deserializer.deserialize_option(Visitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_by_relation_in_every_spelling() {
        let github = r#"<https://api.github.com/repositories/1/issues?page=2>; rel="next", <https://api.github.com/repositories/1/issues?page=7>; rel="last""#;
        let links = Links::parse(github);
        assert_eq!(
            links.target("next"),
            Some("https://api.github.com/repositories/1/issues?page=2")
        );
        assert_eq!(
            links.target("last"),
            Some("https://api.github.com/repositories/1/issues?page=7")
        );
        for (value, target) in [
            ("</a>;rel=next", Some("/a")),
            ("</a> ; REL = \"prev Next\"", Some("/a")),
            ("</a,b;c>; title=\"x, <y>; rel=\\\"next\\\"\"; rel=next", Some("/a,b;c")),
            ("</a>; rel=prev, ,</b>; crossorigin; rel=next", Some("/b")),
            ("</a>; rel=prev; rel=next", None),
            ("</a>; rel=next; anchor=\"#foo\"", None),
            ("</a>; rel=nextish", None),
            ("</a>", None),
            ("</a; rel=next", None),
            ("next", None),
            ("", None),
        ] {
            assert_eq!(Links::parse(value).target("next"), target, "{value}");
        }
    }

    #[test]
    fn links_of_several_lines_are_one_list() {
        let mut headers = HeaderMap::new();
        headers.append(LINK, "</1>; rel=prev".parse().unwrap());
        headers.append(LINK, "</3>; rel=next".parse().unwrap());
        assert_eq!(Links::of(&headers).target("next"), Some("/3"));
        assert_eq!(Links::of(&HeaderMap::new()), Links::default());
    }
}
