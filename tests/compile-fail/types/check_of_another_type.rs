use rest_op::{Api, Call, Client, check, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms")]
    fn list_rooms(&self, #[query] #[check(check::not_blank())] max: u32) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms(1);
}

fn main() {}
