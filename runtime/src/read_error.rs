//! Why JSON or a header does not fit the type that it was to be read as. serde would quote the value, which may be one
//! that is not to be logged; here it is told by its kind alone.

use std::fmt;

use serde::de::{self, Expected, Unexpected};

/// Says what does not fit and where, without the value.
#[derive(Debug)]
pub struct ReadError(Box<Fault>);

#[derive(Debug)]
struct Fault {
    /// The path of the fault, as in `Rooms[2].CreatedTimestamp`; empty for the whole.
    path: String,
    message: String,
    /// Where in the text, in bytes, until that is told by line and column.
    at: Option<usize>,
}

impl ReadError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Fault {
            path: String::new(),
            message: message.into(),
            at: None,
        }))
    }

    /// A fault at a place in a text. Types may pass over faults one after the other, so lines are counted only for the
    /// one that is told.
    pub(crate) fn at(at: usize, message: &str) -> Self {
        let mut error = Self::new(message);
        error.0.at = Some(at);
        error
    }

    /// The same fault, its place told by line and column of the text.
    pub(crate) fn located(mut self, text: &str) -> Self {
        if let Some(at) = self.0.at.take() {
            let read = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
            let line = read.split(|byte| *byte == b'\n').count();
            let column = 1 + read.iter().rev().take_while(|byte| **byte != b'\n').count();
            self.0.message = format!("{} at line {line} column {column}", self.0.message);
        }
        self
    }

    /// The path of the fault; `.` is the whole.
    pub(crate) fn path(&self) -> &str {
        if self.0.path.is_empty() { "." } else { &self.0.path }
    }

    /// The same fault, seen from an object that has it in a member.
    pub(crate) fn in_member(self, name: &str) -> Self {
        self.below(name)
    }

    /// The same fault, seen from a list that has it in an element.
    pub(crate) fn in_element(self, index: usize) -> Self {
        self.below(&format!("[{index}]"))
    }

    fn below(mut self, segment: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, segment);
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for ReadError {}

impl de::Error for ReadError {
    /// What a type of the user says goes through as it is.
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("invalid type: {}, expected {expected}", kind(unexpected)))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::new(format!("invalid value: {}, expected {expected}", kind(unexpected)))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        match expected {
            [] => Self::new("unknown variant, there are none"),
            _ => Self::new(format!("unknown variant, expected `{}`", expected.join("` or `"))),
        }
    }
}

fn kind(unexpected: Unexpected<'_>) -> &'static str {
    match unexpected {
        Unexpected::Bool(_) => "a boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "a whole number",
        Unexpected::Float(_) => "a number",
        Unexpected::Char(_) => "a character",
        Unexpected::Str(_) => "a string",
        Unexpected::Bytes(_) => "bytes",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "a list",
        Unexpected::Map => "an object",
        Unexpected::Enum | Unexpected::UnitVariant => "a variant",
        Unexpected::NewtypeVariant | Unexpected::TupleVariant | Unexpected::StructVariant => "a variant with data",
        Unexpected::NewtypeStruct | Unexpected::Other(_) => "another value",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde::de::DeserializeOwned;

    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "only its errors are looked at")]
    struct Member {
        name: String,
        age: Option<u8>,
        role: Option<Role>,
        tags: Option<Vec<String>>,
        shade: Option<Shade>,
    }

    #[derive(Debug, Deserialize)]
    enum Role {
        Admin,
        User,
    }

    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[allow(dead_code, reason = "only its errors are looked at")]
    enum Shade {
        Grey(u8),
        Colour { red: u8 },
    }

    fn fault<T: DeserializeOwned + std::fmt::Debug>(body: &str) -> String {
        let error = crate::body::decode_json::<T>(body.as_bytes()).unwrap_err();
        format!("at `{}`: {error}", error.path())
    }

    #[test]
    fn faults_are_told_by_place_and_kind_and_never_by_value() {
        for (body, told) in [
            (
                r#"{"name":31337}"#,
                "at `name`: invalid type: a whole number, expected a string",
            ),
            (
                r#"{"name":3.1337}"#,
                "at `name`: invalid type: a number, expected a string",
            ),
            (
                r#"{"name":["31337"]}"#,
                "at `name`: invalid type: a list, expected a string",
            ),
            (
                r#"{"name":{"31337":1}}"#,
                "at `name`: invalid type: an object, expected a string",
            ),
            (
                r#"{"name":"a","age":31337}"#,
                "at `age`: invalid value: a whole number, expected u8",
            ),
            (
                r#"{"name":"a","age":"31337"}"#,
                "at `age`: invalid type: a string, expected u8",
            ),
            (
                r#"{"name":"a","role":"31337"}"#,
                "at `role`: unknown variant, expected `Admin` or `User`",
            ),
            (
                r#"{"name":"a","tags":["b",31337]}"#,
                "at `tags[1]`: invalid type: a whole number, expected a string",
            ),
            (
                r#"{"name":"a","tags":"31337"}"#,
                "at `tags`: invalid type: a string, expected a sequence",
            ),
            (
                r#"{"name":"a","shade":{"red":31337}}"#,
                "at `shade`: data did not match any variant of untagged enum Shade",
            ),
            (r#"{"age":3}"#, "at `.`: missing field `name`"),
            (r#""31337""#, "at `.`: invalid type: a string, expected struct Member"),
            (r#"["31337"]"#, "at `.`: invalid type: a list, expected struct Member"),
        ] {
            assert_eq!(fault::<Member>(body), told, "{body}");
        }
    }

    #[test]
    fn broken_json_is_told_without_its_text_even_where_it_did_not_fit_before_it_broke() {
        for body in [r#"{"name":31337,"#, r#"{"name":"31337"#, "31337<", "\"31337\" x"] {
            let told = fault::<Member>(body);
            assert!(told.starts_with("at `.`: ") && !told.contains("31337"), "{told}");
        }
    }

    #[test]
    fn keys_are_read_as_what_they_stand_for_in_the_second_reading_too() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct Counts {
            absent: Option<u8>,
            #[serde(default)]
            list: Vec<u8>,
            by_number: BTreeMap<u32, bool>,
        }
        let body = br#"{"list":null,"by_number":{"7":true}}"#;
        let counts: Counts = crate::body::decode_json(body).unwrap();
        assert_eq!(counts.by_number, BTreeMap::from([(7, true)]));
    }
}
