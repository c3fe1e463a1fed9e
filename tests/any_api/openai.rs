//! OpenAI: files and audio in `multipart/form-data`.

use rest_op::testing::Recorder;
use rest_op::{Api, Call, Client, FromResponse, Part, rest_op};
use rest_op_tests::wire;
use serde::Deserialize;

trait OpenAi: Api {
    /// Transcribes audio.
    #[rest_op(POST, "/v1/audio/transcriptions", timeout = "10m", attempt_timeout = "10m")]
    fn transcribe(
        &self,
        #[part] file: Part,
        #[part] model: &str,
        #[part] temperature: Option<f32>,
        #[part("timestamp_granularities[]")] granularities: &[&str],
    ) -> Call<Transcript>;

    /// Uploads a file.
    #[rest_op(POST, "/v1/files")]
    fn upload_file(&self, #[part] purpose: &str, #[part] file: Part) -> Call<File>;

    /// Lists models.
    #[rest_op(GET, "/v1/models")]
    fn list_models(&self) -> Call<Models>;
}

impl OpenAi for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Transcript {
    #[serde(rename = "text")]
    _text: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct File {
    #[serde(rename = "id")]
    _id: String,
}

#[derive(Debug, Deserialize, FromResponse)]
struct Models {
    #[serde(rename = "data")]
    _data: Vec<serde_json::Value>,
}

fn client() -> Client {
    Client::builder("https://api.openai.com")
        .transport(Recorder::new().boundary("BOUNDARY"))
        .build()
        .unwrap()
}

#[test]
fn audio_is_a_file_among_parts_of_text() {
    let audio = Part::bytes(b"RIFF".as_slice())
        .file_name("a \"b\".wav")
        .media_type("audio/wav");
    let call = client().transcribe(audio, "whisper-1", None, &["word", "segment"]);
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "POST https://api.openai.com/v1/audio/transcriptions\n\
         accept: application/json\n\
         content-type: multipart/form-data; boundary=BOUNDARY\n\
         \n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22.wav\"\r\n\
         Content-Type: audio/wav\r\n\
         \r\n\
         RIFF\r\n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"model\"\r\n\
         \r\n\
         whisper-1\r\n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"timestamp_granularities[]\"\r\n\
         \r\n\
         word\r\n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"timestamp_granularities[]\"\r\n\
         \r\n\
         segment\r\n\
         --BOUNDARY--\r\n"
    );
}

#[test]
fn file_is_json_lines_in_a_part() {
    let file = Part::text("{\"prompt\":1}\n").file_name("train.jsonl");
    assert_eq!(
        client().upload_file("fine-tune", file).request().unwrap().body(),
        "--BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"purpose\"\r\n\
         \r\n\
         fine-tune\r\n\
         --BOUNDARY\r\n\
         Content-Disposition: form-data; name=\"file\"; filename=\"train.jsonl\"\r\n\
         \r\n\
         {\"prompt\":1}\n\r\n\
         --BOUNDARY--\r\n"
    );
    assert_eq!(
        wire::text(&client().list_models().request().unwrap()),
        "GET https://api.openai.com/v1/models\naccept: application/json"
    );
}
