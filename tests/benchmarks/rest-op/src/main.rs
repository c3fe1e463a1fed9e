//! ListRooms by chime-rooms on rest-op.

use bytes::Bytes;
use chime_rooms::{ChimeRooms, ListRooms};
use harness::{ACCESS_KEY_ID, BoxError, Peer, REGION, SECRET_ACCESS_KEY, SERVICE};
use rest_op::{ByteStream, Client, Credentials, SigV4, Transport, TransportFuture};

/// Answers every request with one body.
struct Canned(&'static [u8]);

impl Transport for Canned {
    /// As the default transport.
    fn reads_extensions(&self) -> bool {
        false
    }

    fn send(&self, request: http::Request<Bytes>) -> TransportFuture<'_> {
        assert!(request.headers().contains_key("authorization"));
        let body = Bytes::from_static(self.0);
        Box::pin(async { Ok(http::Response::new(ByteStream::from(body))) })
    }
}

struct RestOp(Client);

impl Peer for RestOp {
    fn new(endpoint: &str, canned: Option<&'static [u8]>) -> Self {
        let credentials = Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed");
        let builder = Client::builder(endpoint).auth(SigV4::new(SERVICE, REGION, credentials));
        let builder = match canned {
            Some(body) => builder.transport(Canned(body)),
            None => builder,
        };
        Self(builder.build().expect("a client"))
    }

    async fn list_rooms(
        &self,
        account_id: &str,
        max_results: u32,
        next_token: Option<&str>,
    ) -> Result<usize, BoxError> {
        let options = ListRooms {
            max_results: Some(max_results),
            next_token: next_token.map(str::to_owned),
            ..ListRooms::default()
        };
        let page = self.0.list_rooms(account_id, &options).await?;
        assert!(page.rooms.iter().all(|room| room.created_timestamp.is_some()));
        Ok(page.rooms.len())
    }
}

fn main() {
    harness::main::<RestOp>();
}
