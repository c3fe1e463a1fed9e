//! Values that are written and read back, and values that cannot be.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{read, write};

#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default, rename = "{xsi=http://www.w3.org/2001/XMLSchema-instance}Named")]
struct Named {
    #[serde(rename = "@xsi:type")]
    kind: Option<String>,
    #[serde(rename = "@type")]
    plain: Option<String>,
    #[serde(rename = "@words")]
    words: Vec<String>,
    #[serde(rename = "{urn:inner}inner")]
    inner: Option<Text>,
    #[serde(rename = "{p=urn:other}p:other")]
    other: Option<u8>,
    shape: Vec<Shape>,
    map: BTreeMap<String, String>,
    number: Option<i128>,
    float: Option<f32>,
    letter: Option<char>,
    unit: Option<()>,
}

#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
struct Text {
    #[serde(rename = "$text")]
    text: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
enum Shape {
    Point,
    Circle { radius: u8 },
    Names(Vec<String>),
}

#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
struct Shapes {
    #[serde(rename = "$value", default)]
    shapes: Vec<Shape>,
}

#[derive(Serialize)]
struct Words<T> {
    #[serde(rename = "@words")]
    words: T,
}

#[derive(Deserialize, Serialize)]
struct Mixed<T> {
    #[serde(rename = "$value")]
    values: T,
}

#[test]
fn prefixes_namespaces_and_variants_are_read_back() {
    let named = Named {
        kind: Some("a".to_owned()),
        plain: Some("b\r\n\t\"'<&>".to_owned()),
        words: vec!["c&".to_owned(), "\"d\"".to_owned()],
        inner: Some(Text {
            text: "\r\n\t \u{85}\u{2028}]]>".to_owned(),
        }),
        other: Some(1),
        shape: vec![
            Shape::Point,
            Shape::Circle { radius: 2 },
            Shape::Names(vec!["e".to_owned(), String::new()]),
        ],
        map: [("f".to_owned(), "g".to_owned()), ("@h".to_owned(), "i".to_owned())].into(),
        number: Some(i128::MIN),
        float: Some(f32::MIN_POSITIVE),
        letter: Some('\n'),
        unit: Some(()),
    };
    let text = write(&named).unwrap();
    let expected = "<Named xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"a\" \
        type=\"b&#xD;&#xA;&#x9;&quot;'&lt;&amp;&gt;\" words=\"c&amp; &quot;d&quot;\">\
        <inner xmlns=\"urn:inner\">&#xD;&#xA;&#x9; &#x85;&#x2028;]]&gt;</inner><p:other xmlns:p=\"urn:other\">1</p:other>\
        <shape>Point</shape><shape><Circle><radius>2</radius></Circle></shape><shape><Names>e</Names><Names/></shape>\
        <map h=\"i\"><f>g</f></map><number>-170141183460469231731687303715884105728</number>";
    assert!(text.starts_with(expected), "{text}");
    assert_eq!(read::<Named>(&text).unwrap(), named);
    let shapes = Shapes {
        shapes: vec![Shape::Point, Shape::Circle { radius: 2 }],
    };
    let text = write(&shapes).unwrap();
    assert_eq!(text, "<Shapes><Point/><Circle><radius>2</radius></Circle></Shapes>");
    assert_eq!(read::<Shapes>(&text).unwrap(), shapes);
}

#[test]
fn name_with_the_same_prefix_is_preferred_and_any_other_prefix_is_read() {
    let types = |text: &str| read::<Named>(text).map(|named| (named.kind, named.plain)).unwrap();
    let (a, b) = (Some("a".to_owned()), Some("b".to_owned()));
    assert_eq!(types("<n xsi:type='a' type='b'/>"), (a.clone(), b.clone()));
    assert_eq!(types("<n type='b' xsi:type='a'/>"), (a.clone(), b.clone()));
    assert_eq!(types("<n type='b'/>"), (None, b));
    assert_eq!(
        types("<n xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='a'/>"),
        (a, None)
    );
    let named: Named = read("<n><x:inner>a</x:inner><other>1</other></n>").unwrap();
    assert_eq!((named.inner.unwrap().text.as_str(), named.other), ("a", Some(1)));
    let attributes: BTreeMap<String, String> = read("<n x:a='1' a='2' y:a='3'/>").unwrap();
    assert_eq!(attributes, [("@a".to_owned(), "2".to_owned())].into());
}

#[test]
fn nil_element_is_none_and_numbers_may_have_white_space() {
    let number = |text: &str| read::<Named>(text).map(|named| named.number);
    for nil in [
        "<n><number xsi:nil='true'/></n>",
        "<n><number i:nil=' 1 '></number></n>",
        "<n/>",
    ] {
        assert_eq!(number(nil), Ok(None), "{nil}");
    }
    for (text, value) in [("1", 1), (" \n-1\t", -1), ("+7", 7), ("&#49;", 1), ("<![CDATA[1]]>", 1)] {
        assert_eq!(
            number(&format!("<n><number>{text}</number></n>")),
            Ok(Some(value)),
            "{text}"
        );
    }
    for text in [
        "",
        " ",
        "1.0",
        "0x1",
        "1e3",
        "170141183460469231731687303715884105728",
        "1 2",
        "١",
    ] {
        let error = number(&format!("<n><number>{text}</number></n>")).unwrap_err();
        assert_eq!(
            error,
            ("number".to_owned(), "invalid type: string, expected i128".to_owned()),
            "{text}"
        );
    }
    assert!(number("<n><number xsi:nil='false'/></n>").is_err());
}

#[test]
fn floats_may_be_infinite_or_no_number_but_not_too_large() {
    let float = |text: &str| read::<Named>(&format!("<n><float>{text}</float></n>")).map(|named| named.float.unwrap());
    for (text, value) in [
        ("INF", f32::INFINITY),
        ("-Infinity", f32::NEG_INFINITY),
        (" 1e3 ", 1000.0),
        ("-0", -0.0),
    ] {
        assert_eq!(float(text).unwrap().to_bits(), value.to_bits(), "{text}");
    }
    assert!(float("NaN").unwrap().is_nan());
    for text in ["1e39", "-1e999", "", "1,5", "0x1p3"] {
        assert!(float(text).is_err(), "{text}");
    }
}

#[test]
fn empty_map_and_struct_may_contain_white_space() {
    let named: Named =
        read("<n>\n  <map>\n  </map>\n  <shape>\n  <Circle> <radius>1</radius> </Circle></shape></n>").unwrap();
    assert_eq!(
        (named.map, named.shape),
        (BTreeMap::new(), vec![Shape::Circle { radius: 1 }])
    );
    assert_eq!(read::<Shapes>("<n>\n</n>"), Ok(Shapes::default()));
}

#[test]
fn names_are_those_of_xml_with_one_prefix_at_most() {
    let named = |key: &str| {
        write(&Named {
            map: [(key.to_owned(), "x".to_owned())].into(),
            ..Named::default()
        })
    };
    for key in ["a", "_", "é", "a-b.c1", "p:a", "@a", "@p:a", "日本"] {
        assert!(named(key).is_ok(), "{key}");
    }
    for key in [
        "", "1a", "-a", "a b", "a\"", "a>", "a/", ":a", "a:", "a:b:c", "@", "@a b", "²", "\u{d7}", "a\u{7f}", "<a",
        "{a", "{n}", "{n}1",
    ] {
        let error = named(key).unwrap_err();
        assert_eq!(error, "at `map.*`: has a name that XML does not allow", "{key}");
    }
}

#[test]
fn what_would_be_read_as_something_else_is_rejected() {
    let separates = "is empty or has white space, which separates items";
    for item in ["", "a b", "\n", "a\t"] {
        assert_eq!(
            write(&Words {
                words: ["b", item].as_slice()
            })
            .unwrap_err(),
            format!("at `@words[1]`: {separates}")
        );
    }
    assert_eq!(
        write(&Words {
            words: [None, Some("a")].as_slice()
        })
        .unwrap(),
        "<Words words=\"a\"/>"
    );
    assert_eq!(
        write(&Words {
            words: Vec::<u8>::new()
        })
        .unwrap(),
        "<Words/>"
    );
    let in_list = "at `@words[0]`: is a list in a list, which XML has no name for";
    assert_eq!(write(&Words { words: vec![vec![1]] }).unwrap_err(), in_list);
    assert_eq!(
        write(&Mixed { values: vec!["a", "b"] }).unwrap_err(),
        "at `$value[0]`: is text in a list of elements"
    );
    assert_eq!(write(&Mixed { values: "a" }).unwrap(), "<Mixed>a</Mixed>");
    let points = || Shape::Names(vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(
        write(&Shapes { shapes: vec![points()] }).unwrap_err(),
        "at `$value[0]`: is a list in a list, which XML has no name for"
    );
    assert_eq!(
        write(&Mixed { values: points() }).unwrap(),
        "<Mixed><Names>a</Names><Names>b</Names></Mixed>"
    );
    assert_eq!(
        read::<Mixed<Shape>>("<m><Names>a</Names> <Names>b</Names></m>")
            .unwrap()
            .values,
        points()
    );
    for control in ["\0", "\u{1}", "\u{b}", "\u{1f}", "\u{fffe}", "\u{ffff}"] {
        let error = write(&Mixed { values: control }).unwrap_err();
        assert_eq!(error, "at `$value`: has a control character, which XML cannot contain");
    }
    let key = Named {
        map: [("s3cr\0".to_owned(), String::new())].into(),
        ..Named::default()
    };
    assert_eq!(
        write(&key).unwrap_err(),
        "at `map.*`: has a control character, which XML cannot contain"
    );
    let inner = Named {
        inner: Some(Text { text: "\0".to_owned() }),
        ..Named::default()
    };
    let error = write(&inner).unwrap_err();
    assert_eq!(
        error,
        "at `{urn:inner}inner.$text`: has a control character, which XML cannot contain"
    );
}
