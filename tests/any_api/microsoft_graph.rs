//! Microsoft Graph: parameters that begin with `$`, comma lists, a path between colons.

use rest_op::{Api, Call, Client, FromResponse, rest_op};
use rest_op_tests::wire;
use serde::Deserialize;

trait Graph: Api {
    /// Lists messages.
    #[rest_op(GET, "/v1.0/me/messages", header("consistencylevel" = "eventual"))]
    fn list_messages(
        &self,
        #[query("$filter")] filter: Option<&str>,
        #[query("$select", comma)] select: &[&str],
        #[query("$top")] top: Option<u32>,
    ) -> Call<Messages>;

    /// Writes a file of the drive.
    #[rest_op(PUT, "/v1.0/me/drive/root:/<path..>:/content", content_type = "text/plain")]
    fn put_file(&self, path: &str, #[body(bytes)] content: &[u8]) -> Call<DriveItem>;

    /// Changes the subject of a message.
    #[rest_op(PATCH, "/v1.0/me/messages/<id>")]
    fn rename_message(&self, id: &str, #[header("if-match")] etag: Option<&str>, #[member] subject: &str) -> Call<()>;
}

impl Graph for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Messages {
    #[serde(rename = "value")]
    _value: Vec<serde_json::Value>,
}

#[derive(Debug, Deserialize, FromResponse)]
struct DriveItem {
    #[serde(rename = "id")]
    _id: String,
}

fn client() -> Client {
    Client::builder("https://graph.microsoft.com").build().unwrap()
}

#[test]
fn options_begin_with_a_dollar_sign() {
    let call = client().list_messages(Some("isRead eq false"), &["subject", "from"], Some(10));
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "GET https://graph.microsoft.com/v1.0/me/messages?%24filter=isRead%20eq%20false&%24select=subject,from&%24top=10\n\
         accept: application/json\n\
         consistencylevel: eventual"
    );
}

#[test]
fn path_of_a_file_is_between_colons() {
    let call = client().put_file("Documents/a b:c.txt", b"hello");
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "PUT https://graph.microsoft.com/v1.0/me/drive/root:/Documents/a%20b%3Ac.txt:/content\n\
         accept: application/json\n\
         content-type: text/plain\n\
         \n\
         hello"
    );
    let call = client().rename_message("AAMk", Some("W/\"1\""), "Re: Hi");
    assert_eq!(
        wire::text(&call.request().unwrap()),
        "PATCH https://graph.microsoft.com/v1.0/me/messages/AAMk\n\
         content-type: application/json\n\
         if-match: W/\"1\"\n\
         \n\
         {\"subject\":\"Re: Hi\"}"
    );
}
