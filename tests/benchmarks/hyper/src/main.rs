//! ListRooms by hand on hyper-util's client and aws-sigv4: the lower limit.

use bytes::Bytes;
use harness::by_hand::{Signer, read, url};
use harness::{BoxError, Peer};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::{BodyExt, Empty};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

#[cfg(feature = "tls")]
type Connector = hyper_rustls::HttpsConnector<HttpConnector>;
#[cfg(not(feature = "tls"))]
type Connector = HttpConnector;

struct Hyper {
    client: Client<Connector, Empty<Bytes>>,
    endpoint: String,
    signer: Signer,
    canned: Option<&'static [u8]>,
}

fn connector() -> Connector {
    let mut http = HttpConnector::new();
    http.set_nodelay(true);
    #[cfg(feature = "tls")]
    {
        http.enforce_http(false);
        hyper_rustls::HttpsConnectorBuilder::new()
            .with_platform_verifier()
            .https_or_http()
            .enable_http1()
            .wrap_connector(http)
    }
    #[cfg(not(feature = "tls"))]
    http
}

impl Peer for Hyper {
    fn new(endpoint: &str, canned: Option<&'static [u8]>) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build(connector()),
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
        let mut headers = HeaderMap::new();
        self.signer.sign(&url, &mut headers)?;
        let mut request = Request::get(url).body(Empty::new())?;
        *request.headers_mut() = headers;
        if let Some(body) = self.canned {
            assert!(request.headers().contains_key("authorization"));
            return read(StatusCode::OK, &HeaderMap::new(), body);
        }
        let (parts, body) = self.client.request(request).await?.into_parts();
        read(parts.status, &parts.headers, &body.collect().await?.to_bytes())
    }
}

fn main() {
    harness::main::<Hyper>();
}
