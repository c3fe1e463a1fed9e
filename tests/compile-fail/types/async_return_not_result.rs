use rest_op::{Api, Client, rest_op};

pub struct Plain;

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    async fn list_rooms(&self) -> Plain;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = async { client.list_rooms().await };
}

fn main() {}
