use rest_op::{Api, Call, Client, rest_op};

pub trait Rooms: Api {
    #[rest_op(POST, "/rooms")]
    fn set_picture(&self, #[part] picture: &[u8]) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.set_picture(b"GIF89a");
}

fn main() {}
