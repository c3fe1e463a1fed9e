//! Files that were imported and not edited, called on servers of the documents that they were imported from: Prism refuses
//! none of the requests, and all its answers are read.

mod github;
mod gitlab;
mod hetzner;
mod kubernetes;
mod slack;
mod stripe;
mod twilio;

use std::collections::BTreeSet;

use rest_op::{Client, ClientBuilder, Retry};
use serde_json::{Value, json};

use super::Prism;

/// Prism with a document, of which it has some paths, and the components that they refer to.
fn serve(document: &str, paths: &[&str], edit: impl FnOnce(&mut Value)) -> Option<Prism> {
    super::serve_edited(document, |document| {
        edit(document);
        cut(document, paths);
    })
}

fn client(prism: &Prism) -> ClientBuilder {
    Client::builder(prism.endpoint()).retry(Retry::none())
}

/// Cuts a document down to some paths.
fn cut(document: &mut Value, paths: &[&str]) {
    let members = document.as_object_mut().unwrap();
    members.retain(|name, _| !name.starts_with("x-"));
    let kept = |path: &String, _: &mut Value| paths.contains(&path.as_str());
    members["paths"].as_object_mut().unwrap().retain(kept);
    let mut used = BTreeSet::new();
    let mut open = vec![document["paths"].clone()];
    while let Some(value) = open.pop() {
        let mut found = Vec::new();
        references(&value, &mut found);
        for reference in found {
            if let Some(target) = document.pointer(&reference).filter(|_| used.insert(reference.clone())) {
                open.push(target.clone());
            }
        }
    }
    let kinds = document.get_mut("components").and_then(Value::as_object_mut);
    for (kind, components) in kinds.into_iter().flatten() {
        if kind != "securitySchemes" {
            let components = components.as_object_mut().unwrap();
            components.retain(|name, _| used.contains(&format!("/components/{kind}/{name}")));
        }
    }
}

/// Adds the pointers of all references.
fn references(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            let reference = members.get("$ref").and_then(Value::as_str);
            found.extend(
                reference
                    .and_then(|reference| reference.strip_prefix('#'))
                    .map(str::to_owned),
            );
            members.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

/// Makes Stripe's expandable objects the ids that they are unless a request expands them.
fn collapse(value: &mut Value) {
    match value {
        Value::Object(members) if members.contains_key("x-expansionResources") => {
            members.retain(|name, _| name == "nullable");
            members.insert("type".to_owned(), json!("string"));
        }
        Value::Object(members) => members.values_mut().for_each(collapse),
        Value::Array(items) => items.iter_mut().for_each(collapse),
        _ => {}
    }
}
