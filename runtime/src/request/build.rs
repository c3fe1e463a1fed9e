//! Builds a request from an operation and its arguments, and reports all violations together.

use std::sync::Mutex;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};

use super::{Body, Request, SigningDate};
use crate::check::Violation;
use crate::format::entries::EntriesSerializer;
use crate::format::error::ValueError;
use crate::format::form;
use crate::format::nested::{self, Style};
use crate::format::scalar::{Item, Sink, Text, TextSerializer};
use crate::operation::{Format, Location, Operation, Parameter, Piece};
use crate::request::argument::Argument;
use crate::request::body;
use crate::request::endpoint::Endpoint;
use crate::request::header::HeaderSink;
use crate::request::multipart::Multipart;
use crate::request::query::{JoinedSink, QuerySink};
use crate::text::percent;

/// Builds the request of a call, or returns all violations of its arguments.
pub(crate) fn assemble(
    endpoint: &Endpoint,
    json_media_type: &HeaderValue,
    operation: &'static Operation,
    arguments: &[Argument<'_>],
    checks: &[Option<Violation>],
    boundary: &dyn Fn() -> Option<String>,
) -> Result<Request, Vec<Violation>> {
    let mut assembly = Assembly {
        json_media_type,
        operation,
        arguments,
        boundary,
        url: Vec::with_capacity(160),
        violations: checks.iter().flatten().cloned().collect(),
    };
    let authority = assembly.origin(endpoint);
    assembly.path(endpoint);
    let path_end = assembly.url.len();
    assembly.query();
    let headers = assembly.headers();
    let (headers, body) = assembly.body(headers);
    if assembly.violations.is_empty() {
        let mut request = Request {
            method: operation.http_method(),
            url: percent::ascii(assembly.url),
            authority,
            path_end,
            defaulted: 0,
            headers,
            body,
            credentials: String::new(),
            date: SigningDate::default(),
        };
        request.append_defaults(&endpoint.addressing().query);
        request.set_checksum(operation);
        Ok(request)
    } else {
        Err(assembly.violations)
    }
}

struct Assembly<'a> {
    json_media_type: &'a HeaderValue,
    operation: &'static Operation,
    arguments: &'a [Argument<'a>],
    /// The boundary of a multipart body, unless it is random.
    boundary: &'a dyn Fn() -> Option<String>,
    url: Vec<u8>,
    violations: Vec<Violation>,
}

impl<'a> Assembly<'a> {
    /// Reports a violation, unless the argument has one already: a value that fails a check often cannot be sent either.
    fn violation(&mut self, parameter: &Parameter, message: impl std::fmt::Display) {
        let is_known = |violation: &Violation| violation.parameter() == parameter.name;
        if !self.violations.iter().any(is_known) {
            self.violations.push(Violation::new(parameter.name, message));
        }
    }

    /// Appends encoded text to the URL.
    fn push(&mut self, text: &str) {
        self.url.extend_from_slice(text.as_bytes());
    }

    /// Returns the parameters with their arguments.
    fn parameters(&self) -> impl Iterator<Item = (&'static Parameter, &'a Argument<'a>)> + use<'a> {
        self.operation.parameters.iter().zip(self.arguments)
    }

    /// Returns the parameter of a label, and its value.
    fn label(&self, index: usize) -> Option<(&'static Parameter, &'a dyn Text)> {
        match (self.operation.parameters.get(index), self.arguments.get(index)) {
            (Some(parameter), Some(Argument::Text(value))) => Some((parameter, *value)),
            _ => None,
        }
    }

    /// Writes scheme and authority, and returns the range of the authority.
    fn origin(&mut self, endpoint: &Endpoint) -> std::ops::Range<usize> {
        self.push(endpoint.scheme());
        self.push("://");
        let start = self.url.len();
        for piece in endpoint.host_prefix(self.operation) {
            match *piece {
                Piece::Literal(text) => self.push(text),
                Piece::Label(index) | Piece::Greedy(index) => {
                    let Some((parameter, value)) = self.label(index) else {
                        continue;
                    };
                    match scalar(value) {
                        // In lower case, as URL parsers send it.
                        Ok(label) if is_host_label(&label) => self.url.extend(label.to_ascii_lowercase()),
                        Ok(_) => self.violation(
                            parameter,
                            "is not a host label; must have 1 to 63 letters, digits or inner hyphens, or build the client \
                             with `path_style()`",
                        ),
                        Err(error) => self.violation(parameter, error),
                    }
                }
            }
        }
        self.push(endpoint.authority());
        start..self.url.len()
    }

    fn path(&mut self, endpoint: &Endpoint) {
        self.push(endpoint.base_path());
        let start = self.url.len();
        let mut last = None;
        let prefix = endpoint.path_prefix(self.operation);
        for index in prefix.iter().filter_map(Piece::label) {
            self.url.push(b'/');
            last = self.path_label(index, percent::encode).or(last);
        }
        for piece in self.operation.path {
            let (index, encode): (usize, Encode) = match *piece {
                Piece::Literal(text) => {
                    self.push(text);
                    continue;
                }
                Piece::Label(index) => (index, percent::encode),
                Piece::Greedy(index) => (index, percent::encode_segments),
            };
            last = self.path_label(index, encode).or(last);
        }
        if let (Some(parameter), Some(path)) = (last, self.url.get(start..))
            && percent::has_dot_segment(path)
        {
            // The value that is a dot segment by itself, or the last label if several values form the segment.
            let culprit = self.dot_parameter(prefix).unwrap_or(parameter);
            self.violation(
                culprit,
                "makes a path segment `.` or `..`, which URL parsers remove; use another value",
            );
        }
    }

    /// Writes the value of a label into the path and returns its parameter.
    fn path_label(&mut self, index: usize, encode: Encode) -> Option<&'static Parameter> {
        let (parameter, value) = self.label(index)?;
        let mut sink = LabelSink {
            url: &mut self.url,
            encode,
            written: false,
        };
        if let Err(error) = value.write(TextSerializer::new(&mut sink, "")) {
            self.violation(parameter, error);
        } else if !sink.written {
            self.violation(parameter, "is empty; a path parameter must have at least one character");
        }
        Some(parameter)
    }

    /// Returns the first path parameter whose value contains a dot segment.
    fn dot_parameter(&self, prefix: &[Piece]) -> Option<&'static Parameter> {
        prefix.iter().chain(self.operation.path).find_map(|piece| {
            let (parameter, value) = self.label(piece.label()?)?;
            percent::has_dot_segment(&scalar(value).ok()?).then_some(parameter)
        })
    }

    fn query(&mut self) {
        let operation = self.operation;
        let mut separator = b'?';
        for constant in operation.query {
            self.url.push(separator);
            self.push(constant.text);
            separator = b'&';
        }
        for (parameter, argument) in self.parameters() {
            let arguments = self.arguments;
            let overridden = |key: &str| is_named(operation, arguments, key);
            let mut sink = QuerySink {
                url: &mut self.url,
                separator: &mut separator,
                overridden: &|_| false,
            };
            let written = match (&parameter.location, argument) {
                (Location::Query(key), Argument::Text(value)) => value.write(TextSerializer::new(&mut sink, key)),
                (Location::QueryFlatten, Argument::Entries(entries)) => {
                    sink.overridden = &overridden;
                    entries.write(EntriesSerializer::new(&mut sink))
                }
                (Location::QueryJoined(key, separator), Argument::Text(value)) => {
                    let mut joined = JoinedSink {
                        query: sink,
                        separator,
                        begun: false,
                    };
                    value.write(TextSerializer::new(&mut joined, key))
                }
                (Location::QueryBrackets(key), Argument::Nested(value)) => {
                    sink.overridden = &overridden;
                    nested::write(*value, &mut sink, key, Style::Brackets)
                }
                // The macro passes arguments of these kinds only. Each location is named, so that a new one is not forgotten.
                (
                    Location::Query(_)
                    | Location::QueryFlatten
                    | Location::QueryJoined(..)
                    | Location::QueryBrackets(_)
                    | Location::Path
                    | Location::Header(_)
                    | Location::HeaderPrefix(_)
                    | Location::Body(_)
                    | Location::Member(_)
                    | Location::Part(_),
                    _,
                ) => Ok(()),
            };
            if let Err(error) = written {
                self.violation(parameter, error);
            }
        }
    }

    /// Writes maps first, so that a constant or named header takes precedence over the same header of a map.
    fn headers(&mut self) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (parameter, argument) in self.parameters() {
            if let (Location::HeaderPrefix(prefix), Argument::Entries(entries)) = (&parameter.location, argument) {
                let mut sink = HeaderSink::new(&mut headers, prefix);
                let written = entries
                    .write(EntriesSerializer::new(&mut sink))
                    .and_then(|()| sink.finish());
                if let Err(error) = written {
                    self.violation(parameter, error);
                }
            }
        }
        for (name, value) in self.operation.headers {
            // The macro accepts valid headers only.
            if let (Ok(name), Ok(value)) = (HeaderName::try_from(*name), HeaderValue::try_from(*value)) {
                headers.insert(name, value);
            }
        }
        for (parameter, argument) in self.parameters() {
            if let (Location::Header(name), Argument::Text(value)) = (&parameter.location, argument) {
                let mut sink = HeaderSink::new(&mut headers, "");
                let written = value
                    .write(TextSerializer::new(&mut sink, name))
                    .and_then(|()| sink.finish());
                if let Err(error) = written {
                    self.violation(parameter, error);
                }
            }
        }
        headers
    }

    fn body(&mut self, mut headers: HeaderMap) -> (HeaderMap, Body) {
        for (parameter, argument) in self.parameters() {
            let Location::Body(format) = parameter.location else {
                continue;
            };
            let encoded = match argument {
                Argument::Json(value) => value.encode(),
                Argument::JsonLines(value) => value.encode_lines(),
                Argument::Xml(value) => value.encode_xml(),
                Argument::Bytes(value) => Ok(value.to_body()),
                Argument::Entries(value) => form::encode(*value),
                Argument::Nested(value) => match format {
                    Format::Members(constants) => form::encode_members(constants, *value),
                    _ => form::encode_brackets(*value),
                },
                Argument::Text(value) => body::encode_text(*value),
                Argument::Part(_) => Ok(None),
                Argument::Stream(stream) => {
                    let Some(stream) = stream.take() else { continue };
                    self.content_type(&mut headers, format);
                    return (headers, Body::Stream(Mutex::new(Some(stream))));
                }
            };
            match encoded {
                Ok(Some(body)) => {
                    self.content_type(&mut headers, format);
                    return (headers, Body::Whole(body));
                }
                Ok(None) => {}
                Err(error) => self.violation(parameter, error),
            }
        }
        if let Some(object) = self.members() {
            self.content_type(&mut headers, Format::Json);
            return (headers, Body::Whole(object));
        }
        if let Some(body) = self.parts(&mut headers) {
            return (headers, body);
        }
        let is_body = |parameter: &Parameter| matches!(parameter.location, Location::Body(_));
        let mut body = Bytes::new();
        if let Some(declared) = self.operation.media_type()
            && !self.operation.parameters.iter().any(is_body)
        {
            // The macro accepts a media type without a body argument only for JSON.
            headers.insert(CONTENT_TYPE, declared);
            body = Bytes::from_static(b"{}");
        }
        (headers, Body::Whole(body))
    }

    /// Returns the object of the arguments that are its members, or `None` if there are no such arguments.
    fn members(&mut self) -> Option<Bytes> {
        let mut object: Option<Vec<u8>> = None;
        for (parameter, argument) in self.parameters() {
            let (Location::Member(name), Argument::Json(value)) = (&parameter.location, argument) else {
                continue;
            };
            let object = object.get_or_insert_with(|| b"{".to_vec());
            match value.encode() {
                Ok(Some(value)) => {
                    if object.len() > 1 {
                        object.push(b',');
                    }
                    object.extend(serde_json::to_vec(name).unwrap_or_default());
                    object.push(b':');
                    object.extend_from_slice(&value);
                }
                Ok(None) => {}
                Err(error) => self.violation(parameter, error),
            }
        }
        let mut object = object?;
        object.push(b'}');
        Some(object.into())
    }

    /// Returns the body of the arguments that are its parts, or `None` if there are no such arguments.
    fn parts(&mut self, headers: &mut HeaderMap) -> Option<Body> {
        let mut parts = Multipart::default();
        let mut last = None;
        for (parameter, argument) in self.parameters() {
            if let (Location::Part(name), Argument::Part(value)) = (&parameter.location, argument) {
                if let Err(error) = value.add(name, &mut parts) {
                    self.violation(parameter, error);
                }
                last = Some(value);
            }
        }
        let (media_type, body) = last?.encode(parts, (self.boundary)());
        if headers.insert(CONTENT_TYPE, media_type).is_some() {
            self.report_media_type_of_parts();
        }
        Some(body)
    }

    /// Reports the map of headers that sets the media type of a multipart body. The macro rejects other arguments.
    #[inline(never)]
    fn report_media_type_of_parts(&mut self) {
        let sets_it = |parameter: &&Parameter| matches!(parameter.location, Location::HeaderPrefix(prefix) if CONTENT_TYPE.as_str().starts_with(prefix));
        if let Some(parameter) = self.operation.parameters.iter().find(sets_it) {
            let message = "sets header `content-type`, which contains the boundary of a multipart body; remove it";
            self.violation(parameter, message);
        }
    }

    /// Sets the media type of the body, unless an argument does.
    fn content_type(&self, headers: &mut HeaderMap, format: Format) {
        headers
            .entry(CONTENT_TYPE)
            .or_insert_with(|| match (self.operation.media_type(), format) {
                (Some(declared), _) => declared,
                (None, Format::Json) => self.json_media_type.clone(),
                _ => HeaderValue::from_static(format.media_type()),
            });
    }
}

/// Whether a query key belongs to a constant, or to a named argument that has a value.
fn is_named(operation: &Operation, arguments: &[Argument<'_>], key: &str) -> bool {
    operation.query.iter().any(|constant| constant.key == key)
        || operation.parameters.iter().zip(arguments).any(|(parameter, argument)| {
            matches!((&parameter.location, argument),
                (Location::Query(named) | Location::QueryJoined(named, _), Argument::Text(value))
                if *named == key && is_present(*value))
        })
}

fn is_present(value: &dyn Text) -> bool {
    struct PresenceSink(bool);
    impl Sink for PresenceSink {
        fn begin(&mut self, _: &str) -> Result<(), ValueError> {
            self.0 = true;
            Ok(())
        }
        fn item(&mut self, _: &str, _: Item<'_>) -> Result<(), ValueError> {
            Ok(())
        }
    }
    let mut sink = PresenceSink(false);
    value.write(TextSerializer::new(&mut sink, "")).is_ok() && sink.0
}

/// Returns the text of a scalar, which is empty if the value is absent.
fn scalar(value: &dyn Text) -> Result<Vec<u8>, ValueError> {
    let mut text = Vec::new();
    let mut sink = LabelSink {
        url: &mut text,
        encode: |out, text| out.extend_from_slice(text.as_bytes()),
        written: false,
    };
    value.write(TextSerializer::new(&mut sink, ""))?;
    Ok(text)
}

/// Whether a text is a valid label of a host name (RFC 1123, section 2.1).
fn is_host_label(text: &[u8]) -> bool {
    (1..=63).contains(&text.len())
        && text.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && !text.starts_with(b"-")
        && !text.ends_with(b"-")
}

/// A way to percent-encode.
type Encode = fn(&mut Vec<u8>, &str);

/// Writes the value of a label into the URL.
struct LabelSink<'a> {
    url: &'a mut Vec<u8>,
    encode: Encode,
    written: bool,
}

impl Sink for LabelSink<'_> {
    fn begin(&mut self, _: &str) -> Result<(), ValueError> {
        Ok(())
    }
    fn item(&mut self, _: &str, item: Item<'_>) -> Result<(), ValueError> {
        if item.listed {
            return Err(ValueError::new("is a list; a path parameter must be a single value"));
        }
        (self.encode)(self.url, item.text);
        self.written |= !item.text.is_empty();
        Ok(())
    }
}
