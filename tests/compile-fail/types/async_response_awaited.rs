use rest_op::{Api, Client, rest_op};

pub struct Plain;

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    async fn list_rooms(&self) -> Result<Plain, rest_op::Error>;
}

impl Rooms for Client {}

pub async fn caller(client: &Client) -> Result<Plain, rest_op::Error> {
    client.list_rooms().await
}

fn main() {}
