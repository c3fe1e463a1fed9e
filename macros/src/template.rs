//! The template `"/accounts/<account_id>/rooms?kind=all"`: a path of literals and labels, and a query of constants
//! (RFC 3986, sections 3.3 and 3.4).

use syn::LitStr;

use crate::errors::Errors;
use crate::piece::{self, Piece};
use crate::rules::Rule;

/// A template that was read. What is wrong with it has been reported.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    pub(crate) path: Vec<Piece>,
    pub(crate) query: Vec<Constant>,
    /// Whether every label could be read.
    pub(crate) all_labels_known: bool,
}

/// A parameter of the query that is the same in every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Constant {
    /// The key, percent-decoded.
    pub(crate) key: String,
    /// The parameter as it is written.
    pub(crate) text: String,
}

impl Template {
    pub(crate) fn read(literal: LitStr, errors: &mut Errors) -> Self {
        let whole = literal.value();
        let text = check_surroundings(&whole, &literal, errors);
        let text = check_fragment(text, &literal, errors);
        check_start(text, &literal, errors);
        let pieces = piece::read(text, &literal, errors);
        let mut all_labels_known = pieces.all_labels_known;
        let (path, query) = split_query(pieces.pieces);
        check_greedy(&path, &literal, errors);
        check_segments(&path, &literal, errors);
        for piece in &path {
            if let Piece::Literal(text) = piece {
                check_characters(text, "a path", &literal, errors);
            }
        }
        all_labels_known &= check_no_label(&query, &literal, errors);
        let query = read_query(&query, &literal, errors);
        Self {
            literal,
            path,
            query,
            all_labels_known,
        }
    }
}

/// Everything after the first `?` that no label contains.
fn split_query(pieces: Vec<Piece>) -> (Vec<Piece>, Option<Vec<Piece>>) {
    let mut path = Vec::new();
    let mut query: Option<Vec<Piece>> = None;
    for piece in pieces {
        match (&mut query, piece) {
            (Some(query), piece) => query.push(piece),
            (None, Piece::Literal(text)) => match text.split_once('?') {
                Some((before, after)) => {
                    path.push(Piece::Literal(before.to_owned()));
                    query = Some(vec![Piece::Literal(after.to_owned())]);
                }
                None => path.push(Piece::Literal(text)),
            },
            (None, piece) => path.push(piece),
        }
    }
    path.retain(|piece| *piece != Piece::Literal(String::new()));
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
    match text.split_once('#') {
        Some((before, fragment)) => {
            let message = format!("fragment `#{fragment}` would never be sent; remove it, or write `%23` for `#`");
            errors.report(Rule::Fragment, literal, message);
            before
        }
        None => text,
    }
}

fn check_start(text: &str, literal: &LitStr, errors: &mut Errors) {
    if text.starts_with('/') {
        return;
    }
    let message = if let Some((_, after)) = text.split_once("://") {
        let path = after.find('/').map_or("/", |slash| after.split_at(slash).1);
        format!("the template `{text}` is a URL; write the path alone, `{path}`: the client knows the rest")
    } else {
        format!("the template `{text}` does not start with `/`; write `/{text}`")
    };
    errors.report(Rule::NoLeadingSlash, literal, message);
}

fn check_greedy(path: &[Piece], literal: &LitStr, errors: &mut Errors) {
    let mut greedy = path.iter().filter_map(|piece| match piece {
        Piece::Greedy(name) => Some(name),
        Piece::Literal(_) | Piece::Label(_) => None,
    });
    let first = greedy.next();
    for name in greedy {
        let message = format!("second greedy label `<{name}..>`; write `<{name}>`: a template has one at most");
        errors.report(Rule::TwoGreedyLabels, literal, message);
    }
    let _ = first;
}

/// Segments that are empty, or that URL parsers fold.
fn check_segments(path: &[Piece], literal: &LitStr, errors: &mut Errors) {
    // Labels count as a letter here: a segment that holds one is neither empty nor a dot.
    let text: String = path
        .iter()
        .map(|piece| {
            if let Piece::Literal(text) = piece {
                text.as_str()
            } else {
                "x"
            }
        })
        .collect();
    let Some(text) = text.strip_prefix('/').filter(|_| !text.contains("://")) else {
        return;
    };
    let count = text.split('/').count();
    for (index, segment) in text.split('/').enumerate() {
        let decoded = segment.replace("%2e", ".").replace("%2E", ".");
        if segment.is_empty() && index + 1 < count {
            errors.report(Rule::EmptySegment, literal, "empty segment `//`; write `/`");
        } else if decoded == "." || decoded == ".." {
            let message = format!("segment `{segment}` is folded by URL parsers; remove it");
            errors.report(Rule::DotSegment, literal, message);
        }
    }
}

/// Literal text goes out as written, so it must be legal as it is: `pchar` of RFC 3986, and `/`.
fn check_characters(text: &str, place: &str, literal: &LitStr, errors: &mut Errors) {
    let mut reported = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c == '%' {
            check_percent(rest.as_str(), literal, errors);
        } else if !is_legal(c) && !(c == '?' && place != "a path") && !reported.contains(&c) {
            // These have been reported as labels of another spelling or as ones that nothing opens.
            let reported_before = c == '>' || (matches!(c, '{' | '}') && is_braced(text));
            if !reported_before {
                let message = format!("{} is not legal in {place}; write `{}`", describe(c), percent_encode(c));
                errors.report(Rule::IllegalCharacter, literal, message);
            }
            reported.push(c);
        }
    }
}

fn check_percent(after: &str, literal: &LitStr, errors: &mut Errors) {
    let digits: String = after.chars().take(2).collect();
    if digits.len() != 2 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        let message = format!("`%{digits}` is not percent-encoding; write `%25` for `%`");
        errors.report(Rule::BadPercentEncoding, literal, message);
    }
}

fn check_no_label(query: &Option<Vec<Piece>>, literal: &LitStr, errors: &mut Errors) -> bool {
    let mut key = String::new();
    let mut none = true;
    for piece in query.iter().flatten() {
        match piece {
            Piece::Literal(text) => {
                let last = text.rsplit('&').next().unwrap_or_default();
                key = last.trim_end_matches('=').to_owned();
            }
            Piece::Label(name) | Piece::Greedy(name) => {
                let role = if key.is_empty() || key == *name {
                    "#[query]".to_owned()
                } else {
                    format!("#[query(\"{key}\")]")
                };
                let message =
                    format!("label `<{name}>` in the query; remove it, and write `{role}` on the argument `{name}`");
                errors.report(Rule::LabelInQuery, literal, message);
                none = false;
            }
        }
    }
    none
}

fn read_query(query: &Option<Vec<Piece>>, literal: &LitStr, errors: &mut Errors) -> Vec<Constant> {
    let Some(pieces) = query else {
        return Vec::new();
    };
    let mut constants: Vec<Constant> = Vec::new();
    // With a label in it, the text is no constant; what is wrong with it has been reported.
    let text = match pieces.as_slice() {
        [] => "",
        [Piece::Literal(text)] => text.as_str(),
        _ => return constants,
    };
    check_characters(text, "a query", literal, errors);
    for parameter in text.split('&') {
        let (key, _) = parameter.split_once('=').unwrap_or((parameter, ""));
        if key.is_empty() {
            errors.report(Rule::EmptyQueryKey, literal, empty_key(text, parameter));
            continue;
        }
        let key = percent_decode(key);
        if constants.iter().any(|constant| constant.key == key) {
            let message = format!("query parameter `{key}` is given twice in the template; remove one");
            errors.report(Rule::DuplicateQueryKey, literal, message);
        }
        constants.push(Constant {
            key,
            text: parameter.to_owned(),
        });
    }
    constants
}

fn empty_key(text: &str, parameter: &str) -> String {
    if text.is_empty() {
        "empty query after `?`; remove the `?`".to_owned()
    } else if parameter.is_empty() {
        "empty query parameter; remove one `&`".to_owned()
    } else {
        format!("query parameter `{parameter}` has no key; write one before the `=`")
    }
}

/// `unreserved`, `sub-delims`, `:`, `@` and `/`.
fn is_legal(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/".contains(c)
}

fn is_braced(text: &str) -> bool {
    text.split_once('{').is_some_and(|(_, after)| after.contains('}'))
}

fn describe(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        '`' => "a backtick".to_owned(),
        c if c.is_control() || c.is_whitespace() => format!("`{}`", c.escape_default()),
        c => format!("`{c}`"),
    }
}

fn percent_encode(c: char) -> String {
    let mut buffer = [0; 4];
    c.encode_utf8(&mut buffer)
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect()
}

fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}
