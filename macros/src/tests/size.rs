//! The number of tokens of an operation, which the compiler reads for each one that is declared.

use proc_macro2::{TokenStream, TokenTree};

use super::declaration::expansion;

const LIST_ROOMS: &str = r#"#[rest_op(GET, "/accounts/<account_id>/rooms")]
    fn list_rooms(
        &self,
        #[check(not_blank())] account_id: &str,
        #[query(flatten)]
        #[check(ListRooms::check)]
        options: &ListRooms,
    ) -> Call<RoomPage, ChimeError>;"#;

/// The number of tokens, including both delimiters of each group.
fn count(tokens: TokenStream) -> usize {
    let one = |tree| match tree {
        TokenTree::Group(group) => 2 + count(group.stream()),
        _ => 1,
    };
    tokens.into_iter().map(one).sum()
}

/// The count is recorded with the other guarded figures.
#[test]
fn an_operation_expands_to_the_recorded_number_of_tokens() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/benchmarks/recorded.toml");
    let recorded = std::fs::read_to_string(path).unwrap();
    let tokens = recorded
        .lines()
        .find_map(|line| line.strip_prefix("tokens = "))
        .unwrap();
    assert_eq!(count(expansion(LIST_ROOMS)).to_string(), tokens);
}
