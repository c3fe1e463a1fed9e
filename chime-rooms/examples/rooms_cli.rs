//! A command line tool for rooms, with an exit code for each kind of error.
//!
//!     cargo run -p chime-rooms --example rooms_cli -- list
//!     cargo run -p chime-rooms --example rooms_cli -- create Standup
//!     cargo run -p chime-rooms --example rooms_cli -- export
//!     cargo run -p chime-rooms --example rooms_cli -- --account ID get ROOM ROOM    # reads the AWS_* variables
//!
//! Without `--account`, it uses a local service that has two rooms.

use std::process::ExitCode;

use chime_rooms::local::LocalChime;
use chime_rooms::rest_op::{Client, Credentials, ErrorKind};
use chime_rooms::{ChimeError, ChimeRooms, Config, CreateRoom, Error, ListRooms, Room, UpdateRoom};
use tokio::task::JoinSet;

const USAGE: &str =
    "usage: rooms_cli [--account ID] list | export | get ROOM.. | create NAME | rename ROOM NAME | delete ROOM";
const LOCAL_ACCOUNT: &str = "12a3456b-7c89-012d-3456-78901e23fg45";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["--account", account, command @ ..] => match chime_rooms::client() {
            Ok(chime) => run(&chime, account, command).await,
            Err(error) => Err(Failure::of(&error, 78)),
        },
        command => match local().await {
            // The service runs until it is dropped.
            Ok((_service, chime)) => run(&chime, LOCAL_ACCOUNT, command).await,
            Err(error) => Err(Failure::of(&*error, 1)),
        },
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.message);
            ExitCode::from(failure.exit_code)
        }
    }
}

/// Runs one command.
async fn run(chime: &dyn ChimeRooms, account: &str, command: &[&str]) -> Result<(), Failure> {
    match command {
        ["list"] | [] => {
            let mut rooms = chime.list_rooms(account, &ListRooms::default()).items();
            while let Some(room) = rooms.next().await {
                print(&room?);
            }
        }
        ["export"] => {
            let rooms = chime
                .list_rooms(account, &ListRooms::default())
                .items()
                .try_collect()
                .await?;
            let json = serde_json::to_string_pretty(&rooms).map_err(|error| Failure::of(&error, 1))?;
            println!("{json}");
        }
        ["get", rooms @ ..] => {
            let mut calls = JoinSet::new();
            for room in rooms {
                calls.spawn(chime.get_room(account, room));
            }
            while let Some(result) = calls.join_next().await {
                let output = result.map_err(|error| Failure::of(&error, 1))?;
                print(&output?.room.unwrap_or_default());
            }
        }
        ["create", name] => {
            let output = chime.create_room(account, &CreateRoom::new(*name)).await?;
            print(&output.room.unwrap_or_default());
        }
        ["rename", room, name] => {
            let name = Some((*name).to_owned());
            let output = chime.update_room(account, room, &UpdateRoom { name }).await?;
            print(&output.room.unwrap_or_default());
        }
        ["delete", room] => match chime.delete_room(account, room).await {
            Err(error) if matches!(error.service(), Some(ChimeError::NotFound(_))) => eprintln!("it was already gone"),
            result => result?,
        },
        _ => return Err(Failure::of(&USAGE, 64)),
    }
    Ok(())
}

fn print(room: &Room) {
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    println!("{:<36}  {}", text(&room.room_id), text(&room.name));
}

/// A message, and an exit code as in `sysexits.h`.
struct Failure {
    message: String,
    exit_code: u8,
}

impl Failure {
    fn of(error: &(impl std::fmt::Display + ?Sized), exit_code: u8) -> Self {
        let message = error.to_string();
        Self { message, exit_code }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let exit_code = match error.kind() {
            ErrorKind::Refused => 64,
            ErrorKind::Timeout | ErrorKind::Connection => 69,
            ErrorKind::Undecodable | ErrorKind::TooLarge => 76,
            ErrorKind::Credentials => 77,
            ErrorKind::Service if error.is_retryable() => 75,
            _ => 1,
        };
        Self::of(&error, exit_code)
    }
}

/// Starts a local service with two rooms, and creates a client of it.
async fn local() -> Result<(LocalChime, Client), Box<dyn std::error::Error>> {
    let builder = LocalChime::builder()
        .account(LOCAL_ACCOUNT)
        .credentials("AKIDEXAMPLE", "secret");
    let service = builder.start().await?;
    service.add_room(LOCAL_ACCOUNT, "Standup");
    service.add_room(LOCAL_ACCOUNT, "Retro");
    let chime = Config::new()
        .region("us-east-1")
        .endpoint_url(service.endpoint())
        .credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "example"))
        .client()?;
    Ok((service, chime))
}

#[cfg(test)]
mod tests {
    use chime_rooms::local::Failure as Injected;
    use chime_rooms::rest_op::testing::{Recorder, disconnected, timeout, violation};
    use chime_rooms::rest_op::{Retry, TransportError};

    use super::*;

    async fn exit_code(chime: &dyn ChimeRooms, command: &[&str]) -> u8 {
        run(chime, LOCAL_ACCOUNT, command)
            .await
            .map_or_else(|failure| failure.exit_code, |()| 0)
    }

    #[tokio::test]
    async fn commands_become_requests() {
        let (service, chime) = local().await.unwrap();
        let room = service.add_room(LOCAL_ACCOUNT, "Lounge");
        for command in [
            &["list"][..],
            &["export"],
            &["get", &room, &room],
            &["create", "Garden"],
            &["rename", &room, "Kitchen"],
            &["delete", &room],
            &["delete", &room],
        ] {
            assert_eq!(exit_code(&chime, command).await, 0, "{command:?}");
        }
        assert_eq!(service.requests().len(), 8);
        assert_eq!(exit_code(&chime, &["get", &room]).await, 1);
        assert_eq!(exit_code(&chime, &["get", ""]).await, 64);
        assert_eq!(exit_code(&chime, &["paint"]).await, 64);
    }

    #[tokio::test]
    async fn failures_become_exit_codes() {
        let (service, chime) = local().await.unwrap();
        service.fail_next(Injected::error(403, "ForbiddenException"));
        assert_eq!(exit_code(&chime, &["list"]).await, 1);
        let recorder = Recorder::new()
            .fail(TransportError::connect("refused"))
            .answer(200, &[], "<html>");
        recorder.add_answer(429, &[], "");
        let config = || Config::new().region("us-east-1");
        let client = |config: Config| {
            let client = config.client_builder().unwrap().transport(recorder.clone());
            client.retry(Retry::none()).build().unwrap()
        };
        assert_eq!(exit_code(&client(config()), &["list"]).await, 77);
        let chime = client(config().credentials(Credentials::new("AKIDEXAMPLE", "secret", None, None, "test")));
        for expected in [69, 76, 75] {
            assert_eq!(exit_code(&chime, &["list"]).await, expected);
        }
        for (error, expected) in [
            (timeout(), 69),
            (disconnected(), 69),
            (violation("room_id", "is blank"), 64),
        ] {
            assert_eq!(Failure::from(error).exit_code, expected);
        }
    }
}
