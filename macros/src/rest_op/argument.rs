//! An argument of a method: its name, its type, and what its attributes say.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, Meta, Pat, PatType, Type};

use crate::errors::Errors;
use crate::rest_op::role::Role;
use crate::rules::Rule;
use crate::suggest;

/// An argument other than `self`, without its attributes.
#[derive(Clone)]
pub(crate) struct Argument {
    /// `None` for a pattern, which has been reported.
    pub(crate) ident: Option<Ident>,
    /// The name as the template and the wire have it: `type` for `r#type`; empty for a pattern.
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// The roles that attributes give, in order: one at most in the end.
    pub(crate) roles: Vec<Role>,
    /// The expressions of `#[check(…)]`.
    pub(crate) checks: Vec<Expr>,
    /// Whether all attributes could be read. If not, nobody knows the role.
    pub(crate) all_attributes_known: bool,
}

impl Argument {
    /// The attributes that an argument may have.
    pub(crate) const ATTRIBUTES: [&str; 6] = ["query", "header", "body", "member", "path", "check"];

    /// Reads an argument, and leaves on it only what the compiler knows.
    pub(crate) fn read(argument: &mut PatType, errors: &mut Errors) -> Self {
        let ident = check_pattern(&argument.pat, errors);
        let ty = (*argument.ty).clone();
        let name = ident
            .as_ref()
            .map_or_else(String::new, |ident| ident.unraw().to_string());
        check_type(&ty, &name, errors);
        let mut this = Self {
            ident,
            name,
            ty,
            roles: Vec::new(),
            checks: Vec::new(),
            all_attributes_known: true,
        };
        for attribute in std::mem::take(&mut argument.attrs) {
            if is_lint(&attribute) {
                argument.attrs.push(attribute);
            } else {
                this.read_attribute(&attribute, errors);
            }
        }
        check_stream(&this, errors);
        this
    }

    /// The role that an attribute gives. With more than one, the first is the one that counts.
    pub(crate) fn role(&self) -> Option<&Role> {
        self.roles.first()
    }

    fn read_attribute(&mut self, attribute: &Attribute, errors: &mut Errors) {
        let path: Vec<String> = attribute
            .path()
            .segments
            .iter()
            .map(|segment| segment.ident.to_string())
            .collect();
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let known = match path.as_slice() {
            ["doc"] => true,
            ["check"] => check_rule(attribute, errors)
                .map(|rule| self.checks.push(rule))
                .is_some(),
            ["cfg" | "cfg_attr"] => check_cfg(attribute, &self.name, errors),
            [role] if Role::is_named(role) => Role::read(role, attribute, &self.name, errors)
                .map(|role| self.roles.push(role))
                .is_some(),
            path => check_known(path, attribute, &self.name, errors),
        };
        self.all_attributes_known &= known;
    }
}

fn check_pattern(pattern: &Pat, errors: &mut Errors) -> Option<Ident> {
    let Pat::Ident(name) = pattern else {
        let message = format!(
            "pattern `{}` has no name to send; write a name",
            pattern.to_token_stream()
        );
        errors.report(Rule::PatternArgument, pattern, message);
        return None;
    };
    let ident = &name.ident;
    if name.by_ref.is_some() || name.mutability.is_some() || name.subpat.is_some() {
        let message = format!("an argument is a plain name here; write `{ident}`");
        errors.report(Rule::PatternArgument, pattern, message);
    }
    Some(ident.clone())
}

fn check_type(ty: &Type, argument: &str, errors: &mut Errors) {
    if mentions(ty.to_token_stream(), "impl") {
        let message = format!(
            "`impl` in the type of argument `{argument}` would make the trait unusable as `dyn`; write the type"
        );
        errors.report(Rule::ImplTraitArgument, ty, message);
    }
}

/// Whether a word stands anywhere in these tokens of a type: `impl`, or the name of a lifetime.
pub(crate) fn mentions(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        _ => false,
    })
}

fn check_rule(attribute: &Attribute, errors: &mut Errors) -> Option<Expr> {
    let rule = match &attribute.meta {
        Meta::List(list) => syn::parse2(list.tokens.clone()).ok(),
        Meta::Path(_) | Meta::NameValue(_) => None,
    };
    if rule.is_none() {
        let message = "`#[check]` takes one expression; write `#[check(not_blank())]`";
        errors.report(Rule::BadCheck, attribute, message);
    }
    rule
}

/// A stream is read once, when it is sent.
fn check_stream(argument: &Argument, errors: &mut Errors) {
    let is_stream = argument.roles.iter().any(|role| role.location.is_stream());
    if let (true, Some(rule)) = (is_stream, argument.checks.first()) {
        errors.report(
            Rule::CheckOnStream,
            rule,
            format!(
                "argument `{}` is a stream, which cannot be read before it is sent; remove `#[check]`",
                argument.name
            ),
        );
    }
}

fn check_cfg(attribute: &Attribute, argument: &str, errors: &mut Errors) -> bool {
    let message = format!(
        "argument `{argument}` cannot depend on a configuration, since callers do not; put `#[cfg]` on the method"
    );
    errors.report(Rule::CfgOnArgument, attribute, message);
    false
}

fn check_known(path: &[&str], attribute: &Attribute, argument: &str, errors: &mut Errors) -> bool {
    let written = path.join("::");
    let remedy = match path {
        ["param" | "label"] => format!("remove it, and put `<{argument}>` into the template"),
        [.., last] if path.len() > 1 && Argument::ATTRIBUTES.contains(last) => format!("write `#[{last}]`"),
        _ => match suggest::nearest(&written, Argument::ATTRIBUTES) {
            Some(near) => format!("did you mean `#[{near}]`?"),
            None => "write `#[query]`, `#[header]`, `#[body]`, `#[member]` or `#[check]`".to_owned(),
        },
    };
    errors.report(
        Rule::UnknownAttribute,
        attribute.path(),
        format!("unknown attribute `#[{written}]`; {remedy}"),
    );
    false
}

/// Attributes that the compiler knows on arguments.
fn is_lint(attribute: &Attribute) -> bool {
    ["allow", "expect", "warn", "deny", "forbid"]
        .iter()
        .any(|lint| attribute.path().is_ident(lint))
}
