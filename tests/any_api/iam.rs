//! AWS IAM and RDS, protocol awsQuery: a form whose names have dots and numbers, and the operation in constants.

use rest_op::{Api, Call, Client, FromResponse, Page, rest_op, xml};
use rest_op_tests::recorder::Recorder;
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait Iam: Api {
    /// Creates a role.
    #[rest_op(POST, "/?Action=CreateRole&Version=2010-05-08")]
    fn create_role(&self, #[body(form, members)] role: &NewRole<'_>) -> Call<()>;

    /// Lists roles.
    #[rest_op(POST, "/?Action=ListRoles&Version=2010-05-08")]
    fn list_roles(&self, #[body(form, members)] options: Option<&ListRoles>) -> Call<RolePage>;

    /// Returns the number of entities of each kind.
    #[rest_op(POST, "/?Action=GetAccountSummary&Version=2010-05-08")]
    fn account_summary(&self, #[body(form, members)] nothing: ()) -> Call<Summary>;

    /// Changes a database.
    #[rest_op(
        POST,
        "/?Action=ModifyDBInstance&Version=2014-10-31&Note=o'clock%20%26",
        host_prefix = "rds."
    )]
    fn modify_database(&self, #[body(form, members)] change: &Change) -> Call<()>;

    /// A form without constants.
    #[rest_op(POST, "/")]
    fn describe(&self, #[body(form, members)] change: Option<&Change>) -> Call<()>;
}

impl Iam for Client {}

#[derive(Default, Serialize)]
#[serde(rename_all = "PascalCase")]
struct NewRole<'a> {
    role_name: &'a str,
    description: Option<&'a str>,
    tags: Option<xml::List<Tag<'a>>>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Tag<'a> {
    key: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ListRoles {
    marker: Option<String>,
    max_items: u32,
}

#[derive(Debug, Deserialize, FromResponse, Page)]
#[from_response(xml, member = "ListRolesResult")]
#[serde(rename_all = "PascalCase")]
struct RolePage {
    #[page(items)]
    roles: xml::List<Role>,
    #[page(next = body("Marker"))]
    marker: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Role {
    role_name: String,
}

#[derive(Debug, Deserialize, FromResponse)]
#[from_response(xml, member = "GetAccountSummaryResult")]
struct Summary {
    #[serde(rename = "SummaryMap")]
    counts: xml::Map<u32>,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "PascalCase")]
struct Change {
    security_groups: Option<SecurityGroups>,
    ports: Vec<u16>,
    attributes: xml::Map<bool>,
    labels: xml::FlatMap<u8>,
    options: xml::List<xml::List<u8>>,
}

#[derive(Serialize)]
struct SecurityGroups {
    #[serde(rename = "SecurityGroupName")]
    names: Vec<&'static str>,
}

fn client(recorder: &Recorder) -> Client {
    Client::builder("https://iam.amazonaws.com")
        .transport(recorder.clone())
        .build()
        .unwrap()
}

fn body<T: FromResponse>(call: &Call<T>) -> String {
    let request = call.request().unwrap();
    assert_eq!(request.uri().query(), None);
    String::from_utf8(request.body().to_vec()).unwrap()
}

#[test]
fn operation_and_version_precede_the_members_in_the_form() {
    let client = client(&Recorder::new());
    let role = NewRole {
        role_name: "r",
        tags: Some(vec![Tag { key: "a b", value: "c" }, Tag { key: "d", value: "" }].into()),
        ..NewRole::default()
    };
    assert_eq!(
        wire::text(&client.create_role(&role).request().unwrap()),
        "POST https://iam.amazonaws.com/\n\
         content-type: application/x-www-form-urlencoded\n\
         \n\
         Action=CreateRole&Version=2010-05-08&RoleName=r\
         &Tags.member.1.Key=a+b&Tags.member.1.Value=c&Tags.member.2.Key=d&Tags.member.2.Value="
    );
    let request = client.account_summary(()).request().unwrap();
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(request.body(), "Action=GetAccountSummary&Version=2010-05-08");
    assert_eq!(body(&client.list_roles(None)), "Action=ListRoles&Version=2010-05-08");
    assert_eq!(body(&client.describe(None)), "");
    assert!(
        client
            .describe(None)
            .request()
            .unwrap()
            .headers()
            .get("content-type")
            .is_none()
    );
}

#[test]
fn lists_and_maps_are_numbered_with_or_without_an_element_around_them() {
    let client = client(&Recorder::new());
    let change = Change {
        security_groups: Some(SecurityGroups { names: vec!["x", "y"] }),
        ports: vec![80, 443],
        attributes: xml::Map([("k".to_owned(), true)].into()),
        labels: xml::FlatMap([("l".to_owned(), 1), ("m".to_owned(), 2)].into()),
        options: vec![vec![7, 8].into(), vec![].into()].into(),
    };
    let members = "SecurityGroups.SecurityGroupName.1=x&SecurityGroups.SecurityGroupName.2=y&Ports.1=80&Ports.2=443\
                   &Attributes.entry.1.key=k&Attributes.entry.1.value=true\
                   &Labels.1.key=l&Labels.1.value=1&Labels.2.key=m&Labels.2.value=2\
                   &Options.member.1.member.1=7&Options.member.1.member.2=8&Options.member.2=";
    assert_eq!(body(&client.describe(Some(&change))), members);
    let constants = "Action=ModifyDBInstance&Version=2014-10-31&Note=o%27clock%20%26";
    assert_eq!(body(&client.modify_database(&change)), format!("{constants}&{members}"));
    // Of the empty ones, the query protocol has only lists with an element around them.
    assert_eq!(
        body(&client.modify_database(&Change::default())),
        format!("{constants}&Options=")
    );
}

#[tokio::test]
async fn token_of_the_next_page_is_a_field_of_the_form() {
    let page = |roles: &str, marker: &str| {
        format!(
            "<ListRolesResponse><ListRolesResult><Roles>{roles}</Roles>{marker}</ListRolesResult></ListRolesResponse>"
        )
    };
    let role = |name: &str| format!("<member><RoleName>{name}</RoleName></member>");
    let recorder = Recorder::new()
        .answer(200, &[], page(&(role("a") + &role("b")), "<Marker>t+1 &amp;</Marker>"))
        .answer(200, &[], page(&role("c"), "<Marker>t2</Marker>"))
        .answer(200, &[], page("", ""))
        .answer(200, &[], page(&role("d"), "<Marker>t3</Marker>"))
        .answer(200, &[], page("", ""));
    let client = client(&recorder);
    let options = ListRoles {
        marker: Some("t0".to_owned()),
        max_items: 2,
    };
    let roles = client.list_roles(Some(&options)).items().try_collect().await.unwrap();
    let names: Vec<&str> = roles.iter().map(|role| role.role_name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let roles = client.list_roles(None).items().try_collect().await.unwrap();
    assert_eq!(roles.len(), 1);
    let bodies: Vec<String> = recorder
        .requests()
        .iter()
        .map(|request| String::from_utf8(request.body().to_vec()).unwrap())
        .collect();
    assert_eq!(
        bodies,
        [
            "Action=ListRoles&Version=2010-05-08&Marker=t0&MaxItems=2",
            "Action=ListRoles&Version=2010-05-08&MaxItems=2&Marker=t%2B1+%26",
            "Action=ListRoles&Version=2010-05-08&MaxItems=2&Marker=t2",
            "Action=ListRoles&Version=2010-05-08",
            "Action=ListRoles&Version=2010-05-08&Marker=t3",
        ]
    );
}

#[tokio::test]
async fn result_is_read_from_the_element_of_the_operation() {
    let recorder = Recorder::new().answer(
        200,
        &[],
        "<GetAccountSummaryResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><GetAccountSummaryResult>\
         <SummaryMap><entry><key>Users</key><value>27</value></entry></SummaryMap></GetAccountSummaryResult>\
         <ResponseMetadata><RequestId>f1e38443</RequestId></ResponseMetadata></GetAccountSummaryResponse>",
    );
    assert_eq!(client(&recorder).account_summary(()).await.unwrap().counts["Users"], 27);
}
