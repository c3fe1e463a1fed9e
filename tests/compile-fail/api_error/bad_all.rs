use rest_op::{Api, ApiError, Call, Client, ErrorResponse, rest_op};

#[derive(ApiError)]
pub enum RoomError {
    #[api_error(all(code = "AlreadyExists"))]
    Exists,
    #[api_error(other)]
    Other(ErrorResponse),
}

pub trait Objects: Api {
    #[rest_op(GET, "/object")]
    fn get_object(&self) -> Call<(), RoomError>;
}

impl Objects for Client {}

pub fn caller(client: &Client) {
    let _ = client.get_object();
}

fn main() {}
