//! A client for the chat rooms of Amazon Chime, declared with [`rest_op`].
//!
//! Amazon switched the service off in February 2026, so there is no live service to call. The crate remains the reference
//! binding of `rest-op` and a template for bindings of other APIs. It is tested against the service model, the test
//! vectors of other implementations and a local service, but never ran against the live one.
//!
//! ```no_run
//! use chime_rooms::{ChimeRooms, ListRooms};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! // Region, endpoint and credentials are read from where boto3 reads them.
//! let chime = chime_rooms::client()?;
//!
//! let options = ListRooms { max_results: Some(50), ..Default::default() };
//! let page = chime.list_rooms("12a3456b-7c89-012d-3456-78901e23fg45", &options).await?;
//! for room in page.rooms {
//!     println!("{}", room.name.as_deref().unwrap_or("a room without a name"));
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Operations
//!
//! The eleven operations are methods of [`ChimeRooms`], which [`rest_op::Client`] implements. Their names are those of the
//! service model in snake case, as in boto3: `ListRooms` is `list_rooms`, and its `MaxResults` is
//! [`ListRooms::max_results`].
//!
//! | operation | request | result |
//! |---|---|---|
//! | [`list_rooms`](ChimeRooms::list_rooms) | `GET /accounts/{accountId}/rooms` | [`RoomPage`] |
//! | [`get_room`](ChimeRooms::get_room) | `GET …/rooms/{roomId}` | [`RoomOutput`] |
//! | [`create_room`](ChimeRooms::create_room) | `POST …/rooms` | [`RoomOutput`] |
//! | [`update_room`](ChimeRooms::update_room) | `POST …/rooms/{roomId}` | [`RoomOutput`] |
//! | [`delete_room`](ChimeRooms::delete_room) | `DELETE …/rooms/{roomId}` | – |
//! | [`list_room_memberships`](ChimeRooms::list_room_memberships) | `GET …/rooms/{roomId}/memberships` | [`RoomMembershipPage`] |
//! | [`create_room_membership`](ChimeRooms::create_room_membership) | `POST …/memberships` | [`RoomMembershipOutput`] |
//! | [`batch_create_room_membership`](ChimeRooms::batch_create_room_membership) | `POST …/memberships?operation=batch-create` | [`BatchCreateRoomMembershipOutput`] |
//! | [`update_room_membership`](ChimeRooms::update_room_membership) | `POST …/memberships/{memberId}` | [`RoomMembershipOutput`] |
//! | [`delete_room_membership`](ChimeRooms::delete_room_membership) | `DELETE …/memberships/{memberId}` | – |
//! | [`redact_room_message`](ChimeRooms::redact_room_message) | `POST …/messages/{messageId}?operation=redact` | – |
//!
//! The constraints of the model are checked before a request is sent. All members of results are optional, because the
//! service may omit them. Results serialize as the service sends them, for exports and snapshots. `Debug` hides the members
//! that the model marks as sensitive: names, e-mail addresses and tokens; serialized results contain them.
//!
//! Each method returns a [`Call`](rest_op::Call), which sends its request when it is awaited. Before that, it can be
//! configured with [`timeout`](rest_op::Call::timeout) and [`retry`](rest_op::Call::retry), turned into a stream of
//! [`items`](rest_op::Call::items), printed as a [`curl`](rest_op::Call::curl) command, or turned into a
//! [presigned](rest_op::Call::presign) URL.
//!
//! # Errors
//!
//! [`ChimeError`] has a variant for each error that the service documents. Other failures of a call have a
//! [kind](rest_op::ErrorKind):
//!
//! ```
//! use chime_rooms::rest_op::ErrorKind;
//! use chime_rooms::{ChimeError, ChimeRooms, Error};
//!
//! # async fn example(chime: &dyn ChimeRooms) -> Result<(), Error> {
//! match chime.get_room("12a3456b", "abcd1e2d").await {
//!     Ok(output) => println!("{:?}", output.room),
//!     Err(error) => match (error.kind(), error.service()) {
//!         (_, Some(ChimeError::NotFound(_))) => println!("no such room"),
//!         (ErrorKind::Connection, _) => println!("offline: {error}"),
//!         _ => return Err(error),
//!     },
//! }
//! # Ok(())
//! # }
//! ```
//!
//! The example `rooms_cli` is a command line tool with an exit code for each kind.
//!
//! # In a server
//!
//! An `Arc<dyn ChimeRooms>` is shared by the handlers of a server, here of axum. A call is a future that owns its data, so
//! calls are spawned, joined and raced.
//!
//! ```
//! use std::sync::Arc;
//!
//! use chime_rooms::{ChimeRooms, Error, ListRooms, Room};
//!
//! /// With axum, `State(chime): State<Arc<dyn ChimeRooms>>` and `Path(account): Path<String>`.
//! async fn rooms(chime: Arc<dyn ChimeRooms>, account: String) -> Result<Vec<Room>, Error> {
//!     chime.list_rooms(&account, &ListRooms::default()).items().try_collect().await
//! }
//!
//! # async fn example(chime: Arc<dyn ChimeRooms>) -> Result<(), Box<dyn std::error::Error>> {
//! let room = tokio::spawn(chime.get_room("12a3456b", "abcd1e2d"));
//! let all = rooms(Arc::clone(&chime), "12a3456b".to_owned()).await?;
//! println!("{} rooms, one of them {:?}", all.len(), room.await??);
//! # Ok(())
//! # }
//! ```
//!
//! # Testing an app
//!
//! The trait is dyn-compatible, so an app can take `&dyn ChimeRooms` or `&impl ChimeRooms`. There are three ways to test it.
//!
//! **A test double** overrides the methods that the app calls, and returns [`Call::ready`](rest_op::Call::ready), or
//! [`Call::ready_pages`](rest_op::Call::ready_pages) with `[Ok(first), Ok(last)]`, where all pages but the last have a
//! `next_token`. No HTTP is involved.
//! [`testing`](rest_op::testing) makes the errors.
//!
//! ```
//! use chime_rooms::{ChimeError, ChimeRooms, Error, ListRooms, Room, RoomOutput, RoomPage};
//! use rest_op::testing::error;
//! use rest_op::{Api, Call, Client};
//!
//! // The app. One function takes a trait object, the other one is generic.
//!
//! async fn longest_name(chime: &dyn ChimeRooms, account_id: &str) -> Result<Option<String>, Error> {
//!     let rooms = chime.list_rooms(account_id, &ListRooms::default()).items();
//!     let rooms = rooms.try_collect().await?;
//!     Ok(rooms.into_iter().filter_map(|room| room.name).max_by_key(String::len))
//! }
//!
//! async fn exists(chime: &impl ChimeRooms, account_id: &str, room_id: &str) -> Result<bool, Error> {
//!     match chime.get_room(account_id, room_id).await {
//!         Ok(_) => Ok(true),
//!         Err(error) if matches!(error.service(), Some(ChimeError::NotFound(_))) => Ok(false),
//!         Err(error) => Err(error),
//!     }
//! }
//!
//! // Its tests.
//!
//! struct Double;
//!
//! impl Api for Double {
//!     fn client(&self) -> &Client {
//!         unimplemented!("the app calls only overridden methods")
//!     }
//! }
//!
//! impl ChimeRooms for Double {
//!     fn list_rooms(&self, _: &str, _: &ListRooms) -> Call<RoomPage, ChimeError> {
//!         let room = |name: &str| Room { name: Some(name.to_owned()), ..Room::default() };
//!         Call::ready(Ok(RoomPage { rooms: vec![room("Lounge"), room("Standup")], next_token: None }))
//!     }
//!
//!     fn get_room(&self, _: &str, room_id: &str) -> Call<RoomOutput, ChimeError> {
//!         Call::ready(match room_id {
//!             "there" => Ok(RoomOutput::default()),
//!             _ => Err(error(404, "NotFoundException", "no such room")),
//!         })
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! assert_eq!(longest_name(&Double, "12a3456b").await.unwrap().as_deref(), Some("Standup"));
//! assert!(exists(&Double, "12a3456b", "there").await.unwrap());
//! assert!(!exists(&Double, "12a3456b", "gone").await.unwrap());
//! # }
//! ```
//!
//! **A [`Recorder`](rest_op::testing::Recorder)** replaces the network, and records the exact requests.
//!
//! ```
//! use chime_rooms::{ChimeRooms, Config, UpdateRoom};
//! use rest_op::Credentials;
//! use rest_op::testing::Recorder;
//!
//! // The app.
//! async fn archive(chime: &dyn ChimeRooms, account_id: &str, room_id: &str) -> Result<(), Box<dyn std::error::Error>> {
//!     let room = chime.get_room(account_id, room_id).await?.room.unwrap_or_default();
//!     let name = Some(format!("Archive: {}", room.name.unwrap_or_default()));
//!     chime.update_room(account_id, room_id, &UpdateRoom { name }).await?;
//!     Ok(())
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Its test.
//! let recorder = Recorder::new().answer(200, &[], r#"{"Room":{"Name":"Standup"}}"#).answer(200, &[], "{}");
//! let chime = Config::new()
//!     .region("us-east-1")
//!     .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test"))
//!     .client_builder()?
//!     .transport(recorder.clone())
//!     .build()?;
//!
//! archive(&chime, "12a3456b", "abcd1e2d").await?;
//!
//! assert_eq!(recorder.lines(), ["GET /accounts/12a3456b/rooms/abcd1e2d", "POST /accounts/12a3456b/rooms/abcd1e2d"]);
//! assert_eq!(recorder.requests()[1].body(), r#"{"Name":"Archive: Standup"}"#);
//! # Ok(())
//! # }
//! ```
//!
//! **The local service** receives real HTTP requests. It has state, constraints, documented errors, pages and idempotency,
//! verifies signatures, and can inject failures. It is the module `local`, behind the feature of that name.
//!
#![cfg_attr(feature = "local", doc = "```")]
#![cfg_attr(not(feature = "local"), doc = "```ignore")]
//! use chime_rooms::local::{Failure, LocalChime, LocalRoom};
//! use chime_rooms::{ChimeRooms, CreateRoom, ListRooms};
//! use rest_op::{Client, Credentials, SigV4};
//!
//! // The app.
//! async fn ensure(chime: &impl ChimeRooms, account_id: &str, name: &str) -> Result<bool, Box<dyn std::error::Error>> {
//!     let mut rooms = chime.list_rooms(account_id, &ListRooms::default()).items();
//!     while let Some(room) = rooms.next().await {
//!         if room?.name.as_deref() == Some(name) {
//!             return Ok(false);
//!         }
//!     }
//!     chime.create_room(account_id, &CreateRoom::new(name)).await?;
//!     Ok(true)
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! // Its test.
//! let service = LocalChime::builder().account("12a3456b").credentials("AKIDEXAMPLE", "secret").start().await?;
//! service.add_room("12a3456b", LocalRoom::new("Lounge"));
//! service.fail_next(Failure::disconnect());
//! let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "test");
//! let chime = Client::builder(service.endpoint()).auth(SigV4::new("chime", "us-east-1", credentials)).build()?;
//!
//! assert!(!ensure(&chime, "12a3456b", "Lounge").await?);
//! assert!(ensure(&chime, "12a3456b", "Standup").await?);
//! assert!(!ensure(&chime, "12a3456b", "Standup").await?);
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//!
//! - `tls` (default): HTTPS, with cryptography by ring.
//! - `tls-aws-lc`: HTTPS, with cryptography by AWS-LC.
//! - `aws-config`: all credential sources of the AWS SDK.
//! - `local`: the local service.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod api;
mod config;
mod error;
#[cfg(feature = "local")]
pub mod local;
mod memberships;
mod open_enum;
mod rooms;
mod sensitive;

pub use rest_op;

pub use crate::api::ChimeRooms;
pub use crate::config::{Config, ConfigError, Endpoint, client};
pub use crate::error::{ChimeError, Error, ErrorCode};
pub use crate::memberships::{
    BatchCreateRoomMembership, BatchCreateRoomMembershipOutput, CreateRoomMembership, ListRoomMemberships, Member,
    MemberError, MemberType, MembershipItem, Role, RoomMembership, RoomMembershipOutput, RoomMembershipPage,
    UpdateRoomMembership,
};
pub use crate::rooms::{CreateRoom, ListRooms, Room, RoomOutput, RoomPage, UpdateRoom};

/// Compiles the example in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
