//! JSON in a string: a module for `with`, of arguments and of serde.
//!
//! Some APIs take JSON as the text of a query parameter, a header or a member of another JSON object.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use rest_op::{Api, Call, Client, json_text, rest_op};
//!
//! trait Docker: Api {
//!     #[rest_op(GET, "/containers/json")]
//!     fn list(&self, #[query(with = json_text)] filters: Option<&BTreeMap<&str, Vec<&str>>>) -> Call<String>;
//! }
//! impl Docker for Client {}
//!
//! let client = Client::builder("https://docker.example.com").build()?;
//! let filters = BTreeMap::from([("status", vec!["running"])]);
//! let request = client.list(Some(&filters)).request()?;
//! assert_eq!(request.uri().query(), Some("filters=%7B%22status%22%3A%5B%22running%22%5D%7D"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::borrow::Cow;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde::ser::{Error as _, Serialize, Serializer};

/// Serializes a value as a string of JSON, and `None` as `None`.
#[inline]
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    match serde_json::to_string(value).map_err(S::Error::custom)?.as_str() {
        "null" => serializer.serialize_none(),
        json => serializer.serialize_str(json),
    }
}

/// Deserializes a value from a string of JSON.
#[inline]
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = Cow::<'de, str>::deserialize(deserializer)?;
    // The message of `serde_json` can quote the value.
    serde_json::from_str(&json).map_err(|_| D::Error::custom("invalid JSON in a string"))
}
