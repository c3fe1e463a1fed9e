use serde_json::json;

use super::*;

fn listed(document: &Value) -> Vec<String> {
    let all = list(&Node::root(document)).into_iter();
    all.map(|listed| format!("{} = {} {}", listed.id, listed.method, listed.path))
        .collect()
}

#[test]
fn operations_are_listed_in_the_order_of_the_document() {
    let document = json!({"paths": {
        "/pets": {"summary": "Pets", "post": {"operationId": "createPet"}, "get": {"operationId": "listPets"}},
        "/health": {"head": {"operationId": "health"}, "trace": {"operationId": "trace"}}
    }});
    assert_eq!(
        listed(&document),
        [
            "createPet = POST /pets",
            "listPets = GET /pets",
            "health = HEAD /health",
            "trace = TRACE /health"
        ]
    );
}

#[test]
fn id_is_made_of_method_and_path_and_yields_to_ids_of_the_document() {
    let document = json!({"paths": {
        "/pets/{id}": {"get": {}},
        "/pets-id": {"get": {"operationId": "getPetsId"}, "put": {"operationId": "twice"}, "post": {"operationId": "twice"}}
    }});
    assert_eq!(
        listed(&document),
        [
            "getPetsId2 = GET /pets/{id}",
            "getPetsId = GET /pets-id",
            "twice = PUT /pets-id",
            "postPetsId = POST /pets-id"
        ]
    );
}

#[test]
fn referenced_path_item_is_followed() {
    let document = json!({
        "paths": {"/pets": {"$ref": "#/components/pathItems/pets"}, "/broken": {"$ref": "#/nowhere"}},
        "components": {"pathItems": {"pets": {"get": {"operationId": "listPets"}}}}
    });
    let all = list(&Node::root(&document));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].path, "/pets");
    assert_eq!(all[0].pointer, "/components/pathItems/pets/get");
}

#[test]
fn summary_tags_and_deprecation_are_listed() {
    let operation = json!({"summary": " ", "description": "All pets.\n", "tags": ["pets", 5], "deprecated": true});
    let document = document("get", "/pets", &operation);
    let all = list(&Node::root(&document));
    assert_eq!(all[0].summary, "All pets.");
    assert_eq!(all[0].tags, ["pets"]);
    assert!(all[0].is_deprecated);
}

#[test]
fn document_of_wrong_kinds_has_no_operations() {
    for document in [
        json!(5),
        json!({"paths": null}),
        json!({"paths": []}),
        json!({"paths": {"/a": 5, "/b": {"get": null}}}),
    ] {
        assert!(listed(&document).is_empty(), "{document}");
        assert!(model(&document).operations.is_empty());
    }
}
