use rest_op::{Api, Call, Client, FromResponse, rest_op, timestamp};

#[derive(FromResponse)]
pub struct Room {
    #[from_response(header = "last-modified", with = timestamp::http_date)]
    pub modified: u32,
}

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn get_room(&self) -> Call<Room>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_room();
}

fn main() {}
