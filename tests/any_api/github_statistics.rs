//! GitHub: statistics that are computed on request, with 202 until they are ready.

use rest_op::{Api, Call, Client, FromResponse, Json, Retry, rest_op};
use rest_op_tests::recorder::Recorder;
use serde::Deserialize;

trait Statistics: Api {
    /// <https://docs.github.com/en/rest/metrics/statistics#get-all-contributor-commit-activity>
    #[rest_op(GET, "/repos/<owner>/<repo>/stats/contributors")]
    fn contributors(&self, owner: &str, repo: &str) -> Call<Contributors>;
}

impl Statistics for Client {}

#[derive(Debug, FromResponse)]
enum Contributors {
    #[from_response(status = 202)]
    Computing,
    #[from_response(status = 204)]
    Empty,
    #[from_response(success)]
    Ready(Json<Vec<Contributor>>),
}

#[derive(Debug, Deserialize)]
struct Contributor {
    total: u32,
}

#[tokio::test]
async fn accepted_and_ok_are_different_results() {
    let recorder = Recorder::new()
        .answer(202, &[], "{}")
        .answer(204, &[], "")
        .answer(200, &[], r#"[{"total":3}]"#);
    let builder = Client::builder("https://api.github.com").transport(recorder.clone());
    let client = builder.retry(Retry::none()).build().unwrap();
    let mut results = Vec::new();
    for _ in 0..3 {
        results.push(client.contributors("rust-lang", "rust").await.unwrap());
    }
    assert!(
        matches!(
            &results[..],
            [Contributors::Computing, Contributors::Empty, Contributors::Ready(Json(ready))] if ready[0].total == 3
        ),
        "{results:?}"
    );
    assert_eq!(recorder.lines()[2], "GET /repos/rust-lang/rust/stats/contributors");
    assert_eq!(recorder.requests()[0].headers()["accept"], "application/json");
}
