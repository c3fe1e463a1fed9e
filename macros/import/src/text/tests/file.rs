//! The file as a whole.

use super::*;

#[test]
fn file_names_its_source_and_imports_what_it_uses() {
    let mut model = model(vec![operation(
        "list_rooms",
        "GET",
        &["/rooms"],
        Vec::new(),
        Outcome::Json(list(Type::String)),
    )]);
    model.title = "The Rooms-API of ChatCorp.".to_owned();
    model.version = "2.0 beta".to_owned();
    model.endpoint = Some("https://a.example".to_owned());
    model.auth = vec!["Bearer::new(token)".to_owned(), "Basic::new(user, password)".to_owned()];
    model.auth_headers = vec!["X-Key".to_owned()];
    let options = Options {
        command_line: "rest-op-import rooms.json --op list_rooms".to_owned(),
        ..Options::default()
    };
    let source = source();
    assert_eq!(
        compose(&model, &source, &options),
        format!(
            r#"//! The Rooms-API of `ChatCorp`.
//!
//! From `rooms.json`, version `2.0 beta`, SHA-256 `{}`:
//! `rest-op-import rooms.json --op list_rooms`
//!
//! `Client::builder("https://a.example").auth(Bearer::new(token)).header("X-Key", value).build()?`
//! or `.auth(Basic::new(user, password))`

#![allow(dead_code, reason = "programs use a part of an API")]

use rest_op::{{Api, Call, Client, rest_op}};

/// The operations of The Rooms-API of `ChatCorp`.
pub trait Rooms: Api {{
    /// Calls `list_rooms`.
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Call<Vec<String>>;
}}

impl Rooms for Client {{}}
"#,
            source.sha256()
        )
    );
}

#[test]
fn hostile_texts_end_no_comment() {
    let mut model = model(vec![Operation {
        request_line: "GET /x\n}".to_owned(),
        declaration: Err(Left::new("/paths/\r~1x", "a */ reason\u{202e}\nfn evil() {}")),
        ..operation("x\ny", "GET", &["/x"], Vec::new(), Outcome::Nothing)
    }]);
    model.title = "A\nB */ {".to_owned();
    model.version = "1\n`2`".to_owned();
    model.auth = vec!["a\nb".to_owned()];
    model.endpoint = Some("https://a.example/\"\n\\".to_owned());
    let text = compose(
        &model,
        &source(),
        &Options {
            command_line: "x\ny `z`".to_owned(),
            ..Options::default()
        },
    );
    formatted::check(&text).unwrap();
    assert!(
        text.contains("    // GET /x } (x y) is not declared: a */ reason fn evil() {}; see /paths/ ~1x.\n"),
        "{text}"
    );
    assert!(text.contains("//! `` x y `z` ``\n"), "{text}");
    assert!(text.contains("version `` 1 `2` ``"), "{text}");
    assert_eq!(text.matches("\nfn ").count(), 0, "{text}");
}

#[test]
fn written_file_counts_what_is_declared_and_left() {
    let mut model = model(vec![
        operation("a", "GET", &["/a"], Vec::new(), Outcome::Nothing),
        Operation {
            declaration: Err(Left::new("/p", "it is XML")),
            ..operation("b", "GET", &["/b"], Vec::new(), Outcome::Nothing)
        },
    ]);
    model.operations[1].request_line = "GET /b".to_owned();
    let imported = write(&model, &source(), &Options::default()).unwrap();
    assert_eq!(imported.declared, 1);
    assert_eq!(
        imported.left,
        [("b".to_owned(), "it is XML".to_owned(), "/p".to_owned())]
    );
    assert!(
        imported
            .text
            .contains("    // GET /b (b) is not declared: it is XML; see /p.\n}\n"),
        "{}",
        imported.text
    );
}
