use rest_op::{Api, Bytes, Call, Client, FromResponse, rest_op};

#[derive(FromResponse)]
pub struct Object {
    #[from_response(body)]
    pub content: Bytes,
    #[from_response(body)]
    pub text: String,
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
