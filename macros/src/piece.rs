//! The pieces of a template or a host prefix: literal text and `<labels>`.

use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// A piece, with the name of the argument that fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Literal(String),
    /// `<name>`
    Label(String),
    /// `<name..>`
    Greedy(String),
}

impl Piece {
    /// The argument's name, for a label.
    pub(crate) fn label(&self) -> Option<&str> {
        match self {
            Self::Literal(_) => None,
            Self::Label(name) | Self::Greedy(name) => Some(name),
        }
    }
}

/// What a text was found to consist of.
pub(crate) struct Pieces {
    pub(crate) pieces: Vec<Piece>,
    /// Whether every label could be read. If not, nobody knows which arguments are path parameters.
    pub(crate) all_labels_known: bool,
}

/// Cuts a text into literals and labels.
pub(crate) fn read(text: &str, literal: &LitStr, errors: &mut Errors) -> Pieces {
    let mut pieces = Vec::new();
    let mut all_labels_known = true;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        pieces.push(Piece::Literal(before.to_owned()));
        let end = after.find(['<', '>', '/', '?']).unwrap_or(after.len());
        let (label, tail) = after.split_at(end);
        rest = if let Some(tail) = tail.strip_prefix('>') {
            match read_label(label, literal, errors) {
                Some(piece) => pieces.push(piece),
                None => all_labels_known = false,
            }
            tail
        } else {
            check_closed(label, literal, errors);
            all_labels_known = false;
            tail
        };
    }
    pieces.push(Piece::Literal(rest.to_owned()));
    pieces.retain(|piece| *piece != Piece::Literal(String::new()));
    for piece in &pieces {
        if let Piece::Literal(text) = piece {
            all_labels_known &= check_opened(text, literal, errors);
            all_labels_known &= check_spelling(text, literal, errors);
        }
    }
    check_once(&pieces, literal, errors);
    Pieces {
        pieces,
        all_labels_known,
    }
}

/// The inside of `<name>` or `<name..>`.
fn read_label(label: &str, literal: &LitStr, errors: &mut Errors) -> Option<Piece> {
    if label.is_empty() {
        errors.report(
            Rule::EmptyLabel,
            literal,
            "empty label `<>`; write the name of an argument, as in `<id>`",
        );
        return None;
    }
    if is_identifier(label) {
        return Some(Piece::Label(label.to_owned()));
    }
    if let Some(name) = label.strip_suffix("..").filter(|name| is_identifier(name)) {
        return Some(Piece::Greedy(name.to_owned()));
    }
    let greedy = if label.contains("..") || label.ends_with(['*', '+']) {
        ".."
    } else {
        ""
    };
    let remedy = format!("write `<{}{greedy}>`", to_identifier(label));
    errors.report(
        Rule::LabelNotIdentifier,
        literal,
        format!("label `<{label}>` is not an identifier; {remedy}"),
    );
    None
}

fn check_closed(label: &str, literal: &LitStr, errors: &mut Errors) {
    let remedy = to_identifier(label);
    errors.report(
        Rule::UnclosedLabel,
        literal,
        format!("unclosed label `<{label}`; write `<{remedy}>`"),
    );
}

fn check_opened(text: &str, literal: &LitStr, errors: &mut Errors) -> bool {
    let Some((before, _)) = text.split_once('>') else {
        return true;
    };
    let segment = before.rsplit('/').next().unwrap_or_default();
    let remedy = if segment.is_empty() {
        "remove it".to_owned()
    } else {
        format!("write `<{segment}>`")
    };
    errors.report(
        Rule::UnopenedLabel,
        literal,
        format!("`{segment}>` closes a label that no `<` opens; {remedy}"),
    );
    false
}

/// Labels as other frameworks spell them: `{name}`, `:name`.
fn check_spelling(text: &str, literal: &LitStr, errors: &mut Errors) -> bool {
    let path = text.split('?').next().unwrap_or_default();
    let mut known = true;
    for segment in path.split('/') {
        if let Some(name) = segment.strip_prefix(':').filter(|name| is_identifier(name)) {
            errors.report(
                Rule::ForeignLabel,
                literal,
                format!("`:{name}` is no label here; write `<{name}>`"),
            );
            known = false;
        }
    }
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((inner, tail)) = after.split_once('}') else {
            break;
        };
        let greedy = if inner.ends_with(['*', '+']) || inner.starts_with('*') {
            ".."
        } else {
            ""
        };
        let remedy = format!("write `<{}{greedy}>`", to_identifier(inner));
        errors.report(
            Rule::ForeignLabel,
            literal,
            format!("`{{{inner}}}` is no label here; {remedy}"),
        );
        known = false;
        rest = tail;
    }
    known
}

fn check_once(pieces: &[Piece], literal: &LitStr, errors: &mut Errors) {
    let mut seen = Vec::new();
    for name in pieces.iter().filter_map(Piece::label) {
        if seen.contains(&name) {
            let message = format!("label `<{name}>` stands twice; give each its own argument");
            errors.report(Rule::DuplicateLabel, literal, message);
        }
        seen.push(name);
    }
}

fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && chars.all(|c| c.is_alphanumeric() || c == '_')
        && name != "_"
}

/// The identifier that was probably meant: `room-id` → `room_id`, `id: u32` → `id`.
fn to_identifier(label: &str) -> String {
    let label = label.trim().trim_start_matches("r#");
    let label = label.split(':').next().unwrap_or_default();
    let kept = label
        .chars()
        .map(|c| if c == '-' || c == ' ' || c == '.' { '_' } else { c });
    let name: String = kept.filter(|c| c.is_alphanumeric() || *c == '_').collect();
    let name = name.trim_matches('_');
    if is_identifier(name) {
        name.to_owned()
    } else {
        "name".to_owned()
    }
}
