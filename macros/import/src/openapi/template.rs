//! Path templates: `/pets/{id}.json`, and what documents write after a `?` or a `#`.

use std::collections::HashSet;

use super::encoding::{decoded, encoded, encoded_component};
use crate::model::operation::Piece;

/// A template that was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Template {
    pub(super) pieces: Vec<Piece>,
    /// The constants of the query, encoded: key and value.
    pub(super) constants: Vec<Constant>,
    /// The query parameters that the template asks for.
    pub(super) queries: Vec<Query>,
}

/// A query parameter that is the same in every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Constant {
    pub(super) key: String,
    /// `None` if there is no `=`.
    pub(super) value: Option<String>,
}

/// A query parameter of a template: `?key={label}`, or `{?label}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) key: String,
    pub(super) label: String,
}

impl Template {
    /// Reads the key of `paths`, or says why it cannot be declared. The names are those of the parameters.
    pub(super) fn parse(path: &str, names: &[&str]) -> Result<Self, String> {
        let (path, fragment) = split_outside(path.trim(), '#');
        check_fragment(fragment, names)?;
        let (path, query) = split_outside(path, '?');
        let mut template = Self::default();
        template.read_path(path, names)?;
        for parameter in query
            .unwrap_or_default()
            .split('&')
            .filter(|parameter| !parameter.is_empty())
        {
            template.read_query(parameter)?;
        }
        template.check()?;
        Ok(template)
    }

    /// The constants as they stand in the template.
    pub(super) fn query(&self) -> Option<String> {
        let constants: Vec<String> = self
            .constants
            .iter()
            .map(|Constant { key, value }| match value {
                Some(value) => format!("{}={}", encoded_component(key), encoded_component(value)),
                None => encoded_component(key),
            })
            .collect();
        (!constants.is_empty()).then(|| constants.join("&"))
    }

    /// Replaces the label of a parameter that has only one value.
    pub(super) fn fill(&mut self, label: &str, value: &str) {
        for piece in &mut self.pieces {
            if matches!(piece, Piece::Label { name, .. } if name == label) {
                *piece = Piece::Literal(encoded_component(value));
            }
        }
    }

    /// The names of the labels, in their order.
    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Label { name, .. } => Some(name.as_str()),
            Piece::Literal(_) => None,
        })
    }

    /// Puts a path before the template.
    pub(super) fn prefix(&mut self, path: &str) {
        self.pieces.insert(0, Piece::Literal(encoded(path)));
    }

    /// Joins what stands side by side, and checks the whole.
    pub(super) fn finish(mut self) -> Result<Self, String> {
        let pieces = std::mem::take(&mut self.pieces);
        for piece in pieces {
            match (self.pieces.last_mut(), piece) {
                (Some(Piece::Literal(before)), Piece::Literal(text)) => before.push_str(&text),
                (_, piece) => self.pieces.push(piece),
            }
        }
        self.check()?;
        Ok(self)
    }

    fn read_path(&mut self, path: &str, names: &[&str]) -> Result<(), String> {
        let mut rest = path;
        if !rest.starts_with('/') {
            self.literal("/", names);
        }
        while let Some((literal, after)) = rest.split_once('{') {
            self.literal(literal, names);
            let Some((label, after)) = after.split_once('}') else {
                return Err(format!("the label `{{{after}` of the path is not closed"));
            };
            self.label(label, names)?;
            rest = after;
        }
        self.literal(rest, names);
        Ok(())
    }

    /// Reads text between labels, where other frameworks' labels may stand: `/:id`.
    fn literal(&mut self, text: &str, names: &[&str]) {
        let mut segments = text.split('/');
        self.text(segments.next().unwrap_or_default());
        for segment in segments {
            self.text("/");
            match segment.strip_prefix(':').filter(|name| is_word(name)) {
                Some(name) if names.contains(&name) => self.pieces.push(Piece::Label {
                    name: name.to_owned(),
                    is_greedy: false,
                }),
                Some(name) => self.text(&format!("%3A{name}")),
                None => self.text(segment),
            }
        }
    }

    fn text(&mut self, text: &str) {
        let text = encoded(text);
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Literal(before)) => before.push_str(&text),
            _ => self.pieces.push(Piece::Literal(text)),
        }
    }

    fn label(&mut self, label: &str, names: &[&str]) -> Result<(), String> {
        if let Some(queries) = label.strip_prefix(['?', '&']) {
            let queries = queries.split(',').map(|name| name.trim_end_matches('*').trim());
            self.queries
                .extend(queries.filter(|name| !name.is_empty()).map(|name| Query {
                    key: name.to_owned(),
                    label: name.to_owned(),
                }));
            return Ok(());
        }
        let (name, is_greedy) = if names.contains(&label) {
            (label, false)
        } else {
            // Routers write patterns after a colon: `{id:[0-9]+}`.
            let (name, pattern) = label.split_once(':').unwrap_or((label, ""));
            let bare = name.trim_end_matches(['*', '+']).trim_start_matches(['+', '*']);
            (
                bare.trim(),
                bare != name || ["*", "**", ".*", ".+", "path"].contains(&pattern),
            )
        };
        if name.is_empty() {
            return Err(format!("the label `{{{label}}}` of the path has no name"));
        }
        self.pieces.push(Piece::Label {
            name: name.to_owned(),
            is_greedy,
        });
        Ok(())
    }

    fn read_query(&mut self, parameter: &str) -> Result<(), String> {
        let (key, value) = match parameter.split_once('=') {
            Some((key, value)) => (key, Some(value)),
            None => (parameter, None),
        };
        let label = value
            .unwrap_or(key)
            .strip_prefix('{')
            .and_then(|label| label.strip_suffix('}'));
        let label = label.filter(|label| !label.contains(['{', '}']));
        match label {
            Some(label) if value.is_none() || !key.contains(['{', '}']) => self.queries.push(Query {
                key: if value.is_none() { label } else { key }.to_owned(),
                label: label.to_owned(),
            }),
            _ if parameter.contains(['{', '}']) => {
                return Err(format!(
                    "the query parameter `{parameter}` of the path is only partly constant"
                ));
            }
            _ if key.is_empty() => {}
            _ => self.constants.push(Constant {
                key: decoded(key),
                value: value.map(decoded),
            }),
        }
        Ok(())
    }

    fn check(&self) -> Result<(), String> {
        let mut seen = HashSet::new();
        if let Some(label) = self.labels().find(|label| !seen.insert(*label)) {
            return Err(format!("the path has the label `{{{label}}}` twice"));
        }
        let is_greedy = |piece: &&Piece| matches!(piece, Piece::Label { is_greedy: true, .. });
        if self.pieces.iter().filter(is_greedy).count() > 1 {
            return Err("the path has two labels of several segments".to_owned());
        }
        // A label counts as a letter.
        let text: String = self
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Literal(text) => text.as_str(),
                Piece::Label { .. } => "x",
            })
            .collect();
        let mut segments = text.split('/').skip(1).peekable();
        while let Some(segment) = segments.next() {
            if segment.is_empty() && segments.peek().is_some() {
                return Err("the path has an empty segment".to_owned());
            }
            if matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..") {
                return Err(format!("the path has the segment `{segment}`"));
            }
        }
        let mut keys = HashSet::new();
        match self.constants.iter().find(|constant| !keys.insert(&constant.key)) {
            Some(Constant { key, .. }) => Err(format!("the path has the query parameter `{key}` twice")),
            None => Ok(()),
        }
    }
}

/// Splits at a character outside of labels.
fn split_outside(text: &str, separator: char) -> (&str, Option<&str>) {
    let mut is_label = false;
    let found = text.char_indices().find(|(_, character)| {
        is_label = match character {
            '{' => true,
            '}' => false,
            _ => is_label,
        };
        !is_label && *character == separator
    });
    match found.and_then(|(at, _)| text.split_at_checked(at)) {
        Some((before, after)) => (before, after.strip_prefix(separator)),
        None => (text, None),
    }
}

/// Checks that nothing is lost with a fragment, which is never sent. Documents distinguish operations of one path by it: by a
/// word, or by parameters that are declared, too.
fn check_fragment(fragment: Option<&str>, names: &[&str]) -> Result<(), String> {
    let is_declared = |key: &str| key == "overload" || names.iter().any(|name| name.eq_ignore_ascii_case(key));
    let mut pairs = fragment
        .unwrap_or_default()
        .split('&')
        .filter_map(|pair| pair.split_once('='));
    match pairs.find(|(key, _)| !is_declared(key)) {
        Some((key, _)) => Err(format!(
            "`{key}` stands in the fragment of the path, which is never sent"
        )),
        None => Ok(()),
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|character| character.is_alphanumeric() || character == '_')
}
