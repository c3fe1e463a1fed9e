//! A model that has everything.

use super::*;

/// A model with everything in it.
#[expect(clippy::too_many_lines, reason = "a list of examples")]
fn everything() -> Model {
    let mut model = model(Vec::new());
    model.title = "GitHub v3 REST API".to_owned();
    model.trait_name = "GitHub".to_owned();
    model.endpoint = Some("https://api.github.com".to_owned());
    model.auth = vec!["Bearer::new(token)".to_owned(), "Basic::new(user, password)".to_owned()];
    model.errors = vec![
        error("NotFound", &["NotFoundException"], Some(404)),
        error("Throttled", &[], Some(429)),
        error("Again", &[], Some(429)),
    ];
    let state = add(
        &mut model,
        "State",
        values(&[("Open", "open"), ("Closed", "closed"), ("Plus1", "+1")]),
        BOTH,
    );
    let plain = add(
        &mut model,
        "SortOrder",
        values(&[("Asc", "ASC"), ("Desc", "DESC")]),
        REQUEST,
    );
    let user = add(
        &mut model,
        "User",
        structure(vec![
            field("login", "login", Type::String, true),
            field("avatar_url", "avatarUrl", Type::String, false),
            Field {
                nullable: true,
                ..field("r#type", "type", Type::String, true)
            },
            field("a", "a", Type::Bool, true),
            field("b", "b", Type::Bool, true),
            field("c", "c", Type::Bool, true),
            field("d", "d", Type::Bool, true),
        ]),
        BOTH,
    );
    let issue = add(
        &mut model,
        "Issue",
        Kind::Struct(Struct {
            fields: vec![
                field("id", "id", Type::I64, true),
                field("user", "user", Type::Named(user), false),
                field("created_at", "createdAt", Type::DateTime, true),
                field("labels", "labels", list(Type::String), false),
                field("tree", "tree", map(map(list(map(list(map(Type::F64)))))), true),
                field("data", "data", Type::Blob, false),
                field("any", "any", Type::Json, false),
            ],
            rest: Some(Item {
                ty: Type::Json,
                nullable: false,
            }),
            page: None,
        }),
        BOTH,
    );
    let parent = add(
        &mut model,
        "Parent",
        structure(vec![
            field("name", "name", Type::String, true),
            field("parent", "parent", Type::Boxed(Box::new(Type::Named(issue))), false),
        ]),
        BOTH,
    );
    if let Kind::Struct(of) = &mut model.types[parent].kind {
        of.fields[1].ty = Type::Boxed(Box::new(Type::Named(parent)));
    }
    let page = add(
        &mut model,
        "IssuePage",
        Kind::Struct(Struct {
            fields: vec![
                field("issues", "issues", list(Type::Named(issue)), false),
                field("meta", "meta", Type::Named(user), false),
                field("has_more", "has_more", Type::Bool, false),
            ],
            rest: None,
            page: Some(Page {
                items: "issues".to_owned(),
                next: Next::Query("cursor".to_owned()),
                token: vec!["meta".to_owned(), "type".to_owned()],
                more: vec!["has_more".to_owned()],
                is_guess: true,
            }),
        }),
        RESULT,
    );
    let token_page = add(
        &mut model,
        "TokenPage",
        Kind::Struct(Struct {
            fields: vec![
                Field {
                    nullable: true,
                    ..field("items", "Items", list(Type::String), true)
                },
                field("next_token", "NextToken", Type::String, false),
            ],
            rest: None,
            page: Some(Page {
                items: "Items".to_owned(),
                next: Next::Body("NextToken".to_owned()),
                token: vec!["NextToken".to_owned()],
                more: Vec::new(),
                is_guess: false,
            }),
        }),
        RESULT,
    );
    let options = add(
        &mut model,
        "ListIssues",
        structure(vec![
            Field {
                limits: range("1", "100"),
                ..field("per_page", "per_page", Type::U32, false)
            },
            Field {
                limits: Limits {
                    max_length: Some(20),
                    min_length: Some(1),
                    ..Limits::default()
                },
                ..field("labels", "labels", list(Type::String), false)
            },
            field("state", "state", Type::Named(state), false),
            field("since", "since", Type::DateTime, false),
        ]),
        QUERY,
    );
    let new_issue = add(
        &mut model,
        "NewIssue",
        structure(vec![
            Field {
                limits: Limits {
                    min_length: Some(1),
                    max_length: Some(100_000),
                    ..Limits::default()
                },
                ..field("title", "title", Type::String, true)
            },
            Field {
                limits: Limits {
                    max_length: Some(10),
                    ..Limits::default()
                },
                ..field("assignees", "assignees", list(Type::String), false)
            },
            field("state", "state", Type::Named(state), false),
            Field {
                nullable: true,
                ..field("milestone", "milestone", Type::I64, true)
            },
            Field {
                is_idempotency_token: true,
                ..field("client_token", "ClientToken", Type::String, false)
            },
        ]),
        REQUEST,
    );
    let empty = add(&mut model, "Nothing", structure(Vec::new()), BOTH);
    let event = add(
        &mut model,
        "Event",
        Kind::OneOf(OneOf {
            tagging: Tagging::Internal("type".to_owned()),
            variants: vec![
                Variant {
                    rust_name: "IssueOpened".to_owned(),
                    ..Variant::new("issue.opened", Some(Type::Named(issue)))
                },
                Variant {
                    rust_name: "UserLeft".to_owned(),
                    ..Variant::new("user_left", Some(Type::Named(empty)))
                },
                Variant {
                    rust_name: "Ping".to_owned(),
                    ..Variant::new("ping", None)
                },
            ],
        }),
        BOTH,
    );
    let value = add(
        &mut model,
        "AttributeValue",
        Kind::OneOf(OneOf {
            tagging: Tagging::External,
            variants: vec![
                Variant {
                    rust_name: "S".to_owned(),
                    ..Variant::new("S", Some(Type::String))
                },
                Variant {
                    rust_name: "N".to_owned(),
                    ..Variant::new("N", Some(Type::String))
                },
            ],
        }),
        BOTH,
    );
    let text_or = add(
        &mut model,
        "TextOrUser",
        Kind::OneOf(OneOf {
            tagging: Tagging::Untagged,
            variants: vec![
                Variant {
                    rust_name: "Text".to_owned(),
                    ..Variant::new("text", Some(Type::String))
                },
                Variant {
                    rust_name: "User".to_owned(),
                    ..Variant::new("user", Some(Type::Named(user)))
                },
            ],
        }),
        RESPONSE,
    );
    let object = add(
        &mut model,
        "Object",
        structure(vec![
            Field {
                source: FieldSource::Header("etag".to_owned()),
                ..field("etag", "ETag", Type::String, false)
            },
            Field {
                source: FieldSource::Header("last-modified".to_owned()),
                ..field("last_modified", "LastModified", Type::HttpDate, false)
            },
            Field {
                source: FieldSource::HeaderPrefix("x-amz-meta-".to_owned()),
                ..field("metadata", "Metadata", map(Type::String), false)
            },
            Field {
                source: FieldSource::Header("x-state".to_owned()),
                ..field("state", "state", Type::Named(state), false)
            },
            Field {
                source: FieldSource::Status,
                ..field("status", "status", Type::I32, true)
            },
            Field {
                source: FieldSource::Body,
                ..field("body", "body", Type::Bytes, true)
            },
        ]),
        RESULT,
    );
    let created = add(
        &mut model,
        "Created",
        structure(vec![
            field("room_id", "RoomId", Type::String, true),
            field("value", "Value", Type::Named(value), false),
            field("text", "Text", Type::Named(text_or), false),
            Field {
                source: FieldSource::Header("location".to_owned()),
                ..field("location", "Location", Type::String, true)
            },
        ]),
        RESULT,
    );
    let by_status = add(
        &mut model,
        "Upload",
        Kind::ByStatus(vec![
            StatusCase {
                status: 200,
                rust_name: "Done".to_owned(),
                ty: Some(Type::Named(created)),
                doc: Doc::default(),
            },
            StatusCase {
                status: 202,
                rust_name: "Accepted".to_owned(),
                ty: None,
                doc: Doc::default(),
            },
            StatusCase {
                status: 201,
                rust_name: "Created".to_owned(),
                ty: Some(list(Type::String)),
                doc: doc("The list."),
            },
        ]),
        RESULT,
    );
    let form = add(
        &mut model,
        "SearchForm",
        structure(vec![
            field("address", "address", map(Type::String), false),
            field("on", "on", Type::Bool, true),
        ]),
        REQUEST,
    );
    let path = || argument("owner", "owner", Role::Path, Type::String, true);
    let mut operations = vec![
        operation(
            "list_issues",
            "GET",
            &["/repos/", "<owner>", "/", "<type>", "/issues"],
            vec![
                path(),
                argument("r#type", "type", Role::Path, Type::Named(state), true),
                argument("options", "options", Role::QueryFlatten, Type::Named(options), true),
            ],
            Outcome::Linked(Item {
                ty: Type::Named(issue),
                nullable: false,
            }),
        ),
        operation(
            "find",
            "GET",
            &["/issues"],
            vec![
                argument("ids", "ids", Role::QueryComma, list(Type::U32), true),
                argument("pipes", "p|pes", Role::QueryPipe, list(Type::String), false),
                argument("r#in", "in", Role::Query, list(Type::Named(state)), false),
                argument("filter", "filter", Role::QueryBrackets, map(Type::String), false),
                argument("order", "order", Role::Query, Type::Named(plain), false),
                argument("since", "since", Role::Query, Type::DateTime, false),
                Argument {
                    limits: range("1", "100"),
                    ..argument("limit", "limit", Role::Query, Type::U32, false)
                },
                Argument {
                    limits: Limits {
                        max_length: Some(5),
                        ..Limits::default()
                    },
                    ..argument("q", "q", Role::Query, Type::String, false)
                },
                argument("modified", "if-modified-since", Role::Header, Type::HttpDate, false),
                argument("meta", "x-meta-", Role::HeaderPrefix, map(Type::String), false),
                argument("matches", "if-match", Role::Header, list(Type::String), false),
            ],
            Outcome::Json(Type::Named(page)),
        ),
        operation(
            "create",
            "POST",
            &["/issues"],
            vec![argument(
                "issue",
                "issue",
                Role::Body(BodyFormat::Json),
                Type::Named(new_issue),
                true,
            )],
            Outcome::Json(Type::Named(issue)),
        ),
        operation(
            "create_maybe",
            "POST",
            &["/issues/maybe"],
            vec![argument(
                "issue",
                "issue",
                Role::Body(BodyFormat::Json),
                Type::Named(new_issue),
                false,
            )],
            Outcome::Json(Type::Bool),
        ),
        operation(
            "create_all",
            "POST",
            &["/issues/all"],
            vec![argument(
                "issues",
                "issues",
                Role::Body(BodyFormat::Json),
                list(Type::Named(new_issue)),
                false,
            )],
            Outcome::Json(list(Type::Named(parent))),
        ),
        operation(
            "tokens",
            "POST",
            &["/tokens"],
            vec![argument(
                "parent",
                "parent",
                Role::Body(BodyFormat::Json),
                Type::Named(parent),
                true,
            )],
            Outcome::Json(Type::Named(token_page)),
        ),
        operation(
            "search",
            "POST",
            &["/search"],
            vec![argument(
                "form",
                "form",
                Role::Body(BodyFormat::FormBrackets),
                Type::Named(form),
                true,
            )],
            Outcome::Nothing,
        ),
        operation(
            "search_flat",
            "POST",
            &["/search-flat"],
            vec![argument(
                "form",
                "form",
                Role::Body(BodyFormat::Form),
                map(Type::String),
                true,
            )],
            Outcome::Text,
        ),
        operation(
            "upload",
            "PUT",
            &["/objects/", "<key..>"],
            vec![
                argument("key", "key", Role::Path, Type::String, true),
                argument("content", "content", Role::Body(BodyFormat::Bytes), Type::Bytes, false),
            ],
            Outcome::Response(by_status),
        ),
        operation(
            "set_topic",
            "PUT",
            &["/topic"],
            vec![argument(
                "topic",
                "topic",
                Role::Body(BodyFormat::Text),
                Type::String,
                true,
            )],
            Outcome::Nothing,
        ),
        operation(
            "files",
            "POST",
            &["/files"],
            vec![
                argument("file", "file", Role::Part, Type::Bytes, true),
                argument("thumb", "thumb", Role::Part, Type::Bytes, false),
                argument("more", "more[]", Role::Part, list(Type::Bytes), false),
                argument("title", "title", Role::Part, Type::String, false),
                argument("state", "state", Role::Part, Type::Named(state), false),
                argument("tags", "tags", Role::Part, list(Type::String), true),
                argument("meta", "meta", Role::Part, Type::Named(parent), true),
            ],
            Outcome::Json(Type::String),
        ),
        operation(
            "download",
            "GET",
            &["/objects/", "<key..>"],
            vec![argument("key", "key", Role::Path, Type::String, true)],
            Outcome::Response(object),
        ),
        operation(
            "events",
            "GET",
            &["/events"],
            vec![
                argument("a", "a", Role::Query, Type::Bool, true),
                argument("b", "b", Role::Query, Type::Bool, true),
                argument("c", "c", Role::Query, Type::Bool, true),
                argument("d", "d", Role::Query, Type::Bool, true),
            ],
            Outcome::JsonEvents(Type::Named(event)),
        ),
        operation(
            "lines",
            "QUERY",
            &["/lines"],
            vec![argument(
                "lines",
                "lines",
                Role::Body(BodyFormat::JsonLines),
                list(Type::Named(event)),
                true,
            )],
            Outcome::JsonLines(Type::Named(event)),
        ),
        operation(
            "raw",
            "GET",
            &["/raw"],
            vec![argument(
                "filter",
                "filter",
                Role::Body(BodyFormat::Json),
                Type::Json,
                false,
            )],
            Outcome::Bytes,
        ),
        operation("stream", "GET", &["/stream"], Vec::new(), Outcome::Events),
        operation("anything", "GET", &["/anything"], Vec::new(), Outcome::Json(Type::Json)),
        operation(
            "nothing",
            "POST",
            &["/nothing"],
            vec![argument(
                "text",
                "text",
                Role::Body(BodyFormat::Json),
                Type::String,
                false,
            )],
            Outcome::Json(Type::Named(empty)),
        ),
    ];
    declaration(&mut operations[2]).is_idempotent = true;
    declaration(&mut operations[2]).is_optional = true;
    declaration(&mut operations[3]).content_type = Some("application/merge-patch+json".to_owned());
    declaration(&mut operations[5]).headers = vec![("x-amz-target".to_owned(), "Tokens_20250101.Get".to_owned())];
    declaration(&mut operations[5]).content_type = Some("application/x-amz-json-1.1".to_owned());
    declaration(&mut operations[7]).is_public = true;
    declaration(&mut operations[8]).query = Some("x-id=PutObject".to_owned());
    declaration(&mut operations[8]).host_prefix = None;
    operations[1].doc.url = Some("https://docs.github.com/rest/issues?a=b#c(d)".to_owned());
    operations[1].doc.deprecated = true;
    operations[1].doc.notes = vec!["Served by <https://uploads.github.com>.".to_owned()];
    operations.push(Operation {
        request_line: "POST /x".to_owned(),
        declaration: Err(Left::new("/paths/~1x/post/responses/200", "the response\nis XML")),
        ..operation("x", "POST", &["/x"], Vec::new(), Outcome::Nothing)
    });
    model.operations = operations;
    model
}

#[test]
fn everything_is_rust() {
    let text = compose(&everything(), &source(), &Options::default());
    formatted::check(&text).unwrap();
}

#[test]
fn same_model_is_written_the_same() {
    let write = || compose(&everything(), &source(), &Options::default());
    assert_eq!(write(), write());
}

/// Without rustfmt, only lines that are too long and long `use` lines differ.
#[test]
fn text_is_nearly_formatted_without_rustfmt() {
    let text = compose(&everything(), &source(), &Options::default());
    let Some(formatted) = formatted::rustfmt(&text) else {
        return;
    };
    let lines: Vec<&str> = formatted.lines().collect();
    let other: Vec<&str> = text.lines().filter(|line| !lines.contains(line)).collect();
    assert!(
        other.len() * 20 < lines.len(),
        "{} of {}: {other:#?}",
        other.len(),
        lines.len()
    );
}
