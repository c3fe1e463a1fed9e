use rest_op::{Api, ApiError, Call, Client, ErrorResponse, rest_op};

#[derive(ApiError)]
#[api_error(response)]
pub enum RoomError {
    #[api_error(other)]
    Other(ErrorResponse),
}

impl RoomError {
    pub fn response(&self) -> &ErrorResponse {
        match self {
            Self::Other(response) => response,
        }
    }
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
