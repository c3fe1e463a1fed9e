//! Pages of a type that is `Deserialize` and `Page`, such as one of another crate, read by `Json`.

use rest_op::{Api, Call, Client, Json, Next, Page, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Users: Api {
    #[rest_op(GET, "/users")]
    fn list_users(&self) -> Call<Json<UserPage>>;
}

impl Users for Client {}

#[derive(Deserialize)]
struct UserPage {
    users: Vec<u32>,
    next: Option<String>,
}

impl Page for UserPage {
    type Item = u32;

    fn next(&self) -> Option<Next> {
        self.next.as_deref().map(|token| Next::query("page", token))
    }

    fn into_items(self) -> Vec<u32> {
        self.users
    }
}

#[tokio::test]
async fn json_is_a_page_if_its_content_is_one() {
    let recorder = Recorder::new()
        .answer(200, &[], r#"{"users":[1,2],"next":"b"}"#)
        .answer(200, &[], r#"{"users":[3],"next":null}"#);
    let builder = Client::builder("https://api.example.com").transport(recorder.clone());
    let mut items = builder.build().unwrap().list_users().items();
    let mut users = Vec::new();
    while let Some(user) = items.next().await.transpose().unwrap() {
        users.push(user);
    }
    assert_eq!(users, [1, 2, 3]);
    assert_eq!(recorder.lines(), ["GET /users", "GET /users?page=b"]);
}
