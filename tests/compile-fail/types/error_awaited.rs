use rest_op::{Api, Call, Client, rest_op};

#[derive(Debug)]
pub struct Plain;

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Call<(), Plain>;
}

impl Rooms for Client {}

pub async fn caller(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    let _ = client.list_rooms().response().await?;
    client.list_rooms().await?;
    Ok(())
}

fn main() {}
