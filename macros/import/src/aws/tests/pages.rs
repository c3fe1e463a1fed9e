//! Pages.

use serde_json::{Value, json};

use super::super::PAGINATORS;
use super::{of, read, rest, result, structure};
use crate::model::types::{Next, Page};

/// A listing with a paginator: its page and its notes.
fn page(input: Value, output: Value, paginator: Value) -> (Option<Page>, Vec<String>) {
    let mut description = rest("/", "POST", input, output);
    description["shapes"]["Meta"] = structure(json!({
        "NextToken": {"shape": "String", "locationName": "next"},
        "More": {"shape": "Boolean"},
        "Items": {"shape": "Strings"},
    }));
    description[PAGINATORS] = json!({"Op": paginator});
    let model = read(&description);
    (
        of(&model, result(&model)).page.clone(),
        model.operations[0].doc.notes.clone(),
    )
}

fn token(location: &str) -> Value {
    json!({"NextToken": {"shape": "String", "location": location, "locationName": "Next-Token"}})
}

fn output() -> Value {
    json!({
        "Items": {"shape": "Strings", "locationName": "items"},
        "Others": {"shape": "Strings"},
        "Map": {"shape": "StringMap"},
        "NextToken": {"shape": "String", "locationName": "nextToken"},
        "Meta": {"shape": "Meta", "locationName": "meta"},
        "Count": {"shape": "Integer"},
        "More": {"shape": "Boolean"},
    })
}

fn paginator() -> Value {
    json!({"input_token": "NextToken", "output_token": "NextToken", "result_key": "Items", "limit_key": "Max"})
}

fn with(mut paginator: Value, name: &str, value: Value) -> Value {
    paginator[name] = value;
    paginator
}

#[test]
fn the_token_is_sent_where_the_input_has_it() {
    for (location, next) in [
        ("querystring", Next::Query("Next-Token".to_owned())),
        ("header", Next::Header("next-token".to_owned())),
    ] {
        let expected = Page {
            items: "items".to_owned(),
            next,
            token: vec!["nextToken".to_owned()],
            more: Vec::new(),
            is_guess: false,
        };
        assert_eq!(
            page(token(location), output(), paginator()),
            (Some(expected), Vec::new())
        );
    }
    let body = json!({"NextToken": {"shape": "String", "locationName": "next_token"}});
    let (found, _) = page(body, output(), paginator());
    assert_eq!(found.unwrap().next, Next::Body("next_token".to_owned()));
}

#[test]
fn the_token_and_the_flag_may_be_inside_a_member() {
    let paginator = with(paginator(), "output_token", json!("Meta.NextToken"));
    let (found, _) = page(
        token("querystring"),
        output(),
        with(paginator, "more_results", json!("Meta.More")),
    );
    let found = found.unwrap();
    assert_eq!(found.token, ["meta", "next"]);
    assert_eq!(found.more, ["meta", "More"]);
}

#[test]
fn of_several_results_the_only_list_has_the_items() {
    let (found, _) = page(
        token("querystring"),
        output(),
        with(paginator(), "result_key", json!(["Items", "Count"])),
    );
    assert_eq!(found.unwrap().items, "items");
}

#[test]
fn the_members_of_a_payload_are_those_of_the_page() {
    let mut description = rest("/", "GET", token("querystring"), json!({"Body": {"shape": "Body"}}));
    description["shapes"]["OpOutput"]["payload"] = json!("Body");
    description["shapes"]["Body"] = structure(output());
    let paginator = with(paginator(), "output_token", json!("Body.NextToken"));
    description[PAGINATORS] = json!({"Op": with(paginator, "result_key", json!("Body.Items"))});
    let model = read(&description);
    assert_eq!(of(&model, result(&model)).page.as_ref().unwrap().items, "items");
}

#[test]
fn the_first_of_several_lists_has_the_items() {
    let (found, notes) = page(
        token("querystring"),
        output(),
        with(paginator(), "result_key", json!(["Count", "Items", "Others"])),
    );
    assert_eq!(found.unwrap().items, "items");
    assert_eq!(notes, ["Its items are the `items`; its pages have the `Others`, too."]);
}

#[test]
fn a_paginator_that_is_not_simple_is_a_note() {
    for (name, value, reason) in [
        ("output_token", json!(["NextToken", "Count"]), "there is not one token"),
        (
            "output_token",
            json!("Items[-1]"),
            "the place of the token is an expression",
        ),
        (
            "output_token",
            json!("NextToken || Count"),
            "the place of the token is an expression",
        ),
        (
            "input_token",
            json!("Missing"),
            "the place of the token is an expression",
        ),
        ("result_key", json!("Map"), "a page does not have a list of items"),
        ("result_key", json!("Meta.Items"), "the items are inside another member"),
        (
            "more_results",
            json!("Count > `1`"),
            "whether there are more is an expression",
        ),
    ] {
        let found = page(token("querystring"), output(), with(paginator(), name, value));
        assert_eq!(
            found,
            (None, vec![format!("Its pages are not declared, because {reason}.")])
        );
    }
}
