use rest_op::{Api, ByteStream, Bytes, Call, Client, rest_op};

fn any(_: &ByteStream) -> Result<(), String> {
    Ok(())
}

pub trait Rooms: Api {
    #[rest_op(PUT, "/rooms")]
    fn list_rooms(&self, #[body(stream)] #[check(any)] content: ByteStream) -> Call<()>;
}

impl Rooms for Client {}

pub fn caller(client: &Client) {
    let _ = client.list_rooms(ByteStream::from(Bytes::new()));
}

fn main() {}
