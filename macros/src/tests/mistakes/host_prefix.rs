//! Mistakes in the option `host_prefix`.

use super::Case;
use crate::rules::Rule;

pub(super) const CASES: &[Case] = &[
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "Data.")] fn f(&self) -> Call<()>;"#,
        rule: Rule::IllegalHostCharacter,
        pointed_at: r#""Data.""#,
        message: "`D` is not legal in `host_prefix`; write `d`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "my_data.")] fn f(&self) -> Call<()>;"#,
        rule: Rule::IllegalHostCharacter,
        pointed_at: r#""my_data.""#,
        message: "`_` is not legal in `host_prefix`; write lower-case letters, digits, `-` and `.`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "data..")] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadHostLabel,
        pointed_at: r#""data..""#,
        message: "empty label in `host_prefix`; remove one `.`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "data-.")] fn f(&self) -> Call<()>;"#,
        rule: Rule::BadHostLabel,
        pointed_at: r#""data-.""#,
        message: "`data-` in `host_prefix` starts or ends with `-`; write a letter or a digit there",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "data")] fn f(&self) -> Call<()>;"#,
        rule: Rule::HostPrefixWithoutDot,
        pointed_at: r#""data""#,
        message: "`host_prefix` does not end with `.`; write `data.`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "")] fn f(&self) -> Call<()>;"#,
        rule: Rule::HostPrefixWithoutDot,
        pointed_at: r#""""#,
        message: "empty `host_prefix`; remove it",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "<bucket..>.")] fn f(&self, bucket: &str) -> Call<()>;"#,
        rule: Rule::GreedyHostLabel,
        pointed_at: r#""<bucket..>.""#,
        message: "greedy label `<bucket..>` in `host_prefix`; write `<bucket>`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "{bucket}.")] fn f(&self, bucket: &str) -> Call<()>;"#,
        rule: Rule::ForeignLabel,
        pointed_at: r#""{bucket}.""#,
        message: "`{bucket}` is not the syntax of a label; write `<bucket>`",
    },
    Case {
        declaration: r#"#[rest_op(GET, "/", host_prefix = "<bucket.")] fn f(&self, bucket: &str) -> Call<()>;"#,
        rule: Rule::UnclosedLabel,
        pointed_at: r#""<bucket.""#,
        message: "label `<bucket.` is not closed; write `<bucket>`",
    },
];
