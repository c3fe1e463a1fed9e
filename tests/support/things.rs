//! A small API with one operation of every kind that faults and retries distinguish.

use rest_op::{Api, ByteStream, Call, Client, FromResponse, rest_op};
use serde::{Deserialize, Serialize};

/// Keeps things.
pub trait Things: Api {
    /// Reads a thing: may be repeated.
    #[rest_op(GET, "/things/<id>")]
    fn get_thing(&self, id: &str) -> Call<Thing>;

    /// Adds a thing: may not be repeated.
    #[rest_op(POST, "/things")]
    fn add_thing(&self, #[body] thing: &Thing) -> Call<Thing>;

    /// Adds a thing whose repetition the service recognizes: may be repeated.
    #[rest_op(POST, "/known-things", idempotent)]
    fn add_idempotent_thing(&self, #[body] thing: &Thing) -> Call<Thing>;

    /// Streams the content of a thing to the server: cannot be repeated.
    #[rest_op(PUT, "/things/<id>/content")]
    fn write_content(&self, id: &str, #[body(stream)] content: ByteStream) -> Call<()>;

    /// Streams the content of a thing from the server.
    #[rest_op(GET, "/things/<id>/content")]
    fn read_content(&self, id: &str) -> Call<ByteStream>;

    /// Returns whether a thing exists.
    #[rest_op(HEAD, "/things/<id>")]
    fn has_thing(&self, id: &str) -> Call<()>;

    /// Reads a thing without credentials.
    #[rest_op(GET, "/open/<id>", auth = none)]
    fn get_public_thing(&self, id: &str) -> Call<Thing>;
}

impl Things for Client {}

/// A thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromResponse)]
pub struct Thing {
    /// Its id.
    pub id: String,
    /// Further text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Thing>,
}

impl Thing {
    /// A thing with an id and no notes.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            notes: Vec::new(),
        }
    }

    /// The JSON of it.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("a thing is JSON")
    }
}
