//! Comments on an issue of GitHub and lists its comments, with declarations that `rest-op-import` wrote; `imported/github.rs` has
//! the command.
//!
//!     cargo run -p rest-op --example comments                          # a local stand-in
//!     cargo run -p rest-op --example comments -- live OWNER REPO ISSUE # api.github.com, with GITHUB_TOKEN

use std::env;

use rest_op::{Bearer, BoxError, Client};

use self::imported::{GitHub, GitHubError, IssuesCreateCommentRequest, IssuesListComments};

#[allow(unreachable_pub, reason = "the file is written for libraries")]
#[path = "imported/github.rs"]
mod imported;
#[path = "stand_in/comments.rs"]
mod stand_in;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (endpoint, owner, repo, issue) = match arguments.as_slice() {
        [live, owner, repo, issue] if live == "live" => (
            "https://api.github.com".to_owned(),
            owner.as_str(),
            repo.as_str(),
            issue.parse()?,
        ),
        _ => (stand_in::start().await?, "octocat", "hello-world", 1),
    };
    let token = env::var("GITHUB_TOKEN").unwrap_or("ghp_example".to_owned());
    let builder = Client::builder(endpoint).user_agent("rest-op-example");
    let github = builder.auth(Bearer::new(token)).build()?;

    let comment = IssuesCreateCommentRequest {
        body: "It works.".to_owned(),
    };
    let created = github.issues_create_comment(owner, repo, issue, &comment).await?;
    println!("created comment {} at {}", created.id, created.created_at);

    let options = IssuesListComments {
        per_page: Some(2),
        ..IssuesListComments::default()
    };
    let mut comments = github.issues_list_comments(owner, repo, issue, &options).items();
    while let Some(comment) = comments.next().await.transpose()? {
        let author = comment.user.map_or_else(|| "nobody".to_owned(), |user| user.login);
        println!("{author}: {}", comment.body.unwrap_or_default());
    }

    if let Err(error) = github.issues_create_comment(owner, repo, 404, &comment).await {
        let is_missing = matches!(error.service(), Some(GitHubError::NotFound(_)));
        println!("{error} (typed: {is_missing})");
    }
    Ok(())
}
