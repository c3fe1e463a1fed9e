//! The option `host_prefix = "data.<bucket>."`: the start of a host name (RFC 1123, section 2.1), which precedes the host of
//! the endpoint.

use syn::LitStr;

use crate::errors::Errors;
use crate::rest_op::piece::{self, LabelName, Piece};
use crate::rules::Rule;

/// A host prefix. Its mistakes have been reported.
pub(crate) struct HostPrefix {
    pub(crate) literal: LitStr,
    pub(crate) pieces: Vec<Piece<LabelName>>,
    /// Whether every label could be read.
    pub(crate) all_labels_known: bool,
}

impl HostPrefix {
    pub(crate) fn parse(literal: LitStr, errors: &mut Errors) -> Self {
        let text = literal.value();
        let pieces = piece::parse(&text, &literal, errors);
        check_greedy(&pieces, &literal, errors);
        check_characters(&pieces, &literal, errors);
        check_host_labels(&text, &literal, errors);
        Self {
            literal,
            all_labels_known: !pieces.iter().any(Piece::is_unknown),
            pieces,
        }
    }
}

fn check_greedy(pieces: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) {
    for name in pieces.iter().filter_map(Piece::greedy_label) {
        let message = format!("greedy label `<{name}..>` in `host_prefix`; write `<{name}>`");
        errors.report(Rule::GreedyHostLabel, literal, message);
    }
}

fn check_characters(pieces: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) {
    let texts = pieces.iter().filter_map(Piece::literal);
    let illegal = |c: &char| !matches!(c, 'a'..='z' | '0'..='9' | '-' | '.' | '{' | '}' | '>');
    let Some(c) = texts.flat_map(|text| text.chars()).find(illegal) else {
        return;
    };
    let remedy = match c {
        'A'..='Z' => format!("write `{}`", c.to_ascii_lowercase()),
        _ => "write lower-case letters, digits, `-` and `.`".to_owned(),
    };
    let message = format!("`{}` is not legal in `host_prefix`; {remedy}", c.escape_debug());
    errors.report(Rule::IllegalHostCharacter, literal, message);
}

fn check_host_labels(text: &str, literal: &LitStr, errors: &mut Errors) {
    let Some(labels) = text.strip_suffix('.') else {
        check_end(text, literal, errors);
        return;
    };
    // The dots of `<name..>`, which has been reported, do not separate host labels.
    for label in labels.replace("..>", ">").split('.') {
        if label.is_empty() || label.starts_with('-') || label.ends_with('-') {
            report_host_label(label, literal, errors);
        }
    }
}

/// Checks that the prefix ends with `.` or, if it is constant, with `-`, as in `data-`. With an argument in it, a prefix
/// without a `.` could name a host of somebody else.
fn check_end(text: &str, literal: &LitStr, errors: &mut Errors) {
    let message = match text {
        "" => "empty `host_prefix`; remove it".to_owned(),
        text if text.ends_with('-') && !text.contains('<') => return,
        text => format!("`host_prefix` does not end with `.`; write `{text}.`"),
    };
    errors.report(Rule::HostPrefixWithoutDot, literal, message);
}

fn report_host_label(label: &str, literal: &LitStr, errors: &mut Errors) {
    let message = match label {
        "" => "empty label in `host_prefix`; remove one `.`".to_owned(),
        label => format!("`{label}` in `host_prefix` starts or ends with `-`; write a letter or a digit there"),
    };
    errors.report(Rule::BadHostLabel, literal, message);
}
