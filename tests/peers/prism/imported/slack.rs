//! Slack: a token as parameter, forms, a cursor inside a member.

use rest_op::Bearer;

use super::{client, serve};
use crate::imported::slack::{
    ChatPostMessageRequest, ConversationsHistory, ConversationsInfo, ConversationsList, FilesUploadRequest, Slack,
};
use crate::prism::violations;

const PATHS: &[&str] = &[
    "/chat.postMessage",
    "/conversations.list",
    "/conversations.info",
    "/conversations.history",
    "/files.upload",
];

#[tokio::test]
async fn imported_operations_are_those_of_the_document() {
    let Some(prism) = serve("slack.com", PATHS, |_| {}) else {
        return;
    };
    let slack = client(&prism).auth(Bearer::new("xoxb-1")).build().unwrap();
    let channel = Some("C012AB3CD".to_owned());

    let message = ChatPostMessageRequest {
        channel: "C012AB3CD".to_owned(),
        text: Some("Grüße & <https://example.com|more>".to_owned()),
        unfurl_links: Some(false),
        ..ChatPostMessageRequest::default()
    };
    let posted = slack.chat_post_message("xoxb-1", Some(&message)).await.unwrap();
    assert_eq!(posted.ts.as_deref(), Some("1503435956.000247"));
    let options = ConversationsList {
        types: Some("public_channel,im".to_owned()),
        limit: Some(2),
        ..ConversationsList::default()
    };
    let mut pages = slack.conversations_list(&options).pages();
    for _ in 0..2 {
        assert_eq!(pages.next().await.unwrap().unwrap().channels.len(), 2);
    }
    let options = ConversationsInfo {
        channel: channel.clone(),
        include_num_members: Some(true),
        ..ConversationsInfo::default()
    };
    let found = slack.conversations_info(&options).await.unwrap();
    assert_eq!(found.channel.unwrap()["name"], "general");
    let options = ConversationsHistory {
        channel,
        oldest: Some(1_512_085_950.5),
        ..ConversationsHistory::default()
    };
    assert!(slack.conversations_history(&options).await.unwrap().messages.is_some());
    let file = FilesUploadRequest {
        channels: Some("C012AB3CD".to_owned()),
        content: Some("a,b\n1,2".to_owned()),
        filename: Some("a b.csv".to_owned()),
        ..FilesUploadRequest::default()
    };
    // The document's example of the answer breaks the document; the request does not.
    let found = violations(slack.files_upload(Some(&file)).await);
    assert!(found.iter().all(|place| place.starts_with("response.")), "{found:?}");

    let call = slack.conversations_info(&ConversationsInfo::default());
    let wrong = format!("{}?include_num_members=many", call.request().unwrap().uri());
    assert_eq!(violations(call.at(&wrong).await), ["query.include_num_members type"]);
}
