//! The template `"/accounts/<account_id>/rooms?kind=all"`: a path of literals and labels (RFC 3986, section 3.3), and a query
//! of constants.

mod characters;
mod constant_query;

use syn::LitStr;

pub(crate) use self::constant_query::Constant;
use crate::errors::Errors;
use crate::rest_op::piece::{self, LabelName, Piece};
use crate::rules::Rule;

/// A template. Its mistakes have been reported.
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) path: Vec<Piece<LabelName>>,
    pub(crate) query: Vec<Constant>,
    /// Whether every label could be read.
    pub(crate) all_labels_known: bool,
}

impl Template {
    pub(crate) fn parse(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let text = without_spaces(&text, &literal, errors);
        let text = without_fragment(text, &literal, errors);
        check_start(text, &literal, errors);
        let (path, query) = split_query(piece::parse(text, &literal, errors));
        check_greedy(&path, &literal, errors);
        check_segments(&path, &literal, errors);
        for text in path.iter().filter_map(Piece::literal) {
            characters::check(text, characters::Component::Path, &literal, errors);
        }
        let query = query.map(|query| constant_query::parse(&query, &literal, errors));
        Self {
            literal,
            all_labels_known: !path.iter().any(Piece::is_unknown) && query.as_ref().is_none_or(Option::is_some),
            path,
            query: query.flatten().unwrap_or_default(),
        }
    }
}

/// The pieces before and after the first `?` outside of labels.
fn split_query(pieces: Vec<Piece<LabelName>>) -> (Vec<Piece<LabelName>>, Option<Vec<Piece<LabelName>>>) {
    let mut path = Vec::new();
    let mut query: Option<Vec<_>> = None;
    for piece in pieces {
        let split = piece.literal().and_then(|text| text.split_once('?'));
        match (&mut query, split) {
            (Some(query), _) => query.push(piece),
            (None, Some((before, after))) => {
                path.push(Piece::Literal(before.to_owned()));
                query = Some(vec![Piece::Literal(after.to_owned())]);
            }
            (None, None) => path.push(piece),
        }
    }
    path.retain(|piece| piece.literal() != Some(""));
    (path, query)
}

/// Takes off spaces at the ends, which are reported.
fn without_spaces<'a>(text: &'a str, literal: &LitStr, errors: &mut Errors) -> &'a str {
    let trimmed = text.trim();
    if trimmed.len() != text.len() && !trimmed.is_empty() {
        let end = if text.starts_with(trimmed) { "ends" } else { "starts" };
        let message = format!("the template {end} with a space; remove it");
        errors.report(Rule::SurroundingSpace, literal, message);
    }
    trimmed
}

/// Takes off a `#fragment`, which is reported.
fn without_fragment<'a>(text: &'a str, literal: &LitStr, errors: &mut Errors) -> &'a str {
    // The `#` in `<r#type>` does not start a fragment.
    let is_fragment = |at: &usize| text.split_at(*at).0.rfind('<') <= text.split_at(*at).0.rfind('>');
    let Some(at) = text.find('#').filter(is_fragment) else {
        return text;
    };
    let (before, fragment) = text.split_at(at);
    let message = format!("fragment `{fragment}` would never be sent; remove it, or write `%23` for `#`");
    errors.report(Rule::Fragment, literal, message);
    before
}

fn check_start(text: &str, literal: &LitStr, errors: &mut Errors) {
    if text.starts_with('/') {
        return;
    }
    let message = if text.is_empty() {
        "empty template; write `/`".to_owned()
    } else if let Some((_, after)) = text.split_once("://") {
        let path = after.find('/').map_or("/", |slash| after.split_at(slash).1);
        format!("template `{text}` is a whole URL; write only its path, `{path}`, since the client has the endpoint")
    } else {
        format!("template `{text}` does not start with `/`; write `/{text}`")
    };
    errors.report(Rule::NoLeadingSlash, literal, message);
}

fn check_greedy(path: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) {
    for name in path.iter().filter_map(Piece::greedy_label).skip(1) {
        let message = format!("second greedy label `<{name}..>`; write `<{name}>`");
        errors.report(Rule::TwoGreedyLabels, literal, message);
    }
}

fn check_segments(path: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) {
    // A label counts as a letter: a segment with a label is neither empty nor a dot.
    let text: String = path.iter().map(|piece| piece.literal().unwrap_or("x")).collect();
    let Some(text) = text.strip_prefix('/') else {
        return;
    };
    let mut segments = text.split('/').peekable();
    while let Some(segment) = segments.next() {
        if segment.is_empty() && segments.peek().is_some() {
            errors.report(Rule::EmptySegment, literal, "empty segment `//`; write `/`");
        }
        check_dots(segment, literal, errors);
    }
}

fn check_dots(segment: &str, literal: &LitStr, errors: &mut Errors) {
    if matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..") {
        let message = format!("segment `{segment}` is removed by URL parsers; remove it");
        errors.report(Rule::DotSegment, literal, message);
    }
}
