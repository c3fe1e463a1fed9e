//! GitLab: projects by path, `iids[]`, comma lists, `not[labels]`, members of a body as arguments.

use rest_op::{Api, Call, Client, FromResponse, rest_op};
use rest_op_tests::wire;
use serde::{Deserialize, Serialize};

trait GitLab: Api {
    /// Lists the issues of a project.
    #[rest_op(GET, "/projects/<project>/issues")]
    fn list_issues(
        &self,
        project: &str,
        #[query("iids[]")] iids: &[u32],
        #[query(comma)] labels: &[&str],
        #[query("not", brackets)] not: Option<&Excluded<'_>>,
    ) -> Call<Vec<Issue>>;

    /// Opens an issue.
    #[rest_op(POST, "/projects/<project>/issues")]
    fn create_issue(
        &self,
        project: &str,
        #[member] title: &str,
        #[member] description: Option<&str>,
        #[member("assignee_ids")] assignees: &[u32],
    ) -> Call<Issue>;

    /// Reads a file of a branch or commit, unchanged.
    #[rest_op(GET, "/projects/<project>/repository/files/<path>/raw")]
    fn read_file(&self, project: &str, path: &str, #[query("ref")] commit: &str) -> Call<String>;
}

impl GitLab for Client {}

#[derive(Serialize)]
struct Excluded<'a> {
    labels: Option<&'a str>,
    iids: &'a [u32],
}

#[derive(Debug, Deserialize, FromResponse)]
struct Issue {
    #[serde(rename = "iid")]
    _iid: u32,
}

fn client() -> Client {
    Client::builder("https://gitlab.example.com/api/v4").build().unwrap()
}

#[test]
fn lists_are_repeated_joined_or_in_brackets() {
    let not = Excluded {
        labels: Some("wontfix"),
        iids: &[3],
    };
    let call = client().list_issues(
        "group/sub group/project",
        &[1, 42],
        &["bug", "a,b", "To Do"],
        Some(&not),
    );
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "GET https://gitlab.example.com/api/v4/projects/group%2Fsub%20group%2Fproject/issues\
         ?iids%5B%5D=1&iids%5B%5D=42&labels=bug,a%2Cb,To%20Do&not%5Blabels%5D=wontfix&not%5Biids%5D%5B%5D=3\n\
         accept: application/json"
    );
    let call = client().list_issues("7", &[], &[], None);
    assert_eq!(
        call.request().unwrap().uri().path_and_query().unwrap(),
        "/api/v4/projects/7/issues"
    );
}

#[test]
fn members_of_a_body_are_arguments() {
    let call = client().create_issue("7", "It breaks", None, &[1, 2]);
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "POST https://gitlab.example.com/api/v4/projects/7/issues\n\
         accept: application/json\n\
         content-type: application/json\n\
         \n\
         {\"title\":\"It breaks\",\"assignee_ids\":[1,2]}"
    );
}

#[test]
fn path_of_a_file_is_one_segment() {
    let call = client().read_file("7", "src/a b.rs", "main");
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "GET https://gitlab.example.com/api/v4/projects/7/repository/files/src%2Fa%20b.rs/raw?ref=main"
    );
}
