use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use super::*;

fn error(text: &str) -> String {
    let source = Source::parse("api.json", text.as_bytes());
    source.map_or_else(|error| error.to_string(), |source| source.unknown_format().to_string())
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn json_yaml_and_gzip_of_them_are_one_value() {
    let json = r#"{"openapi": "3.0.3", "paths": {"/a": {"get": {"responses": {"200": {}, "404": {}}}}}, "on": [1, 2.5, null, "1_0", "yes"]}"#;
    let yaml = "\
openapi: 3.0.3
paths:
  /a:
    get:
      responses:
        200: &empty {}
        '404': *empty
on: [1, 2.5, ~, 1_0, yes]
";
    let expected = serde_json::from_str::<Value>(json).unwrap();
    for bytes in [
        json.as_bytes().to_vec(),
        yaml.as_bytes().to_vec(),
        ["\u{FEFF}", json].concat().into_bytes(),
        ["\u{FEFF}", yaml].concat().into_bytes(),
        gzip(json.as_bytes()),
        gzip(yaml.as_bytes()),
        [gzip(&json.as_bytes()[..9]), gzip(&json.as_bytes()[9..])].concat(),
    ] {
        let source = Source::parse("api", &bytes).unwrap();
        assert_eq!(source.value, expected);
        assert_eq!(
            source.value.to_string(),
            expected.to_string(),
            "the members are in order"
        );
    }
}

#[test]
fn json_with_a_comma_too_many_is_read_as_yaml() {
    let source = Source::parse("api", b"{\"openapi\": \"3.0.0\", \"paths\": {},}").unwrap();
    assert_eq!(source.value, json!({"openapi": "3.0.0", "paths": {}}));
}

#[test]
fn digest_is_that_of_the_bytes_as_read() {
    let source = Source::parse("api", b"a: b\n").unwrap();
    assert_eq!(
        source.sha256(),
        "52c9693cf3f219d51ba6af4362ee092c55fb5e6f96d6f9da13c8ede7eff8e71b"
    );
}

#[test]
fn paginators_become_a_member_of_the_model() {
    let model = Source::parse("service-2.json", br#"{"metadata": {}, "shapes": {}}"#).unwrap();
    let pages = json!({"ListRooms": {"result_key": "Rooms"}});
    let with = model
        .clone()
        .with_paginators(json!({"pagination": pages}).to_string().as_bytes())
        .unwrap();
    assert_eq!(with.value[aws::PAGINATORS], pages);
    assert_eq!(
        model.with_paginators(b"{}").unwrap_err().to_string(),
        "the paginators has no paginators; name the file `paginators-1.json` of the service"
    );
    let document = Source::parse("api.json", br#"{"openapi": "3.0.0"}"#).unwrap();
    assert_eq!(
        document
            .with_paginators(br#"{"pagination": {}}"#)
            .unwrap_err()
            .to_string(),
        "api.json is not an AWS service model; paginators are for these alone"
    );
}

#[test]
fn faulty_text_is_reported_with_its_place() {
    assert_eq!(
        error("{\"openapi\": \"3.0.0\",\n \"paths\": {\"/a"),
        "api.json ends early, at line 2, column 14; download it again"
    );
    assert_eq!(
        error("{\n  \"openapi\" \"3.0.0\"\n}"),
        "api.json: line 2, column 13: expected `:`"
    );
    assert_eq!(
        error("openapi: 3.0.0\npaths: [\n"),
        "api.json: line 2, column 8: unclosed bracket '['"
    );
    assert_eq!(
        error("openapi: 3.0.0\n\tpaths: {}\n"),
        "api.json: line 1, column 10: while scanning a plain scalar, found a tab"
    );
    assert_eq!(
        error("a: &a [1]\nb: [*b]\n"),
        "api.json: line 2, column 5: alias references unknown anchor"
    );
    assert_eq!(
        error("---\na: 1\n---\na: 2\n"),
        "api.json: line 4, column 1: a second document begins; keep only one"
    );
}

#[test]
fn nesting_and_aliases_are_bounded() {
    let deep = ["[".repeat(200), "]".repeat(200)].concat();
    assert_eq!(error(&deep), "api.json: line 1, column 128: recursion limit exceeded");
    assert_eq!(
        error(&"- ".repeat(200)),
        "api.json: line 1, column 255: nested more than 127 deep"
    );
    let multiply = |level: u32| {
        format!(
            "a{}: &a{} [{}]\n",
            level + 1,
            level + 1,
            vec![format!("*a{level}"); 10].join(", ")
        )
    };
    let bomb = ["a0: &a0 x\n".to_owned(), (0..9).map(multiply).collect()].concat();
    assert!(bomb.len() < 1000);
    assert_eq!(
        error(&bomb),
        "api.json: line 7, column 15: too many values, most of them from aliases"
    );
}

#[test]
fn files_of_other_kinds_are_recognised() {
    for (text, expected) in [
        ("", "is empty; download it again"),
        (" \n", "is empty; download it again"),
        (
            "<!-- a --><!DOCTYPE HTML><HTML>",
            "is an HTML page; download the raw document",
        ),
        ("\n<html lang=\"en\">", "is an HTML page; download the raw document"),
        (
            "<?xml version=\"1.0\"?><application/>",
            "is XML; look for the description in JSON or YAML",
        ),
        (
            "// Pets.\nsyntax = \"proto3\";\n",
            "is a protobuf definition; the vendor may have an OpenAPI document of the same API",
        ),
        (
            "# Pets\ntype Query {\n  pets: [Pet]\n}\n",
            "is a GraphQL schema, not the description of a REST API",
        ),
        (
            "$version: \"2\"\nnamespace pets\n",
            "is Smithy's language; name its JSON AST, which `smithy ast` writes",
        ),
        ("#%RAML 1.0\ntitle: Pets\n", "is RAML; convert it to OpenAPI 3 first"),
        (
            "FORMAT: 1A\n# Pets\n",
            "is an API Blueprint; convert it to OpenAPI 3 first",
        ),
        (
            "import \"@typespec/http\";\n",
            "is TypeSpec; name the OpenAPI document that `tsp compile` writes",
        ),
        (
            "version https://git-lfs.github.com/spec/v1\n",
            "is a pointer of Git LFS; fetch the file with `git lfs pull`",
        ),
        ("PK\u{3}\u{4}", "is a ZIP archive; unpack it first"),
        (
            "%PDF-1.7",
            "is a PDF document; look for the OpenAPI document in JSON or YAML",
        ),
    ] {
        assert_eq!(error(text), format!("api.json {expected}"), "{text}");
    }
    let utf_16 = Source::parse("api.json", b"\xFF\xFE{\0}\0").unwrap_err();
    assert_eq!(utf_16.to_string(), "api.json is encoded in UTF-16; convert it to UTF-8");
    let latin_1 = Source::parse("api.json", b"{\"a\": \"\xE9\"}").unwrap_err();
    assert_eq!(
        latin_1.to_string(),
        "api.json is not UTF-8: byte 7 is illegal; convert it to UTF-8"
    );
}

#[test]
fn values_of_other_kinds_are_recognised() {
    let list = "; an OpenAPI document has `openapi` and `paths`, an AWS service model `metadata` and `shapes`";
    for (text, expected) in [
        (
            r#"{"openapi": "4.0.0"}"#,
            "is OpenAPI 4.0.0; 3.0, 3.1 and 3.2 can be read",
        ),
        (
            r#"{"swaggerVersion": "1.2"}"#,
            "is Swagger 1; convert it to OpenAPI 3 first",
        ),
        (
            r#"{"asyncapi": "2.6.0"}"#,
            "is AsyncAPI, not the description of a REST API",
        ),
        (
            r#"{"info": {"_postman_id": "1", "name": "Pets"}, "item": []}"#,
            "is a Postman collection; convert it to OpenAPI 3 first, with `npx postman-to-openapi`",
        ),
        (
            r#"{"_type": "export", "resources": []}"#,
            "is an export of Insomnia; export OpenAPI 3 instead",
        ),
        (
            r#"{"data": {"__schema": {}}}"#,
            "is a GraphQL schema, not the description of a REST API",
        ),
        (
            r#"{"discoveryVersion": "v1"}"#,
            "is a discovery document of Google; convert it to OpenAPI 3 first",
        ),
        (
            r#"{"log": {"entries": []}}"#,
            "is an HTTP archive, not the description of an API",
        ),
        (
            r#"{"pagination": {}}"#,
            "has the paginators of a service; name the `service-2.json` beside it",
        ),
        (
            r#"{"info": {}, "paths": {}}"#,
            "has `paths`, but no member `openapi` with its version",
        ),
        (
            r#"{"shapes": {}}"#,
            "has `shapes`, but neither `metadata`, as botocore's models, nor `smithy`",
        ),
        (
            r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}"#,
            "is a JSON Schema, not the description of an API",
        ),
        (
            r#"{"message": "Not Found", "status": 404}"#,
            "seems to be an error, “Not Found”; download the description again",
        ),
        (
            "404: Not Found",
            "seems to be an error, “Not Found”; download the description again",
        ),
        (
            "Not Found",
            "is plain text, neither an OpenAPI document nor an AWS service model",
        ),
        ("[1]", "is a list, neither an OpenAPI document nor an AWS service model"),
        (
            "5",
            "is a single value, neither an OpenAPI document nor an AWS service model",
        ),
        ("{}", &format!("is an empty object{list}")),
        (
            r#"{"name": "pets", "private": true}"#,
            &format!("has the members `name`, `private`{list}"),
        ),
    ] {
        assert_eq!(error(text), format!("api.json {expected}"), "{text}");
    }
}

#[test]
fn faulty_gzip_is_reported() {
    let whole = gzip(br#"{"openapi": "3.0.0", "paths": {}}"#);
    let cut = Source::parse("api.json.gz", &whole[..whole.len() - 9]).unwrap_err();
    assert_eq!(
        cut.to_string(),
        "api.json.gz ends early, in the middle of its gzip data; download it again"
    );
    let mut faulty = whole.clone();
    faulty[whole.len() - 6] ^= 1;
    let faulty = Source::parse("api.json.gz", &faulty).unwrap_err();
    assert_eq!(
        faulty.to_string(),
        "api.json.gz has faulty gzip data (corrupt gzip stream does not have a matching checksum); download it again"
    );
}
