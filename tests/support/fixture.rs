//! The documented sample of `ListRooms`, with fixed credentials and a fixed clock to reproduce it.

use std::time::{Duration, SystemTime};

use rest_op::{Client, ClientBuilder, Clock, Credentials, SigV4};

/// The account of the sample.
pub const ACCOUNT: &str = "12a3456b-7c89-012d-3456-78901e23fg45";
/// The member of the sample.
pub const MEMBER: &str = "1ab2345c-67de-8901-f23g-45h678901j2k";
/// The access key id that AWS uses in its documentation.
pub const ACCESS_KEY_ID: &str = "AKIDEXAMPLE";
/// The secret that belongs to it.
pub const SECRET_ACCESS_KEY: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

/// The body of the sample's response.
pub const SAMPLE_BODY: &str = r#"{"NextToken":null,"Rooms":[{"AccountId":"12a3456b-7c89-012d-3456-78901e23fg45","CreatedBy":"arn:aws:iam::111122223333:user/alejandro","CreatedTimestamp":"2019-12-02T22:29:31.549Z","Name":"chatRoom","RoomId":"abcd1e2d-3e45-6789-01f2-3g45h67i890j","UpdatedTimestamp":"2019-12-02T22:33:19.310Z"}]}"#;

/// The time of the sample: 20191202T223837Z.
pub fn sample_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_575_326_317)
}

/// The credentials of the sample, with a session token if one is given.
pub fn credentials(session_token: Option<&str>) -> Credentials {
    Credentials::new(
        ACCESS_KEY_ID,
        SECRET_ACCESS_KEY,
        session_token.map(str::to_owned),
        None,
        "fixed",
    )
}

/// A client that signs for Chime with fixed credentials and the system's clock.
pub fn signed(endpoint: &str) -> ClientBuilder {
    Client::builder(endpoint).auth(SigV4::new("chime", "us-east-1", credentials(None)))
}

/// A client that signs for Chime as at the time of the sample.
pub fn signed_at_sample_time(endpoint: &str) -> ClientBuilder {
    signed(endpoint).clock(Clock::fixed(sample_time()))
}
