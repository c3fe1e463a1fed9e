use rest_op::{Api, Client, rest_op};

pub struct Plain;

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    async fn list_rooms(&self) -> Result<(), Plain>;
}

impl Rooms for Client {}

pub async fn caller(client: &Client) -> Result<(), Plain> {
    client.list_rooms().await
}

fn main() {}
