//! Mistakes in the attribute: verb, template and options.

use super::Case;
use crate::rules::Rule;

pub(super) const CASES: &[Case] = &[
    Case {
        declaration: "#[rest_op] fn f(&self) -> Call<()>;",
        rule: Rule::MissingVerb,
        pointed_at: "",
        message: r#"missing verb and template; write `#[rest_op(GET, "/path")]`"#,
    },
    Case {
        declaration: "#[rest_op()] fn f(&self) -> Call<()>;",
        rule: Rule::MissingVerb,
        pointed_at: "",
        message: r#"missing verb and template; write `#[rest_op(GET, "/path")]`"#,
    },
    Case {
        declaration: r#"#[rest_op("/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::MissingVerb,
        pointed_at: r#""/rooms""#,
        message: r#"missing verb before the template; write `GET, "/rooms"`"#,
    },
    Case {
        declaration: "#[rest_op(auth = none)] fn f(&self) -> Call<()>;",
        rule: Rule::MissingVerb,
        pointed_at: "auth",
        message: r#"missing verb and template; write `#[rest_op(GET, "/path")]`"#,
    },
    Case {
        declaration: r#"#[rest_op(, "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::MissingVerb,
        pointed_at: ",",
        message: "`,` is no verb; write `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`",
    },
    Case {
        declaration: r#"#[rest_op("GET", "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::QuotedVerb,
        pointed_at: r#""GET""#,
        message: r#"verb `"GET"` in quotes; write `GET`"#,
    },
    Case {
        declaration: r#"#[rest_op("get", "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::QuotedVerb,
        pointed_at: r#""get""#,
        message: r#"verb `"get"` in quotes; write `GET`"#,
    },
    Case {
        declaration: r#"#[rest_op(get, "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::UnknownVerb,
        pointed_at: "get",
        message: "unknown verb `get`; write `GET`",
    },
    Case {
        declaration: r#"#[rest_op(PSOT, "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::UnknownVerb,
        pointed_at: "PSOT",
        message: "unknown verb `PSOT`; did you mean `POST`?",
    },
    Case {
        declaration: r#"#[rest_op(FETCH, "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::UnknownVerb,
        pointed_at: "FETCH",
        message: "unknown verb `FETCH`; write `GET`, `HEAD`, `POST`, `PUT`, `PATCH`, `DELETE` or `OPTIONS`",
    },
    Case {
        declaration: r#"#[rest_op(GET "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::MissingComma,
        pointed_at: r#""/rooms""#,
        message: r#"missing comma after the verb; write `GET, "/rooms"`"#,
    },
    Case {
        declaration: r#"#[rest_op(GET: "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::MissingComma,
        pointed_at: ":",
        message: r#"missing comma after the verb; write `GET, "/rooms"`"#,
    },
    Case {
        declaration: "#[rest_op(GET)] fn f(&self) -> Call<()>;",
        rule: Rule::MissingTemplate,
        pointed_at: "",
        message: r#"missing template; write `GET, "/path"`"#,
    },
    Case {
        declaration: "#[rest_op(POST,)] fn f(&self) -> Call<()>;",
        rule: Rule::MissingTemplate,
        pointed_at: "",
        message: r#"missing template; write `POST, "/path"`"#,
    },
    Case {
        declaration: "#[rest_op(POST, idempotent)] fn f(&self) -> Call<()>;",
        rule: Rule::MissingTemplate,
        pointed_at: "idempotent",
        message: r#"missing template before `idempotent`; write `POST, "/path"`"#,
    },
    Case {
        declaration: "#[rest_op(GET, rooms)] fn f(&self) -> Call<()>;",
        rule: Rule::TemplateNotString,
        pointed_at: "rooms",
        message: r#"the template is not a string; write `"/path"`"#,
    },
    Case {
        declaration: "#[rest_op(GET, /rooms)] fn f(&self) -> Call<()>;",
        rule: Rule::TemplateNotString,
        pointed_at: "/rooms",
        message: r#"the template is not a string; write `"/path"`"#,
    },
    Case {
        declaration: r#"#[rest_op(GET, path = "/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::TemplateNotString,
        pointed_at: r#"path = "/rooms""#,
        message: r#"the template stands without a name; write `"/rooms"`"#,
    },
    Case {
        declaration: r#"#[rest_op(GET, b"/rooms")] fn f(&self) -> Call<()>;"#,
        rule: Rule::TemplateNotString,
        pointed_at: r#"b"/rooms""#,
        message: r#"the template is not a string; write `"/path"`"#,
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", idempotant)] fn f(&self) -> Call<()>;"#,
        rule: Rule::UnknownOption,
        pointed_at: "idempotant",
        message: "unknown option `idempotant`; did you mean `idempotent`?",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", host = "data.")] fn f(&self) -> Call<()>;"#,
        rule: Rule::UnknownOption,
        pointed_at: "host",
        message: "unknown option `host`; write `auth`, `idempotent`, `get_body`, `host_prefix` or `crate`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", timeout = 5)] fn f(&self) -> Call<()>;"#,
        rule: Rule::UnknownOption,
        pointed_at: "timeout",
        message: "unknown option `timeout`; write `auth`, `idempotent`, `get_body`, `host_prefix` or `crate`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", auth = none, auth = none)] fn f(&self) -> Call<()>;"#,
        rule: Rule::RepeatedOption,
        pointed_at: "auth",
        message: "option `auth` is given twice; remove one",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", auth)] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadOptionValue,
        pointed_at: "auth",
        message: "option `auth` takes `none` alone; write `auth = none`, or leave it out",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", auth = "none")] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadOptionValue,
        pointed_at: r#"auth = "none""#,
        message: "option `auth` takes `none` alone; write `auth = none`, or leave it out",
    },
    Case {
        declaration: r#"#[rest_op(POST, "/rooms", idempotent = true)] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadOptionValue,
        pointed_at: "idempotent = true",
        message: "option `idempotent` takes no value; write `idempotent`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", host_prefix = data)] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadOptionValue,
        pointed_at: "host_prefix = data",
        message: r#"option `host_prefix` takes a string; write `host_prefix = "data."`"#,
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", crate = "rest_op")] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadOptionValue,
        pointed_at: r#"crate = "rest_op""#,
        message: "option `crate` takes a path; write `crate = path::to::rest_op`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", "/other")] fn f(&self) -> Call<()>;"#,
        rule: Rule::SuperfluousPart,
        pointed_at: r#""/other""#,
        message: r#"superfluous `"/other"`; remove it, or write an option: `auth`, `idempotent`, `get_body`, `host_prefix` or `crate`"#,
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms",,)] fn f(&self) -> Call<()>;"#,
        rule: Rule::SuperfluousPart,
        pointed_at: ",",
        message: "superfluous `,`; remove it",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/rooms", (auth))] fn f(&self) -> Call<()>;"#,
        rule: Rule::SuperfluousPart,
        pointed_at: "(auth)",
        message: "superfluous `(auth)`; remove it, or write an option: `auth`, `idempotent`, `get_body`, `host_prefix` or `crate`",
    },
];
