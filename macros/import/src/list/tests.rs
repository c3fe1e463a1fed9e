use super::*;

fn listed(id: &str, method: &str, path: &str, summary: &str, tags: &[&str]) -> Listed {
    Listed {
        id: id.to_owned(),
        method: method.to_owned(),
        path: path.to_owned(),
        summary: summary.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..Listed::default()
    }
}

fn pets() -> Vec<Listed> {
    let mut deprecated = listed("deletePetById", "DELETE", "/pets/{petId}", "Deletes a pet.", &["pets"]);
    deprecated.is_deprecated = true;
    let long = "Lists the owners of all pets that live in one of the houses of a street.";
    vec![
        listed("listPets", "GET", "/pets", "Lists pets.\n\nAll of them.", &["pets"]),
        deprecated,
        listed(
            "owners",
            "GET",
            "/owners/{owner}/of/the/pets/that/have/a/name",
            long,
            &["people", "pets"],
        ),
        listed("ping", "GET", "/ping", "", &[]),
    ]
}

#[test]
fn columns_are_aligned_and_summaries_cut() {
    let expected = "\
listPets       GET     /pets          Lists pets.
deletePetById  DELETE  /pets/{petId}  [deprecated] Deletes a pet.
owners         GET     /owners/{owner}/of/the/pets/that/have/a/name  Lists the owners of all pets that live in one of the houses…
ping           GET     /ping

tag:pets (3), tag:people (1)
";
    assert_eq!(table(&pets(), "").unwrap(), expected);
}

#[test]
fn operations_contain_all_words_in_any_case() {
    let found = |words| table(&pets(), words).unwrap().lines().next().unwrap().to_owned();
    assert!(found("LISTPETS").starts_with("listPets"));
    assert!(found("people").starts_with("owners"));
    assert!(found("delete PETID").starts_with("deletePetById"));
    assert!(found("live street").starts_with("owners"));
    assert!(found("/ping").starts_with("ping"));
}

#[test]
fn word_that_nothing_contains_is_an_error_with_a_suggestion() {
    let error = |words| table(&pets(), words).unwrap_err().to_string();
    assert_eq!(
        error("pets ownre"),
        "no operation contains `pets ownre`; did you mean `owner`?"
    );
    assert_eq!(error("invoice"), "no operation contains `invoice`");
    assert_eq!(error("ping owners"), "no operation contains `ping owners`");
    assert_eq!(
        table(&[], "").unwrap_err().to_string(),
        "the description has no operation"
    );
}
