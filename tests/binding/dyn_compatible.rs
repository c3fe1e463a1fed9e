//! A trait of operations is dyn-compatible, its calls are values, and test doubles override single methods.

use chime_rooms::{ChimeError, ChimeRooms, ListRooms, RoomPage};
use rest_op::{Api, Call, Client, Error};
use rest_op_tests::fixture::{ACCOUNT, SAMPLE_BODY, signed_at_sample_time};
use rest_op_tests::recorder::Recorder;

fn assert_owned_and_send<T: Send + 'static>(value: T) -> T {
    value
}

#[tokio::test]
async fn trait_object_makes_calls_that_outlive_its_borrow() {
    let recorder = Recorder::default().answer(200, &[], SAMPLE_BODY);
    let boxed: Box<dyn ChimeRooms> = Box::new(
        signed_at_sample_time("https://chime.example")
            .transport(recorder)
            .build()
            .unwrap(),
    );
    let call = assert_owned_and_send(boxed.list_rooms(ACCOUNT, &ListRooms::default()));
    drop(boxed);
    let page = tokio::spawn(call).await.unwrap().unwrap();
    assert_eq!(page.rooms.len(), 1);
}

/// A client of the app, which answers one method itself.
struct Double(Client);

impl Api for Double {
    fn client(&self) -> &Client {
        &self.0
    }
}

impl ChimeRooms for Double {
    fn list_rooms(&self, account_id: &str, _: &ListRooms) -> Call<RoomPage, ChimeError> {
        Call::ready(if account_id == ACCOUNT {
            Ok(RoomPage::default())
        } else {
            Err(not_found())
        })
    }
}

fn not_found() -> Error<ChimeError> {
    let headers = http::HeaderMap::from_iter([(
        http::HeaderName::from_static("x-amzn-errortype"),
        http::HeaderValue::from_static("NotFoundException"),
    )]);
    Error::from_response(rest_op::ErrorResponse::new(
        http::StatusCode::NOT_FOUND,
        headers,
        rest_op::Bytes::new(),
    ))
}

#[tokio::test]
async fn double_returns_results_without_http() {
    let double = Double(Client::builder("https://chime.example").build().unwrap());
    let api: &dyn ChimeRooms = &double;
    assert_eq!(
        api.list_rooms(ACCOUNT, &ListRooms::default()).await.unwrap(),
        RoomPage::default()
    );
    let error = api.list_rooms("other", &ListRooms::default()).await.unwrap_err();
    assert!(matches!(error.service(), Some(ChimeError::NotFound(_))));
    assert_eq!(error.code(), Some("NotFoundException"));
}
