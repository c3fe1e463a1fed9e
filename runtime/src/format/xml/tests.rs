//! Values in XML and back.

use serde::{Deserialize, Serialize};

use super::*;
use crate::values::xml::{FlatMap, List, Map};

mod hostile;
mod round_trips;

#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, rename = "{urn:things}Thing")]
struct Thing {
    #[serde(rename = "@id")]
    id: Option<u32>,
    name: Option<String>,
    ratio: Option<f64>,
    is_new: Option<bool>,
    #[serde(rename = "tag")]
    tags: Vec<String>,
    members: Option<List<i32>>,
    limits: Option<Map<List<u8>>>,
    #[serde(rename = "flat")]
    entries: FlatMap<String>,
    inner: Option<Box<Thing>>,
    choice: Option<Choice>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Choice {
    One(u8),
    Two(List<String>),
}

#[derive(Serialize)]
struct Outer {
    map: std::collections::BTreeMap<&'static str, u8>,
    tuple: Option<(u8, u8)>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Error {
    #[serde(rename = "Code")]
    code: String,
}

#[derive(Debug, Deserialize, PartialEq)]
enum Open {
    Known,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Deserialize, PartialEq)]
enum Union {
    Text(String),
    Tags(Vec<String>),
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Special {
    open: Vec<Open>,
    union: Vec<Union>,
    #[serde(rename = "$value")]
    variants: Vec<Union>,
    #[serde(with = "crate::values::float")]
    float: f64,
    at: crate::values::timestamp::EpochSeconds,
    blob: crate::Blob,
    words: xml::Words,
}

mod xml {
    #[derive(Debug, serde::Deserialize, PartialEq)]
    pub(super) struct Words {
        #[serde(rename = "@list")]
        pub(super) list: Vec<u8>,
        #[serde(rename = "$text")]
        pub(super) text: String,
    }
}

#[derive(Serialize)]
#[serde(rename = "{p=urn:a?b=c}Prefixed")]
struct Prefixed {
    #[serde(rename = "@p:a")]
    a: u8,
}

fn write(value: &impl Serialize) -> Result<String, String> {
    let bytes = encode(value).map_err(|error| error.to_string())?.unwrap_or_default();
    Ok(String::from_utf8(bytes.to_vec()).unwrap())
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    decode_body(text.as_bytes()).map_err(|error| (error.path().to_owned(), error.to_string()))
}

fn thing() -> Thing {
    Thing {
        id: Some(7),
        name: Some("  a <b> & \"c\"\r\n\t".to_owned()),
        ratio: Some(f64::NEG_INFINITY),
        is_new: Some(true),
        tags: vec!["x".to_owned(), String::new(), "   ".to_owned()],
        members: Some(List(vec![1, 2])),
        limits: Some(Map([("k".to_owned(), List(vec![1, 2]))].into())),
        entries: FlatMap([("a".to_owned(), "b".to_owned())].into()),
        inner: Some(Box::new(Thing {
            id: Some(8),
            ..Thing::default()
        })),
        choice: Some(Choice::Two(List(vec!["c".to_owned()]))),
    }
}

const TEXT: &str = "<Thing xmlns=\"urn:things\" id=\"7\"><name>  a &lt;b&gt; &amp; \"c\"&#xD;&#xA;&#x9;</name><ratio>-Infinity</ratio>\
    <is_new>true</is_new><tag>x</tag><tag/><tag>   </tag><members><member>1</member><member>2</member></members>\
    <limits><entry><key>k</key><value><member>1</member><member>2</member></value></entry></limits><flat><key>a</key><value>b</value></flat>\
    <inner id=\"8\"/><choice><two><member>c</member></two></choice></Thing>";

#[test]
fn values_are_elements_attributes_and_repeated_elements() {
    assert_eq!(write(&thing()).unwrap(), TEXT);
    assert_eq!(write(&Thing::default()).unwrap(), "<Thing xmlns=\"urn:things\"/>");
    assert_eq!(write(&Choice::One(1)).unwrap(), "<Choice><one>1</one></Choice>");
    assert_eq!(write(&None::<Thing>).unwrap(), "");
    assert_eq!(
        write(&Prefixed { a: 1 }).unwrap(),
        "<Prefixed xmlns:p=\"urn:a?b=c\" p:a=\"1\"/>"
    );
}

#[test]
fn written_values_are_read_back() {
    assert_eq!(read::<Thing>(TEXT).unwrap(), thing());
}

#[test]
fn open_enums_unions_times_and_blobs_are_read() {
    let text = "<a><open>Known</open><open>New</open><union><Tags>a</Tags><Tags>b</Tags></union><union><New><b/></New></union>\
        <Text>x</Text><Unheard/><float>-Infinity</float><at>1.5</at><blob>Zm9v</blob><words list=\"1 2\"> t </words></a>";
    let expected = Special {
        open: vec![Open::Known, Open::Unknown("New".to_owned())],
        union: vec![Union::Tags(vec!["a".to_owned(), "b".to_owned()]), Union::Unknown],
        variants: vec![Union::Text("x".to_owned()), Union::Unknown],
        float: f64::NEG_INFINITY,
        at: crate::values::timestamp::EpochSeconds(
            time::OffsetDateTime::from_unix_timestamp_nanos(1_500_000_000).unwrap(),
        ),
        blob: crate::Blob::from("foo"),
        words: xml::Words {
            list: vec![1, 2],
            text: " t ".to_owned(),
        },
    };
    assert_eq!(read::<Special>(text).unwrap(), expected);
}

#[test]
fn a_scalar_that_is_repeated_or_has_elements_is_rejected() {
    let fault = |text: &str| read::<Thing>(text).unwrap_err();
    let repeated = "is an element that is repeated, expected one";
    assert_eq!(fault("<a><name/><name/></a>"), ("name".to_owned(), repeated.to_owned()));
    let map = "invalid type: map, expected text";
    assert_eq!(fault("<a><name><b/></name></a>"), ("name".to_owned(), map.to_owned()));
}

#[test]
fn absent_members_are_left_out_and_empty_lists_with_an_element_are_not() {
    let empty = Thing {
        members: Some(List::default()),
        limits: Some(Map::default()),
        name: Some(String::new()),
        ..Thing::default()
    };
    assert_eq!(
        write(&empty).unwrap(),
        "<Thing xmlns=\"urn:things\"><name/><members/><limits/></Thing>"
    );
}

#[test]
fn values_without_a_name_and_characters_that_xml_cannot_contain_are_rejected() {
    assert_eq!(
        write(&"text").unwrap_err(),
        "is a scalar, which has no name; the root of XML is a struct"
    );
    assert_eq!(
        write(&vec![1]).unwrap_err(),
        "is a list, which has no name; the root of XML is a struct"
    );
    let control = Thing {
        name: Some("\u{1}".to_owned()),
        ..Thing::default()
    };
    assert_eq!(
        write(&control).unwrap_err(),
        "at `name`: has a control character, which XML cannot contain"
    );
    let outer = |key, tuple| Outer {
        map: [(key, 1)].into(),
        tuple,
    };
    assert_eq!(write(&outer("a", None)).unwrap(), "<Outer><map><a>1</a></map></Outer>");
    assert_eq!(
        write(&outer("a b", None)).unwrap_err(),
        "at `map.*`: has a name that XML does not allow"
    );
    assert_eq!(
        write(&outer("a", Some((1, 2)))).unwrap_err(),
        "at `tuple`: is a tuple or an array; use a `Vec`"
    );
}

#[test]
fn elements_are_read_by_local_names_in_any_order_and_unknown_ones_are_skipped() {
    let text = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- c -->\n<p:Any xmlns:p=\"urn:other\" id=\"7\" extra=\"1\">\n  \
        <tag>a</tag><p:name><![CDATA[<x>]]>&#x41;<!-- c -->&amp;</p:name><unknown><name>no</name></unknown><tag>b</tag>\
        <ratio>NaN</ratio><members><m>1</m><m>2</m></members></p:Any>\n";
    let read: Thing = read(text).unwrap();
    assert_eq!((read.id, read.name.as_deref()), (Some(7), Some("<x>A&")));
    assert_eq!(
        (read.tags, read.members),
        (vec!["a".to_owned(), "b".to_owned()], Some(List(vec![1, 2])))
    );
    assert!(read.ratio.unwrap().is_nan());
}

#[test]
fn empty_bodies_and_elements_read_as_values_without_content() {
    assert_eq!(read::<Thing>("").unwrap(), Thing::default());
    assert_eq!(read::<Thing>(" \n").unwrap(), Thing::default());
    let empty: Thing = read("<Thing><name/><members></members><limits/><tag/></Thing>").unwrap();
    assert_eq!(
        (empty.name.as_deref(), empty.members, empty.limits),
        (Some(""), Some(List::default()), Some(Map::default()))
    );
    assert_eq!(empty.tags, [""]);
}

#[test]
fn faults_are_reported_at_their_place_and_without_the_value() {
    let fault = |text: &str| read::<Thing>(text).unwrap_err();
    let at = |path: &str, message: &str| (path.to_owned(), message.to_owned());
    assert_eq!(
        fault("<a><inner id='x1y'/></a>"),
        at("inner.@id", "invalid type: string, expected u32")
    );
    assert_eq!(fault("<a><b></a>"), at(".", "is not well-formed XML, at byte 6"));
    assert_eq!(fault("<a><b>"), at(".", "ends within an element"));
    assert_eq!(fault("{}"), at(".", "has no root element"));
    assert_eq!(fault("<a/><b/>"), at(".", "has more than one root element"));
    assert_eq!(
        fault("<?xml version='1.0' encoding='latin1'?><a/>"),
        at(".", "is not in UTF-8")
    );
    assert_eq!(read::<Thing>("<a>\u{0}</a>").map(|_| ()), Ok(()));
}

#[test]
fn entities_are_not_defined_and_deep_documents_are_rejected() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a><name>&c;</name></a>";
    assert_eq!(
        read::<Thing>(bomb).unwrap_err().1,
        "has a document type, which is not accepted"
    );
    assert!(read::<Thing>("<a><name>&undefined;</name></a>").is_err());
    let deep = "<inner>".repeat(100_000) + &"</inner>".repeat(100_000);
    assert_eq!(
        read::<Thing>(&deep).unwrap_err().1,
        "has more than 128 elements that contain each other"
    );
    let allowed = "<inner>".repeat(128) + &"</inner>".repeat(128);
    assert!(read::<Thing>(&allowed).is_ok());
}

#[test]
fn an_element_below_the_root_is_found_by_its_path() {
    let body =
        b"<r><x><Error><Code>no</Code></Error></x><Other/><Result><a/><Error a='1'><Code>c</Code></Error></Result></r>";
    let found: Error = decode_member(body, "Result.Error").unwrap();
    assert_eq!(found.code, "c");
    let missing = decode_member::<Error>(body, "Error").unwrap_err();
    assert_eq!(
        (missing.path(), missing.to_string().as_str()),
        ("Error", "missing element")
    );
    let empty = decode_member::<Thing>(body, "Result").unwrap();
    assert_eq!(empty, Thing::default());
}
