// errors: 2
#![deny(unused_must_use)]

use rest_op::{Api, Call, Client, FromResponse, Page, rest_op};
use serde::Deserialize;

#[derive(Deserialize, FromResponse, Page)]
pub struct RoomPage {
    #[page(items)]
    rooms: Vec<String>,
    #[page(next = query("next-token"))]
    next_token: Option<String>,
}

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Call<RoomPage>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    client.list_rooms().pages();
    client.list_rooms().items();
}

fn main() {}
