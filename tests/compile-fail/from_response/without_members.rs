use rest_op::{Api, Call, Client, FromResponse, rest_op};

#[derive(FromResponse)]
#[from_response(member = "data")]
pub struct Object {
    #[from_response(header = "etag")]
    pub etag: String,
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
