//! Pages: the attributes of `#[derive(Page)]`.

use super::writer::{Writer, literal};
use crate::model::types::{Field, Kind, Next, Struct, Type, TypeId};

/// The comment on a page that the description does not mention.
const GUESS: &str = "// The names of the members suggest these pages; the description does not mention them.";

/// The attributes of a page.
#[derive(Debug, Default)]
pub(super) struct PageAttributes {
    /// The lines before the type.
    pub(super) on_type: Vec<String>,
    /// The wire names of members, and the lines before them.
    pub(super) on_fields: Vec<(String, String)>,
}

impl Writer<'_> {
    /// The attributes of a result that is a page. `None` also if the derive could not read it.
    pub(super) fn page(&self, id: TypeId) -> Option<PageAttributes> {
        let definition = &self.model.types[id];
        let Kind::Struct(of) = &definition.kind else {
            return None;
        };
        let page = of.page.as_ref().filter(|_| definition.usage.is_result)?;
        let items = field(of, &page.items).filter(|items| items.ty.is_list())?;
        let mut attributes = PageAttributes {
            on_type: Vec::new(),
            on_fields: vec![(items.name.clone(), "#[page(items)]".to_owned())],
        };
        let guess = page.is_guess.then(|| GUESS.to_owned());
        let mut on_type = Vec::new();
        let (next, has_token) = way(&page.next);
        match (page.token.as_slice(), has_token) {
            (_, false) => on_type.push(format!("next = {next}")),
            ([], true) => return None,
            ([token], true) => {
                let token = field(of, token).filter(|token| self.is_token(&token.ty) && token.name != items.name)?;
                let lines = guess.iter().cloned().chain([format!("#[page(next = {next})]")]);
                attributes
                    .on_fields
                    .extend(lines.map(|line| (token.name.clone(), line)));
            }
            (path, true) => {
                let (path, token) = self.walk(of, path)?;
                self.is_token(&token.ty).then_some(())?;
                on_type.extend([format!("next = {next}"), format!("at = {}", literal(&path))]);
            }
        }
        if let Some((path, flag)) = self.walk(of, &page.more)
            && flag.ty == Type::Bool
        {
            on_type.push(format!("more = {}", literal(&path)));
        }
        if !on_type.is_empty() {
            let says_next = on_type.first().is_some_and(|first| first.starts_with("next"));
            attributes.on_type.extend(guess.filter(|_| says_next));
            attributes.on_type.push(format!("#[page({})]", on_type.join(", ")));
        }
        Some(attributes)
    }

    /// Follows a path of wire names; returns that of Rust names, and the member at its end.
    fn walk<'t>(&'t self, mut of: &'t Struct, path: &[String]) -> Option<(String, &'t Field)> {
        let (last, outer) = path.split_last()?;
        let mut names = Vec::new();
        for name in outer {
            let member = field(of, name)?;
            names.push(member.rust_name.as_str());
            of = match &member.ty {
                Type::Named(id) => match &self.model.types[*id].kind {
                    Kind::Struct(of) => of,
                    _ => return None,
                },
                _ => return None,
            };
        }
        let member = field(of, last)?;
        names.push(&member.rust_name);
        Some((names.join("."), member))
    }

    /// Whether values of a type can be sent as a token: named types only if they are sent elsewhere, too.
    fn is_token(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => self.model.types[*id].usage.request,
            Type::List(item) | Type::Map(item) | Type::Xml(_, item) => self.is_token(&item.ty),
            Type::Boxed(inner) => self.is_token(inner),
            _ => true,
        }
    }
}

/// The way in which the next page is requested, and whether it takes a token.
fn way(next: &Next) -> (String, bool) {
    match next {
        Next::Query(name) => (format!("query({})", literal(name)), true),
        Next::Body(name) => (format!("body({})", literal(name)), true),
        Next::Header(name) => (format!("header({})", literal(name)), true),
        Next::Url => ("url".to_owned(), true),
        Next::Offset(name) => (format!("offset({})", literal(name)), false),
    }
}

fn field<'s>(of: &'s Struct, name: &str) -> Option<&'s Field> {
    of.fields.iter().find(|field| field.name == name)
}
