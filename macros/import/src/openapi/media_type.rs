//! Media types, as the keys of `content` write them.

/// A media type: `application/json; charset=utf-8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct MediaType<'d>(pub(super) &'d str);

/// The kind of a body, by its media type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Json,
    Form,
    Multipart,
    JsonLines,
    Events,
    Text,
    /// `application/pdf`, `image/*`
    Other,
    /// `*/*`, and what is not a media type.
    Any,
    Xml,
}

/// Types other than `text/*` that are text.
const TEXTS: &[&str] = &[
    "application/csv",
    "application/ecmascript",
    "application/graphql",
    "application/html",
    "application/javascript",
    "application/jose",
    "application/jwt",
    "application/sql",
    "application/text",
    "application/toml",
    "application/x-yaml",
    "application/yaml",
];

const JSON_LINES: &[&str] = &[
    "application/json-lines",
    "application/jsonl",
    "application/jsonlines",
    "application/ndjson",
    "application/stream+json",
    "application/x-json-stream",
    "application/x-jsonlines",
    "application/x-ndjson",
    "text/x-ndjson",
];

impl<'d> MediaType<'d> {
    /// The type and the subtype, in lower case.
    fn essence(self) -> String {
        let essence = self.0.split(';').next().unwrap_or_default();
        essence.trim().to_ascii_lowercase()
    }

    /// The parameters that matter: neither `charset` nor `profile`, which only describes.
    fn parameters(self) -> impl Iterator<Item = &'d str> {
        let parameters = self.0.split(';').skip(1).map(str::trim);
        parameters.filter(|parameter| {
            let name = parameter.split('=').next().unwrap_or_default().trim_end();
            !["", "charset", "profile"].contains(&name.to_ascii_lowercase().as_str())
        })
    }

    pub(super) fn family(self) -> Family {
        let essence = self.essence();
        let (kind, subtype) = essence.split_once('/').unwrap_or(("", &essence));
        let is = |suffix: &str| subtype == suffix || subtype.ends_with(&format!("+{suffix}"));
        match essence.as_str() {
            lines if JSON_LINES.contains(&lines) => Family::JsonLines,
            "text/event-stream" => Family::Events,
            "application/x-www-form-urlencoded" | "multipart/x-www-form-urlencoded" => Family::Form,
            "multipart/form-data" | "application/form-data" | "form-data" => Family::Multipart,
            // A slip of the pen: `applicationjson`.
            word if kind.is_empty() && word.ends_with("json") => Family::Json,
            "application/*" => Family::Any,
            _ if kind.is_empty() || kind == "*" => Family::Any,
            _ if is("json")
                || subtype.starts_with("json+")
                || subtype == "x-json"
                || subtype.starts_with("x-amz-json") =>
            {
                Family::Json
            }
            _ if is("xml") && kind != "image" => Family::Xml,
            text if kind == "text" || is("yaml") || TEXTS.contains(&text) => Family::Text,
            _ => Family::Other,
        }
    }

    /// Whether this is `application/json`, with no parameter that matters.
    pub(super) fn is_plain_json(self) -> bool {
        let essence = self.essence();
        let is_plain = essence == "application/json" || !essence.contains('/') || essence.contains('*');
        is_plain && self.family() == Family::Json && self.parameters().next().is_none()
    }

    /// Whether this is `application/xml`, with no parameter that matters.
    pub(super) fn is_plain_xml(self) -> bool {
        self.essence() == "application/xml" && self.parameters().next().is_none()
    }

    /// The order in which media types of one family are preferred.
    pub(super) fn rank(self) -> u8 {
        let essence = self.essence();
        match essence.as_str() {
            "application/problem+json" => 6,
            wildcard if wildcard.contains('*') => 5,
            "application/json-patch+json" | "application/ld+json" => 4,
            "text/json" => 3,
            "application/json"
            | "application/xml"
            | "text/plain"
            | "application/x-www-form-urlencoded"
            | "multipart/form-data" => u8::from(self.parameters().next().is_some()),
            _ => 2,
        }
    }

    pub(super) fn is_wildcard(self) -> bool {
        let essence = self.essence();
        essence.contains('*') || !essence.contains('/')
    }

    /// Whether this is the media type of bytes, or of text, of which nothing more is known.
    pub(super) fn is_default(self) -> bool {
        self.is_wildcard() || ["application/octet-stream", "text/plain"].contains(&self.essence().as_str())
    }

    /// The value of a header, unless the media type is a wildcard or malformed.
    pub(super) fn header_value(self) -> Option<String> {
        let essence = self.essence();
        let (kind, subtype) = essence.split_once('/')?;
        let is_token = |text: &str| {
            let is_legal = |c: char| c.is_ascii_alphanumeric() || "!#$%&'+-.^_`|~".contains(c);
            !text.is_empty() && text.chars().all(is_legal)
        };
        let text = self.0.trim();
        let is_printable = text.chars().all(|c| (' '..='~').contains(&c));
        (is_token(kind) && is_token(subtype) && is_printable).then(|| text.to_owned())
    }
}
