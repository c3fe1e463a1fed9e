use rest_op::{Api, Call, Client, FromResponse, Page, rest_op};
use serde::Deserialize;

#[derive(Deserialize, FromResponse, Page)]
pub struct RoomPage {
    #[page(items)]
    pub rooms: Vec<String>,
    #[page(token = query("next-token"))]
    pub next_token: Option<String>,
    #[page(next = query("next-token"))]
    pub other: Option<String>,
}

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self) -> Call<RoomPage>;
}

impl Rooms for Client {}

pub async fn caller(client: &Client) {
    let _: Result<Vec<String>, _> = client.list_rooms().items().try_collect().await;
}

fn main() {}
