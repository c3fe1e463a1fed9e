//! Amazon's scheduler of events, declared by hand:
//! <https://docs.aws.amazon.com/scheduler/latest/APIReference/Welcome.html>.

use rest_op::{
    Api, ApiError, Call, Client, ErrorResponse, FromResponse, IdempotencyToken, Next, Page, check, rest_op, timestamp,
};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// Schedules that invoke targets.
pub(crate) trait Scheduler: Api {
    /// `POST /schedules/{Name}`
    #[rest_op(POST, "/schedules/<name>")]
    fn create_schedule(
        &self,
        #[check(check::length(1..=64))] name: &str,
        #[body] schedule: &ScheduleInput,
    ) -> Call<ScheduleArn, SchedulerError>;

    /// `GET /schedules/{Name}`
    #[rest_op(GET, "/schedules/<name>")]
    fn get_schedule(&self, name: &str, #[query("groupName")] group: Option<&str>) -> Call<Schedule, SchedulerError>;

    /// `PUT /schedules/{Name}`
    #[rest_op(PUT, "/schedules/<name>")]
    fn update_schedule(&self, name: &str, #[body] schedule: &ScheduleInput) -> Call<ScheduleArn, SchedulerError>;

    /// `DELETE /schedules/{Name}`
    #[rest_op(DELETE, "/schedules/<name>")]
    fn delete_schedule(
        &self,
        name: &str,
        #[query("groupName")] group: Option<&str>,
        #[query("clientToken")] token: &IdempotencyToken,
    ) -> Call<(), SchedulerError>;

    /// `GET /schedules`
    #[rest_op(GET, "/schedules")]
    fn list_schedules(&self, #[query(flatten)] options: &ListSchedules) -> Call<SchedulePage, SchedulerError>;
}

impl Scheduler for Client {}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ScheduleInput {
    pub(crate) schedule_expression: String,
    pub(crate) flexible_time_window: FlexibleTimeWindow,
    pub(crate) target: Target,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(with = "timestamp::epoch_seconds::option", skip_serializing_if = "Option::is_none")]
    pub(crate) end_date: Option<OffsetDateTime>,
    pub(crate) client_token: IdempotencyToken,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FlexibleTimeWindow {
    pub(crate) mode: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum_window_in_minutes: Option<u16>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Target {
    pub(crate) arn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) role_arn: Option<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
pub(crate) struct ScheduleArn {
    #[serde(rename = "ScheduleArn")]
    pub(crate) arn: String,
}

#[derive(Debug, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Schedule {
    pub(crate) arn: String,
    pub(crate) name: String,
    pub(crate) group_name: String,
    pub(crate) schedule_expression: String,
    pub(crate) description: Option<String>,
    pub(crate) target: Target,
    #[serde(default, with = "timestamp::epoch_seconds::option")]
    pub(crate) end_date: Option<OffsetDateTime>,
    #[serde(with = "timestamp::epoch_seconds")]
    pub(crate) creation_date: OffsetDateTime,
}

#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ListSchedules {
    pub(crate) schedule_group: Option<String>,
    pub(crate) name_prefix: Option<String>,
    pub(crate) max_results: Option<u32>,
    pub(crate) next_token: Option<String>,
}

#[derive(Debug, Deserialize, FromResponse)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct SchedulePage {
    #[serde(default)]
    pub(crate) schedules: Vec<ScheduleSummary>,
    pub(crate) next_token: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ScheduleSummary {
    pub(crate) name: String,
}

impl Page for SchedulePage {
    type Item = ScheduleSummary;

    fn next(&self) -> Option<Next> {
        self.next_token.as_deref().map(|token| Next::query("NextToken", token))
    }

    fn into_items(self) -> Vec<ScheduleSummary> {
        self.schedules
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
pub(crate) enum SchedulerError {
    #[api_error(code = "ConflictException", status = 409)]
    Conflict(ErrorResponse),
    #[api_error(code = "ResourceNotFoundException", status = 404)]
    NotFound(ErrorResponse),
    #[api_error(other)]
    Other(ErrorResponse),
}
