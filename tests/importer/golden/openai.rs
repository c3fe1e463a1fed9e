//! `OpenAI` API.
//!
//! From `openai.com.json.gz`, version `1.2.0`, SHA-256 `a0bbbb2eb19286d540df1d42249d9b5c98c853cbfdfe7a01a19d160a2710f360`:
//! `rest-op-import openai.com.json.gz --op createChatCompletion --op createTranscription --op createEmbedding --op listFiles --op createFile`
//!
//! `Client::builder("https://api.openai.com/v1").build()?`

#![allow(dead_code, reason = "programs use a part of an API")]

use std::collections::BTreeMap;

use rest_op::{Api, Call, Client, FromResponse, Part, check, rest_op, serde_json::Value};
use serde::{Deserialize, Serialize};

/// The operations of `OpenAI` API.
pub trait OpenAi: Api {
    /// Creates a completion for the chat message.
    #[rest_op(POST, "/chat/completions")]
    fn create_chat_completion(
        &self,
        #[body]
        #[check(CreateChatCompletionRequest::check)]
        body: &CreateChatCompletionRequest,
    ) -> Call<CreateChatCompletionResponse>;

    /// Transcribes audio into the input language.
    #[rest_op(POST, "/audio/transcriptions")]
    fn create_transcription(
        &self,
        #[part] file: Part,
        #[part] language: Option<&str>,
        #[part] model: &str,
        #[part] prompt: Option<&str>,
        #[part] response_format: Option<&str>,
        #[part] temperature: Option<f64>,
    ) -> Call<CreateTranscriptionResponse>;

    /// Creates an embedding vector representing the input text.
    #[rest_op(POST, "/embeddings")]
    fn create_embedding(&self, #[body] body: &CreateEmbeddingRequest) -> Call<CreateEmbeddingResponse>;

    /// Returns a list of files that belong to the user's organization.
    #[rest_op(GET, "/files")]
    fn list_files(&self) -> Call<ListFilesResponse>;

    /// Upload a file that contains document(s) to be used across various endpoints/features.
    #[rest_op(POST, "/files")]
    fn create_file(&self, #[part] file: Part, #[part] purpose: &str) -> Call<OpenAiFile>;
}

impl OpenAi for Client {}

/// The body of [`create_chat_completion`](OpenAi::create_chat_completion).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CreateChatCompletionRequest {
    /// Number between -2.0 and 2.0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frequency_penalty: Option<f64>,
    /// Modify the likelihood of specified tokens appearing in the completion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logit_bias: Option<BTreeMap<String, Value>>,
    /// The maximum number of tokens allowed for the generated answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_tokens: Option<i64>,
    /// The messages to generate chat completions for, in the chat format.
    pub messages: Vec<ChatCompletionRequestMessage>,
    /// ID of the model to use.
    pub model: String,
    /// How many chat completion choices to generate for each input message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// Number between -2.0 and 2.0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presence_penalty: Option<f64>,
    /// Up to 4 sequences where the API will stop generating further tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop: Option<CreateChatCompletionRequestStop>,
    /// If set, partial message deltas will be sent, like in `ChatGPT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stream: Option<bool>,
    /// What sampling temperature to use, between 0 and 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temperature: Option<f64>,
    /// An alternative to sampling with temperature, called nucleus sampling, where the model
    /// considers the results of the tokens with `top_p` probability mass.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top_p: Option<f64>,
    /// A unique identifier representing your end-user, which can help `OpenAI` to monitor and
    /// detect abuse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
}

impl CreateChatCompletionRequest {
    fn check(&self) -> Result<(), check::Message> {
        check::Members::new()
            .member(
                "frequency_penalty",
                self.frequency_penalty.as_ref(),
                check::range(-2.0..=2.0),
            )
            .member("messages", Some(&self.messages), check::length(1..))
            .member("n", self.n.as_ref(), check::range(1..=128))
            .member(
                "presence_penalty",
                self.presence_penalty.as_ref(),
                check::range(-2.0..=2.0),
            )
            .member("temperature", self.temperature.as_ref(), check::range(0.0..=2.0))
            .member("top_p", self.top_p.as_ref(), check::range(0.0..=1.0))
            .finish()
    }
}

/// A chat completion request message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChatCompletionRequestMessage {
    /// The contents of the message.
    pub content: String,
    /// The name of the user in a multi-user chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The role of the author of this message.
    pub role: Role,
}

/// The role of the author of this message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// `system`
    System,
    /// `user`
    User,
    /// `assistant`
    Assistant,
    /// A value that this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Up to 4 sequences where the API will stop generating further tokens.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum CreateChatCompletionRequestStop {
    /// A string.
    String(String),
    /// A list.
    List(Vec<String>),
}

/// The result of [`create_chat_completion`](OpenAi::create_chat_completion).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct CreateChatCompletionResponse {
    /// The member `choices`.
    pub choices: Vec<CreateChatCompletionResponseChoice>,
    /// The member `created`.
    pub created: i64,
    /// The member `id`.
    pub id: String,
    /// The member `model`.
    pub model: String,
    /// The member `object`.
    pub object: String,
    /// The member `usage`.
    pub usage: Option<CreateChatCompletionResponseUsage>,
}

/// An item of the `choices` of [`CreateChatCompletionResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CreateChatCompletionResponseChoice {
    /// The member `finish_reason`.
    pub finish_reason: Option<String>,
    /// The member `index`.
    pub index: Option<i64>,
    /// The member `message`.
    pub message: Option<ChatCompletionResponseMessage>,
}

/// A chat completion response message.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ChatCompletionResponseMessage {
    /// The contents of the message.
    pub content: String,
    /// The role of the author of this message.
    pub role: Role,
}

/// The `usage` of [`CreateChatCompletionResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CreateChatCompletionResponseUsage {
    /// The member `completion_tokens`.
    pub completion_tokens: i64,
    /// The member `prompt_tokens`.
    pub prompt_tokens: i64,
    /// The member `total_tokens`.
    pub total_tokens: i64,
}

/// The result of [`create_transcription`](OpenAi::create_transcription).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct CreateTranscriptionResponse {
    /// The member `text`.
    pub text: String,
}

/// The body of [`create_embedding`](OpenAi::create_embedding).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CreateEmbeddingRequest {
    /// Input text to get embeddings for, encoded as a string or array of tokens.
    pub input: CreateEmbeddingRequestInput,
    /// ID of the model to use.
    pub model: String,
    /// A unique identifier representing your end-user, which can help `OpenAI` to monitor and
    /// detect abuse.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
}

/// Input text to get embeddings for, encoded as a string or array of tokens.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum CreateEmbeddingRequestInput {
    /// A string.
    String(String),
    /// A list.
    List(Vec<Value>),
}

/// The result of [`create_embedding`](OpenAi::create_embedding).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct CreateEmbeddingResponse {
    /// The member `data`.
    pub data: Vec<CreateEmbeddingResponseDataItem>,
    /// The member `model`.
    pub model: String,
    /// The member `object`.
    pub object: String,
    /// The member `usage`.
    pub usage: CreateEmbeddingResponseUsage,
}

/// An item of the `data` of [`CreateEmbeddingResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CreateEmbeddingResponseDataItem {
    /// The member `embedding`.
    pub embedding: Vec<f64>,
    /// The member `index`.
    pub index: i64,
    /// The member `object`.
    pub object: String,
}

/// The `usage` of [`CreateEmbeddingResponse`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct CreateEmbeddingResponseUsage {
    /// The member `prompt_tokens`.
    pub prompt_tokens: i64,
    /// The member `total_tokens`.
    pub total_tokens: i64,
}

/// The result of [`list_files`](OpenAi::list_files).
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct ListFilesResponse {
    /// The member `data`.
    pub data: Vec<OpenAiFile>,
    /// The member `object`.
    pub object: String,
}

/// `OpenAIFile`.
#[derive(Clone, Debug, PartialEq, Deserialize, FromResponse)]
pub struct OpenAiFile {
    /// The member `bytes`.
    pub bytes: i64,
    /// The member `created_at`.
    pub created_at: i64,
    /// The member `filename`.
    pub filename: String,
    /// The member `id`.
    pub id: String,
    /// The member `object`.
    pub object: String,
    /// The member `purpose`.
    pub purpose: String,
    /// The member `status`.
    pub status: Option<String>,
    /// The member `status_details`.
    pub status_details: Option<BTreeMap<String, Value>>,
}
