//! Reads repositories from GitHub's REST API: pages by `Link` header, typed errors, and the rate limit of a response.
//!
//!     cargo run -p rest-op --example github              # a local stand-in
//!     cargo run -p rest-op --example github -- live      # api.github.com; with GITHUB_TOKEN, as its owner

use std::env;

use rest_op::{Api, ApiError, Bearer, BoxError, Call, Client, Error, ErrorResponse, FromResponse};
use rest_op::{Linked, Links, Page, check, rest_op};
use serde::Deserialize;

#[path = "stand_in/github.rs"]
mod stand_in;

/// The operations of <https://docs.github.com/en/rest> that this program uses.
trait GitHub: Api {
    /// Lists the repositories of an organization.
    #[rest_op(GET, "/orgs/<org>/repos")]
    fn list_repos(
        &self,
        org: &str,
        #[query("per_page")]
        #[check(check::range(1..=100))]
        page_size: Option<u32>,
    ) -> Call<Linked<Repo>, GitHubError>;

    /// Gets a repository.
    #[rest_op(GET, "/repos/<owner>/<repo>")]
    fn get_repo(&self, owner: &str, repo: &str) -> Call<Limited<Repo>, GitHubError>;

    /// Searches for repositories.
    #[rest_op(GET, "/search/repositories")]
    fn search_repos(&self, #[query("q")] text: &str, #[query("per_page")] page_size: u32) -> Call<Found, GitHubError>;
}

impl GitHub for Client {}

#[derive(Debug, Deserialize, FromResponse)]
struct Repo {
    full_name: String,
    stargazers_count: u64,
}

/// A result, and the number of requests that are left in this hour.
#[derive(FromResponse)]
struct Limited<T> {
    #[from_response(header = "x-ratelimit-remaining")]
    remaining: Option<u32>,
    #[from_response(body)]
    value: T,
}

/// A page of search results.
#[derive(FromResponse, Page)]
struct Found {
    total_count: u64,
    #[page(items)]
    items: Vec<Repo>,
    #[from_response(header = "link")]
    #[page(next = link)]
    links: Links,
}

#[derive(Debug, thiserror::Error, ApiError)]
enum GitHubError {
    /// The resource does not exist or is private.
    #[api_error(status = 404)]
    #[error("not found")]
    NotFound,
    #[api_error(status = 422)]
    #[error("{}: {}", .0.message, .0.errors)]
    Invalid(Invalid),
    #[api_error(other)]
    #[error("{0}")]
    Other(ErrorResponse),
}

#[derive(Debug, Deserialize, FromResponse)]
struct Invalid {
    message: String,
    #[serde(default)]
    errors: serde_json::Value,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), BoxError> {
    let endpoint = match env::args().nth(1).as_deref() {
        Some("live") => "https://api.github.com".to_owned(),
        _ => stand_in::start().await?,
    };
    let client = Client::builder(endpoint)
        .user_agent("rest-op-example")
        .header("x-github-api-version", "2022-11-28");
    let github = match env::var("GITHUB_TOKEN") {
        Ok(token) => client.auth(Bearer::new(token)).build()?,
        Err(_) => client.build()?,
    };

    let rust = github.get_repo("rust-lang", "rust").await?;
    println!(
        "{} has {} stars; {:?} requests left",
        rust.value.full_name, rust.value.stargazers_count, rust.remaining
    );

    let mut pages = github.list_repos("rust-lang", Some(2)).pages();
    for number in 1..=3 {
        let Some(page) = pages.next().await else { break };
        let names: Vec<String> = page?.items.into_iter().map(|repo| repo.full_name).collect();
        println!("page {number}: {}", names.join(", "));
    }

    let found = github.search_repos("rustlings", 1).await?;
    println!(
        "found {}, the first of them {:?}",
        found.total_count,
        found.items.first()
    );

    if let Err(error) = github.get_repo("rust-lang", "no-such-repo").await {
        println!("{error} (typed: {:?})", error.service());
    }
    match github.search_repos("", 1).await.map_err(Error::into_service) {
        Err(Some(invalid @ GitHubError::Invalid(_))) => println!("searching for nothing: {invalid}"),
        Err(other) => println!("searching for nothing: {other:?}"),
        Ok(found) => println!("searching for nothing finds {}", found.total_count),
    }
    Ok(())
}
