//! XML that is malformed, huge, or meant to do harm.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Thing, read};

fn name_of(text: &str) -> Result<String, String> {
    let thing = read::<Thing>(text).map_err(|(_, message)| message)?;
    Ok(thing.name.unwrap_or_default())
}

#[test]
fn references_to_no_character_and_to_undefined_entities_are_malformed() {
    for reference in [
        "&#0;",
        "&#x0;",
        "&#xD800;",
        "&#xDFFF;",
        "&#x110000;",
        "&#99999999999;",
        "&#;",
        "&#x;",
        "&#-1;",
        "&#+1;",
        "&#xg;",
        "&b;",
        "&nbsp;",
        "&;",
        "&",
        "&lt",
        "&#65",
        "&#X41;",
    ] {
        let message = name_of(&format!("<a><name>x{reference}</name></a>")).unwrap_err();
        assert!(
            message.starts_with("is not well-formed XML, at byte "),
            "{reference}: {message}"
        );
        let in_attribute = read::<BTreeMap<String, String>>(&format!("<a b='x{reference}'/>"));
        assert!(in_attribute.is_err(), "{reference}");
    }
}

#[test]
fn references_are_characters_even_those_that_xml_excludes_but_amazon_s3_sends() {
    let text = "<a><name>&#65;&#x42;&#x1F600;&#1;&#x1;&#xD;&#10;&lt;&gt;&amp;&quot;&apos;&amp;lt;</name></a>";
    assert_eq!(name_of(text).unwrap(), "AB\u{1f600}\u{1}\u{1}\r\n<>&\"'&lt;");
    let attribute: BTreeMap<String, String> = read("<a b='&#65;&#xA;&lt;&amp;lt;\n\t'/>").unwrap();
    assert_eq!(attribute["@b"], "A\n<&lt;  ");
}

#[test]
fn comments_instructions_and_sections_are_parts_of_one_text() {
    for (text, name) in [
        ("<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b"),
        ("<![CDATA[&amp;<b/>]]>&amp;", "&amp;<b/>&"),
        ("a<!-- <name>no</name> -->b<?pi <name>no</name>?>c", "abc"),
        ("a\r\nb\rc", "a\nb\nc"),
        (" <!-- --> ", "  "),
        ("<![CDATA[]]>", ""),
    ] {
        assert_eq!(
            name_of(&format!("<a><name>{text}</name></a>")).as_deref(),
            Ok(name),
            "{text}"
        );
    }
}

#[test]
fn malformed_documents_are_reported() {
    for text in [
        "<1a/>",
        "<a:b:c/>",
        "<a:/>",
        "<@id>7</@id>",
        "<a $text='b'/>",
        "<a",
        "<",
        "<a>",
        "<a><b></a></b>",
        "</a>",
        "<a></a></a>",
        "<a b>",
        "<a b=c/>",
        "<a b='1/>",
        "<a b='1' b='2'/>",
        "<a><!-- </a>",
        "<a><![CDATA[ </a>",
        "<a><? </a>",
        "<!-- -->",
        "<a/><a/>",
        "<a/>b",
        "<a/>&amp;",
        "<a/><![CDATA[b]]>",
        "b<a/>",
        "&amp;<a/>",
        "<a/></b>",
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE html>",
        "<a><!DOCTYPE b></a>",
        "<!ENTITY a 'b'><a/>",
        "<a><name>&b;</name></a>",
        "<?xml version='1.0' encoding='utf-16'?><a/>",
        "\0<\0a\0/\0>",
        "<a xmlns='x' xmlns='y' c='1' c='2'/>",
    ] {
        let (path, message) = read::<Thing>(text).unwrap_err();
        assert_eq!(path, ".", "{text}: {message}");
    }
    for bytes in [
        &b"<a>\xff</a>"[..],
        b"\xff\xfe<\0a\0/\0>\0",
        b"\xfe\xff\0<\0a\0/\0>",
        b"<a>\xed\xa0\x80</a>",
    ] {
        let error = super::decode_body::<Thing>(bytes).unwrap_err();
        assert_eq!(error.to_string(), "is not UTF-8");
    }
}

#[test]
fn external_entities_and_entities_in_attributes_are_not_read() {
    for text in [
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a><name>&b;</name></a>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://127.0.0.1:9/'> %b;]><a/>",
        "<?xml version='1.0'?><!DOCTYPE a [<!ATTLIST a id CDATA '7'>]><a/>",
    ] {
        assert_eq!(name_of(text).unwrap_err(), "has a document type, which is not accepted");
    }
}

#[test]
fn encodings_that_are_parts_of_utf8_are_accepted() {
    for name in ["utf-8", "UTF-8", "utf8", "US-ASCII"] {
        assert!(
            name_of(&format!("\u{feff}<?xml version='1.0' encoding='{name}'?><a/>")).is_ok(),
            "{name}"
        );
    }
}

/// Each of these takes minutes if it is read in quadratic time.
#[test]
fn floods_are_read_in_linear_time() {
    const COUNT: usize = 50_000;

    let numbered = |before: &str, after: &str| {
        let all: Vec<_> = (0..COUNT).map(|n| format!("{before}{n}{after}")).collect();
        all.concat()
    };

    let attributes: BTreeMap<String, String> = read(&format!("<a{}/>", numbered(" b", "=''"))).unwrap();

    assert_eq!(attributes.len(), COUNT);

    read::<Thing>(&format!("<a{}/>", numbered(" b", "=''"))).unwrap();

    let elements: BTreeMap<String, String> = read(&format!("<a>{}</a>", numbered("<b", "/>"))).unwrap();

    assert_eq!(elements.len(), COUNT);

    let repeated: Thing = read(&format!("<a>{}</a>", "<tag/>".repeat(COUNT))).unwrap();

    assert_eq!(repeated.tags.len(), COUNT);

    let mixed: Thing = read(&format!("<a>{}</a>", "x<tag/>&amp;".repeat(COUNT))).unwrap();

    assert_eq!(mixed.tags.len(), COUNT);

    let text = name_of(&format!(
        "<a><name>{}</name></a>",
        "&amp;<!-- --><![CDATA[b]]>".repeat(COUNT)
    ))
    .unwrap();

    assert_eq!(text.len(), 2 * COUNT);

    let nested = format!("<inner>{}</inner>", "<tag/>".repeat(100)).repeat(COUNT / 100);

    assert!(read::<Thing>(&format!("<a>{nested}</a>")).is_err());

    assert!(read::<Thing>(&format!("<a xmlns:b='c'>{}</a>", "<b:tag xmlns:b='c'/>".repeat(COUNT))).is_ok());
}

#[test]
fn many_small_elements_take_little_more_memory_than_pointers_to_them() {
    let size = size_of::<super::super::document::Element<'_>>();
    assert!(size <= 72, "{size}");
}

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only read")]
struct Tree(Vec<Tree>);

#[derive(Debug, Deserialize)]
#[allow(dead_code, reason = "only read")]
struct Lists {
    #[serde(default)]
    element: Vec<Vec<String>>,
    #[serde(default, rename = "@attribute")]
    attribute: Vec<Vec<String>>,
    #[serde(default)]
    tree: Vec<Tree>,
    #[serde(default)]
    map: BTreeMap<String, u8>,
}

#[test]
fn list_in_a_list_is_rejected_and_not_read_forever() {
    let message = "is a list in a list, which XML has no name for".to_owned();
    for (text, path) in [
        ("<a><element>b</element></a>", "element[0]"),
        ("<a attribute='b c'/>", "@attribute[0]"),
        ("<a><tree><tree/></tree></a>", "tree[0]"),
    ] {
        assert_eq!(
            read::<Lists>(text).unwrap_err(),
            (path.to_owned(), message.clone()),
            "{text}"
        );
    }
    assert_eq!(read::<Tree>("<a/>").unwrap_err(), ("[0]".to_owned(), message));
}

#[test]
fn errors_name_the_place_but_neither_values_nor_keys_of_maps() {
    for text in [
        "<a><map><s3cr>s3cr</s3cr></map></a>",
        "<a><map s3cr='s3cr'/></a>",
        "<a><map><s3cr><s3cr/></s3cr></map></a>",
    ] {
        let (path, message) = read::<Lists>(text).unwrap_err();
        assert!(path == "map.*" && !message.contains("s3cr"), "{path}: {message}");
    }
    for text in [
        "<a s3cr>",
        "<a><s3cr></a>",
        "<s3cr/><s3cr/>",
        "<a/>s3cr",
        "<a>&s3cr;</a>",
        "<?xml version='1.0' encoding='s3cr'?><a/>",
    ] {
        let (path, message) = read::<Thing>(text).unwrap_err();
        assert!(path == "." && !message.contains("s3cr"), "{path}: {message}");
    }
    for (text, path, message) in [
        (
            "<a><choice><one>s3cr</one></choice></a>",
            "choice.one",
            "invalid type: string, expected u8",
        ),
        (
            "<a><choice><s3cr/></choice></a>",
            "choice",
            "unknown variant, expected `one` or `two`",
        ),
        (
            "<a><members><m>1</m><m>s3cr</m></members></a>",
            "members[1]",
            "invalid type: string, expected i32",
        ),
        (
            "<a><inner><inner id='s3cr'/></inner></a>",
            "inner.inner.@id",
            "invalid type: string, expected u32",
        ),
        (
            "<a><is_new>s3cr</is_new></a>",
            "is_new",
            "invalid type: string, expected a boolean",
        ),
    ] {
        assert_eq!(read::<Thing>(text).unwrap_err(), (path.to_owned(), message.to_owned()));
    }
}

#[test]
fn error_in_a_member_has_the_path_of_the_member_before_its_own() {
    let body = b"<r><Result><Thing><inner id='x'/></Thing><Tags><t/></Tags></Result></r>";
    let error = super::decode_member::<Thing>(body, "Result.Thing").unwrap_err();
    assert_eq!(error.path(), "Result.Thing.inner.@id");
    let error = super::decode_member::<Vec<u8>>(body, "Result.Tags").unwrap_err();
    assert_eq!(error.path(), "Result.Tags[0]");
    let error = super::decode_member::<Thing>(b"<r>", "Result").unwrap_err();
    assert_eq!(error.path(), ".");
}
