use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms/<id>")]
    #[rest_op(POST, "/rooms/<id>")]
    fn get_room(&self, id: &str, #[query] max: u32) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_room("a", 1);
}

fn main() {}
