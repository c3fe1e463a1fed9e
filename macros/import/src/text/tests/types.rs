//! Type definitions.

use super::*;

/// The definitions after the trait.
fn definitions(model: &Model) -> String {
    let items = items(model);
    let start = items.find("impl Rooms for Client {}\n").unwrap();
    items[start..]
        .trim_start_matches("impl Rooms for Client {}\n")
        .trim_start()
        .to_owned()
}

#[test]
fn requests_omit_what_is_absent_and_check_limits() {
    let mut model = model(Vec::new());
    let length = |min, max| Limits {
        min_length: min,
        max_length: max,
        ..Limits::default()
    };
    let inner = add(
        &mut model,
        "Inner",
        structure(vec![Field {
            limits: range("1", "2"),
            ..field("x", "x", Type::I32, true)
        }]),
        REQUEST,
    );
    let room = add(
        &mut model,
        "NewRoom",
        structure(vec![
            Field {
                limits: length(Some(1), Some(128)),
                doc: doc("The name. Be brief."),
                ..field("name", "Name", Type::String, true)
            },
            Field {
                limits: length(None, Some(5)),
                ..field("tags", "Tags", list(Type::String), false)
            },
            Field {
                nullable: true,
                ..field("owner", "Owner", Type::String, true)
            },
            Field {
                is_idempotency_token: true,
                limits: length(Some(2), Some(64)),
                ..field("token", "ClientRequestToken", Type::String, true)
            },
            field("inner", "Inner", Type::Named(inner), false),
        ]),
        REQUEST,
    );
    let body = argument("room", "room", Role::Body(BodyFormat::Json), Type::Named(room), true);
    model.operations = vec![operation("create", "POST", &["/rooms"], vec![body], Outcome::Nothing)];
    assert_eq!(
        definitions(&model),
        r#"/// The `Inner` of [`NewRoom`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Inner {
    /// The member `x`.
    pub x: i32,
}

/// The body of [`create`](Rooms::create).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct NewRoom {
    /// The name.
    pub name: String,
    /// The member `Tags`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// The member `Owner`.
    pub owner: Option<String>,
    /// The member `ClientRequestToken`.
    #[serde(rename = "ClientRequestToken")]
    pub token: IdempotencyToken,
    /// The member `Inner`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner: Option<Inner>,
}

impl NewRoom {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("name", Some(&self.name), check::length(1..=128))
            .member("tags", self.tags.as_ref(), check::length(..=5))
            .member("token", Some(&self.token), check::length(2..=64))
            .finish()
    }
}
"#
    );
    let items = items(&model);
    assert!(
        items.contains("fn create(&self, #[body] #[check(NewRoom::check)] room: &NewRoom) -> Call<()>;"),
        "{items}"
    );
}

#[test]
fn types_without_documentation_are_described_by_their_place() {
    let mut model = model(Vec::new());
    let kind = add(&mut model, "RoomsListKind", values(&[("A", "a")]), REQUEST);
    let shared = add(&mut model, "State", values(&[("B", "b")]), RESPONSE);
    let owner = add(
        &mut model,
        "RoomOwner",
        structure(vec![field("state", "state", Type::Named(shared), true)]),
        RESPONSE,
    );
    let room = add(
        &mut model,
        "RoomsListResponseItem",
        structure(vec![
            field("owners", "owners[]", list(Type::Named(owner)), true),
            field("state", "state", Type::Named(shared), true),
        ]),
        RESPONSE,
    );
    let named = add(&mut model, "RoomsListed", structure(Vec::new()), RESULT);
    let other = add(&mut model, "Listed", structure(Vec::new()), RESULT);
    model.types[named].is_named = true;
    model.types[other].is_named = true;
    model.operations = vec![
        operation(
            "rooms_list",
            "GET",
            &["/rooms"],
            vec![argument("kind", "kind", Role::Query, Type::Named(kind), false)],
            Outcome::Json(list(Type::Named(room))),
        ),
        operation(
            "rooms_list2",
            "GET",
            &["/rooms2"],
            Vec::new(),
            Outcome::Json(Type::Named(other)),
        ),
        operation(
            "rooms",
            "GET",
            &["/rooms3"],
            Vec::new(),
            Outcome::Json(Type::Named(named)),
        ),
    ];
    let definitions = definitions(&model);
    let docs: Vec<&str> = definitions.lines().filter(|line| line.starts_with("///")).collect();
    assert_eq!(
        docs,
        [
            "/// The parameter `kind` of [`rooms_list`](Rooms::rooms_list).",
            "/// A state.",
            "/// An item of the `owners[]` of [`RoomsListResponseItem`].",
            "/// An item of the result of [`rooms_list`](Rooms::rooms_list).",
            "/// The result of [`rooms`](Rooms::rooms).",
            "/// The type `Listed`.",
        ]
    );
}

#[test]
fn members_of_one_direction_are_skipped_in_the_other() {
    let mut model = model(Vec::new());
    let owner = add(
        &mut model,
        "Owner",
        structure(vec![field("id", "id", Type::U64, true)]),
        RESPONSE,
    );
    let read = Field {
        direction: Direction::Response,
        ..field("owner", "owner", Type::Named(owner), false)
    };
    let written = Field {
        direction: Direction::Request,
        ..field("password", "password", Type::String, false)
    };
    add(
        &mut model,
        "Account",
        structure(vec![field("name", "name", Type::String, false), read, written]),
        BOTH,
    );
    let definitions = definitions(&model);
    assert_eq!(
        definitions[definitions.find("/// An account.").unwrap()..],
        *r#"/// An account.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, FromResponse)]
pub struct Account {
    /// The member `name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The member `owner`.
    #[serde(skip_serializing)]
    pub owner: Option<Owner>,
    /// The member `password`.
    #[serde(skip_deserializing, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}
"#
    );
}

#[test]
fn groups_of_query_parameters_omit_none_and_empty_lists() {
    let mut model = model(Vec::new());
    let group = add(
        &mut model,
        "ListRooms",
        structure(vec![
            field("page", "page", Type::U32, false),
            Field {
                limits: Limits {
                    min_length: Some(1),
                    ..Limits::default()
                },
                ..field("tags", "tags[]", list(Type::String), false)
            },
            Field {
                limits: Limits {
                    min_length: Some(1),
                    ..Limits::default()
                },
                ..field("r#type", "type", Type::String, true)
            },
        ]),
        QUERY,
    );
    let options = argument("options", "options", Role::QueryFlatten, Type::Named(group), true);
    model.operations = vec![operation(
        "list_rooms",
        "GET",
        &["/rooms"],
        vec![options],
        Outcome::Nothing,
    )];
    assert_eq!(
        definitions(&model),
        r#"/// The query parameters of [`list_rooms`](Rooms::list_rooms).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ListRooms {
    /// The parameter `page`.
    pub page: Option<u32>,
    /// The parameter `tags[]`.
    #[serde(rename = "tags[]")]
    pub tags: Vec<String>,
    /// The parameter `type`.
    pub r#type: String,
}

impl ListRooms {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member("type", Some(&self.r#type), check::length(1..))
            .finish()
    }
}
"#
    );
}

#[test]
fn results_are_read_from_json_headers_and_the_body() {
    let mut model = model(Vec::new());
    let head = |name: &str| FieldSource::Header(name.to_owned());
    add(
        &mut model,
        "Object",
        structure(vec![
            Field {
                source: head("etag"),
                ..field("etag", "ETag", Type::String, false)
            },
            Field {
                source: head("x-days"),
                ..field("days", "Days", list(Type::HttpDate), false)
            },
            Field {
                source: FieldSource::HeaderPrefix("x-meta-".to_owned()),
                ..field("meta", "Meta", map(Type::String), false)
            },
            Field {
                source: FieldSource::Status,
                ..field("status", "Status", Type::I64, false)
            },
            Field {
                source: FieldSource::Body,
                ..field("content", "Content", Type::Bytes, true)
            },
        ]),
        RESULT,
    );
    add(
        &mut model,
        "Created",
        structure(vec![
            field("room_id", "roomId", Type::String, true),
            Field {
                source: head("location"),
                ..field("location", "location", Type::String, true)
            },
        ]),
        RESULT,
    );
    add(
        &mut model,
        "Whole",
        structure(vec![Field {
            source: FieldSource::Body,
            ..field("flag", "flag", Type::Bool, false)
        }]),
        RESULT,
    );
    assert_eq!(
        definitions(&model),
        r#"/// An object.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct Object {
    /// The header `etag`.
    #[from_response(header = "etag")]
    pub etag: Option<String>,
    /// The header `x-days`.
    #[from_response(header = "x-days")]
    pub days: Vec<HttpDate>,
    /// The headers that begin with `x-meta-`.
    #[from_response(header_prefix = "x-meta-")]
    pub meta: BTreeMap<String, String>,
    /// The status.
    #[from_response(status)]
    pub status: u16,
    /// The body.
    #[from_response(body)]
    pub content: Bytes,
}

/// The type `Created`.
#[derive(Clone, Debug, PartialEq, FromResponse)]
#[serde(rename_all = "camelCase")]
pub struct Created {
    /// The member `roomId`.
    pub room_id: String,
    /// The header `location`.
    #[from_response(header = "location")]
    pub location: String,
}

/// A whole.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub struct Whole {
    /// The body.
    #[from_response(body)]
    pub flag: Option<rest_op::Json<bool>>,
}
"#
    );
}

#[test]
fn undeclared_members_are_a_map() {
    let mut model = model(Vec::new());
    let of = Struct {
        fields: vec![field("rest", "rest", Type::Bool, false)],
        rest: Some(Item {
            ty: Type::F64,
            nullable: true,
        }),
        page: None,
    };
    add(&mut model, "Rates", Kind::Struct(of), RESPONSE);
    assert_eq!(
        definitions(&model),
        r"/// The rates.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Rates {
    /// The member `rest`.
    pub rest: Option<bool>,
    /// The other members.
    #[serde(flatten)]
    pub others: BTreeMap<String, Option<f64>>,
}
"
    );
}

fn page(items: &str, next: Next, token: &[&str], more: &[&str], is_guess: bool) -> Page {
    let path = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    Page {
        items: items.to_owned(),
        next,
        token: path(token),
        more: path(more),
        is_guess,
    }
}

#[test]
fn pages_say_how_the_next_one_is_requested() {
    let mut model = model(Vec::new());
    let meta = add(
        &mut model,
        "Meta",
        structure(vec![
            field("r#type", "type", Type::String, false),
            field("more", "more", Type::Bool, true),
        ]),
        RESPONSE,
    );
    let query = || Next::Query("cursor".to_owned());
    for (name, page) in [
        (
            "Nested",
            page("Items", query(), &["meta", "type"], &["meta", "more"], true),
        ),
        ("Token", page("Items", query(), &["next"], &[], true)),
        (
            "Number",
            page("Items", Next::Offset("offset".to_owned()), &[], &[], false),
        ),
    ] {
        let fields = vec![
            field("items", "Items", list(Type::String), false),
            field("meta", "meta", Type::Named(meta), false),
            field("next", "next", Type::String, false),
        ];
        add(
            &mut model,
            name,
            Kind::Struct(Struct {
                fields,
                rest: None,
                page: Some(page),
            }),
            RESULT,
        );
    }
    let fields = "    pub items: Vec<String>,
    /// The member `meta`.
    pub meta: Option<Meta>,
    /// The member `next`.
";
    let guess = "// The names of the members suggest these pages; the description does not mention them.";
    let items = "    /// The member `Items`.
    #[serde(rename = \"Items\", default)]
    #[page(items)]
";
    let derive = "#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse, Page)]";
    let definitions = definitions(&model);
    assert_eq!(
        definitions[definitions.find("/// The type `Nested`.").unwrap()..],
        format!(
            "/// The type `Nested`.
{derive}
{guess}
#[page(next = query(\"cursor\"), at = \"meta.r#type\", more = \"meta.more\")]
pub struct Nested {{
{items}{fields}    pub next: Option<String>,
}}

/// A token.
{derive}
pub struct Token {{
{items}{fields}    {guess}
    #[page(next = query(\"cursor\"))]
    pub next: Option<String>,
}}

/// A number.
{derive}
#[page(next = offset(\"offset\"))]
pub struct Number {{
{items}{fields}    pub next: Option<String>,
}}
"
        )
    );
}

#[test]
fn pages_that_the_derive_cannot_read_are_plain_results() {
    let query = || Next::Query("cursor".to_owned());
    for page in [
        page("gone", query(), &["next"], &[], false),
        page("next", query(), &["next"], &[], false),
        page("items", query(), &["gone"], &[], false),
        page("items", query(), &["next", "gone"], &[], false),
        page("items", query(), &[], &[], false),
    ] {
        let mut model = model(Vec::new());
        let fields = vec![
            field("items", "items", list(Type::String), false),
            field("next", "next", Type::String, false),
        ];
        add(
            &mut model,
            "Rooms",
            Kind::Struct(Struct {
                fields,
                rest: None,
                page: Some(page.clone()),
            }),
            RESULT,
        );
        assert!(!definitions(&model).contains("page"), "{page:?}");
    }
}

#[test]
fn enums_are_open() {
    let mut model = model(Vec::new());
    add(
        &mut model,
        "State",
        values(&[
            ("NotPlanned", "not_planned"),
            ("Open", "open"),
            ("Plus1", "+1"),
            ("Empty", ""),
        ]),
        BOTH,
    );
    assert_eq!(
        definitions(&model),
        r#"/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize, FromResponse)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// `not_planned`
    NotPlanned,
    /// `open`
    Open,
    /// `+1`
    #[serde(rename = "+1")]
    Plus1,
    /// The empty string.
    #[serde(rename = "")]
    Empty,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}
"#
    );
}

#[test]
fn alternatives_are_tagged_as_serde_reads_them() {
    let mut model = model(Vec::new());
    let room = add(
        &mut model,
        "Room",
        structure(vec![field("name", "name", Type::String, true)]),
        BOTH,
    );
    let variant = |rust_name: &str, tag: &str, ty| Variant {
        rust_name: rust_name.to_owned(),
        ..Variant::new(tag, ty)
    };
    let one_of = |tagging, variants| Kind::OneOf(OneOf { tagging, variants });
    let tagged = || {
        vec![
            variant("RoomOpened", "room.opened", Some(Type::Named(room))),
            variant("RoomLeft", "room_left", None),
        ]
    };
    add(
        &mut model,
        "Event",
        one_of(Tagging::Internal("type".to_owned()), tagged()),
        BOTH,
    );
    add(
        &mut model,
        "Command",
        one_of(Tagging::Internal("type".to_owned()), tagged()),
        REQUEST,
    );
    add(
        &mut model,
        "Value1",
        one_of(
            Tagging::External,
            vec![
                variant("S", "S", Some(Type::String)),
                variant("Bool", "BOOL", Some(Type::Bool)),
            ],
        ),
        RESPONSE,
    );
    add(
        &mut model,
        "NameOrRoom",
        one_of(
            Tagging::Untagged,
            vec![
                variant("Name", "name", Some(Type::String)),
                variant("Room", "room", Some(Type::Named(room))),
            ],
        ),
        RESPONSE,
    );
    let definitions = definitions(&model);
    assert_eq!(
        definitions[definitions.find("/// An event.").unwrap()..],
        *r#"/// An event.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize, FromResponse)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// `room.opened`
    #[serde(rename = "room.opened")]
    RoomOpened(Room),
    /// `room_left`
    RoomLeft,
    /// A variant that this version does not know.
    #[serde(other, skip_serializing)]
    Unknown,
}

/// A command.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Command {
    /// `room.opened`
    #[serde(rename = "room.opened")]
    RoomOpened(Room),
    /// `room_left`
    RoomLeft,
}

/// The type `Value1`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Value1 {
    /// `S`
    S(String),
    /// `BOOL`
    Bool(bool),
    /// A variant that this version does not know.
    #[serde(untagged)]
    Other(Value),
}

/// A name or room.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum NameOrRoom {
    /// A string.
    Name(String),
    /// An object.
    Room(Room),
    /// A variant that this version does not know.
    Other(Value),
}
"#
    );
}

#[test]
fn status_chooses_the_variant_of_a_result() {
    let mut model = model(Vec::new());
    let case = |status, rust_name: &str, ty, text: &str| StatusCase {
        status,
        rust_name: rust_name.to_owned(),
        ty,
        doc: doc(text),
    };
    add(
        &mut model,
        "Upload",
        Kind::ByStatus(vec![
            case(200, "Done", Some(list(Type::String)), "The names."),
            case(202, "Accepted", None, ""),
            case(203, "Flag", Some(Type::Bool), ""),
        ]),
        RESULT,
    );
    assert_eq!(
        definitions(&model),
        r"/// An upload.
#[derive(Clone, Debug, PartialEq, FromResponse)]
pub enum Upload {
    /// The names.
    #[from_response(status = 200)]
    Done(Vec<String>),
    /// Status 202.
    #[from_response(status = 202)]
    Accepted,
    /// Status 203.
    #[from_response(status = 203)]
    Flag(rest_op::Json<bool>),
}
"
    );
}

#[test]
fn errors_are_one_enum_in_which_each_condition_stands_once() {
    let mut model = model(Vec::new());
    model.errors = vec![
        error("NotFound", &["NotFoundException"], Some(404)),
        error("Gone", &["NotFoundException"], Some(404)),
        error("Accepted", &[], Some(202)),
        ErrorCase {
            doc: doc("The request was throttled. Wait."),
            ..error("Throttled", &[], Some(429))
        },
    ];
    model.operations = vec![operation("x", "GET", &["/x"], Vec::new(), Outcome::Nothing)];
    assert_eq!(
        definitions(&model),
        r#"/// An error response.
#[derive(Clone, Debug, ApiError)]
pub enum RoomsError {
    /// The error `NotFoundException`.
    #[api_error(code = "NotFoundException", status = 404)]
    NotFound(ErrorResponse),
    /// The request was throttled.
    #[api_error(status = 429)]
    Throttled(ErrorResponse),
    /// Any other error.
    #[api_error(other)]
    Other(ErrorResponse),
}
"#
    );
    assert!(items(&model).contains("fn x(&self) -> Call<(), RoomsError>;"));
}

#[test]
fn lints_are_allowed_where_an_item_would_trigger_them() {
    let mut model = model(Vec::new());
    let flags = ["a", "b", "c", "d"].map(|name| field(name, name, Type::Bool, true));
    let room = add(&mut model, "Room", structure(flags.into()), RESPONSE);
    let large = add(
        &mut model,
        "Large",
        structure(
            (0..20)
                .map(|index| field(&format!("m{index}"), &format!("m{index}"), Type::String, true))
                .collect(),
        ),
        RESPONSE,
    );
    let variant = |name: &str, id| Variant {
        rust_name: name.to_owned(),
        ..Variant::new(name, Some(Type::Named(id)))
    };
    let variants = vec![
        variant("RoomSmall", room),
        variant("RoomLarge", large),
        variant("RoomEvent", room),
    ];
    add(
        &mut model,
        "Event",
        Kind::OneOf(OneOf {
            tagging: Tagging::External,
            variants,
        }),
        RESPONSE,
    );
    let foo = argument("foo", "foo", Role::Query, Type::Bool, true);
    model.operations = vec![operation("x", "GET", &["/x"], vec![foo], Outcome::Nothing)];
    assert!(items(&model).contains("    #[allow(clippy::disallowed_names)]\n    #[rest_op"));
    let definitions = definitions(&model);
    assert!(definitions.contains("#[allow(clippy::struct_excessive_bools)]\n#[derive(Clone, Debug, PartialEq, Deserialize)]\npub struct Room {"), "{definitions}");
    assert!(
        definitions.contains("#[allow(clippy::enum_variant_names)]\n#[allow(clippy::large_enum_variant)]\n#[derive"),
        "{definitions}"
    );
    assert_eq!(definitions.matches("allow").count(), 3, "{definitions}");
}

#[test]
fn xml_has_a_root_names_for_both_directions_and_lists_that_may_be_absent() {
    let mut model = model(Vec::new());
    let item = Box::new(Item {
        ty: Type::String,
        nullable: false,
    });
    let room = add(
        &mut model,
        "Room",
        structure(vec![
            field("id", "@id", Type::I64, true),
            Field {
                written_name: Some("{p=urn:p}p:Owner".to_owned()),
                ..field("owner", "Owner", Type::String, false)
            },
            field("tags", "Tag", list(Type::String), true),
            field("labels", "Labels", Type::Xml(Around::Map, item), false),
        ]),
        BOTH,
    );
    model.types[room].is_xml = true;
    model.types[room].root = Some("{urn:r}Room".to_owned());
    let one = Kind::OneOf(OneOf {
        tagging: Tagging::External,
        variants: vec![Variant {
            rust_name: "Text".to_owned(),
            ..Variant::new("Text", Some(Type::String))
        }],
    });
    let one = add(&mut model, "One", one, RESPONSE);
    model.types[one].is_xml = true;
    let body = argument("room", "room", Role::Body(BodyFormat::Xml), Type::Named(room), true);
    model.operations = vec![operation(
        "put",
        "PUT",
        &["/room"],
        vec![body],
        Outcome::Json(Type::Named(room)),
    )];
    let text = compose(&model, &source(), &Options::default());
    assert!(text.contains("//! The feature `xml` of rest-op is required: `cargo add rest-op --features xml`.\n"));
    assert!(text.contains("#[body(xml)] room: &Room) -> Call<Room>;"));
    assert_eq!(
        definitions(&model),
        r#"/// A room.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, FromResponse)]
#[from_response(xml)]
#[serde(rename = "{urn:r}Room", rename_all = "PascalCase")]
pub struct Room {
    /// The member `@id`.
    #[serde(rename = "@id")]
    pub id: i64,
    /// The member `Owner`.
    #[serde(rename(serialize = "{p=urn:p}p:Owner", deserialize = "Owner"))]
    pub owner: Option<String>,
    /// The member `Tag`.
    #[serde(rename = "Tag", default)]
    pub tags: Vec<String>,
    /// The member `Labels`.
    pub labels: Option<xml::Map<String>>,
}

/// A one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum One {
    /// `Text`
    Text(String),
    /// A variant that this version does not know.
    #[serde(other)]
    Unknown,
}
"#
    );
}
