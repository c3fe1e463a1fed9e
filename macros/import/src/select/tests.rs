use super::*;

fn listed(id: &str, method: &str, path: &str, tags: &[&str]) -> Listed {
    Listed {
        id: id.to_owned(),
        method: method.to_owned(),
        path: path.to_owned(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        pointer: format!("/paths/{path}/{method}"),
        ..Listed::default()
    }
}

fn pets() -> Vec<Listed> {
    vec![
        listed("listPets", "GET", "/pets", &["pets"]),
        listed("createPet", "POST", "/pets", &["pets", "admin"]),
        listed("getPet", "GET", "/pets/{petId}", &["pets"]),
        listed("GetPet", "GET", "/v2/pets/{petId}", &["pets"]),
        listed("getOwner", "GET", "/owners/{id}", &["owners"]),
        listed("deleteOwner", "DELETE", "/owners/{id}", &["owners", "admin"]),
    ]
}

fn ids(selectors: &[&str]) -> Result<Vec<String>, String> {
    let selectors: Vec<_> = selectors.iter().map(|selector| (*selector).to_owned()).collect();
    let chosen = choose(pets(), &selectors).map_err(|error| error.to_string())?;
    Ok(chosen.into_iter().map(|operation| operation.id).collect())
}

#[test]
fn operations_are_in_the_order_of_the_selectors_and_each_once() {
    assert_eq!(
        ids(&["getOwner", "tag:admin", "createPet", "POST /pets"]).unwrap(),
        ["getOwner", "createPet", "deleteOwner"]
    );
}

#[test]
fn ids_that_differ_in_case_are_distinct() {
    assert_eq!(ids(&["GetPet"]).unwrap(), ["GetPet"]);
    assert_eq!(ids(&["getPet"]).unwrap(), ["getPet"]);
}

#[test]
fn request_lines_have_any_case_and_any_names_of_labels() {
    for selector in [
        "get /pets/{petId}",
        "Get  /pets/{id}",
        " GET /pets/<pet_id>",
        "/pets/{}",
    ] {
        assert_eq!(ids(&[selector]).unwrap(), ["getPet"], "{selector}");
    }
}

#[test]
fn all_unknown_operations_are_reported_with_suggestions() {
    let error = ids(&["listPet", "getOwner", "tag:pet", "PUT /pets", "GET /pet", "frobnicate"]).unwrap_err();
    assert_eq!(
        error.lines().collect::<Vec<_>>(),
        [
            "there is no operation `listPet`; did you mean `listPets`? `--list` shows all operations",
            "no operation has the tag `pet`; did you mean `pets`? `--list` shows all operations",
            "there is no operation `PUT /pets`; the path has `GET /pets`, `POST /pets`; `--list` shows all operations",
            "there is no operation `GET /pet`; did you mean `GET /pets`, `GET /pets/{petId}` or `GET /v2/pets/{petId}`? `--list` shows all operations",
            "there is no operation `frobnicate`; `--list` shows all operations",
        ]
    );
}

#[test]
fn what_several_operations_have_in_common_does_not_name_one() {
    assert_eq!(
        ids(&["/owners/{id}"]).unwrap_err(),
        "`/owners/{id}` is 2 operations; name one: `getOwner`, `deleteOwner`"
    );
    let twice = vec![listed("get", "GET", "/a", &[]), listed("get", "GET", "/b", &[])];
    let error = choose(twice, &["get".to_owned()]).unwrap_err();
    assert_eq!(error.to_string(), "`get` is 2 operations; name one: `GET /a`, `GET /b`");
}

#[test]
fn no_selector_is_an_error() {
    assert_eq!(
        ids(&[]).unwrap_err(),
        "no operation is chosen; `--list` shows all operations"
    );
}

#[test]
fn unknown_types_are_reported_with_suggestions() {
    let error = check_types(
        &["Acount".to_owned(), "Pet".to_owned()],
        &["Account".to_owned(), "Pet".to_owned()],
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        "there is no type `Acount`; did you mean `Account`?"
    );
}
