//! Mistakes in `#[derive(FromResponse)]`.

use super::Case;
use crate::rules::Rule;

pub(super) const CASES: &[Case] = &[
    Case {
        declaration: "#[derive(FromResponse)] struct A { a: }",
        rule: Rule::HalfTypedItem,
        pointed_at: "}",
        message: "unexpected end of input, expected one of: `for`, parentheses, `unsafe`, `fn`, `extern`, identifier, `::`, `<`, `dyn`, square brackets, `*`, `&`, `!`, `impl`, `_`, lifetime",
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response] a: u8 }",
        rule: Rule::EmptyAttribute,
        pointed_at: "#[from_response]",
        message: "`#[from_response]` says nothing; write what it is to say in parentheses, or remove it",
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response()] a: u8, #[from_response(body)] b: u8 }",
        rule: Rule::EmptyAttribute,
        pointed_at: "#[from_response()]",
        message: "`#[from_response]` says nothing; write what it is to say in parentheses, or remove it",
    },
    Case {
        declaration: "#[derive(FromResponse)] #[from_response(status)] struct A { a: u8 }",
        rule: Rule::BadContainerAttribute,
        pointed_at: "status",
        message: r#"on a type, `#[from_response]` takes `member = "…"` and `crate = path`; put the rest on a field or a variant"#,
    },
    Case {
        declaration: r#"#[derive(FromResponse)] #[from_response(crate = "api")] struct A { a: u8 }"#,
        rule: Rule::BadContainerAttribute,
        pointed_at: r#""api""#,
        message: "`crate` takes a path; write `crate = path::to::rest_op`",
    },
    Case {
        declaration: "#[derive(FromResponse)] union A { a: u8 }",
        rule: Rule::ResponseUnion,
        pointed_at: "union",
        message: "`FromResponse` on a union; derive it on a struct, or on an enum in JSON",
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A<'a> { a: &'a str }",
        rule: Rule::ResponseLifetime,
        pointed_at: "'a",
        message: "a response owns its data; remove lifetime `'a`",
    },
    Case {
        declaration: "#[derive(FromResponse)] enum A { B { #[from_response(status)] a: u16 } }",
        rule: Rule::SourceInEnum,
        pointed_at: "#[from_response(status)]",
        message: "an enum is read from JSON as a whole; remove this, or derive `FromResponse` on a struct",
    },
    Case {
        declaration: r#"#[derive(FromResponse)] struct A { #[from_response(heder = "etag")] a: u8 }"#,
        rule: Rule::UnknownSource,
        pointed_at: r#"heder = "etag""#,
        message: r#"unknown source `heder = "etag"`; did you mean `header`?"#,
    },
    Case {
        declaration: r#"#[derive(FromResponse)] struct A { #[from_response(cookie = "a")] a: u8 }"#,
        rule: Rule::UnknownSource,
        pointed_at: r#"cookie = "a""#,
        message: r#"unknown source `cookie = "a"`; write `header`, `header_prefix`, `status`, `body` or `with`"#,
    },
    Case {
        declaration: r#"#[derive(FromResponse)] struct A { #[from_response("etag")] a: u8 }"#,
        rule: Rule::UnknownSource,
        pointed_at: r#""etag""#,
        message: r#"unknown source `"etag"`; write `header`, `header_prefix`, `status`, `body` or `with`"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(header)] a: u8 }",
        rule: Rule::BadSource,
        pointed_at: "header",
        message: r#"`header` takes a string; write `header = "etag"`"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(header_prefix = 5)] a: u8 }",
        rule: Rule::BadSource,
        pointed_at: "5",
        message: r#"`header_prefix` takes a string; write `header_prefix = "x-meta-"`"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(status = 200)] a: u8 }",
        rule: Rule::BadSource,
        pointed_at: "200",
        message: "`status` takes no value; write `status`",
    },
    Case {
        declaration: r#"#[derive(FromResponse)] struct A { #[from_response(header = "etag", with = 5)] a: u8 }"#,
        rule: Rule::BadSource,
        pointed_at: "5",
        message: "`with` takes the path of a module or of a type; write `with = path::to::module` or `with = As::<T>`",
    },
    Case {
        declaration: r#"#[derive(FromResponse)] struct A { #[from_response(header = "e tag")] a: u8 }"#,
        rule: Rule::IllegalHeaderName,
        pointed_at: r#""e tag""#,
        message: r#"` ` is not legal in header name `"e tag"`; write `"e-tag"`"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(status, body)] a: u16 }",
        rule: Rule::TwoSources,
        pointed_at: "body",
        message: "a field has one source; remove `body`",
    },
    Case {
        declaration: r#"#[derive(FromResponse)] struct A { #[from_response(status)] #[from_response(header = "etag")] a: u16 }"#,
        rule: Rule::TwoSources,
        pointed_at: r#"header = "etag""#,
        message: r#"a field has one source; remove `header = "etag"`"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(status, with = module)] a: u16 }",
        rule: Rule::WithWithoutHeader,
        pointed_at: "with = module",
        message: r#"`with` belongs to `header`; write `header = "name"` beside it, or `#[serde(with = "…")]` for JSON"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(body)] a: u16, #[from_response(body)] b: u16 }",
        rule: Rule::TwoResponseBodies,
        pointed_at: "#[from_response(body)]",
        message: "second `body`; remove it, or read both as JSON members",
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A { #[from_response(body)] a: u16, b: u16 }",
        rule: Rule::FieldWithoutSource,
        pointed_at: "b",
        message: r#"field `b` has no source, for the body is another field; write one, such as `#[from_response(header = "…")]`"#,
    },
    Case {
        declaration: "#[derive(FromResponse)] struct A(#[from_response(status)] u16, String);",
        rule: Rule::FieldWithoutSource,
        pointed_at: "String",
        message: "field `1` has no name in JSON; write `#[from_response(body)]` before it",
    },
    Case {
        declaration: "#[derive(FromResponse)] #[serde(default)] struct A { #[from_response(status)] a: u16, b: u16 }",
        rule: Rule::SerdeDefault,
        pointed_at: "default",
        message: "`default` on a type that is not all JSON; write `#[serde(default)]` on its fields",
    },
];
