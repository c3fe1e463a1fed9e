use serde_json::{Value, json};

use crate::{Options, Source, import};

/// The differences between a source and a description.
fn differences(source: &str, description: &Value) -> Vec<String> {
    crate::drift(
        &Source::parse("api.json", description.to_string().as_bytes()).unwrap(),
        "api.rs",
        source,
    )
    .unwrap()
}

/// The source that an import of all operations writes.
fn imported(description: &Value) -> String {
    let source = Source::parse("api.json", description.to_string().as_bytes()).unwrap();
    let operations = crate::operations(&source).unwrap();
    let imported = import(
        &source,
        &Options {
            operations,
            ..Options::default()
        },
    )
    .unwrap();
    assert_eq!(imported.left, []);
    imported.text
}

/// A service of rooms.
fn rooms() -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Rooms", "version": "1" },
        "paths": {
            "/rooms": {
                "parameters": [{ "name": "x-tenant", "in": "header", "schema": { "type": "string" } }],
                "get": {
                    "operationId": "listRooms",
                    "parameters": [
                        { "name": "max", "in": "query", "schema": { "type": "integer" } },
                        { "name": "pageToken", "in": "query", "schema": { "type": "string" } },
                        { "name": "sort", "in": "query", "schema": { "type": "string" } },
                        { "$ref": "#/components/parameters/Filter" }
                    ],
                    "responses": {
                        "200": {
                            "description": "",
                            "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Room" } } } }
                        },
                        "404": { "description": "" }
                    }
                },
                "post": {
                    "operationId": "createRoom",
                    "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/NewRoom" } } } },
                    "responses": {
                        "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Room" } } } }
                    }
                }
            },
            "/rooms/{id}": {
                "delete": {
                    "operationId": "deleteRoom",
                    "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                    "responses": { "204": { "description": "" }, "409": { "description": "" } }
                }
            }
        },
        "components": {
            "parameters": { "Filter": { "name": "filter", "in": "query", "schema": { "type": "string" } } },
            "schemas": {
                "NewRoom": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": { "type": "string" },
                        "topic": { "type": "string" },
                        "owner": { "$ref": "#/components/schemas/Owner" }
                    }
                },
                "Room": {
                    "type": "object",
                    "required": ["id", "owner"],
                    "properties": {
                        "id": { "type": "string" },
                        "topic": { "type": "string" },
                        "owner": { "$ref": "#/components/schemas/Owner" }
                    }
                },
                "Owner": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" }, "name": { "type": "string" } } }
            }
        }
    })
}

/// The differences of the declarations of the rooms after their description has changed.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut description = rooms();
    let source = imported(&description);
    change(&mut description);
    differences(&source, &description)
}

/// The differences after the value at a pointer has been replaced, or removed by `null`.
fn replaced(pointer: &str, value: &Value) -> Vec<String> {
    changed(|description| {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        let name = name.replace("~1", "/");
        match description.pointer_mut(parent).unwrap() {
            Value::Object(members) if value.is_null() => assert!(members.remove(&name).is_some()),
            Value::Object(members) => _ = members.insert(name, value.clone()),
            Value::Array(items) if value.is_null() => _ = items.remove(name.parse().unwrap()),
            Value::Array(items) => items[name.parse::<usize>().unwrap()] = value.clone(),
            _ => panic!("{pointer}"),
        }
    })
}

#[test]
fn imported_declarations_do_not_differ() {
    assert_eq!(changed(|_| ()), [""; 0]);
}

#[test]
fn gone_and_deprecated_operations_are_reported() {
    assert_eq!(
        replaced("/paths/~1rooms~1{id}", &Value::Null),
        ["delete_room: `DELETE /rooms/<id>` is gone"]
    );
    assert_eq!(
        changed(|description| {
            let item = description["paths"]["/rooms/{id}"].take();
            description["paths"].as_object_mut().unwrap().remove("/rooms/{id}");
            description["paths"]["/v2/rooms/{id}"] = item;
        }),
        [
            "delete_room: `DELETE /rooms/<id>` is gone; `deleteRoom` is `DELETE /v2/rooms/{id}` (at /paths/~1v2~1rooms~1{id}/delete)"
        ]
    );
    assert_eq!(
        replaced("/paths/~1rooms~1{id}/delete/deprecated", &json!(true)),
        ["delete_room is deprecated (at /paths/~1rooms~1{id}/delete)"]
    );
}

#[test]
fn changes_of_parameters_are_reported() {
    let sort = "/paths/~1rooms/get/parameters/2";
    assert_eq!(
        replaced(sort, &Value::Null),
        ["list_rooms: query parameter `sort` is gone (at /paths/~1rooms/get)"]
    );
    assert_eq!(
        replaced(
            sort,
            &json!({ "name": "sort", "in": "query", "required": true, "schema": { "type": "string" } })
        ),
        ["list_rooms: query parameter `sort` is now required (at /paths/~1rooms/get/parameters/2)"]
    );
    assert_eq!(
        replaced("/paths/~1rooms/get/parameters/1/name", &json!("page_token")),
        ["list_rooms: query parameter `pageToken` is now `page_token` (at /paths/~1rooms/get/parameters/1)"]
    );
    assert_eq!(
        replaced(
            "/paths/~1rooms~1{id}/delete/parameters",
            &json!([
                { "name": "room", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "force", "in": "query", "schema": { "type": "boolean" } },
                { "name": "X-Reason", "in": "header", "required": true, "schema": { "type": "string" } }
            ])
        ),
        [
            "delete_room: query parameter `force` is new (at /paths/~1rooms~1{id}/delete/parameters/1)",
            "delete_room: header `x-reason` is new and required (at /paths/~1rooms~1{id}/delete/parameters/2)",
        ]
    );
    assert_eq!(
        replaced("/components/parameters/Filter/required", &json!(true)),
        ["list_rooms: query parameter `filter` is now required (at /components/parameters/Filter)"]
    );
    assert_eq!(
        replaced("/paths/~1rooms/parameters/0/required", &json!(true)),
        [
            "list_rooms: header `x-tenant` is now required (at /paths/~1rooms/parameters/0)",
            "create_room: header `x-tenant` is now required (at /paths/~1rooms/parameters/0)",
        ]
    );
}

#[test]
fn changes_of_bodies_are_reported() {
    let place = "at /components/schemas/NewRoom";
    assert_eq!(
        replaced("/components/schemas/NewRoom/properties/topic", &Value::Null),
        [format!("NewRoom: member `topic` is gone ({place})")]
    );
    assert_eq!(
        replaced("/components/schemas/NewRoom/required", &json!(["name", "topic"])),
        [format!(
            "NewRoom: member `topic` is now required ({place}/properties/topic)"
        )]
    );
    assert_eq!(
        changed(|description| {
            let schema = &mut description["components"]["schemas"]["NewRoom"];
            schema["properties"]["kind"] = json!({ "type": "string" });
            schema["required"] = json!(["name", "kind"]);
        }),
        [format!(
            "NewRoom: member `kind` is new and required ({place}/properties/kind)"
        )]
    );
    assert_eq!(
        replaced("/paths/~1rooms/post/requestBody", &Value::Null),
        ["create_room: the body is gone (at /paths/~1rooms/post)"]
    );
    let body = json!({ "required": true, "content": { "application/json": { "schema": { "type": "object", "properties": { "a": { "type": "string" } } } } } });
    assert_eq!(
        replaced("/paths/~1rooms~1{id}/delete/requestBody", &body),
        ["delete_room: the body is new and required (at /paths/~1rooms~1{id}/delete/requestBody)"]
    );
}

#[test]
fn changes_of_results_are_reported_at_any_depth() {
    assert_eq!(
        replaced("/components/schemas/Room/properties/topic", &Value::Null),
        ["Room: member `topic` is gone (at /components/schemas/Room)"]
    );
    // The owner is in a body, too.
    assert_eq!(
        replaced("/components/schemas/Owner/properties/name", &Value::Null),
        ["Owner: member `name` is gone (at /components/schemas/Owner)"]
    );
    assert_eq!(
        replaced("/components/schemas/Room/required", &json!(["owner"])),
        ["Room: member `id` may be absent (at /components/schemas/Room/properties/id)"]
    );
}

#[test]
fn new_errors_are_reported() {
    assert_eq!(
        replaced(
            "/paths/~1rooms~1{id}/delete/responses/423",
            &json!({ "description": "" })
        ),
        ["RoomsError: status 423 is new (at /paths/~1rooms~1{id}/delete/responses/423)"]
    );
    // Another operation has it.
    assert_eq!(
        replaced(
            "/paths/~1rooms~1{id}/delete/responses/404",
            &json!({ "description": "" })
        ),
        [""; 0]
    );
}

#[test]
fn what_needs_no_change_of_a_declaration_is_not_reported() {
    let changed = changed(|description| {
        description["info"]["version"] = json!("2");
        description["paths"]["/rooms"]["get"]["summary"] = json!("Lists.");
        description["paths"]["/rooms"]["get"]["operationId"] = json!("rooms_list");
        description["paths"]["/rooms"]["get"]["parameters"]
            .as_array_mut()
            .unwrap()
            .reverse();
        description["paths"]["/halls"] = json!({ "get": { "responses": { "200": { "description": "" } } } });
        let schemas = &mut description["components"]["schemas"];
        schemas["Room"]["properties"]["size"] = json!({ "type": "integer" });
        schemas["NewRoom"]["properties"]["size"] = json!({ "type": "integer" });
        schemas["NewRoom"]["required"] = json!([]);
        schemas["Owner"]["properties"]["id"]["maxLength"] = json!(9);
        let owner = schemas["Owner"].take();
        schemas.as_object_mut().unwrap().remove("Owner");
        schemas["Person"] = owner;
        let text = description.to_string().replace("schemas/Owner", "schemas/Person");
        *description = serde_json::from_str(&text).unwrap();
    });
    assert_eq!(changed, [""; 0]);
}

#[test]
fn accepted_differences_are_not_reported() {
    let mut description = rooms();
    let source = imported(&description);
    description["paths"]["/rooms"]["get"]["deprecated"] = json!(true);
    description["paths"]["/rooms/{id}"]["delete"]["deprecated"] = json!(true);
    let source = format!("{source}\n    // accepted: list_rooms is deprecated\n");
    assert_eq!(
        differences(&source, &description),
        ["delete_room is deprecated (at /paths/~1rooms~1{id}/delete)"]
    );
}

/// The same operations as a user may write them.
const EDITED: &str = r#"
use rest_op::{Api, Call, Error, rest_op};

type Answer<T> = Call<T, RoomError>;

mod inner {
    pub trait Rooms: Api {
        #[rest_op(GET, "/rooms?sort=name", header("x-tenant" = "1"))]
        fn all(&self, #[query] max: Option<u32>, #[query(flatten)] more: &More<'_>) -> Answer<Vec<Room<Person>>>;

        #[deprecated]
        #[rest_op(POST, "/rooms")]
        async fn create(&self, #[member] name: &str, #[member("owner")] by: Option<&Person>, #[header("X-Tenant")] tenant: Option<&str>)
            -> Result<Wrapped, Error<RoomError>>;

        #[rest_op(DELETE, "/rooms/<room>")]
        fn delete(&self, room: &str) -> Call<()>;
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct More<'a> {
    page_token: Option<&'a str>,
    #[serde(flatten)]
    rest: Rest,
}

#[derive(Serialize)]
struct Rest {
    #[serde(rename(serialize = "filter"), skip_serializing_if = "String::is_empty")]
    words: String,
    #[serde(skip)]
    nothing: u8,
}

#[derive(Deserialize)]
struct Room<P> {
    #[serde(alias = "id")]
    number: Id,
    #[from_response(header = "x-left")]
    left: u32,
    #[serde(default)]
    topic: String,
    owner: Box<P>,
}

#[derive(Deserialize)]
struct Id(String);

#[derive(Deserialize, FromResponse)]
struct Wrapped(Room<serde_json::Value>);

#[derive(Serialize, Deserialize)]
struct Person {
    id: String,
}

#[derive(Debug, ApiError)]
enum RoomError {
    #[api_error(status = 404)]
    Missing(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}
"#;

#[test]
fn edited_declarations_do_not_differ() {
    assert_eq!(differences(EDITED, &rooms()), [""; 0]);
}

#[test]
fn edited_declarations_are_compared() {
    let mut description = rooms();
    description["components"]["schemas"]["Owner"] =
        json!({ "type": "object", "required": ["key"], "properties": { "key": { "type": "string" } } });
    description["components"]["schemas"]["NewRoom"]["required"] = json!(["name", "owner"]);
    description["components"]["schemas"]["Room"]["properties"]["id"] = Value::Null;
    description["components"]["schemas"]["Room"]["properties"]
        .as_object_mut()
        .unwrap()
        .remove("id");
    description["components"]["parameters"]["Filter"]["required"] = json!(true);
    assert_eq!(
        differences(EDITED, &description),
        [
            "all: query parameter `filter` is now required (at /components/parameters/Filter)",
            "Room: member `number` is gone (at /components/schemas/Room)",
            "Person: member `id` is gone (at /components/schemas/Owner)",
            "create: member `owner` is now required (at /components/schemas/NewRoom/properties/owner)",
            "Person: member `key` is new and required (at /components/schemas/Owner/properties/key)",
        ]
    );
}

#[test]
fn tagged_variants_and_statuses_are_compared_with_their_own() {
    let shape = |kind: &str, member: &str| {
        json!({
            "type": "object",
            "required": ["kind", member],
            "properties": { "kind": { "type": "string", "enum": [kind] }, member: { "type": "number" } }
        })
    };
    let mut description = json!({
        "openapi": "3.1.0",
        "info": { "title": "Shapes", "version": "1" },
        "paths": {
            "/shape": {
                "get": {
                    "operationId": "shape",
                    "responses": {
                        "200": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Shape" } } } },
                        "202": { "description": "", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Later" } } } }
                    }
                }
            }
        },
        "components": {
            "schemas": {
                "Shape": {
                    "oneOf": [{ "$ref": "#/components/schemas/Circle" }, { "$ref": "#/components/schemas/Square" }],
                    "discriminator": { "propertyName": "kind", "mapping": { "circle": "#/components/schemas/Circle", "square": "#/components/schemas/Square" } }
                },
                "Circle": shape("circle", "radius"),
                "Square": shape("square", "side"),
                "Later": { "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } }
            }
        }
    });
    let source = imported(&description);
    assert_eq!(differences(&source, &description), [""; 0]);
    description["components"]["schemas"]["Square"] = shape("square", "width");
    description["components"]["schemas"]["Later"]["properties"] = json!({ "key": { "type": "string" } });
    assert_eq!(
        differences(&source, &description),
        [
            "Square: member `side` is gone (at /components/schemas/Square)",
            "Later: member `id` is gone (at /components/schemas/Later)",
        ]
    );
}

#[test]
fn aws_operations_are_found_by_their_target() {
    let operation = |input: &str| json!({ "name": "X", "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": input }, "errors": [{ "shape": "Missing" }] });
    let mut model = json!({
        "metadata": {
            "apiVersion": "2024-01-01", "endpointPrefix": "rooms", "jsonVersion": "1.0", "protocol": "json", "serviceId": "Rooms",
            "serviceFullName": "Rooms", "signatureVersion": "v4", "targetPrefix": "Rooms"
        },
        "operations": { "GetRoom": operation("Get"), "DeleteRoom": operation("Delete") },
        "shapes": {
            "Get": { "type": "structure", "members": { "Id": { "shape": "S" } } },
            "Delete": { "type": "structure", "members": { "Id": { "shape": "S" }, "Force": { "shape": "S" } } },
            "Missing": { "type": "structure", "members": {}, "exception": true, "error": { "httpStatusCode": 404 } },
            "Locked": { "type": "structure", "members": {}, "exception": true, "error": { "httpStatusCode": 423 } },
            "S": { "type": "string" }
        }
    });
    let source = imported(&model);
    assert_eq!(differences(&source, &model), [""; 0]);
    model["shapes"]["Delete"] =
        json!({ "type": "structure", "required": ["Id"], "members": { "Id": { "shape": "S" } } });
    model["operations"]["DeleteRoom"]["errors"] = json!([{ "shape": "Missing" }, { "shape": "Locked" }]);
    model["operations"].as_object_mut().unwrap().remove("GetRoom");
    assert_eq!(
        differences(&source, &model),
        [
            "get_room: `POST /` is gone",
            "DeleteRoom: member `Id` is now required (at /shapes/Delete/members/Id)",
            "DeleteRoom: member `Force` is gone (at /shapes/Delete)",
            "RoomsError: code `Locked` is new (at /operations/DeleteRoom/errors)",
        ]
    );
}

#[test]
fn other_files_are_explained() {
    let source = Source::parse("api.json", rooms().to_string().as_bytes()).unwrap();
    let error = |text: &str| crate::drift(&source, "src/api.rs", text).unwrap_err().to_string();
    assert_eq!(
        error("fn main() {}"),
        "src/api.rs declares no operation; name the file that was imported"
    );
    assert_eq!(
        error("pub trait {}"),
        "src/api.rs: line 1, column 11: expected identifier"
    );
}
