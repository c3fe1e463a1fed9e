//! The body of a method.

use proc_macro2::TokenStream;
use quote::quote;

use super::assert_expands;
use crate::tests::declaration::{expansion, mistakes, text};

#[test]
fn an_operation_is_a_static_description_its_arguments_and_one_call() {
    assert_expands(
        r#"#[rest_op(GET, "/accounts/<account_id>/rooms?kind=all%20rooms&open")]
        #[doc = "Lists rooms."]
        #[must_use]
        fn list_rooms(
            &self,
            #[check(not_blank())] account_id: &str,
            #[query("max-results")] #[check(range(1..=99))] max: Option<u32>,
            #[query(flatten)] options: &ListRooms,
        ) -> Call<RoomPage, ChimeError>;"#,
        &quote! {
            #[doc = "Lists rooms."]
            #[must_use]
            #[doc = "\n`GET /accounts/<account_id>/rooms?kind=all%20rooms&open`\n\n- `max`: query parameter `max-results`"]
            fn list_rooms(
                &self,
                account_id: &str,
                max: Option<u32>,
                options: &ListRooms,
            ) -> Call<RoomPage, ChimeError> {
                ::rest_op::private::call(
                    ::rest_op::Api::client(self),
                    &::rest_op::Operation {
                        name: "list_rooms",
                        module: ::core::module_path!(),
                        method: "GET",
                        path: &[
                            ::rest_op::private::Piece::Literal("/accounts/"),
                            ::rest_op::private::Piece::Label(0),
                            ::rest_op::private::Piece::Literal("/rooms")
                        ],
                        query: &[
                            ::rest_op::private::Constant { key: "kind", text: "kind=all%20rooms" },
                            ::rest_op::private::Constant { key: "open", text: "open" }
                        ],
                        parameters: &[
                            ::rest_op::private::Parameter {
                                name: "account_id",
                                location: ::rest_op::private::Location::Path
                            },
                            ::rest_op::private::Parameter {
                                name: "max",
                                location: ::rest_op::private::Location::Query("max-results")
                            },
                            ::rest_op::private::Parameter {
                                name: "options",
                                location: ::rest_op::private::Location::QueryFlatten
                            }
                        ],
                        ..::rest_op::Operation::DEFAULT
                    },
                    &[
                        ::rest_op::private::text(&account_id),
                        ::rest_op::private::text(&max),
                        ::rest_op::private::entries(&options)
                    ],
                    &[
                        ::rest_op::private::check(
                            "account_id",
                            ::core::option::Option::Some(account_id),
                            not_blank()
                        ),
                        ::rest_op::private::check(
                            "max",
                            ::core::option::Option::as_ref(&max),
                            range(1..=99)
                        )
                    ]
                )
            }
        },
    );
}

#[test]
fn options_are_written_in_the_description() {
    assert_expands(
        r#"#[rest_op(PATCH, "/<key..>", auth = none, idempotent, host_prefix = "data.<bucket>.", crate = api::rest)]
        fn put(&self, bucket: &str, key: &str) -> Call<()>;"#,
        &quote! {
            #[doc = "\n`PATCH /<key..>`"]
            fn put(&self, bucket: &str, key: &str) -> Call<()> {
                api::rest::private::call(
                    api::rest::Api::client(self),
                    &api::rest::Operation {
                        name: "put",
                        module: ::core::module_path!(),
                        method: "PATCH",
                        path: &[
                            api::rest::private::Piece::Literal("/"),
                            api::rest::private::Piece::Greedy(1)
                        ],
                        host_prefix: &[
                            api::rest::private::Piece::Literal("data."),
                            api::rest::private::Piece::Label(0),
                            api::rest::private::Piece::Literal(".")
                        ],
                        parameters: &[
                            api::rest::private::Parameter {
                                name: "bucket",
                                location: api::rest::private::Location::Path
                            },
                            api::rest::private::Parameter {
                                name: "key",
                                location: api::rest::private::Location::Path
                            }
                        ],
                        authenticated: false,
                        ..api::rest::Operation::DEFAULT
                    },
                    &[api::rest::private::text(&bucket), api::rest::private::text(&key)],
                    &[]
                )
            }
        },
    );
}

#[test]
fn fields_that_a_declaration_leaves_out_are_not_written() {
    assert_expands(
        r#"#[rest_op(
            "PROPFIND", "/<id>", header("X-Depth" = "1"), header("accept" = "text/xml"),
            content_type = "application/json", timeout = "20m", attempt_timeout = "500ms", retry = none
        )]
        fn find(&self, #[path(with = hex)] id: Id) -> Call<()>;"#,
        &quote! {
            #[doc = "\n`PROPFIND /<id>`"]
            fn find(&self, id: Id) -> Call<()> {
                ::rest_op::private::call(
                    ::rest_op::Api::client(self),
                    &::rest_op::Operation {
                        name: "find",
                        module: ::core::module_path!(),
                        method: "PROPFIND",
                        path: &[::rest_op::private::Piece::Literal("/"), ::rest_op::private::Piece::Label(0)],
                        headers: &[("x-depth", "1"), ("accept", "text/xml")],
                        parameters: &[
                            ::rest_op::private::Parameter {
                                name: "id",
                                location: ::rest_op::private::Location::Path
                            }
                        ],
                        content_type: ::core::option::Option::Some("application/json"),
                        idempotent: false,
                        retries: false,
                        timeout_ms: ::core::option::Option::Some(1200000u64),
                        attempt_timeout_ms: ::core::option::Option::Some(500u64),
                        ..::rest_op::Operation::DEFAULT
                    },
                    &[
                        ::rest_op::private::text_by(
                            &::rest_op::private::text_with(
                                &id,
                                |value, serializer| hex::serialize(value, serializer)
                            )
                        )
                    ],
                    &[]
                )
            }
        },
    );
}

#[test]
fn text_after_a_label_is_literal() {
    for (template, path) in [
        ("/v1/<a>:cancel", quote!(Literal("/v1/"), Label(0), Literal(":cancel"))),
        ("/<a..>:cancel", quote!(Literal("/"), Greedy(0), Literal(":cancel"))),
        ("/<a>:x/y", quote!(Literal("/"), Label(0), Literal(":x/y"))),
        ("/<a>/x:y", quote!(Literal("/"), Label(0), Literal("/x:y"))),
        ("/<a>:<b>", quote!(Literal("/"), Label(0), Literal(":"), Label(1))),
        (
            "/<a>:x:<b>:y",
            quote!(Literal("/"), Label(0), Literal(":x:"), Label(1), Literal(":y")),
        ),
        (
            "/<a>-<b>.json",
            quote!(Literal("/"), Label(0), Literal("-"), Label(1), Literal(".json")),
        ),
    ] {
        let b = if template.contains("<b>") { ", b: &str" } else { "" };
        let declaration = format!("#[rest_op(POST, {template:?})] fn f(&self, a: &str{b}) -> Call<()>;");
        assert_eq!(mistakes(&declaration), [], "{template}");
        let expansion = text(expansion(&declaration)).replace(&text(quote!(::rest_op::private::Piece::)), "");
        assert!(
            expansion.contains(&text(quote!(path: &[#path]))),
            "{template}: {expansion}"
        );
    }
}

#[test]
fn an_apostrophe_in_a_constant_query_is_encoded() {
    let declaration = r#"#[rest_op(GET, "/o'clock?$filter=name%20eq%20'a'&o'k")] fn f(&self) -> Call<()>;"#;
    let expected = quote! {
        path: &[::rest_op::private::Piece::Literal("/o'clock")],
        query: &[
            ::rest_op::private::Constant { key: "$filter", text: "$filter=name%20eq%20%27a%27" },
            ::rest_op::private::Constant { key: "o'k", text: "o%27k" }
        ],
    };
    assert!(text(expansion(declaration)).contains(&text(expected)));
}

#[test]
fn an_async_method_returns_a_send_future() {
    assert_expands(
        r#"#[rest_op(DELETE, "/")] async fn delete(&self) -> Result<(), Error>;"#,
        &quote! {
            #[doc = "\n`DELETE /`"]
            fn delete(
                &self
            ) -> impl ::core::future::Future<Output = Result<(), Error> > + ::core::marker::Send {
                ::rest_op::private::send(
                    ::rest_op::Api::client(self),
                    &::rest_op::Operation {
                        name: "delete",
                        module: ::core::module_path!(),
                        method: "DELETE",
                        path: &[::rest_op::private::Piece::Literal("/")],
                        ..::rest_op::Operation::DEFAULT
                    },
                    &[],
                    &[]
                )
            }
        },
    );
}

/// The parts of the expansion of a POST with one argument that depend on the argument.
fn expanded_argument(argument: &str) -> (String, String, String) {
    let declaration = format!("#[rest_op(POST, \"/<path>\")] fn f(&self, path: &str, {argument}) -> Call<()>;");
    assert_eq!(mistakes(&declaration), [], "{argument}");
    let expansion = expansion(&declaration)
        .to_string()
        .replace(":: rest_op :: private :: ", "");
    let between = |start: &str, end: &str| {
        let (_, after) = expansion.split_once(start).expect("the start is there");
        let (inside, _) = after.split_once(end).expect("the end is there");
        inside.to_owned()
    };
    let location = between("location : Location :: Path }", "] , idempotent");
    let location = location
        .split_once("location : ")
        .map(|(_, after)| after.trim_end_matches(" }").to_owned());
    (
        location.expect("each argument has a location"),
        between("text (& path) , ", "] , & ["),
        between("] , & [", "])"),
    )
}

/// An argument, its location and its constructor.
const ROLES: &[(&str, &str, &str)] = &[
    ("#[query] a: u8", r#"Location :: Query ("a")"#, "text (& a)"),
    (
        "#[query] r#type: u8",
        r#"Location :: Query ("type")"#,
        "text (& r#type)",
    ),
    (
        "#[query(\"max-results\",)] a: u8",
        r#"Location :: Query ("max-results")"#,
        "text (& a)",
    ),
    (
        "#[query] a: [u8; 2]",
        r#"Location :: Query ("a")"#,
        "text (& slice (:: core :: option :: Option :: Some (& a)))",
    ),
    (
        "#[header(\"x-a\")] a: &[u8; 2]",
        r#"Location :: Header ("x-a")"#,
        "text (& slice (:: core :: option :: Option :: Some (a)))",
    ),
    (
        "#[query] a: Option<&[u8; 2]>",
        r#"Location :: Query ("a")"#,
        "text (& slice (a))",
    ),
    ("#[query(flatten)] a: &A", "Location :: QueryFlatten", "entries (& a)"),
    (
        "#[header(\"X-Meta\")] a: u8",
        r#"Location :: Header ("x-meta")"#,
        "text (& a)",
    ),
    (
        "#[header(prefix = \"X-Meta-\")] a: &A",
        r#"Location :: HeaderPrefix ("x-meta-")"#,
        "entries (& a)",
    ),
    (
        "#[header(prefix = \"\")] a: &A",
        r#"Location :: HeaderPrefix ("")"#,
        "entries (& a)",
    ),
    ("#[body] a: &A", "Location :: Body (Format :: Json)", "json (& a)"),
    ("#[body] a: (u8, u8)", "Location :: Body (Format :: Json)", "json (& a)"),
    ("#[query] a: ()", r#"Location :: Query ("a")"#, "text (& a)"),
    (
        "#[body(form)] a: &A",
        "Location :: Body (Format :: Form)",
        "entries (& a)",
    ),
    (
        "#[body(text)] a: &str",
        "Location :: Body (Format :: Text)",
        "text (& a)",
    ),
    (
        "#[body(bytes)] a: Bytes",
        "Location :: Body (Format :: Bytes)",
        "bytes (& a)",
    ),
    ("#[body(xml)] a: &A", "Location :: Body (Format :: Xml)", "xml (& a)"),
    (
        "#[body(stream)] a: ByteStream",
        "Location :: Body (Format :: Stream)",
        "stream (& once (a))",
    ),
    (
        "#[query(\"since\", with = time::rfc3339)] a: Time",
        r#"Location :: Query ("since")"#,
        "text_by (& text_with (& a , | value , serializer | time :: rfc3339 :: serialize (value , serializer)))",
    ),
    (
        "#[query(with = As::<Pairs<A, B>>)] a: u8",
        r#"Location :: Query ("a")"#,
        "text_by (& text_with (& a , | value , serializer | As :: < Pairs < A , B > > :: serialize (value , serializer)))",
    ),
    (
        "#[query(flatten, with = pairs)] a: &A",
        "Location :: QueryFlatten",
        "entries_by (& entries_with (& a , | value , serializer | pairs :: serialize (value , serializer)))",
    ),
    (
        "#[query(comma)] a: &[u8]",
        r#"Location :: QueryJoined ("a" , ",")"#,
        "text (& a)",
    ),
    (
        "#[query(\"b\", pipe)] a: [u8; 2]",
        r#"Location :: QueryJoined ("b" , "%7C")"#,
        "text (& slice (:: core :: option :: Option :: Some (& a)))",
    ),
    (
        "#[query(space)] a: Vec<u8>",
        r#"Location :: QueryJoined ("a" , "%20")"#,
        "text (& a)",
    ),
    (
        "#[query(flatten, brackets)] a: &A",
        r#"Location :: QueryBrackets ("")"#,
        "nested (& a)",
    ),
    (
        "#[query(brackets)] a: &A",
        r#"Location :: QueryBrackets ("a")"#,
        "nested (& a)",
    ),
    (
        "#[query(\"b\", brackets)] a: &A",
        r#"Location :: QueryBrackets ("b")"#,
        "nested (& a)",
    ),
    (
        "#[body(form, brackets)] a: &A",
        "Location :: Body (Format :: Form)",
        "nested (& a)",
    ),
    (
        "#[body(form, members)] a: &A",
        r#"Location :: Body (Format :: Members (""))"#,
        "nested (& a)",
    ),
    (
        "#[body(form, with = pairs)] a: &A",
        "Location :: Body (Format :: Form)",
        "entries_by (& entries_with (& a , | value , serializer | pairs :: serialize (value , serializer)))",
    ),
    (
        "#[body(json_lines)] a: &[A]",
        "Location :: Body (Format :: JsonLines)",
        "json_lines (& a)",
    ),
    ("#[part] a: Part", r#"Location :: Part ("a")"#, "part (& a)"),
    (
        "#[part(with = moments)] a: A",
        r#"Location :: Part ("a")"#,
        "part_by (& part_with (& a , | value , serializer | moments :: serialize (value , serializer)))",
    ),
    ("#[part(\"a[]\")] a: &[A]", r#"Location :: Part ("a[]")"#, "part (& a)"),
    ("#[member] a: &A", r#"Location :: Member ("a")"#, "json (& a)"),
    (
        "#[member(\"B\", with = wrapped)] a: &A",
        r#"Location :: Member ("B")"#,
        "json_by (& json_with (& a , | value , serializer | wrapped :: serialize (value , serializer)))",
    ),
    (
        "#[body(with = wrapped)] a: &A",
        "Location :: Body (Format :: Json)",
        "json_by (& json_with (& a , | value , serializer | wrapped :: serialize (value , serializer)))",
    ),
];

#[test]
fn each_role_has_its_location_and_its_constructor() {
    for (argument, location, constructor) in ROLES {
        let expanded = expanded_argument(argument);
        assert_eq!(
            expanded,
            ((*location).to_owned(), (*constructor).to_owned(), String::new()),
            "{argument}"
        );
    }
}

#[test]
fn a_check_sees_the_value_behind_reference_and_option() {
    for (ty, value) in [
        ("u8", ":: core :: option :: Option :: Some (& a)"),
        ("(u8)", ":: core :: option :: Option :: Some (& a)"),
        ("String", ":: core :: option :: Option :: Some (& a)"),
        ("&str", ":: core :: option :: Option :: Some (a)"),
        ("&'a [u8]", ":: core :: option :: Option :: Some (a)"),
        ("Option<u8>", ":: core :: option :: Option :: as_ref (& a)"),
        ("std::option::Option<u8>", ":: core :: option :: Option :: as_ref (& a)"),
        (
            "::core::option::Option<u8>",
            ":: core :: option :: Option :: as_ref (& a)",
        ),
        ("Option<&str>", "a"),
        ("&Option<u8>", ":: core :: option :: Option :: as_ref (a)"),
        ("other::Option<u8>", ":: core :: option :: Option :: Some (& a)"),
    ] {
        let (_, _, checks) = expanded_argument(&format!("#[query] #[check(one())] #[check(two)] a: {ty}"));
        let expected = format!("check (\"a\" , {value} , one ()) , check (\"a\" , {value} , two)");
        assert_eq!(checks, expected, "{ty}");
    }
}

#[test]
fn arguments_keep_the_attributes_that_the_compiler_knows() {
    let declaration =
        "#[rest_op(GET, \"/<id>\")] fn f(&self, #[doc = \"The id.\"] #[allow(unused)] id: &str,) -> Call<()>;";
    assert_eq!(mistakes(declaration), []);
    let method = text(expansion(declaration));
    assert!(
        method.contains(&text(quote!(fn f(&self, #[allow(unused)] id: &str,) -> Call<()>))),
        "{method}"
    );
}

#[test]
fn only_a_method_with_too_many_arguments_for_clippy_allows_them_before_its_own_attributes() {
    for (arguments, allowance) in [
        ("u8,", ""),
        ("u8, #[query] h: u8", "#[allow(clippy::too_many_arguments)]"),
    ] {
        let declaration = format!(
            "#[rest_op(GET, \"/<a>/<b>/<c>/<d>/<e>\")] #[expect(unused)]
            fn f(&self, a: u8, b: u8, c: u8, d: u8, e: u8, #[query] g: {arguments}) -> Call<()>;"
        );
        assert_eq!(mistakes(&declaration), []);
        let expected: TokenStream = format!("{allowance} #[expect(unused)]").parse().expect("tokens");
        let method = text(expansion(&declaration));
        assert!(method.starts_with(&text(expected)), "{method}");
    }
}
