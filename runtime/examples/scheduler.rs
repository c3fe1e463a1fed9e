//! Creates, lists and deletes schedules of Amazon `EventBridge` Scheduler, an AWS service with REST, JSON and `SigV4`.
//!
//!     cargo run -p rest-op --example scheduler                     # a local stand-in
//!     cargo run -p rest-op --example scheduler -- live ROLE QUEUE  # the AWS_* variables; the ARNs of a role and a queue

use std::env;

use rest_op::credentials::{Credentials, Environment};
use rest_op::{Api, ApiError, BoxError, Call, Client, ErrorResponse, FromResponse, IdempotencyToken, Page, SigV4};
use rest_op::{rest_op, timestamp};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

#[path = "stand_in/scheduler.rs"]
mod stand_in;

/// The operations of <https://docs.aws.amazon.com/scheduler/latest/APIReference/> that this program uses.
trait Scheduler: Api {
    /// Creates a schedule.
    #[rest_op(POST, "/schedules/<name>")]
    fn create_schedule(&self, name: &str, #[body] schedule: &NewSchedule<'_>) -> Call<Created, SchedulerError>;

    /// Lists schedules.
    #[rest_op(GET, "/schedules")]
    fn list_schedules(
        &self,
        #[query("NamePrefix")] prefix: &str,
        #[query("MaxResults")] page_size: u32,
    ) -> Call<SchedulePage, SchedulerError>;

    /// Deletes a schedule.
    #[rest_op(DELETE, "/schedules/<name>")]
    fn delete_schedule(&self, name: &str, #[query("clientToken")] token: &IdempotencyToken)
    -> Call<(), SchedulerError>;
}

impl Scheduler for Client {}

/// A schedule to create. Every attempt sends the same token.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct NewSchedule<'a> {
    schedule_expression: &'a str,
    target: Target<'a>,
    flexible_time_window: FlexibleTimeWindow,
    client_token: IdempotencyToken,
}

/// The receiver of a message, and the role that may send it.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Target<'a> {
    role_arn: &'a str,
    arn: &'a str,
}

#[derive(Serialize)]
#[serde(tag = "Mode", rename_all = "UPPERCASE")]
enum FlexibleTimeWindow {
    Off,
}

#[derive(Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
struct Created {
    schedule_arn: String,
}

#[derive(Deserialize, FromResponse, Page)]
#[serde(rename_all = "PascalCase")]
struct SchedulePage {
    #[page(items)]
    schedules: Vec<Schedule>,
    #[page(next = query("NextToken"))]
    next_token: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Schedule {
    name: String,
    #[serde(with = "timestamp::epoch_seconds")]
    creation_date: OffsetDateTime,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
enum SchedulerError {
    #[api_error(code = "ConflictException", status = 409)]
    Conflict(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (client, target) = match arguments.as_slice() {
        [live, role_arn, arn] if live == "live" => {
            let region = env::var("AWS_REGION").unwrap_or("us-east-1".to_owned());
            let endpoint = format!("https://scheduler.{region}.amazonaws.com");
            let auth = SigV4::new("scheduler", region, Environment);
            (Client::builder(endpoint).auth(auth), Target { role_arn, arn })
        }
        _ => {
            let credentials = Credentials::new("AKIDEXAMPLE", "secret", None, None, "example");
            let auth = SigV4::new("scheduler", "us-east-1", credentials);
            let (role_arn, arn) = ("arn:aws:iam::1:role/r", "arn:aws:sqs:us-east-1:1:q");
            (
                Client::builder(stand_in::start().await?).auth(auth),
                Target { role_arn, arn },
            )
        }
    };
    let scheduler = client.build()?;
    for name in ["rest-op-1", "rest-op-2", "rest-op-3", "rest-op-3"] {
        let schedule = NewSchedule {
            schedule_expression: "rate(1 day)",
            target,
            flexible_time_window: FlexibleTimeWindow::Off,
            client_token: IdempotencyToken::default(),
        };
        match scheduler.create_schedule(name, &schedule).await {
            Ok(created) => println!("created {}", created.schedule_arn),
            Err(error) if matches!(error.service(), Some(SchedulerError::Conflict(_))) => println!("{error}"),
            Err(error) => return Err(error.into()),
        }
    }
    let mut items = scheduler.list_schedules("rest-op-", 2).items();
    while let Some(schedule) = items.next().await.transpose()? {
        println!("{}, of {}", schedule.name, schedule.creation_date.date());
        scheduler
            .delete_schedule(&schedule.name, &IdempotencyToken::default())
            .await?;
    }
    Ok(())
}
