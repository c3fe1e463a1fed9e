use rest_op::{Call, Client, rest_op};

pub trait Rooms {
    fn list_rooms(&self, id: &str) -> Call<()>;
}

impl Rooms for Client {
    #[rest_op(GET, "/rooms/<id>")]
    fn list_rooms(&self, #[check(rest_op::check::not_blank())] id: &str) -> Call<()> {
        let _ = id;
        Call::ready(Ok(()))
    }
}

pub fn caller(client: &Client) {
    let _ = client.list_rooms("1");
}

fn main() {}
