//! Value types: times in every role, hidden values, members of partial updates.

use std::collections::BTreeMap;

use rest_op::testing::Recorder;
use rest_op::timestamp::{DateTime, EpochSeconds, HttpDate};
use rest_op::{Api, Call, Client, FromResponse, Patch, Sensitive, check, rest_op};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

trait Diary: Api {
    #[rest_op(GET, "/days/<day>")]
    fn day(
        &self,
        day: DateTime,
        #[query] since: Option<EpochSeconds>,
        #[query] on: &[DateTime],
        #[header("if-modified-since")] modified: Option<HttpDate>,
        #[header("x-dates")] dates: &[HttpDate],
    ) -> Call<Day>;

    #[rest_op(PATCH, "/days")]
    fn update(&self, #[body] update: &Update) -> Call<()>;

    #[rest_op(GET, "/days")]
    fn search(
        &self,
        #[query]
        #[check(check::length(1..=3))]
        name: &Sensitive<String>,
    ) -> Call<()>;
}

impl Diary for Client {}

#[derive(Debug, Deserialize, FromResponse, PartialEq)]
struct Day {
    start: DateTime,
    end: Option<DateTime>,
    visits: Vec<EpochSeconds>,
    notes: BTreeMap<DateTime, u8>,
    #[from_response(header = "last-modified")]
    modified: Option<HttpDate>,
}

#[derive(Default, Serialize)]
struct Update {
    #[serde(skip_serializing_if = "Patch::is_absent")]
    title: Patch<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    mood: Patch<u8>,
    due: Option<Patch<DateTime>>,
}

const TIME: OffsetDateTime = time::macros::datetime!(2019-12-02 22:29:31 UTC);

fn client(recorder: &Recorder) -> Client {
    Client::builder("https://diary.example")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

#[tokio::test]
async fn times_are_written_and_read_in_every_location() {
    let body = r#"{"start":"2019-12-02T22:29:31Z","visits":[1575325771,1575325771.5],"notes":{"2019-12-02T23:29:31+01:00":1}}"#;
    let recorder = Recorder::new().answer(200, &[("last-modified", "Mon, 02 Dec 2019 22:29:31 GMT")], body);
    let (date_time, http_date) = (DateTime(TIME), HttpDate(TIME));
    let call = client(&recorder).day(
        date_time,
        Some(TIME.into()),
        &[date_time, date_time],
        Some(http_date),
        &[http_date, http_date],
    );
    let day = call.await.unwrap();
    let request = &recorder.requests()[0];
    assert_eq!(
        request.uri(),
        "https://diary.example/days/2019-12-02T22%3A29%3A31Z?since=1575325771&on=2019-12-02T22%3A29%3A31Z&on=2019-12-02T22%3A29%3A31Z"
    );
    let date = "Mon, 02 Dec 2019 22:29:31 GMT";
    assert_eq!(request.headers()["if-modified-since"], date);
    assert_eq!(request.headers()["x-dates"], format!("{date}, {date}"));
    let later = EpochSeconds(TIME + time::Duration::milliseconds(500));
    assert_eq!(
        day,
        Day {
            start: date_time,
            end: None,
            visits: vec![EpochSeconds(TIME), later],
            notes: BTreeMap::from([(date_time, 1)]),
            modified: Some(http_date),
        }
    );
}

#[test]
fn members_of_an_update_are_omitted_null_or_replaced() {
    let client = client(&Recorder::new());
    let body = |update: &Update| client.update(update).request().unwrap().body().clone();
    assert_eq!(body(&Update::default()), r#"{"due":null}"#);
    let update = Update {
        title: "a".into(),
        mood: Patch::Null,
        due: Some(DateTime(TIME).into()),
    };
    assert_eq!(
        body(&update),
        r#"{"title":"a","mood":null,"due":"2019-12-02T22:29:31Z"}"#
    );
    let update = Update {
        due: Some(Patch::Absent),
        ..Update::default()
    };
    let error = client.update(&update).request().unwrap_err().to_string();
    assert!(
        error.contains("`#[serde(default, skip_serializing_if = \"Patch::is_absent\")]`"),
        "{error}"
    );
}

#[test]
fn sensitive_value_is_sent_but_not_shown() {
    let client = client(&Recorder::new());
    let name = Sensitive("Ann".to_owned());
    assert_eq!(format!("{:?}", Some(&name)), "Some(***)");
    assert_eq!(
        client.search(&name).request().unwrap().uri(),
        "https://diary.example/days?name=Ann"
    );
    let error = client.search(&"Barbara".into()).request().unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(
        shown.contains("`name` has length 7") && !shown.contains("Barbara"),
        "{shown}"
    );
}
