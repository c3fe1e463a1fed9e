//! Mistakes that only show when attribute and method are seen together.

use super::Case;
use crate::rules::Rule;

pub(super) const CASES: &[Case] = &[
    Case {
        declaration: r#"#[rest_op(GET, "/<account_id>")] fn f(&self, _account_id: &str) -> Call<()>;"#,
        rule: Rule::MisnamedArgument,
        pointed_at: "_account_id",
        message: "argument `_account_id` does not match label `<account_id>`; rename it to `account_id`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<account_id>")] fn f(&self, acount_id: &str, #[query] b: &str) -> Call<()>;"#,
        rule: Rule::MisnamedArgument,
        pointed_at: "acount_id",
        message: "argument `acount_id` does not match label `<account_id>`; rename it to `account_id`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<roomId>")] fn f(&self, room_id: &str) -> Call<()>;"#,
        rule: Rule::MisnamedArgument,
        pointed_at: "room_id",
        message: "argument `room_id` does not match label `<roomId>`; write `<room_id>`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id>")] fn f(&self, number: u32) -> Call<()>;"#,
        rule: Rule::MisnamedArgument,
        pointed_at: "number",
        message: "argument `number` does not match label `<id>`; rename it to `id`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id>")] fn f(&self) -> Call<()>;"#,
        rule: Rule::LabelWithoutArgument,
        pointed_at: r#""/<id>""#,
        message: "label `<id>` has no argument; add `id: &str`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "<bucket>.")] fn f(&self) -> Call<()>;"#,
        rule: Rule::LabelWithoutArgument,
        pointed_at: r#""<bucket>.""#,
        message: "label `<bucket>` has no argument; add `bucket: &str`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/")] fn f(&self, max: u32) -> Call<()>;"#,
        rule: Rule::ArgumentWithoutRole,
        pointed_at: "max",
        message: r#"argument `max` has no role; write `#[query]`, `#[header("…")]` or `#[body]` before it, or put `<max>` into the template"#,
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id>")] fn f(&self, #[query] id: &str) -> Call<()>;"#,
        rule: Rule::TwoRoles,
        pointed_at: "#[query]",
        message: "argument `id` is the value of label `<id>`; remove `#[query]`",
    },
    Case {
        declaration: r#"#[rest_op(POST, "/")] fn f(&self, #[query] #[body] a: &str) -> Call<()>;"#,
        rule: Rule::TwoRoles,
        pointed_at: "#[body]",
        message: "argument `a` already has a role; remove `#[body]`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id>")] fn f(&self, id: Option<&str>) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "Option<&str>",
        message: "argument `id` is an `Option`, but label `<id>` takes one value; write the type without `Option`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id>")] fn f(&self, id: &std::option::Option<String>) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "&std::option::Option<String>",
        message: "argument `id` is an `Option`, but label `<id>` takes one value; write the type without `Option`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id..>")] fn f(&self, id: &[&str]) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "&[&str]",
        message: "argument `id` is a list, but label `<id>` takes one value; write the type of one item",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id..>")] fn f(&self, id: [u8; 16]) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "[u8; 16]",
        message: "argument `id` is a list, but label `<id>` takes one value; write the type of one item",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id..>")] fn f(&self, id: Vec<u32>) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "Vec<u32>",
        message: "argument `id` is a list, but label `<id>` takes one value; write the type of one item",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id..>")] fn f(&self, id: Cow<'_, [u32]>) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "Cow<'_, [u32]>",
        message: "argument `id` is a list, but label `<id>` takes one value; write the type of one item",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/<id..>")] fn f(&self, id: &(BTreeSet<u32>)) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "&(BTreeSet<u32>)",
        message: "argument `id` is a list, but label `<id>` takes one value; write the type of one item",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "<id>.")] fn f(&self, id: Option<&str>) -> Call<()>;"#,
        rule: Rule::LabelWithoutValue,
        pointed_at: "Option<&str>",
        message: "argument `id` is an `Option`, but label `<id>` takes one value; write the type without `Option`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", idempotent)] fn f(&self) -> Call<()>;"#,
        rule: Rule::IdempotentWithoutMeaning,
        pointed_at: "idempotent",
        message: "`idempotent` has no effect with GET, which is always idempotent; remove it",
    },
    Case {
        declaration: r#"#[rest_op(HEAD, "/", idempotent)] fn f(&self) -> Call<()>;"#,
        rule: Rule::IdempotentWithoutMeaning,
        pointed_at: "idempotent",
        message: "`idempotent` has no effect with HEAD, which is always idempotent; remove it",
    },
    Case {
        declaration: r#"#[rest_op(PUT, "/", idempotent)] fn f(&self) -> Call<()>;"#,
        rule: Rule::IdempotentWithoutMeaning,
        pointed_at: "idempotent",
        message: "`idempotent` has no effect with PUT, which is always idempotent; remove it",
    },
    Case {
        declaration: r#"#[rest_op(DELETE, "/", idempotent)] fn f(&self) -> Call<()>;"#,
        rule: Rule::IdempotentWithoutMeaning,
        pointed_at: "idempotent",
        message: "`idempotent` has no effect with DELETE, which is always idempotent; remove it",
    },
    Case {
        declaration: r#"#[rest_op(OPTIONS, "/", idempotent)] fn f(&self) -> Call<()>;"#,
        rule: Rule::IdempotentWithoutMeaning,
        pointed_at: "idempotent",
        message: "`idempotent` has no effect with OPTIONS, which is always idempotent; remove it",
    },
    Case {
        declaration: r#"#[rest_op(HEAD, "/")] fn f(&self, #[body] a: &A) -> Call<()>;"#,
        rule: Rule::BodyWithoutMeaning,
        pointed_at: "#[body]",
        message: "a HEAD request has no body; write `#[query]` or another verb",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/")] fn f(&self, #[body(form)] a: &A) -> Call<()>;"#,
        rule: Rule::BodyWithoutMeaning,
        pointed_at: "#[body(form)]",
        message: "a GET request has no body; write `#[query]` or another verb, or the option `get_body` if the service requires a body",
    },
    Case {
        declaration: r#"#[rest_op(POST, "/")] fn f(&self, #[body] a: &A, #[body(text)] b: &str) -> Call<()>;"#,
        rule: Rule::TwoBodies,
        pointed_at: "#[body(text)]",
        message: "argument `b` is a second body; put it and `a` into one struct",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/")] fn f(&self, #[query("a")] b: &str, #[query] a: &str) -> Call<()>;"#,
        rule: Rule::DuplicateQueryKey,
        pointed_at: "#[query]",
        message: "query parameter `a` is given twice; remove one, or pass a list",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/?kind=all")] fn f(&self, #[query] kind: &str) -> Call<()>;"#,
        rule: Rule::DuplicateQueryKey,
        pointed_at: "#[query]",
        message: "query parameter `kind` is given twice; remove one, or pass a list",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/")] fn f(&self, #[header("X-Meta")] a: &str, #[header("x-meta")] b: &str) -> Call<()>;"#,
        rule: Rule::DuplicateHeader,
        pointed_at: r#"#[header("x-meta")]"#,
        message: "header `x-meta` is given twice; remove one, or pass a list",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/")] fn f(&self, #[header(prefix = "x-")] a: &A, #[header(prefix = "X-")] b: &B) -> Call<()>;"#,
        rule: Rule::DuplicateHeader,
        pointed_at: r#"#[header(prefix = "X-")]"#,
        message: "header `x-` is given twice; remove one, or pass a list",
    },
];
