use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(GET, "/rooms/<id>")]
    fn get_room(&self, id: Option<&str>) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_room(Some("a"));
}

fn main() {}
