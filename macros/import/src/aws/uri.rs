//! URI templates: `/accounts/{accountId}/rooms?operation=batch-create`, and prefixes of hosts.

use std::collections::HashSet;

use crate::model::operation::Piece;

/// A template that was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Uri {
    pub(super) template: Vec<Piece>,
    /// The constants of the query.
    pub(super) query: Option<String>,
}

impl Uri {
    /// Reads a template, or says why it cannot be declared.
    pub(super) fn parse(uri: &str) -> Result<Self, String> {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        if uri.contains('#') {
            return Err(format!("the URI `{uri}` has a fragment"));
        }
        if query.contains(['{', '}']) {
            return Err(format!("the query of the URI `{uri}` has a label"));
        }
        let segments = path.trim_start_matches('/');
        let is_empty = segments.trim_end_matches('/').split('/').any(str::is_empty) && !segments.is_empty();
        if is_empty || segments.ends_with("//") || segments.split('/').any(|segment| [".", ".."].contains(&segment)) {
            return Err(format!("the URI `{uri}` has an empty segment, `.` or `..`"));
        }
        let template =
            pieces(&format!("/{segments}")).ok_or_else(|| format!("a label of the URI `{uri}` is not closed"))?;
        let mut seen = HashSet::new();
        let mut greedy = 0;
        for piece in &template {
            if let Piece::Label { name, is_greedy } = piece {
                greedy += usize::from(*is_greedy);
                if !seen.insert(name) {
                    return Err(format!("the URI `{uri}` has the label `{name}` twice"));
                }
            }
        }
        if greedy > 1 {
            return Err(format!("the URI `{uri}` has two greedy labels"));
        }
        let constants: Vec<&str> = query.split('&').filter(|constant| !constant.is_empty()).collect();
        let mut keys = HashSet::new();
        let key = |constant: &&str| constant.split('=').next().unwrap_or_default().to_owned();
        if constants.iter().map(key).any(|key| key.is_empty() || !keys.insert(key)) {
            return Err(format!("the query of the URI `{uri}` has a key twice, or an empty one"));
        }
        Ok(Self {
            template,
            query: Some(encoded(&constants.join("&"))).filter(|query| !query.is_empty()),
        })
    }

    /// Whether the query has a constant with this key.
    pub(super) fn has_constant(&self, key: &str) -> bool {
        let mut constants = self.query.iter().flat_map(|query| query.split('&'));
        constants.any(|constant| constant.split('=').next() == Some(key))
    }
}

/// Reads text with labels in braces; `None` if a brace has no counterpart, or a label no name.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    loop {
        let (literal, after) = rest.split_once('{').unwrap_or((rest, ""));
        if literal.contains('}') {
            return None;
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(encoded(literal)));
        }
        if literal.len() == rest.len() {
            return Some(pieces);
        }
        let (label, after) = after.split_once('}')?;
        let name = label.strip_suffix('+').unwrap_or(label);
        if name.is_empty() || name.contains('{') {
            return None;
        }
        pieces.push(Piece::Label {
            name: name.to_owned(),
            is_greedy: name.len() < label.len(),
        });
        rest = after;
    }
}

/// Encodes the characters that URLs do not have.
fn encoded(text: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len());
    for (index, byte) in text.bytes().enumerate() {
        let is_escape = || {
            let digits = text.as_bytes().get(index + 1..index + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        };
        let is_legal =
            byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte) || byte == b'%' && is_escape();
        if is_legal {
            encoded.push(char::from(byte));
        } else {
            _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
