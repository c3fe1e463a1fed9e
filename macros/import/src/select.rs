//! The operations of a description, and the choice of some of them.

use std::collections::{HashMap, HashSet};

use crate::error::ImportError;
use crate::suggest::did_you_mean;

/// The end of every error about a selector.
const REMEDY: &str = "`--list` shows all operations";

/// An operation of a description.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The id of the description, or one made of method and path: `get /pets/{id}` is `getPetsId`.
    pub(crate) id: String,
    /// `GET`
    pub(crate) method: String,
    /// `/pets/{id}`
    pub(crate) path: String,
    /// The summary, or the description, as it stands in the description.
    pub(crate) summary: String,
    pub(crate) tags: Vec<String>,
    pub(crate) is_deprecated: bool,
    /// The JSON pointer of the operation.
    pub(crate) pointer: String,
}

impl Listed {
    fn request_line(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|known| known == tag)
    }
}

/// Returns the operations that the selectors name, each once, in the order of the selectors. All unknown ones are reported.
pub(crate) fn choose(listed: Vec<Listed>, selectors: &[String]) -> Result<Vec<Listed>, ImportError> {
    if selectors.is_empty() {
        return Err(ImportError::new(format_args!("no operation is chosen; {REMEDY}")));
    }
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, operation) in listed.iter().enumerate() {
        by_id.entry(&operation.id).or_default().push(index);
    }
    let mut chosen = Vec::new();
    let mut seen = HashSet::new();
    let mut errors = Vec::new();
    for selector in selectors {
        match named(&listed, &by_id, selector) {
            Ok(named) => chosen.extend(named.into_iter().filter(|index| seen.insert(*index))),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(ImportError::new(errors.join("\n")));
    }
    let mut listed: Vec<_> = listed.into_iter().map(Some).collect();
    Ok(chosen
        .into_iter()
        .filter_map(|index| listed.get_mut(index)?.take())
        .collect())
}

/// Reports names of types that the description does not have.
pub(crate) fn check_types(names: &[String], known: &[String]) -> Result<(), ImportError> {
    let unknown = names.iter().filter(|name| !known.contains(name));
    let errors: Vec<_> = unknown
        .map(|name| {
            format!(
                "there is no type `{name}`{}",
                did_you_mean(name, known.iter().map(String::as_str))
            )
        })
        .collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(ImportError::new(errors.join("\n")))
    }
}

/// Returns the indices of the operations that a selector names.
fn named(listed: &[Listed], by_id: &HashMap<&str, Vec<usize>>, selector: &str) -> Result<Vec<usize>, String> {
    let indices = |wanted: &dyn Fn(&Listed) -> bool| -> Vec<usize> {
        listed
            .iter()
            .enumerate()
            .filter(|(_, operation)| wanted(operation))
            .map(|(index, _)| index)
            .collect()
    };
    if let Some(indices) = by_id.get(selector) {
        return only(listed, selector, indices.clone());
    }
    if let Some(tag) = selector.strip_prefix("tag:") {
        let tagged = indices(&|operation| operation.has_tag(tag));
        let tags = listed.iter().flat_map(|operation| &operation.tags).map(String::as_str);
        return if tagged.is_empty() {
            Err(format!("no operation has the tag `{tag}`{}", remedy(tag, tags)))
        } else {
            Ok(tagged)
        };
    }
    let Some((method, path)) = request_line(selector) else {
        let ids = listed.iter().map(|operation| operation.id.as_str());
        return Err(format!("there is no operation `{selector}`{}", remedy(selector, ids)));
    };
    let is_method = |operation: &Listed| method.is_none_or(|method| operation.method.eq_ignore_ascii_case(method));
    let exact = indices(&|operation| is_method(operation) && operation.path == path);
    if !exact.is_empty() {
        return only(listed, selector, exact);
    }
    let template = without_label_names(path);
    let alike = indices(&|operation| is_method(operation) && without_label_names(&operation.path) == template);
    if !alike.is_empty() {
        return only(listed, selector, alike);
    }
    let lines: Vec<_> = listed.iter().map(Listed::request_line).collect();
    let same_path = lines
        .iter()
        .zip(listed)
        .filter(|(_, operation)| without_label_names(&operation.path) == template);
    let same_path: Vec<_> = same_path.map(|(line, _)| line.as_str()).collect();
    let remedy = match same_path.as_slice() {
        [] => remedy(selector, lines.iter().map(String::as_str)),
        lines => format!("; the path has `{}`; {REMEDY}", lines.join("`, `")),
    };
    Err(format!("there is no operation `{selector}`{remedy}"))
}

/// Returns the one operation that is meant.
fn only(listed: &[Listed], selector: &str, indices: Vec<usize>) -> Result<Vec<usize>, String> {
    if indices.len() == 1 {
        return Ok(indices);
    }
    // In AWS's models all operations may have one path; elsewhere, an id may be that of several.
    let operations: Vec<_> = indices.iter().filter_map(|index| listed.get(*index)).collect();
    let is_id = operations.iter().all(|operation| operation.id == selector);
    let others = operations.iter().take(3).map(|operation| {
        if is_id {
            operation.request_line()
        } else {
            operation.id.clone()
        }
    });
    let others: Vec<_> = others.map(|other| format!("`{other}`")).collect();
    let end = if operations.len() > others.len() { ", …" } else { "" };
    Err(format!(
        "`{selector}` is {} operations; name one: {}{end}",
        operations.len(),
        others.join(", ")
    ))
}

/// Returns the end of an error about an unknown name.
fn remedy<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    match did_you_mean(name, known) {
        guess if guess.is_empty() => format!("; {REMEDY}"),
        guess => format!("{guess} {REMEDY}"),
    }
}

/// Returns the method, if there is one, and the path of a selector.
fn request_line(selector: &str) -> Option<(Option<&str>, &str)> {
    let selector = selector.trim();
    if selector.starts_with('/') {
        return Some((None, selector));
    }
    let (method, path) = selector.split_once(char::is_whitespace)?;
    let path = path.trim_start();
    path.starts_with('/').then_some((Some(method), path))
}

/// Returns a path with its labels, in braces or, as in a declaration, in angle brackets, as `{}`.
pub(crate) fn without_label_names(path: &str) -> String {
    let mut template = String::with_capacity(path.len());
    let mut is_label = false;
    for character in path.chars() {
        match character {
            '{' | '<' => {
                is_label = true;
                template.push('{');
            }
            '}' | '>' => {
                is_label = false;
                template.push('}');
            }
            _ if is_label => {}
            _ => template.push(character),
        }
    }
    template
}

#[cfg(test)]
mod tests;
