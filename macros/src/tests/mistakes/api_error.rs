//! Mistakes in `#[derive(ApiError)]`.

use super::Case;
use crate::rules::Rule;

pub(super) const CASES: &[Case] = &[
    Case {
        declaration: "#[derive(ApiError)] struct A(ErrorResponse);",
        rule: Rule::ErrorNotEnum,
        pointed_at: "struct",
        message: "`ApiError` on a struct; derive it on an enum with a variant for each error",
    },
    Case {
        declaration: "#[derive(ApiError)] union A { a: u8 }",
        rule: Rule::ErrorNotEnum,
        pointed_at: "union",
        message: "`ApiError` on a union; derive it on an enum with a variant for each error",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(code = "B")] B { b: ErrorResponse }, #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::VariantShape,
        pointed_at: "B",
        message: "variant `B` has named fields; write `B(ErrorResponse)` or `B`",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(code = "B")] B(ErrorResponse, u8), #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::VariantShape,
        pointed_at: "B",
        message: "variant `B` has several fields; write `B(ErrorResponse)` or `B`",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(cod = "B")] B, #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::UnknownErrorKey,
        pointed_at: r#"cod = "B""#,
        message: r#"unknown key `cod = "B"`; did you mean `code`?"#,
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error("B")] B, #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::UnknownErrorKey,
        pointed_at: r#""B""#,
        message: r#"unknown key `"B"`; write `code = "B"`"#,
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(name = "B")] B, #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::UnknownErrorKey,
        pointed_at: r#"name = "B""#,
        message: r#"unknown key `name = "B"`; write `code`, `status` or `other`"#,
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(code = 404)] B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::BadCode,
        pointed_at: "404",
        message: r#"`code` takes a string; write `code = "NotFoundException"`"#,
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(status = "404")] B, #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::BadStatus,
        pointed_at: r#""404""#,
        message: r#"`"404"` is not the status of an error, which is in 300..=599; write `status = 404`"#,
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(status = 200)] B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::BadStatus,
        pointed_at: "200",
        message: "`200` is not the status of an error, which is in 300..=599; write `status = 404`",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(status = 999)] B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::BadStatus,
        pointed_at: "999",
        message: "`999` is not the status of an error, which is in 300..=599; write `status = 404`",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(status)] B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::BadStatus,
        pointed_at: "status",
        message: "`status` has no value; write `status = 404`",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(code = "B")] B, #[api_error(code = "B")] C, #[api_error(other)] Other(ErrorResponse) }"#,
        rule: Rule::DuplicateCode,
        pointed_at: r#""B""#,
        message: "code `B` is given twice; remove one",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(status = 404)] B, #[api_error(status = 404)] C, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::DuplicateStatus,
        pointed_at: "404",
        message: "status `404` is given twice; remove one, or distinguish the variants only by code",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(status = 404, status = 410)] B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::DuplicateStatus,
        pointed_at: "status = 410",
        message: "second `status` of a variant; remove it, or write another variant for it",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::VariantNeverChosen,
        pointed_at: "B",
        message: r#"variant `B` has no code or status; write `#[api_error(code = "B")]` before it"#,
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error()] B, #[api_error(other)] Other(ErrorResponse) }",
        rule: Rule::EmptyAttribute,
        pointed_at: "#[api_error()]",
        message: "`#[api_error]` has no arguments; add them in parentheses or remove it",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(other = true)] Other(ErrorResponse) }",
        rule: Rule::BadOther,
        pointed_at: "true",
        message: "`other` takes no value; write `other`",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(other)] Other }",
        rule: Rule::BadOther,
        pointed_at: "Other",
        message: "the `other` variant must contain the response; write `Other(ErrorResponse)`",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(other, code = "B")] Other(ErrorResponse) }"#,
        rule: Rule::BadOther,
        pointed_at: "other",
        message: "`other` is for the errors that no variant names; remove it, or the code and status beside it",
    },
    Case {
        declaration: "#[derive(ApiError)] enum A { #[api_error(other)] Other(ErrorResponse), #[api_error(other)] Another(ErrorResponse) }",
        rule: Rule::TwoOthers,
        pointed_at: "other",
        message: "second `other`; remove one",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(code = "B")] B }"#,
        rule: Rule::NoOther,
        pointed_at: "A",
        message: "no variant is marked `other`; add `#[api_error(other)] Other(ErrorResponse)`",
    },
    Case {
        declaration: "#[derive(ApiError)] #[api_error(other)] enum A { #[api_error(other)] B(ErrorResponse) }",
        rule: Rule::BadContainerAttribute,
        pointed_at: "other",
        message: "`#[api_error]` on a type takes only `crate = path`; write the others on a variant",
    },
    Case {
        declaration: r#"#[derive(ApiError)] enum A { #[api_error(code = "B")] }"#,
        rule: Rule::HalfTypedItem,
        pointed_at: "}",
        message: "unexpected end of input, expected identifier",
    },
];
