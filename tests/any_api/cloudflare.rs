//! Cloudflare: results in an envelope, errors by number in a list.

use rest_op::{Api, ApiError, Call, Client, ErrorResponse, FromResponse, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Cloudflare: Api {
    /// <https://developers.cloudflare.com/api/resources/zones/methods/get/>
    #[rest_op(GET, "/zones/<zone_id>")]
    fn zone(&self, zone_id: &str) -> Call<Envelope<Zone>, CloudflareError>;
}

impl Cloudflare for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Envelope<T> {
    result: T,
}

#[derive(Debug, Deserialize)]
struct Zone {
    name: String,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api_error(when("success" = false))]
enum CloudflareError {
    #[api_error(code = 7003, code = 7000)]
    NoRoute(ErrorResponse),
    #[api_error(code = "9109")]
    Unauthorized(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

fn client(recorder: &Recorder) -> Client {
    let builder = Client::builder("https://api.cloudflare.com/client/v4").transport(recorder.clone());
    builder.retry(Retry::none()).build().unwrap()
}

#[tokio::test]
async fn result_is_read_out_of_its_envelope() {
    let body = r#"{"success":true,"errors":[],"messages":[],"result":{"name":"example.com"}}"#;
    let recorder = Recorder::new().answer(200, &[], body);
    assert_eq!(client(&recorder).zone("1").await.unwrap().result.name, "example.com");
}

#[tokio::test]
async fn error_is_chosen_by_its_number_whatever_the_status() {
    for status in [200, 400] {
        let body = r#"{"success":false,"errors":[{"code":7003,"message":"Could not route"},{"code":1}],"result":null}"#;
        let recorder = Recorder::new().answer(status, &[], body);
        let error = client(&recorder).zone("1").await.unwrap_err();
        assert!(
            matches!(error.service(), Some(CloudflareError::NoRoute(_))),
            "{error:?}"
        );
        assert_eq!(error.to_string(), format!("zone: {status} 7003: Could not route"));
    }
    let body = r#"{"success":false,"errors":[{"code":9109,"message":"Unauthorized"}],"result":null}"#;
    let recorder = Recorder::new().answer(403, &[], body);
    let error = client(&recorder).zone("1").await.unwrap_err();
    assert!(
        matches!(error.service(), Some(CloudflareError::Unauthorized(_))),
        "{error:?}"
    );
}
