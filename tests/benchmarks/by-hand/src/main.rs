//! ListRooms by hand on reqwest and aws-sigv4.

use harness::by_hand::{Signer, read, url};
use harness::{BoxError, Peer};
use http::{HeaderMap, StatusCode};
use reqwest::{Client, Method, Request};

struct ByHand {
    client: Client,
    endpoint: String,
    signer: Signer,
    canned: Option<&'static [u8]>,
}

impl Peer for ByHand {
    fn new(endpoint: &str, canned: Option<&'static [u8]>) -> Self {
        Self {
            client: Client::new(),
            endpoint: endpoint.to_owned(),
            signer: Signer::default(),
            canned,
        }
    }

    async fn list_rooms(
        &self,
        account_id: &str,
        max_results: u32,
        next_token: Option<&str>,
    ) -> Result<usize, BoxError> {
        let url = url(&self.endpoint, account_id, max_results, next_token);
        let mut request = Request::new(Method::GET, url.parse()?);
        let mut headers = HeaderMap::new();
        self.signer.sign(request.url().as_str(), &mut headers)?;
        *request.headers_mut() = headers;
        if let Some(body) = self.canned {
            assert!(request.headers().contains_key("authorization"));
            return read(StatusCode::OK, &HeaderMap::new(), body);
        }
        let response = self.client.execute(request).await?;
        let (status, headers) = (response.status(), response.headers().clone());
        read(status, &headers, &response.bytes().await?)
    }
}

fn main() {
    harness::main::<ByHand>();
}
