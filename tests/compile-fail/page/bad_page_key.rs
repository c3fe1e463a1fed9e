use rest_op::{Api, Call, Client, FromResponse, Page, rest_op};
use serde::Deserialize;

#[derive(Deserialize, FromResponse, Page)]
#[page(next = query("cursor"), at = "mta.next_cursor")]
pub struct RoomPage {
    #[page(items)]
    pub rooms: Vec<String>,
    pub meta: Meta,
}

#[derive(Deserialize)]
pub struct Meta {
    pub next_cursor: Option<String>,
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
