//! Reads an OpenAPI document and writes the client that progenitor generates from it.

use progenitor_impl::Generator;

fn main() {
    let document = serde_json::from_reader(std::io::stdin()).expect("an OpenAPI document");
    let client = Generator::default()
        .generate_tokens(&document)
        .expect("one that progenitor takes");
    println!("{client}");
}
