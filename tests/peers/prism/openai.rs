//! OpenAI: JSON bodies with `null`, and files.

use rest_op::{Api, Call, Client, FromResponse, Retry, rest_op};
use serde::{Deserialize, Serialize};

use super::{serve, violations};

trait OpenAi: Api {
    #[rest_op(POST, "/chat/completions")]
    fn complete(
        &self,
        #[member] model: &str,
        #[member] messages: &[Message],
        #[member] temperature: Option<f64>,
    ) -> Call<Completion>;

    #[rest_op(DELETE, "/files/<file>")]
    fn delete_file(&self, file: &str) -> Call<Deleted>;
}

impl OpenAi for Client {}

#[derive(Debug, Serialize, Deserialize)]
struct Message {
    role: String,
    content: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Debug, Deserialize)]
struct Choice {
    message: Message,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Deleted {
    deleted: bool,
}

#[tokio::test]
async fn requests_are_those_that_the_document_describes() {
    let Some(prism) = serve("openai.com") else { return };
    let client = Client::builder(prism.endpoint()).retry(Retry::none()).build().unwrap();

    let message = |role: &str| Message {
        role: role.to_owned(),
        content: "Grüße".to_owned(),
    };
    let completion = client.complete("gpt-4", &[message("user")], Some(0.5)).await.unwrap();
    assert_eq!(completion.choices[0].message.content, "string");
    assert!(client.delete_file("file/1").await.unwrap().deleted);

    assert_eq!(
        violations(client.complete("gpt-4", &[message("oracle")], None).await),
        ["body.messages.0.role enum"]
    );
}
