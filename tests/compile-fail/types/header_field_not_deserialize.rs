use rest_op::{Api, Call, Client, FromResponse, rest_op};

pub struct Plain;

#[derive(FromResponse)]
pub struct Object {
    #[from_response(header = "etag")]
    pub etag: Plain,
}

pub trait Objects: Api {
    #[rest_op(GET, "/object")]
    fn get_object(&self) -> Call<Object>;
}

impl Objects for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_object();
}

fn main() {}
