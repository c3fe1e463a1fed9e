//! Several mistakes in one declaration: all are reported, in source order.

use super::declaration::mistakes;

fn pointed_at(declaration: &str) -> Vec<(String, String)> {
    mistakes(declaration)
        .into_iter()
        .map(|mistake| (mistake.pointed_at, mistake.message))
        .collect()
}

fn expected(mistakes: &[(&str, &str)]) -> Vec<(String, String)> {
    mistakes
        .iter()
        .map(|(place, message)| ((*place).to_owned(), (*message).to_owned()))
        .collect()
}

#[test]
fn all_mistakes_of_a_method_are_reported_in_source_order() {
    let declaration = r#"#[rest_op(get, "rooms/<room-id>", idempotant)]
        fn rooms<T>(
            self,
            #[qurey] filter: T,
            #[header("host")] host: &str,
            #[body] first: &A,
            #[body] #[check] second: &B,
        );"#;
    assert_eq!(
        pointed_at(declaration),
        expected(&[
            ("get", "unknown verb `get`; write `GET`"),
            (
                r#""rooms/<room-id>""#,
                "template `rooms/<room-id>` does not start with `/`; write `/rooms/<room-id>`"
            ),
            (
                r#""rooms/<room-id>""#,
                "label `<room-id>` is not an identifier; write `<room_id>`"
            ),
            ("idempotant", "unknown option `idempotant`; did you mean `idempotent`?"),
            (
                "rooms",
                "method `rooms` has no return type; write `-> Call<()>` if the response has no content"
            ),
            (
                "T",
                "type parameter `T` would make the trait unusable as `dyn`; write a concrete type"
            ),
            (
                "self",
                "method `rooms` takes `self`, but a call does not consume the client; write `&self`"
            ),
            ("qurey", "unknown attribute `#[qurey]`; did you mean `#[query]`?"),
            (r#""host""#, "header `host` is set by the runtime; remove the argument"),
            (
                "#[body]",
                "argument `second` is a second body; put it and `first` into one struct"
            ),
            (
                "#[check]",
                "`#[check]` takes one expression; write `#[check(not_blank())]`"
            ),
        ])
    );
}

#[test]
fn labels_and_arguments_are_compared_both_ways() {
    let declaration = r#"#[rest_op(GET, "/accounts/<account_id>/rooms/<room_id>/<key..>")]
        fn rooms(&self, acount_id: &str, max_results: u32, token: &str) -> Call<()>;"#;
    assert_eq!(
        pointed_at(declaration),
        expected(&[
            (
                r#""/accounts/<account_id>/rooms/<room_id>/<key..>""#,
                "label `<room_id>` has no argument; add `room_id: &str`"
            ),
            (
                r#""/accounts/<account_id>/rooms/<room_id>/<key..>""#,
                "label `<key>` has no argument; add `key: &str`"
            ),
            (
                "acount_id",
                "argument `acount_id` does not match label `<account_id>`; rename it to `account_id`"
            ),
            (
                "max_results",
                "argument `max_results` has no role; write `#[query]`, `#[header(\"…\")]` or `#[body]` before it, or put `<max_results>` into the template"
            ),
            (
                "token",
                "argument `token` has no role; write `#[query]`, `#[header(\"…\")]` or `#[body]` before it, or put `<token>` into the template"
            ),
        ])
    );
}

#[test]
fn an_unreadable_attribute_hides_no_other_mistake_and_causes_none() {
    let declaration = r#"#[rest_op(GET, "/<id>")]
        fn rooms(&self, #[query(flaten)] filter: &A, #[heder("a")] meta: &str, id: &str, max: u32) -> Call<()>;"#;
    assert_eq!(
        pointed_at(declaration),
        expected(&[
            (
                "flaten",
                "unknown option `flaten` of `#[query]`; did you mean `flatten`?"
            ),
            ("heder", "unknown attribute `#[heder]`; did you mean `#[header]`?"),
            (
                "max",
                "argument `max` has no role; write `#[query]`, `#[header(\"…\")]` or `#[body]` before it, or put `<max>` into the template"
            ),
        ])
    );
}

#[test]
fn all_mistakes_of_an_error_type_are_reported() {
    let declaration = r#"#[derive(ApiError)]
        enum E { #[api_error(code = "A", status = 200)] A, #[api_error(code = "A")] B { b: u8 }, C }"#;
    assert_eq!(
        pointed_at(declaration),
        expected(&[
            (
                "200",
                "`200` is not the status of an error, which is in 300..=599; write `status = 404`"
            ),
            ("B", "variant `B` has named fields; write `B(ErrorResponse)` or `B`"),
            (
                "C",
                "variant `C` has no code or status; write `#[api_error(code = \"C\")]` before it"
            ),
        ])
    );
}
