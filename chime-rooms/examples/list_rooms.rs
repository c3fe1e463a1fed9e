//! Lists the rooms of an account, on a local Chime service or on another endpoint.
//!
//!     cargo run -p chime-rooms --example list_rooms
//!     cargo run -p chime-rooms --example list_rooms -- --endpoint-url URL --account-id ID     # reads the AWS_* variables

use std::error::Error;
use std::process::ExitCode;

use chime_rooms::local::{LocalChime, LocalMember, LocalRole, LocalRoom};
use chime_rooms::{ChimeRooms, Config, ListRooms};
use rest_op::aws::Settings;
use rest_op::{Client, Credentials, SigV4};

const ACCOUNT: &str = "12a3456b-7c89-012d-3456-78901e23fg45";
const ALEJANDRO: &str = "1ab2345c-67de-8901-f23g-45h678901j2k";
const KEY: (&str, &str) = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => tour().await,
        ["--endpoint-url", url, "--account-id", id] | ["--account-id", id, "--endpoint-url", url] => {
            other(url, id).await
        }
        _ => Err("expected no arguments, or `--endpoint-url URL --account-id ID`".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Lists the rooms of an account at another endpoint, with the credentials that AWS tools use.
async fn other(endpoint: &str, account_id: &str) -> Result<(), Box<dyn Error>> {
    let settings = Settings::from_env();
    let region = settings.region().unwrap_or_else(|_| "us-east-1".to_owned());
    let config = Config::from_settings(settings).region(region).endpoint_url(endpoint);
    print_pages(&config.client()?, account_id).await
}

/// Shows pages, streams and errors, on a local Chime service.
async fn tour() -> Result<(), Box<dyn Error>> {
    let chime = seeded().await?;
    println!("A local Chime service listens on {}.\n", chime.endpoint());
    let client = client_of(&chime, KEY.1)?;

    print_pages(&client, ACCOUNT).await?;

    let mut items = client.list_rooms(ACCOUNT, &ListRooms::default()).items();
    let mut count = 0;
    while let Some(room) = items.next().await {
        room?;
        count += 1;
    }
    println!("\nThe stream of items has {count} rooms.");

    let of_alejandro = ListRooms {
        member_id: Some(ALEJANDRO.to_owned()),
        ..ListRooms::default()
    };
    let page = client.list_rooms(ACCOUNT, &of_alejandro).await?;
    println!("\nAlejandro is a member of {}:", page.rooms.len());
    print_rooms(&page.rooms);

    println!("\nErrors in one line:");
    let unknown = client.list_rooms("no-such-account", &ListRooms::default()).await;
    println!(
        "  unknown account   {}",
        unknown.err().ok_or("the unknown account was accepted")?
    );
    let forged = client_of(&chime, "not the secret key")?
        .list_rooms(ACCOUNT, &ListRooms::default())
        .await;
    println!(
        "  bad signature     {}",
        forged.err().ok_or("the bad signature was accepted")?
    );
    let none = ListRooms {
        max_results: Some(0),
        ..ListRooms::default()
    };
    let rejected = client.list_rooms(ACCOUNT, &none).await;
    println!(
        "  max_results 0     {}",
        rejected.err().ok_or("the page size 0 was accepted")?
    );
    Ok(())
}

fn client_of(chime: &LocalChime, secret: &str) -> Result<Client, rest_op::BuildError> {
    let credentials = Credentials::new(KEY.0, secret, None, None, "example");
    Client::builder(chime.endpoint())
        .auth(SigV4::new("chime", "us-east-1", credentials))
        .build()
}

/// Starts a local Chime service with twelve rooms, three of which have Alejandro as a member.
async fn seeded() -> std::io::Result<LocalChime> {
    let chime = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(KEY.0, KEY.1)
        .start()
        .await?;
    chime.add_member(ACCOUNT, LocalMember::user(ALEJANDRO).full_name("Alejandro Rosalez"));
    let topics = "Architecture Billing Coffee Design Everyone Frontend Garden Hiring Incidents Jokes Kitchen Launch";
    for (number, topic) in topics.split(' ').enumerate() {
        let room = LocalRoom::new(topic);
        let room = if number % 4 == 0 {
            room.member(ALEJANDRO, LocalRole::Member)
        } else {
            room
        };
        chime.add_room(ACCOUNT, room);
    }
    Ok(chime)
}

/// Prints the rooms page by page.
async fn print_pages(client: &impl ChimeRooms, account_id: &str) -> Result<(), Box<dyn Error>> {
    let options = ListRooms {
        max_results: Some(5),
        ..ListRooms::default()
    };
    let mut pages = client.list_rooms(account_id, &options).pages();
    let mut number = 0;
    while let Some(page) = pages.next().await {
        let page = page?;
        number += 1;
        println!("Page {number}");
        print_rooms(&page.rooms);
    }
    Ok(())
}

fn print_rooms(rooms: &[chime_rooms::Room]) {
    for room in rooms {
        let created = room.created_timestamp.map(|time| time.to_string()).unwrap_or_default();
        println!(
            "  {:<36}  {:<14}  {created}",
            room.room_id.as_deref().unwrap_or("-"),
            room.name.as_deref().unwrap_or("-")
        );
    }
}
