//! Methods and their arguments.

use super::*;

/// The methods of a trait.
fn methods(model: &Model) -> String {
    let items = items(model);
    let start = items.find("{\n").unwrap() + 2;
    items[start..=items.find("\n}\n").unwrap()].to_owned()
}

#[test]
fn documentation_is_a_sentence_notes_and_a_link() {
    let mut model = model(vec![operation("find", "GET", &["/find"], Vec::new(), Outcome::Text)]);
    model.operations[0].doc = Doc {
        text: "finds rooms. At once.".to_owned(),
        url: Some("https://a.example/find".to_owned()),
        deprecated: true,
        notes: vec!["Served by <https://b.example>.".to_owned()],
    };
    assert_eq!(
        methods(&model),
        r#"    /// Deprecated. Finds rooms.
    ///
    /// Served by <https://b.example>.
    ///
    /// [Reference](https://a.example/find)
    #[rest_op(GET, "/find")]
    fn find(&self) -> Call<String>;
"#
    );
    model.operations[0].doc = Doc::default();
    assert!(methods(&model).starts_with("    /// The operation `find`.\n"));
}

#[test]
fn labels_have_the_names_of_arguments() {
    let mut model = model(vec![operation(
        "get",
        "GET",
        &["/rooms/", "<roomId>", "/", "<type>", ":x/", "<path..>"],
        vec![
            argument("room_id", "roomId", Role::Path, Type::String, true),
            argument("r#type", "type", Role::Path, Type::U32, true),
            argument("path", "path", Role::Path, Type::String, true),
            argument("account", "AccountId", Role::Path, Type::String, true),
        ],
        Outcome::Nothing,
    )]);
    let declaration = declaration(&mut model.operations[0]);
    declaration.host_prefix = Some("<AccountId>.data-".to_owned());
    declaration.query = Some("x=1".to_owned());
    assert_eq!(
        methods(&model),
        r#"    /// Calls get.
    #[rest_op(GET, "/rooms/<room_id>/<type>:x/<path..>?x=1", host_prefix = "<account>.data-")]
    fn get(&self, room_id: &str, r#type: u32, path: &str, account: &str) -> Call<()>;
"#
    );
}

#[test]
fn options_are_those_that_the_method_needs() {
    let body = || argument("body", "body", Role::Body(BodyFormat::Json), Type::Json, true);
    let form = || argument("body", "body", Role::Body(BodyFormat::Form), map(Type::String), true);
    let written = |method: &str, body: Argument| {
        let mut model = model(vec![operation("x", method, &["/x"], vec![body], Outcome::Nothing)]);
        let declaration = declaration(&mut model.operations[0]);
        declaration.is_public = true;
        declaration.is_idempotent = true;
        declaration.content_type = Some("a/b".to_owned());
        let methods = methods(&model);
        methods.lines().nth(1).unwrap().trim().to_owned()
    };
    assert_eq!(
        written("POST", body()),
        r#"#[rest_op(POST, "/x", auth = none, idempotent, content_type = "a/b")]"#
    );
    assert_eq!(
        written("GET", body()),
        r#"#[rest_op(GET, "/x", auth = none, get_body, content_type = "a/b")]"#
    );
    assert_eq!(written("PUT", form()), r#"#[rest_op(PUT, "/x", auth = none)]"#);
    assert_eq!(
        written("QUERY", form()),
        r#"#[rest_op("QUERY", "/x", auth = none, idempotent)]"#
    );
}

#[test]
fn arguments_have_roles_checks_and_borrowed_types() {
    let mut model = model(Vec::new());
    let state = add(&mut model, "State", values(&[("Open", "open")]), REQUEST);
    let limit = Argument {
        limits: range("1", "100"),
        ..argument("limit", "limit", Role::Query, Type::U32, false)
    };
    let word = Argument {
        limits: Limits {
            min_length: Some(1),
            ..Limits::default()
        },
        ..argument("q", "q", Role::Query, Type::String, false)
    };
    model.operations = vec![operation(
        "find",
        "GET",
        &["/find"],
        vec![
            argument("state", "state", Role::Query, Type::Named(state), true),
            argument("r#in", "in", Role::Query, list(Type::Named(state)), false),
            argument("room_id", "roomId", Role::Query, Type::String, true),
            argument("r#type", "type", Role::Query, Type::Bool, false),
            argument("ids", "ids", Role::QueryComma, list(Type::I64), true),
            argument("tags", "tags[]", Role::QueryPipe, list(Type::String), false),
            argument("words", "words", Role::QuerySpace, list(Type::String), false),
            argument("filter", "filter", Role::QueryBrackets, map(Type::String), false),
            argument("rest", "rest", Role::QueryFlatten, map(Type::Json), false),
            limit,
            word,
            argument("since", "since", Role::Query, Type::DateTime, false),
            argument("if_match", "If-Match", Role::Header, list(Type::String), false),
            argument("meta", "x-meta-", Role::HeaderPrefix, map(Type::String), false),
        ],
        Outcome::Nothing,
    )];
    assert_eq!(
        methods(&model),
        r#"    /// Calls find.
    #[rest_op(GET, "/find")]
    fn find(
        &self,
        #[query] state: &State,
        #[query] r#in: &[State],
        #[query("roomId")] room_id: &str,
        #[query] r#type: Option<bool>,
        #[query(comma)] ids: &[i64],
        #[query("tags[]", pipe)] tags: &[&str],
        #[query(space)] words: &[&str],
        #[query(brackets)] filter: &BTreeMap<String, String>,
        #[query(flatten)] rest: &BTreeMap<String, Value>,
        #[query] #[check(check::range(1..=100))] limit: Option<u32>,
        #[query] #[check(check::length(1..))] q: Option<&str>,
        #[query] since: Option<DateTime>,
        #[header("If-Match")] if_match: Option<&[&str]>,
        #[header(prefix = "x-meta-")] meta: &BTreeMap<String, String>,
    ) -> Call<()>;
"#
    );
}

#[test]
fn bodies_have_the_types_of_their_formats() {
    let mut model = model(Vec::new());
    let room = add(
        &mut model,
        "Room",
        structure(vec![field("name", "name", Type::String, true)]),
        REQUEST,
    );
    for (format, ty, required, expected) in [
        (BodyFormat::Json, Type::Named(room), true, "#[body] body: &Room"),
        (
            BodyFormat::Json,
            Type::Named(room),
            false,
            "#[body] body: Option<&Room>",
        ),
        (
            BodyFormat::Json,
            list(Type::Named(room)),
            false,
            "#[body] body: Option<&[Room]>",
        ),
        (BodyFormat::Json, list(Type::String), true, "#[body] body: &[&str]"),
        (BodyFormat::Json, Type::U64, true, "#[body] body: u64"),
        (
            BodyFormat::Json,
            Type::Boxed(Box::new(Type::Named(room))),
            true,
            "#[body] body: &Room",
        ),
        (
            BodyFormat::Form,
            map(Type::String),
            false,
            "#[body(form)] body: Option<&BTreeMap<String, String>>",
        ),
        (
            BodyFormat::FormBrackets,
            Type::Named(room),
            true,
            "#[body(form, brackets)] body: &Room",
        ),
        (
            BodyFormat::Text,
            Type::String,
            false,
            "#[body(text)] body: Option<&str>",
        ),
        (BodyFormat::Bytes, Type::Bytes, true, "#[body(bytes)] body: Bytes"),
        (
            BodyFormat::Bytes,
            Type::Bytes,
            false,
            "#[body(bytes)] body: Option<Bytes>",
        ),
        (
            BodyFormat::JsonLines,
            list(Type::Named(room)),
            true,
            "#[body(json_lines)] body: &[Room]",
        ),
    ] {
        let body = argument("body", "body", Role::Body(format), ty, required);
        model.operations = vec![operation("x", "PUT", &["/x"], vec![body], Outcome::Nothing)];
        let methods = methods(&model);
        assert_eq!(
            methods.lines().nth(2).unwrap(),
            format!("    fn x(&self, {expected}) -> Call<()>;")
        );
    }
}

#[test]
fn parts_are_text_or_say_what_they_contain() {
    let mut model = model(Vec::new());
    let room = add(&mut model, "Room", structure(Vec::new()), REQUEST);
    let state = add(&mut model, "State", values(&[("Open", "open")]), REQUEST);
    let variant = |name: &str, ty| Variant {
        rust_name: name.to_owned(),
        ..Variant::new(name, Some(ty))
    };
    let variants = vec![
        variant("Number", Type::I64),
        variant("Name", Type::String),
        variant("State", Type::Named(state)),
    ];
    let id = add(
        &mut model,
        "Id",
        Kind::OneOf(OneOf {
            tagging: Tagging::Untagged,
            variants,
        }),
        REQUEST,
    );
    for (ty, required, expected, expects_json) in [
        (Type::Bytes, true, "Part", false),
        (Type::Bytes, false, "Option<Part>", false),
        (list(Type::Bytes), false, "&[Part]", false),
        (Type::String, false, "Option<&str>", false),
        (Type::Named(state), true, "&State", false),
        (list(Type::String), true, "&[&str]", false),
        (Type::Named(room), true, "Part", true),
        (list(Type::Named(room)), true, "&[Part]", true),
        (Type::Json, true, "Part", false),
        (map(Type::String), true, "Part", true),
        (Type::Named(id), true, "&Id", false),
    ] {
        let part = argument("part", "part", Role::Part, ty, required);
        model.operations = vec![operation("x", "PUT", &["/x"], vec![part], Outcome::Nothing)];
        let methods = methods(&model);
        assert_eq!(
            methods.lines().last().unwrap(),
            format!("    fn x(&self, #[part] part: {expected}) -> Call<()>;")
        );
        assert_eq!(
            methods.contains("/// The part `part` is a `Part::json`"),
            expects_json,
            "{methods}"
        );
    }
}

#[test]
fn results_are_types_that_are_read_from_responses() {
    let mut model = model(Vec::new());
    let room = add(&mut model, "Room", structure(Vec::new()), RESULT);
    let nullable = |ty| Item { ty, nullable: true };
    for (outcome, is_optional, expected) in [
        (Outcome::Nothing, true, "()"),
        (Outcome::Json(Type::Named(room)), false, "Room"),
        (Outcome::Json(Type::Named(room)), true, "Option<Room>"),
        (
            Outcome::Json(Type::List(Box::new(nullable(Type::Named(room))))),
            false,
            "Vec<Option<Room>>",
        ),
        (Outcome::Json(Type::String), false, "rest_op::Json<String>"),
        (Outcome::Json(Type::Bool), true, "Option<rest_op::Json<bool>>"),
        (Outcome::Json(Type::Json), false, "Value"),
        (Outcome::Json(Type::Boxed(Box::new(Type::Named(room)))), false, "Room"),
        (
            Outcome::Linked(nullable(Type::Named(room))),
            true,
            "Linked<Option<Room>>",
        ),
        (Outcome::Text, true, "String"),
        (Outcome::Bytes, true, "Bytes"),
        (Outcome::Events, false, "Events"),
        (Outcome::JsonEvents(Type::Named(room)), false, "JsonEvents<Room>"),
        (Outcome::JsonLines(Type::Named(room)), false, "JsonLines<Room>"),
        (Outcome::Response(room), true, "Option<Room>"),
    ] {
        model.operations = vec![operation("x", "GET", &["/x"], Vec::new(), outcome)];
        declaration(&mut model.operations[0]).is_optional = is_optional;
        let methods = methods(&model);
        assert_eq!(
            methods.lines().nth(2).unwrap(),
            format!("    fn x(&self) -> Call<{expected}>;")
        );
    }
}
