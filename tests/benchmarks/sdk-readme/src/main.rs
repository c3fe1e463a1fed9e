//! Prints the rooms of an account, by aws-sdk-chime configured from the environment.

use std::error::Error;

use aws_sdk_chime::Client;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let account_id = std::env::args().nth(1).ok_or("usage: peer-sdk-readme ACCOUNT_ID")?;
    let client = Client::new(&aws_config::load_from_env().await);
    let page = client.list_rooms().account_id(account_id).send().await?;
    for room in page.rooms() {
        println!("{room:?}");
    }
    Ok(())
}
