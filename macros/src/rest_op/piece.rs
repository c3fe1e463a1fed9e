//! The pieces of a template or a host prefix: literal text and `<labels>`.

use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// A piece of a template. A label contains the argument that fills it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<A> {
    Literal(String),
    /// `<name>`
    Label(A),
    /// `<name..>`
    Greedy(A),
}

/// The name in a label. `None` could not be read, and has been reported.
pub(crate) type LabelName = Option<String>;

impl<A> Piece<A> {
    pub(crate) fn literal(&self) -> Option<&str> {
        match self {
            Self::Literal(text) => Some(text),
            Self::Label(_) | Self::Greedy(_) => None,
        }
    }

    /// Finds the argument of a label.
    pub(crate) fn try_map<B>(self, find: impl FnOnce(A) -> Option<B>) -> Option<Piece<B>> {
        match self {
            Self::Literal(text) => Some(Piece::Literal(text)),
            Self::Label(argument) => find(argument).map(Piece::Label),
            Self::Greedy(argument) => find(argument).map(Piece::Greedy),
        }
    }
}

impl Piece<LabelName> {
    /// Whether this is a label that could not be read.
    pub(crate) fn is_unknown(&self) -> bool {
        matches!(self, Self::Label(None) | Self::Greedy(None))
    }

    /// The name in a label.
    pub(crate) fn label(&self) -> Option<&str> {
        match self {
            Self::Literal(_) => None,
            Self::Label(name) | Self::Greedy(name) => name.as_deref(),
        }
    }

    /// The name in a greedy label.
    pub(crate) fn greedy_label(&self) -> Option<&str> {
        self.label().filter(|_| matches!(self, Self::Greedy(_)))
    }
}

/// Splits a text into literals and labels.
pub(crate) fn parse(text: &str, literal: &LitStr, errors: &mut Errors) -> Vec<Piece<LabelName>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        parse_literal(before, &mut pieces, literal, errors);
        let end = after.find(['<', '>', '/', '?']).unwrap_or(after.len());
        let (label, tail) = after.split_at(end);
        let closed = tail.strip_prefix('>');
        rest = closed.unwrap_or(tail);
        if closed.is_some() {
            pieces.push(parse_label(label, literal, errors));
        } else {
            report_unclosed(label, literal, errors);
            pieces.push(Piece::Label(None));
        }
    }
    parse_literal(rest, &mut pieces, literal, errors);
    check_once(&pieces, literal, errors);
    pieces
}

/// Reads the text between labels. Text that was probably meant as a label counts as an unknown one, too.
fn parse_literal(text: &str, pieces: &mut Vec<Piece<LabelName>>, literal: &LitStr, errors: &mut Errors) {
    let follows_label = !pieces.is_empty();
    if !text.is_empty() {
        pieces.push(Piece::Literal(text.to_owned()));
    }
    if !(check_opened(text, literal, errors) && check_spelling(text, follows_label, literal, errors)) {
        pieces.push(Piece::Label(None));
    }
}

/// Reads what is between `<` and `>`: `name` or `name..`.
fn parse_label(label: &str, literal: &LitStr, errors: &mut Errors) -> Piece<LabelName> {
    if is_identifier(label) {
        return Piece::Label(Some(label.to_owned()));
    }
    if let Some(name) = label.strip_suffix("..").filter(|name| is_identifier(name)) {
        return Piece::Greedy(Some(name.to_owned()));
    }
    report_not_identifier(label, literal, errors);
    Piece::Label(None)
}

fn report_not_identifier(label: &str, literal: &LitStr, errors: &mut Errors) {
    if label.is_empty() {
        let message = "empty label `<>`; write the name of an argument, such as `<id>`";
        errors.report(Rule::EmptyLabel, literal, message);
        return;
    }
    let is_greedy = label.contains("..") || label.ends_with(['*', '+']);
    let greedy = if is_greedy { ".." } else { "" };
    let remedy = to_identifier(label);
    let message = format!("label `<{label}>` is not an identifier; write `<{remedy}{greedy}>`");
    errors.report(Rule::LabelNotIdentifier, literal, message);
}

fn report_unclosed(label: &str, literal: &LitStr, errors: &mut Errors) {
    let remedy = to_identifier(label);
    let message = format!("label `<{label}` is not closed; write `<{remedy}>`");
    errors.report(Rule::UnclosedLabel, literal, message);
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
    let message = format!("`{segment}>` closes a label that no `<` opens; {remedy}");
    errors.report(Rule::UnopenedLabel, literal, message);
    false
}

/// Checks that no label is spelled `{name}` or `:name`, as in other frameworks. After a label `:name` is literal text, as in
/// the custom methods of Google's APIs: `/v1/<name>:cancel`.
fn check_spelling(text: &str, follows_label: bool, literal: &LitStr, errors: &mut Errors) -> bool {
    let path = text.split('?').next().unwrap_or_default();
    let mut is_sound = true;
    for segment in path.split('/').skip(usize::from(follows_label)) {
        if let Some(name) = segment.strip_prefix(':').filter(|name| is_identifier(name)) {
            report_foreign(segment, name, literal, errors);
            is_sound = false;
        }
    }
    let mut rest = text;
    while let Some((inner, tail)) = rest.split_once('{').and_then(|(_, after)| after.split_once('}')) {
        let is_greedy = inner.ends_with(['*', '+']) || inner.starts_with('*');
        let greedy = if is_greedy { ".." } else { "" };
        let label = format!("{}{greedy}", to_identifier(inner));
        report_foreign(&format!("{{{inner}}}"), &label, literal, errors);
        is_sound = false;
        rest = tail;
    }
    is_sound
}

fn report_foreign(found: &str, label: &str, literal: &LitStr, errors: &mut Errors) {
    let message = format!("`{found}` is not the syntax of a label; write `<{label}>`");
    errors.report(Rule::ForeignLabel, literal, message);
}

fn check_once(pieces: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) {
    let mut seen = Vec::new();
    for name in pieces.iter().filter_map(Piece::label) {
        if seen.contains(&name) {
            let message = format!("label `<{name}>` is used twice; write an argument for each");
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
