//! The query of a template: constants, which are part of every request.

use syn::LitStr;

use super::characters::{self, Component};
use crate::errors::Errors;
use crate::rest_op::piece::{LabelName, Piece};
use crate::rules::Rule;

/// A query parameter that is the same in every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Constant {
    /// The key, percent-decoded.
    pub(crate) key: String,
    /// The parameter as it is sent.
    pub(crate) text: String,
}

/// Reads what follows the `?`. `None` if it contains a label, which has been reported.
pub(super) fn parse(pieces: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) -> Option<Vec<Constant>> {
    check_constant(pieces, literal, errors)?;
    let text: String = pieces.iter().filter_map(Piece::literal).collect();
    characters::check(&text, Component::Query, literal, errors);
    let mut constants: Vec<Constant> = Vec::new();
    for parameter in text.split('&') {
        let key = parameter.split_once('=').map_or(parameter, |(key, _)| key);
        if key.is_empty() {
            report_empty_key(&text, parameter, literal, errors);
            continue;
        }
        let key = characters::percent_decode(key);
        if constants.iter().any(|constant| constant.key == key) {
            let message = format!("query parameter `{key}` occurs twice in the template; remove one");
            errors.report(Rule::DuplicateConstant, literal, message);
        }
        constants.push(Constant {
            key,
            // Legal, but URL parsers encode it (URL Standard, special-query percent-encode set).
            text: parameter.replace('\'', "%27"),
        });
    }
    Some(constants)
}

fn check_constant(pieces: &[Piece<LabelName>], literal: &LitStr, errors: &mut Errors) -> Option<()> {
    let mut constant = Some(());
    let mut key = "";
    for piece in pieces {
        if let Some(text) = piece.literal() {
            let parameter = text.rsplit('&').next().unwrap_or_default();
            key = parameter.split('=').next().unwrap_or_default();
        }
        if let Some(name) = piece.label() {
            let role = if key.is_empty() || key == name {
                "#[query]"
            } else {
                &format!("#[query(\"{key}\")]")
            };
            let message =
                format!("label `<{name}>` in the query; remove it, and write `{role}` before argument `{name}`");
            errors.report(Rule::LabelInQuery, literal, message);
            constant = None;
        }
        constant = constant.filter(|()| !piece.is_unknown());
    }
    constant
}

fn report_empty_key(query: &str, parameter: &str, literal: &LitStr, errors: &mut Errors) {
    let message = match (query, parameter) {
        ("", _) => "empty query; remove the `?`".to_owned(),
        (_, "") => "empty parameter in the query; remove one `&`".to_owned(),
        _ => format!("query parameter `{parameter}` has no key; write one before the `=`"),
    };
    errors.report(Rule::EmptyQueryKey, literal, message);
}
