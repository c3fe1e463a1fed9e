//! The language models of `OpenAI` and Anthropic: answers as server-sent events of one JSON type.

use rest_op::{Api, BoxError, ByteStream, Call, Client, DecodeError, JsonEvents, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::{Deserialize, Serialize};

trait OpenAi: Api {
    /// <https://platform.openai.com/docs/api-reference/chat/create>
    #[rest_op(POST, "/v1/chat/completions")]
    fn complete(&self, #[body] prompt: &Prompt) -> Call<JsonEvents<Chunk>>;
}

trait Anthropic: Api {
    /// <https://docs.anthropic.com/en/api/messages-streaming>
    #[rest_op(POST, "/v1/messages")]
    fn send(
        &self,
        #[header("anthropic-version")] version: &str,
        #[body] prompt: &Prompt,
    ) -> Call<JsonEvents<MessageEvent>>;
}

impl OpenAi for Client {}
impl Anthropic for Client {}

#[derive(Serialize)]
struct Prompt {
    model: &'static str,
    stream: bool,
}

const PROMPT: Prompt = Prompt {
    model: "m",
    stream: true,
};

#[derive(Debug, PartialEq, Deserialize)]
struct Chunk {
    choices: Vec<Choice>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Choice {
    delta: Delta,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Delta {
    content: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum MessageEvent {
    MessageStart,
    ContentBlockDelta {
        index: u32,
        delta: BlockDelta,
    },
    MessageStop,
    #[serde(other)]
    Other,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum BlockDelta {
    TextDelta { text: String },
    InputJsonDelta { partial_json: String },
}

fn client(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://model.example").transport(recorder.clone());
    builder.retry(Retry::none()).build().unwrap()
}

const EVENT_STREAM: (&str, &str) = ("content-type", "text/event-stream; charset=utf-8");

#[tokio::test]
async fn events_end_with_done() {
    let body = ": keep-alive\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n\
        data: {\"choices\":[{\"delta\":{\"content\":\"lo\"}}]}\n\ndata:\n\n\
        data: {\"choices\":[]}\n\ndata: [DONE]\n\ndata: never read\n\n";
    let recorder = Recorder::new().answer(200, &[EVENT_STREAM], body);
    let mut chunks = client(&recorder).complete(&PROMPT).await.unwrap();
    let mut text = String::new();
    let mut number = 0;
    while let Some(chunk) = chunks.next().await {
        number += 1;
        for choice in chunk.unwrap().choices {
            text.push_str(&choice.delta.content.unwrap_or_default());
        }
    }
    assert_eq!((&*text, number), ("Hello", 3));
    assert!(chunks.next().await.is_none());
    assert_eq!(format!("{chunks:?}"), "JsonEvents(at the end)");
    let request = &recorder.requests()[0];
    assert_eq!(request.headers()["accept"], "text/event-stream");
    assert_eq!(request.body(), r#"{"model":"m","stream":true}"#);
}

#[tokio::test]
async fn events_end_with_the_body_and_a_member_names_their_type() {
    let body = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n\n\
        event: ping\ndata: {\"type\": \"ping\"}\n\n\
        event: content_block_delta\n\
        data: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hi\"}}\n\n\
        event: content_block_delta\n\
        data: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\"}}\n\n\
        event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    let recorder = Recorder::new().answer(200, &[EVENT_STREAM], body);
    let mut stream = client(&recorder).send("2023-06-01", &PROMPT).await.unwrap();
    let mut events = Vec::new();
    while let Some(event) = stream.next().await {
        events.push(event.unwrap());
    }
    let delta = |index, delta| MessageEvent::ContentBlockDelta { index, delta };
    assert_eq!(
        events,
        [
            MessageEvent::MessageStart,
            MessageEvent::Other,
            delta(0, BlockDelta::TextDelta { text: "Hi".to_owned() }),
            delta(
                1,
                BlockDelta::InputJsonDelta {
                    partial_json: "{".to_owned()
                }
            ),
            MessageEvent::MessageStop,
        ]
    );
}

#[tokio::test]
async fn event_of_another_type_names_its_line_and_ends_the_stream() {
    let body = "data: {\"choices\":[]}\n\ndata: {\"choices\":[{\"delta\":7}]}\n\ndata: {\"choices\":[]}\n\n";
    let mut chunks: JsonEvents<Chunk> = JsonEvents::new(ByteStream::from(body));
    chunks.next().await.unwrap().unwrap();
    let error: BoxError = chunks.next().await.unwrap().unwrap_err();
    let error = error.downcast::<DecodeError>().unwrap();
    assert_eq!(error.path(), "event at line 4, choices[0].delta");
    assert!(chunks.next().await.is_none());
}

#[tokio::test]
async fn json_instead_of_events_is_reported() {
    let recorder = Recorder::new().answer(200, &[("content-type", "application/json")], r#"{"choices":[]}"#);
    let error = client(&recorder).complete(&PROMPT).await.unwrap_err();
    assert_eq!(error.decode_error().unwrap().path(), "content-type");
}
