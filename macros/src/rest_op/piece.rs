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
    /// A label that could not be read, which has been reported.
    Unread,
}

impl Piece {
    pub(crate) fn literal(&self) -> Option<&str> {
        match self {
            Self::Literal(text) => Some(text),
            Self::Label(_) | Self::Greedy(_) | Self::Unread => None,
        }
    }

    /// The argument's name, for a label.
    pub(crate) fn label(&self) -> Option<&str> {
        match self {
            Self::Literal(_) | Self::Unread => None,
            Self::Label(name) | Self::Greedy(name) => Some(name),
        }
    }
}

/// Cuts a text into literals and labels.
pub(crate) fn read(text: &str, literal: &LitStr, errors: &mut Errors) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        read_literal(before, &mut pieces, literal, errors);
        let end = after.find(['<', '>', '/', '?']).unwrap_or(after.len());
        let (label, tail) = after.split_at(end);
        let closed = tail.strip_prefix('>');
        rest = closed.unwrap_or(tail);
        pieces.push(match closed {
            Some(_) => read_label(label, literal, errors),
            None => check_closed(label, literal, errors),
        });
    }
    read_literal(rest, &mut pieces, literal, errors);
    check_once(&pieces, literal, errors);
    pieces
}

/// Text between labels, and what may have been meant as labels in it.
fn read_literal(text: &str, pieces: &mut Vec<Piece>, literal: &LitStr, errors: &mut Errors) {
    let follows_label = !pieces.is_empty();
    if !text.is_empty() {
        pieces.push(Piece::Literal(text.to_owned()));
    }
    if !(check_opened(text, literal, errors) && check_spelling(text, follows_label, literal, errors)) {
        pieces.push(Piece::Unread);
    }
}

/// The inside of `<name>` or `<name..>`.
fn read_label(label: &str, literal: &LitStr, errors: &mut Errors) -> Piece {
    if label.is_empty() {
        return check_not_empty(literal, errors);
    }
    if is_identifier(label) {
        return Piece::Label(label.to_owned());
    }
    match label.strip_suffix("..").filter(|name| is_identifier(name)) {
        Some(name) => Piece::Greedy(name.to_owned()),
        None => check_identifier(label, literal, errors),
    }
}

fn check_not_empty(literal: &LitStr, errors: &mut Errors) -> Piece {
    let message = "empty label `<>`; write the name of an argument, as in `<id>`";
    errors.report(Rule::EmptyLabel, literal, message);
    Piece::Unread
}

fn check_identifier(label: &str, literal: &LitStr, errors: &mut Errors) -> Piece {
    let is_greedy = label.contains("..") || label.ends_with(['*', '+']);
    let greedy = if is_greedy { ".." } else { "" };
    let remedy = to_identifier(label);
    let message = format!("label `<{label}>` is not an identifier; write `<{remedy}{greedy}>`");
    errors.report(Rule::LabelNotIdentifier, literal, message);
    Piece::Unread
}

fn check_closed(label: &str, literal: &LitStr, errors: &mut Errors) -> Piece {
    let remedy = to_identifier(label);
    errors.report(
        Rule::UnclosedLabel,
        literal,
        format!("unclosed label `<{label}`; write `<{remedy}>`"),
    );
    Piece::Unread
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

/// Labels as other frameworks spell them: `{name}`, `:name`. Behind a label `:name` is literal text, as in Google's custom
/// methods: `/v1/<name>:cancel`.
fn check_spelling(text: &str, follows_label: bool, literal: &LitStr, errors: &mut Errors) -> bool {
    let path = text.split('?').next().unwrap_or_default();
    let mut known = true;
    for segment in path.split('/').skip(usize::from(follows_label)) {
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
