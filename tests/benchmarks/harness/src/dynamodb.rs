//! The table of songs and the calls that both programs of DynamoDB use.

use std::sync::Arc;

use crate::{BoxError, load, number, on_one_thread};

pub const TABLE: &str = "Music";
pub const ARTIST: &str = "George Frideric Handel";
pub const SONG: &str = "Giulio Cesare in Egitto";
/// A song that the table has, so that it cannot be written again.
pub const TAKEN: &str = "Xerxes";
/// The condition of every write.
pub const CONDITION: &str = "attribute_not_exists(Artist)";

/// An item of ten attributes, as the service sends it.
pub const ITEM: &str = r#"{"Artist":{"S":"George Frideric Handel"},"Song":{"S":"Giulio Cesare in Egitto"},"Catalogue":{"S":"HWV 17"},"Acts":{"N":"3"},"Year":{"N":"1724"},"Sung":{"BOOL":true},"Cover":{"B":"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"},"Roles":{"L":[{"S":"Cesare"},{"S":"Cleopatra"},{"S":"Sesto"},{"S":"Tolomeo"}]},"Premiere":{"M":{"House":{"S":"King's Theatre"},"City":{"S":"London"},"Date":{"S":"1724-02-20"}}},"Tags":{"SS":["baroque","opera seria"]}}"#;
pub const ATTRIBUTES: usize = 10;

/// A client of DynamoDB.
pub trait DynamoDb: Sized + Send + Sync + 'static {
    fn new(endpoint: &str) -> Self;

    /// Reads the item of a song, and returns the number of its attributes.
    fn get_item(&self, artist: &str, song: &str) -> impl Future<Output = Result<usize, BoxError>> + Send;

    /// Writes the item of a song with [`CONDITION`], and returns whether that holds.
    fn put_item(&self, artist: &str, song: &str) -> impl Future<Output = Result<bool, BoxError>> + Send;

    /// Reads all songs of an artist, page by page, and returns their number.
    fn songs(&self, artist: &str) -> impl Future<Output = Result<usize, BoxError>> + Send;
}

const USAGE: &str = "\
usage: loopback ENDPOINT CALLS CONCURRENCY    a closed loop of GetItem
       check ENDPOINT                         one call of each operation, what came of them";

/// Runs the command in the arguments, and prints each figure on a line, as name and value.
pub fn main<P: DynamoDb>() {
    on_one_thread(async |arguments| match arguments {
        ["loopback", endpoint, calls, concurrency] => {
            let peer = Arc::new(P::new(endpoint));
            let call = move || {
                let peer = peer.clone();
                async move { assert_eq!(peer.get_item(ARTIST, SONG).await.expect("an item"), ATTRIBUTES) }
            };
            load::run(number(calls), number(concurrency), call).await;
        }
        ["check", endpoint] => {
            let peer = P::new(endpoint);
            println!("attributes {:?}", peer.get_item(ARTIST, SONG).await);
            println!("written {:?}", peer.put_item(ARTIST, SONG).await);
            println!("written {:?}", peer.put_item(ARTIST, TAKEN).await);
            println!("songs {:?}", peer.songs(ARTIST).await);
        }
        _ => panic!("{USAGE}"),
    });
}
