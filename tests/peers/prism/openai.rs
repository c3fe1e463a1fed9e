//! OpenAI: members of a JSON body, files among parts of text.

use rest_op::{Api, Call, Client, FromResponse, Part, Retry, rest_op};
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

    #[rest_op(POST, "/audio/transcriptions")]
    fn transcribe(
        &self,
        #[part] file: Option<Part>,
        #[part] model: &str,
        #[part] temperature: Option<f32>,
    ) -> Call<Transcript>;

    #[rest_op(POST, "/images/edits")]
    fn edit_image(
        &self,
        #[part] image: Part,
        #[part] prompt: &str,
        #[part] n: Option<u8>,
        #[part] size: Option<&str>,
    ) -> Call<Images>;

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
struct Transcript {
    text: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Images {
    data: Vec<serde_json::Value>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Deleted {
    deleted: bool,
}

#[tokio::test]
async fn requests_conform_to_the_document() {
    let Some(prism) = serve("openai.com") else { return };
    let client = Client::builder(prism.endpoint()).retry(Retry::none()).build().unwrap();

    let message = |role: &str| Message {
        role: role.to_owned(),
        content: "Grüße".to_owned(),
    };
    let completion = client.complete("gpt-4", &[message("user")], Some(0.5)).await.unwrap();
    assert_eq!(completion.choices[0].message.content, "string");
    let audio = Part::bytes(b"RIFF\r\n\xff".as_slice())
        .file_name("a \"b\".wav")
        .media_type("audio/wav");
    let transcript = client.transcribe(Some(audio), "whisper-1", Some(0.5)).await.unwrap();
    assert_eq!(transcript.text, "string");
    let edit = |size| {
        client.edit_image(
            Part::bytes(b"PNG".as_slice()).file_name("a.png"),
            "more & é",
            Some(2),
            size,
        )
    };
    assert_eq!(edit(Some("256x256")).await.unwrap().data.len(), 1);
    assert!(client.delete_file("file/1").await.unwrap().deleted);

    assert_eq!(
        violations(client.complete("gpt-4", &[message("oracle")], None).await),
        ["body.messages.0.role enum"]
    );
    assert_eq!(violations(edit(Some("1x1")).await), ["body.size enum"]);
    assert_eq!(
        violations(client.transcribe(None, "whisper-1", None).await),
        ["body required"]
    );
}
