//! The template `"/accounts/<account_id>/rooms?kind=all"`: a path of literals and labels (RFC 3986, section 3.3), and a query
//! of constants.

mod characters;
mod query;

use syn::LitStr;

pub(crate) use self::query::Constant;
use crate::errors::Errors;
use crate::rest_op::piece::{self, Piece};
use crate::rules::Rule;

/// A template that was read. What is wrong with it has been reported.
#[derive(Clone)]
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) path: Vec<Piece>,
    pub(crate) query: Vec<Constant>,
    /// Whether every label could be read.
    pub(crate) all_labels_known: bool,
}

impl Template {
    pub(crate) fn read(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let text = check_surroundings(&text, &literal, errors);
        let text = check_fragment(text, &literal, errors);
        check_start(text, &literal, errors);
        let (path, query) = split_query(piece::read(text, &literal, errors));
        check_greedy(&path, &literal, errors);
        check_segments(&path, &literal, errors);
        for text in path.iter().filter_map(Piece::literal) {
            characters::check(text, characters::Component::Path, &literal, errors);
        }
        let query = query.map(|query| query::read(&query, &literal, errors));
        Self {
            literal,
            all_labels_known: !path.contains(&Piece::Unread) && query.as_ref().is_none_or(Option::is_some),
            path,
            query: query.flatten().unwrap_or_default(),
        }
    }
}

/// Everything before and after the first `?` that no label holds.
fn split_query(pieces: Vec<Piece>) -> (Vec<Piece>, Option<Vec<Piece>>) {
    let mut path = Vec::new();
    let mut query: Option<Vec<Piece>> = None;
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

fn check_surroundings<'a>(text: &'a str, literal: &LitStr, errors: &mut Errors) -> &'a str {
    let trimmed = text.trim();
    if trimmed.len() != text.len() && !trimmed.is_empty() {
        let place = if text.starts_with(trimmed) { "ends" } else { "starts" };
        errors.report(
            Rule::SurroundingSpace,
            literal,
            format!("the template {place} with a space; remove it"),
        );
    }
    trimmed
}

fn check_fragment<'a>(text: &'a str, literal: &LitStr, errors: &mut Errors) -> &'a str {
    // `<r#type>` has none.
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
        format!("template `{text}` is a whole URL; write its path alone, `{path}`: the client has the rest")
    } else {
        format!("template `{text}` does not start with `/`; write `/{text}`")
    };
    errors.report(Rule::NoLeadingSlash, literal, message);
}

fn check_greedy(path: &[Piece], literal: &LitStr, errors: &mut Errors) {
    let greedy = path.iter().filter_map(|piece| {
        if let Piece::Greedy(name) = piece {
            Some(name)
        } else {
            None
        }
    });
    for name in greedy.skip(1) {
        let message = format!("second greedy label `<{name}..>`; write `<{name}>`");
        errors.report(Rule::TwoGreedyLabels, literal, message);
    }
}

fn check_segments(path: &[Piece], literal: &LitStr, errors: &mut Errors) {
    // A label counts as a letter: a segment that holds one is neither empty nor a dot.
    let text: String = path.iter().map(|piece| piece.literal().unwrap_or("x")).collect();
    let Some(text) = text.strip_prefix('/') else {
        return;
    };
    let mut segments = text.split('/').peekable();
    while let Some(segment) = segments.next() {
        if segment.is_empty() && segments.peek().is_some() {
            check_empty(literal, errors);
        }
        check_dots(segment, literal, errors);
    }
}

fn check_empty(literal: &LitStr, errors: &mut Errors) {
    errors.report(Rule::EmptySegment, literal, "empty segment `//`; write `/`");
}

fn check_dots(segment: &str, literal: &LitStr, errors: &mut Errors) {
    if matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..") {
        let message = format!("segment `{segment}` is folded away by URL parsers; remove it");
        errors.report(Rule::DotSegment, literal, message);
    }
}
