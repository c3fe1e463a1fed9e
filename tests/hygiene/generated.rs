//! Declarations may come from a `macro_rules!`, whole or in part.

use std::collections::BTreeMap;

use ::rest_op::{Api, ApiError, Bytes, Call, Client, ErrorResponse, FromResponse, Next, Page, check, rest_op};

macro_rules! rooms {
    ($krate:path, $name:ident, $verb:ident $template:literal $method:ident($argument:ident: $ty:ty, $rule:expr) -> $output:ty) => {
        /// A trait that is generated.
        pub trait $name: Api {
            /// All of it is passed to the macro.
            #[rest_op($verb, $template, crate = $krate)]
            fn $method(
                &self,
                $argument: $ty,
                #[query]
                #[check($rule)]
                optional: Option<$ty>,
                #[query] inside: u8,
            ) -> $output;

            /// All of it is written in the macro, including `self`.
            #[rest_op(GET, "/inside/<id>")]
            fn inside(&self, id: &str) -> Call<()>;

            /// A future.
            #[rest_op($verb, "/")]
            async fn wait(&self) -> Result<(), ::rest_op::Error>;
        }

        impl $name for Client {}
    };
}

rooms!(::rest_op, Rooms, GET "/rooms/<id>?all" get_room(id: &str, not_empty) -> Call<()>);

fn not_empty(text: &str) -> Result<(), &'static str> {
    if text.is_empty() { Err("is empty") } else { Ok(()) }
}

macro_rules! literals {
    (
        $name:ident, $verb:path, $template:literal, $auth:meta, $option:path, $host_prefix:literal,
        $key:literal, $header:literal, $prefix:literal, $with:path, $kind:ty, $entries:ty, $id:ty, $body:meta
    ) => {
        /// Every literal and every type is passed to the macro.
        pub trait $name: Api {
            /// One of several similar resources.
            #[rest_op($verb, $template, $auth, $option, host_prefix = $host_prefix)]
            fn create(
                &self,
                id: $id,
                #[query($key, with = $with)] kind: $kind,
                #[header($header)]
                #[check(check::length(1..=9))]
                meta: Option<$id>,
                #[header(prefix = $prefix)] entries: $entries,
                #[$body] text: $id,
            ) -> Call<()>;
        }

        impl $name for Client {}
    };
}

literals!(
    Literals, POST, "/rooms/<id>?all", auth = none, idempotent, "data.", "kind-of", "x-test", "x-test-", hexadecimal, u8,
    &BTreeMap<String, u8>, &str, body(text)
);

mod hexadecimal {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes references")]
    pub fn serialize<S: ::serde::Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{value:x}"))
    }
}

#[test]
fn literals_passed_by_a_macro_work_like_written_ones() {
    let entries = BTreeMap::from([("a".to_owned(), 1)]);
    let call = crate::client().create("b", 255, Some("c"), &entries, "d");
    let (line, mut headers) = crate::sent(&call);
    headers.sort();
    assert_eq!(line, "POST https://data.rooms.example/rooms/b?all&kind-of=ff");
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(headers, [header("x-test", "c"), header("x-test-a", "1")]);
    let request = call.request().expect("the request is sound");
    assert_eq!(request.body(), "d");
}

macro_rules! errors {
    ($name:ident { $($variant:ident = $code:literal | $status:literal),* }) => {
        /// An error that is generated.
        #[derive(Debug, ApiError)]
        pub enum $name {
            $(
                /// By code or status.
                #[api_error(code = $code, status = $status)]
                $variant,
            )*
            /// All others.
            #[api_error(other)]
            Other(ErrorResponse),
        }
    };
}

errors!(RoomError { NotFound = "NotFound" | 404, Gone = "Gone" | 410 });

#[test]
fn codes_and_statuses_passed_by_a_macro_choose_variants() {
    let response = |status: u16, body: &'static str| {
        let status = ::http::StatusCode::from_u16(status).expect("a status");
        ErrorResponse::new(status, ::http::HeaderMap::new(), Bytes::from_static(body.as_bytes()))
    };
    let error = |status, body| RoomError::from_error_response(response(status, body));
    assert!(matches!(error(400, r#"{"code":"NotFound"}"#), RoomError::NotFound));
    assert!(matches!(error(410, ""), RoomError::Gone));
    assert!(matches!(error(500, ""), RoomError::Other(response) if response.status() == 500));
}

macro_rules! response {
    ($name:ident { $($field:ident: $ty:ty = $header:literal),* }) => {
        /// A response that is generated.
        #[derive(FromResponse)]
        pub struct $name {
            $(
                /// A header.
                #[from_response(header = $header)]
                pub $field: $ty,
            )*
        }
    };
}

response!(Tags { etag: Option<String> = "etag", version: Vec<String> = "x-version" });

macro_rules! page {
    ($name:ident { $items:ident: $list:ty, $token:ty = $next:ident($key:literal) at $path:literal }) => {
        /// A page that is generated.
        #[derive(Page)]
        #[page(next = $next($key), at = $path)]
        pub struct $name {
            #[page(items)]
            $items: $list,
            token: $token,
        }
    };
}

page!(RoomPage { rooms: Vec<u8>, Option<u8> = query("after") at "token" });

#[test]
fn keys_and_types_passed_by_a_macro_make_a_page() {
    let page = RoomPage {
        rooms: vec![1],
        token: Some(2),
    };
    assert_eq!(page.next(), Some(Next::query("after", "2")));
    assert_eq!(page.into_items(), [1]);
}

#[test]
fn declarations_may_be_generated() {
    let client = crate::client();
    let (line, _) = crate::sent(&client.get_room("a", Some("b"), 1));
    assert_eq!(line, "GET https://rooms.example/rooms/a?all&optional=b&inside=1");
    let (line, _) = crate::sent(&client.inside("c"));
    assert_eq!(line, "GET https://rooms.example/inside/c");
    drop(client.wait());
    let tags = |Tags { etag, version }| (etag, version);
    assert_eq!(
        tags(Tags {
            etag: None,
            version: Vec::new()
        }),
        (None, Vec::new())
    );
}
