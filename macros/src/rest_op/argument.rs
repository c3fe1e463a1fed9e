//! An argument of a method: its name, its type, and its attributes.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, Meta, Pat, PatType, Type};

use crate::errors::Errors;
use crate::rest_op::style::{self, Location, Role, Takes};
use crate::rest_op::type_shape::{item_type, last_name, value_type};
use crate::rules::Rule;
use crate::suggest;
use crate::tokens::mentions;

/// An argument other than `self`, without its attributes.
#[derive(Clone)]
pub(crate) struct Argument {
    /// `None` for a pattern, which has been reported.
    pub(crate) ident: Option<Ident>,
    /// The name in the template and in the request: `type` for `r#type`; empty for a pattern.
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// The roles in the order of their attributes. A sound argument has one at most.
    pub(crate) roles: Vec<Role>,
    /// The expressions of `#[check(…)]`.
    pub(crate) checks: Vec<Expr>,
    /// Whether every attribute could be read. If not, the role is unknown.
    pub(crate) all_attributes_known: bool,
}

impl Argument {
    /// The attributes that an argument may have.
    pub(crate) fn attributes() -> Vec<&'static str> {
        let mut names: Vec<&str> = style::STYLES.iter().map(|style| style.attribute).collect();
        names.dedup();
        names.push("check");
        names
    }

    /// Reads an argument, and leaves only those attributes on it that the compiler knows.
    pub(crate) fn read(argument: &mut PatType, errors: &mut Errors) -> Self {
        let ident = parse_pattern(&argument.pat, errors);
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
        check_part(&this, errors);
        this
    }

    /// The role that an attribute states. If there are several, the first one counts.
    pub(crate) fn role(&self) -> Option<&Role> {
        self.roles.first()
    }

    fn read_attribute(&mut self, attribute: &Attribute, errors: &mut Errors) {
        let segments = attribute.path().segments.iter();
        let path: Vec<String> = segments.map(|segment| segment.ident.to_string()).collect();
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        let is_known = match path.as_slice() {
            ["doc"] => true,
            ["check"] => parse_check(attribute, errors)
                .map(|check| self.checks.push(check))
                .is_some(),
            ["cfg" | "cfg_attr"] => {
                report_cfg(attribute, &self.name, errors);
                false
            }
            [name] if style::is_role(name) => Role::parse(name, attribute, &self.name, errors)
                .map(|role| self.roles.push(role))
                .is_some(),
            path => {
                report_unknown(path, attribute, &self.name, errors);
                false
            }
        };
        self.all_attributes_known &= is_known;
    }
}

/// Reads the name of an argument. `None` has been reported.
fn parse_pattern(pattern: &Pat, errors: &mut Errors) -> Option<Ident> {
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
        let message = format!("an argument must be a plain name; write `{ident}`");
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

/// Reads the expression of `#[check(…)]`. `None` has been reported.
fn parse_check(attribute: &Attribute, errors: &mut Errors) -> Option<Expr> {
    let check = match &attribute.meta {
        Meta::List(list) => syn::parse2(list.tokens.clone()).ok(),
        Meta::Path(_) | Meta::NameValue(_) => None,
    };
    if check.is_none() {
        let message = "`#[check]` takes one expression; write `#[check(not_blank())]`";
        errors.report(Rule::BadCheck, attribute, message);
    }
    check
}

fn check_stream(argument: &Argument, errors: &mut Errors) {
    let is_stream = argument.roles.iter().any(|role| role.style.takes == Takes::Stream);
    if let (true, Some(check)) = (is_stream, argument.checks.first()) {
        let message = format!(
            "argument `{}` is a stream, which cannot be read before it is sent; remove `#[check]`",
            argument.name
        );
        errors.report(Rule::CheckOnStream, check, message);
    }
}

/// Checks that bytes and streams are sent as a `Part`. serde serializes bytes as a list of numbers, which would be as many
/// parts.
fn check_part(argument: &Argument, errors: &mut Errors) {
    let is_plain_part = |role: &Role| role.style.location == Location::Part && role.with.is_none();
    if !argument.role().is_some_and(is_plain_part) {
        return;
    }
    let (value, item) = (last_name(value_type(&argument.ty)), last_name(item_type(&argument.ty)));
    let (is, constructor) = match (value.as_deref(), item.as_deref()) {
        (Some("u8"), _) => return,
        (Some("Bytes"), _) | (_, Some("u8")) => ("bytes", "bytes"),
        (Some("ByteStream"), _) => ("a stream", "stream"),
        _ => return,
    };
    let name = &argument.name;
    let message = format!("part `{name}` is {is}; write the type `Part`, and pass `Part::{constructor}(…)`");
    errors.report(Rule::BadPartType, &argument.ty, message);
}

fn report_cfg(attribute: &Attribute, argument: &str, errors: &mut Errors) {
    let message = format!(
        "argument `{argument}` cannot depend on a configuration, because its callers do not; put `#[cfg]` on the method"
    );
    errors.report(Rule::CfgOnArgument, attribute, message);
}

fn report_unknown(path: &[&str], attribute: &Attribute, argument: &str, errors: &mut Errors) {
    let written = path.join("::");
    let known = Argument::attributes();
    let remedy = match path {
        ["param" | "label"] => format!("remove it, and put `<{argument}>` into the template"),
        [.., last] if path.len() > 1 && known.contains(last) => format!("write `#[{last}]`"),
        _ => suggest::nearest(&written, known.iter().copied()).map_or_else(
            || {
                let known: Vec<String> = known.iter().map(|name| format!("#[{name}]")).collect();
                format!("write {}", suggest::list(&known))
            },
            |near| format!("did you mean `#[{near}]`?"),
        ),
    };
    let message = format!("unknown attribute `#[{written}]`; {remedy}");
    errors.report(Rule::UnknownAttribute, attribute.path(), message);
}

/// Whether the compiler knows the attribute on arguments.
fn is_lint(attribute: &Attribute) -> bool {
    ["allow", "expect", "warn", "deny", "forbid"]
        .iter()
        .any(|lint| attribute.path().is_ident(lint))
}
