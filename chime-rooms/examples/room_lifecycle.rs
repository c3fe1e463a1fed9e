//! Creates a room on a local Chime service, adds members, changes and removes them, and deletes the room.
//!
//!     cargo run -p chime-rooms --example room_lifecycle

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use chime_rooms::local::{LocalChime, LocalMember};
use chime_rooms::{
    BatchCreateRoomMembership, ChimeError, ChimeRooms, CreateRoom, CreateRoomMembership, ListRoomMemberships,
    MembershipItem, Role, RoomMembership, UpdateRoom, UpdateRoomMembership,
};
use rest_op::{Client, Credentials, SigV4};

const ACCOUNT: &str = "12a3456b-7c89-012d-3456-78901e23fg45";
const KEY: (&str, &str) = ("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let service = LocalChime::builder()
        .account(ACCOUNT)
        .credentials(KEY.0, KEY.1)
        .start()
        .await?;
    service.add_member(ACCOUNT, LocalMember::user("alejandro").full_name("Alejandro Rosalez"));
    service.add_member(ACCOUNT, LocalMember::user("mary").full_name("Mary Major"));
    service.add_member(ACCOUNT, LocalMember::bot("reminder"));
    let credentials = Credentials::new(KEY.0, KEY.1, None, None, "example");
    let chime = Client::builder(service.endpoint())
        .auth(SigV4::new("chime", "us-east-1", credentials))
        .build()?;

    let created = chime.create_room(ACCOUNT, &CreateRoom::new("Standup")).await?;
    let room = created.room.and_then(|room| room.room_id).ok_or("the room has no ID")?;
    println!("Created room {room}.");

    let alejandro = CreateRoomMembership {
        member_id: "alejandro".to_owned(),
        role: Some(Role::Administrator),
    };
    chime.create_room_membership(ACCOUNT, &room, &alejandro).await?;
    let again = chime.create_room_membership(ACCOUNT, &room, &alejandro).await;
    if let Err(error) = again
        && let Some(ChimeError::Conflict(_)) = error.service()
    {
        println!(
            "Added Alejandro. Adding him again is a conflict: {}",
            error.message().unwrap_or_default()
        );
    }

    // The service adds the valid members and lists the others in the result; the call succeeds.
    let item = |member_id: &str| MembershipItem {
        member_id: Some(member_id.to_owned()),
        role: None,
    };
    let others = BatchCreateRoomMembership {
        membership_item_list: vec![item("mary"), item("nobody"), item("reminder")],
    };
    let output = chime.batch_create_room_membership(ACCOUNT, &room, &others).await?;
    for error in &output.errors {
        println!(
            "Added Mary and the bot, but not {}: {}",
            error.member_id.as_deref().unwrap_or("-"),
            error.error_message.as_deref().unwrap_or("-")
        );
    }

    let promoted = UpdateRoomMembership {
        role: Some(Role::Administrator),
    };
    chime.update_room_membership(ACCOUNT, &room, "mary", &promoted).await?;
    let renamed = UpdateRoom {
        name: Some("Retro".to_owned()),
    };
    let renamed = chime.update_room(ACCOUNT, &room, &renamed).await?;
    let name = renamed.room.and_then(|room| room.name).unwrap_or_default();
    println!("Made Mary an administrator, and renamed the room to {name}.");

    println!("Its members, in pages of one:");
    let one = ListRoomMemberships {
        max_results: Some(1),
        ..ListRoomMemberships::default()
    };
    let mut members = chime.list_room_memberships(ACCOUNT, &room, &one).items();
    while let Some(membership) = members.next().await {
        print_membership(&membership?);
    }

    let call = chime.get_room(ACCOUNT, &room);
    println!(
        "\nThe call as a curl command, without the signature:\n  {}",
        call.curl()?
    );
    let presigned = call.presign(Duration::from_mins(5)).await?;
    println!("A presigned URL, which is valid for five minutes:\n  {presigned}\n");

    chime.delete_room_membership(ACCOUNT, &room, "mary").await?;
    chime.delete_room(ACCOUNT, &room).await?;
    match chime.get_room(ACCOUNT, &room).await {
        Err(error) if matches!(error.service(), Some(ChimeError::NotFound(_))) => {
            println!("Removed Mary and deleted the room: {error}");
            Ok(())
        }
        Err(error) => Err(error.into()),
        Ok(_) => Err("the deleted room still exists".into()),
    }
}

fn print_membership(membership: &RoomMembership) {
    let member = membership.member.clone().unwrap_or_default();
    println!(
        "  {:<10}  {:<18}  {}",
        member.member_id.as_deref().unwrap_or("-"),
        member.full_name.as_deref().unwrap_or("-"),
        membership.role.as_ref().map_or("-", Role::as_str)
    );
}
