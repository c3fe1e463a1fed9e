//! ListRooms by aws-sdk-chime.

use aws_sdk_chime::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_chime::error::DisplayErrorContext;
use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use harness::{ACCESS_KEY_ID, BoxError, Peer, REGION, SECRET_ACCESS_KEY};

/// Answers every request with one body.
#[derive(Debug)]
struct Canned(&'static [u8]);

impl HttpConnector for Canned {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        assert!(request.headers().get("authorization").is_some());
        let status = 200u16.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(self.0))))
    }
}

struct Sdk(aws_sdk_chime::Client);

impl Peer for Sdk {
    fn new(endpoint: &str, canned: Option<&'static [u8]>) -> Self {
        let mut config = aws_sdk_chime::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(REGION))
            .credentials_provider(Credentials::new(ACCESS_KEY_ID, SECRET_ACCESS_KEY, None, None, "fixed"))
            .endpoint_url(endpoint);
        if let Some(body) = canned {
            let connector = SharedHttpConnector::new(Canned(body));
            config = config.http_client(http_client_fn(move |_, _| connector.clone()));
        }
        Self(aws_sdk_chime::Client::from_conf(config.build()))
    }

    async fn list_rooms(
        &self,
        account_id: &str,
        max_results: u32,
        next_token: Option<&str>,
    ) -> Result<usize, BoxError> {
        let page = self
            .0
            .list_rooms()
            .account_id(account_id)
            .max_results(i32::try_from(max_results)?)
            .set_next_token(next_token.map(str::to_owned))
            .send()
            .await
            .map_err(|error| DisplayErrorContext(error).to_string())?;
        assert!(page.rooms().iter().all(|room| room.created_timestamp().is_some()));
        Ok(page.rooms().len())
    }
}

fn main() {
    harness::main::<Sdk>();
}
