//! AWS services, declared by hand and imported, called on the server of moto.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic"
)]
#![allow(clippy::struct_field_names, reason = "they are the names of the services")]

mod dynamodb;
mod efs;
mod iam;
mod imported;
mod imported_s3;
mod s3;
mod scheduler;
mod server;

use std::collections::BTreeSet;

use rest_op::{Client, Credentials, Error, IdempotencyToken, SigV4};
use time::OffsetDateTime;

use self::dynamodb::{Attribute, DynamoDb, DynamoDbError, Item, Key, Value};
use self::efs::{DescribeFileSystems, EfsError, FileSystems, Lifecycle, LifecyclePolicy, NewFileSystem, Tag};
use self::iam::{Iam, IamError, ListRoles, NewRole, RoleName, Sts};
use self::scheduler::{FlexibleTimeWindow, ListSchedules, ScheduleInput, Scheduler, SchedulerError, Target};
use self::server::Server;

/// Returns a client of one region, so that tests on the shared server do not share schedules.
fn client(server: &Server, service: &str, region: &str) -> Client {
    let credentials = Credentials::new("testing", "testing", None, None, "fixed");
    Client::builder(server.endpoint())
        .auth(SigV4::new(service, region, credentials))
        .build()
        .unwrap()
}

fn hourly(description: Option<&str>) -> ScheduleInput {
    ScheduleInput {
        schedule_expression: "rate(1 hour)".to_owned(),
        flexible_time_window: FlexibleTimeWindow {
            mode: "OFF".to_owned(),
            maximum_window_in_minutes: None,
        },
        target: Target {
            arn: "arn:aws:sqs:us-east-1:123456789012:queue".to_owned(),
            role_arn: Some("arn:aws:iam::123456789012:role/r".to_owned()),
        },
        description: description.map(str::to_owned),
        end_date: Some(OffsetDateTime::from_unix_timestamp(4_102_444_800).unwrap()),
        client_token: IdempotencyToken::default(),
    }
}

#[tokio::test]
async fn schedules_are_created_read_updated_listed_and_deleted() -> Result<(), Error<SchedulerError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let scheduler = client(&server, "scheduler", "us-east-1");

    let created = scheduler
        .create_schedule("nightly-1.1_a", &hourly(Some("naïve")))
        .await?;
    let schedule = scheduler.get_schedule("nightly-1.1_a", None).await?;
    assert_eq!(schedule.arn, created.arn);
    assert_eq!(
        (schedule.name.as_str(), schedule.group_name.as_str()),
        ("nightly-1.1_a", "default")
    );
    assert_eq!(
        (schedule.schedule_expression.as_str(), schedule.description.as_deref()),
        ("rate(1 hour)", Some("naïve"))
    );
    assert_eq!(
        (Some(&schedule.target), schedule.end_date),
        (Some(&hourly(None).target), hourly(None).end_date)
    );
    assert!(schedule.creation_date > OffsetDateTime::UNIX_EPOCH);

    scheduler
        .update_schedule(
            "nightly-1.1_a",
            &ScheduleInput {
                schedule_expression: "rate(2 hours)".to_owned(),
                ..hourly(None)
            },
        )
        .await?;
    let schedule = scheduler.get_schedule("nightly-1.1_a", Some("default")).await?;
    assert_eq!(
        (schedule.schedule_expression.as_str(), schedule.description),
        ("rate(2 hours)", None)
    );

    for number in 0..4 {
        scheduler
            .create_schedule(&format!("page-{number}"), &hourly(None))
            .await?;
    }
    let by_two = ListSchedules {
        max_results: Some(2),
        ..ListSchedules::default()
    };
    let mut pages = scheduler.list_schedules(&by_two).pages();
    let mut lengths = Vec::new();
    while let Some(page) = pages.next().await {
        lengths.push(page?.schedules.len());
    }
    assert_eq!(lengths, [2, 2, 1]);
    let names: BTreeSet<String> = scheduler
        .list_schedules(&by_two)
        .items()
        .try_collect()
        .await?
        .into_iter()
        .map(|schedule| schedule.name)
        .collect();
    assert_eq!(
        names,
        ["nightly-1.1_a", "page-0", "page-1", "page-2", "page-3"]
            .map(str::to_owned)
            .into()
    );

    scheduler
        .delete_schedule("nightly-1.1_a", None, &IdempotencyToken::default())
        .await?;
    let gone = scheduler.get_schedule("nightly-1.1_a", None).await.unwrap_err();
    assert_eq!(
        (gone.status().map(|status| status.as_u16()), gone.code()),
        (Some(404), Some("ResourceNotFoundException"))
    );
    assert!(matches!(gone.service(), Some(SchedulerError::NotFound(_))), "{gone}");
    Ok(())
}

#[tokio::test]
async fn second_schedule_with_the_same_name_is_a_conflict() -> Result<(), Error<SchedulerError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let scheduler = client(&server, "scheduler", "us-west-2");
    scheduler.create_schedule("one", &hourly(None)).await?;
    let conflict = scheduler.create_schedule("one", &hourly(None)).await.unwrap_err();
    assert!(
        matches!(conflict.service(), Some(SchedulerError::Conflict(_))),
        "{conflict}"
    );
    assert_eq!(conflict.message(), Some("Schedule one already exists."));
    Ok(())
}

#[tokio::test]
async fn file_systems_are_created_read_updated_listed_and_deleted() -> Result<(), Error<EfsError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let efs = client(&server, "elasticfilesystem", "us-east-1");
    let tags = vec![Tag {
        key: "Name".to_owned(),
        value: "größe & co".to_owned(),
    }];

    let created = efs
        .create_file_system(&NewFileSystem {
            creation_token: "first".into(),
            encrypted: true,
            tags: tags.clone(),
        })
        .await?;
    assert_eq!(
        (created.creation_token.as_str(), created.encrypted, &created.tags),
        ("first", true, &tags)
    );
    assert!(created.creation_time > OffsetDateTime::UNIX_EPOCH);
    let by_id = DescribeFileSystems {
        file_system_id: Some(created.file_system_id.clone()),
        ..DescribeFileSystems::default()
    };
    let found = efs.describe_file_systems(&by_id).await?;
    assert_eq!(found.file_systems.len(), 1);

    let id = created.file_system_id.as_str();
    let lifecycle = Lifecycle {
        lifecycle_policies: vec![LifecyclePolicy {
            transition_to_ia: "AFTER_30_DAYS".to_owned(),
        }],
    };
    assert_eq!(efs.put_lifecycle(id, &lifecycle).await?, lifecycle);
    assert_eq!(efs.describe_lifecycle(id).await?, lifecycle);

    for _ in 0..4 {
        efs.create_file_system(&NewFileSystem::default()).await?;
    }
    let by_two = DescribeFileSystems {
        max_items: Some(2),
        ..DescribeFileSystems::default()
    };
    let mut pages = efs.describe_file_systems(&by_two).pages();
    let mut lengths = Vec::new();
    while let Some(page) = pages.next().await {
        lengths.push(page?.file_systems.len());
    }
    assert_eq!(lengths, [2, 2, 1]);
    let ids: BTreeSet<String> = efs
        .describe_file_systems(&by_two)
        .items()
        .try_collect()
        .await?
        .into_iter()
        .map(|each| each.file_system_id)
        .collect();
    assert_eq!(ids.len(), 5);

    let response = efs.delete_file_system(id).response().await?;
    assert_eq!(response.status().as_u16(), 204);
    let gone = efs.describe_file_systems(&by_id).await.unwrap_err();
    assert!(matches!(gone.service(), Some(EfsError::NotFound(_))), "{gone}");
    assert_eq!(gone.status().map(|status| status.as_u16()), Some(404));
    Ok(())
}

#[tokio::test]
async fn second_file_system_with_the_same_token_is_a_conflict() -> Result<(), Error<EfsError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let efs = client(&server, "elasticfilesystem", "us-west-2");
    let twice = NewFileSystem {
        creation_token: "twice".into(),
        ..NewFileSystem::default()
    };
    efs.create_file_system(&twice).await?;
    let conflict = efs.create_file_system(&twice).await.unwrap_err();
    assert_eq!(
        (conflict.status().map(|status| status.as_u16()), conflict.code()),
        (Some(409), Some("FileSystemAlreadyExists"))
    );
    assert!(
        matches!(conflict.service(), Some(EfsError::AlreadyExists(_))),
        "{conflict}"
    );
    Ok(())
}

fn item<const N: usize>(attributes: [(&str, Value); N]) -> Item {
    attributes.map(|(name, value)| (name.to_owned(), value)).into()
}

#[tokio::test]
async fn items_are_written_conditionally_read_counted_and_queried_page_by_page() -> Result<(), Error<DynamoDbError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let dynamodb = client(&server, "dynamodb", "eu-west-1");
    let (text, number) = (
        |text: &str| Value::S(text.to_owned()),
        |number: u32| Value::N(number.to_string()),
    );
    let attribute = |attribute_name, attribute_type| Attribute {
        attribute_name,
        attribute_type,
    };
    let key = |attribute_name, key_type| Key {
        attribute_name,
        key_type,
    };
    assert_eq!(dynamodb.list_tables().await?.names, Vec::<String>::new());
    let attributes = [attribute("Artist", "S"), attribute("Year", "N")];
    let keys = [key("Artist", "HASH"), key("Year", "RANGE")];
    dynamodb
        .create_table("Music", &attributes, &keys, "PAY_PER_REQUEST")
        .await?;
    assert_eq!(dynamodb.list_tables().await?.names, ["Music"]);

    let condition = Some("attribute_not_exists(Artist)");
    for year in 2001..=2005 {
        let song = item([
            ("Artist", text("naïve")),
            ("Year", number(year)),
            ("Tags", Value::L(vec![text("a"), text("b")])),
        ]);
        dynamodb.put_item("Music", &song, condition).await?;
        let error = dynamodb.put_item("Music", &song, condition).await.unwrap_err();
        assert!(
            matches!(error.service(), Some(DynamoDbError::ConditionFailed(_))),
            "{error:?}"
        );
    }
    let key_of_2003 = item([("Artist", text("naïve")), ("Year", number(2003))]);
    let found = dynamodb.get_item("Music", &key_of_2003).await?.item.unwrap();
    assert_eq!(found["Tags"], Value::L(vec![text("a"), text("b")]));
    let missing = item([("Artist", text("none")), ("Year", number(1))]);
    assert_eq!(dynamodb.get_item("Music", &missing).await?.item, None);

    let one = item([(":one", number(1))]);
    for plays in 1..=2 {
        let call = dynamodb.update_item("Music", &key_of_2003, "ADD Plays :one", &one, "UPDATED_NEW");
        assert_eq!(call.await?.attributes, item([("Plays", number(plays))]));
    }
    let artist = item([(":artist", text("naïve"))]);
    let call = dynamodb.query("Music", "Artist = :artist", &artist, Some(2));
    let years: Vec<Value> = call
        .items()
        .try_collect()
        .await?
        .into_iter()
        .map(|song| song["Year"].clone())
        .collect();
    assert_eq!(years, [2001, 2002, 2003, 2004, 2005].map(number));

    let error = dynamodb.get_item("Nowhere", &key_of_2003).await.unwrap_err();
    assert!(matches!(error.service(), Some(DynamoDbError::NotFound(_))), "{error:?}");
    Ok(())
}

#[tokio::test]
async fn roles_are_created_with_tags_and_listed_page_by_page() -> Result<(), Error<IamError>> {
    let Some(server) = Server::shared() else { return Ok(()) };
    let identity = client(&server, "sts", "us-east-1").get_caller_identity(()).await?;
    assert_eq!(identity.account, "123456789012");
    assert!(
        identity.arn.starts_with("arn:aws:sts::123456789012:"),
        "{}",
        identity.arn
    );

    let iam = client(&server, "iam", "us-east-1");
    let tag = |key: &str, value: &str| iam::Tag {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let tags = vec![tag("Name", "größe & co = a+b"), tag("team", "x y")];
    let new = |number: u32| NewRole {
        role_name: format!("role-{number}"),
        path: Some("/naive/".to_owned()),
        assume_role_policy_document: r#"{"Version":"2012-10-17","Statement":[]}"#.to_owned(),
        max_session_duration: Some(3600 + number),
        tags: tags.clone().into(),
    };
    for number in 0..5 {
        let role = iam.create_role(&new(number)).await?.role;
        assert_eq!(role.arn, format!("arn:aws:iam::123456789012:role/naive/role-{number}"));
        assert_eq!(role.max_session_duration, Some(3600 + number));
        assert!(role.create_date > OffsetDateTime::UNIX_EPOCH);
    }
    assert_eq!(*iam.list_role_tags(&RoleName { role_name: "role-3" }).await?.tags, tags);

    let by_two = ListRoles {
        path_prefix: Some("/naive/".to_owned()),
        max_items: Some(2),
    };
    let mut pages = iam.list_roles(&by_two).pages();
    let (mut lengths, mut names) = (Vec::new(), BTreeSet::new());
    while let Some(page) = pages.next().await {
        let roles = page?.roles.0;
        lengths.push(roles.len());
        names.extend(roles.into_iter().map(|role| role.role_name));
    }
    assert_eq!(lengths, [2, 2, 1]);
    // moto lists them by their random ids.
    assert_eq!(names, (0..5).map(|number| format!("role-{number}")).collect());

    let conflict = iam.create_role(&new(0)).await.unwrap_err();
    assert!(
        matches!(conflict.service(), Some(IamError::AlreadyExists(_))),
        "{conflict:?}"
    );
    assert_eq!(conflict.message(), Some("Role with name role-0 already exists."));
    let gone = iam.list_role_tags(&RoleName { role_name: "none" }).await.unwrap_err();
    assert!(matches!(gone.service(), Some(IamError::NotFound(_))), "{gone:?}");
    Ok(())
}
