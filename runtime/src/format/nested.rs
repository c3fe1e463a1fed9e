//! Nested values as query parameters or form fields: `filter[status]=open&items[0][price]=2`, or
//! `Filter.Status=open&Items.1.Price=2` in the AWS query protocol.

use serde::Serialize;

use self::serializer::NestedSerializer;
use super::error::ValueError;
use super::scalar::Sink;

mod serializer;

/// The name of the struct that contains the items of a list. It has no fields if the list is empty. In that case,
/// [`Style::Members`] writes its key without a value, as required by the AWS query protocol.
pub(crate) const LIST: &str = "$rest_op::List";

/// A value of any depth: query parameters or a form.
pub trait Nested {
    /// Writes the value's entries.
    fn write(&self, serializer: NestedSerializer<'_, '_>) -> Result<(), ValueError>;
}

impl<T: Serialize + ?Sized> Nested for T {
    #[inline]
    fn write(&self, serializer: NestedSerializer<'_, '_>) -> Result<(), ValueError> {
        self.serialize(serializer)
    }
}

/// A way to write the names of members and the numbers of items behind a key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// `a[b]`. Scalars in a list have `[]`, the others are numbered from 0.
    Brackets,
    /// `a.b`. Items are numbered from 1.
    Members,
}

/// Writes a value of any depth under a key, which is empty if the value is flattened. An error names the key.
#[inline]
pub(crate) fn write(value: &dyn Nested, sink: &mut dyn Sink, under: &str, style: Style) -> Result<(), ValueError> {
    let mut output = Output {
        sink,
        key: under.to_owned(),
        style,
    };
    let written = value.write(NestedSerializer {
        output: &mut output,
        items: None,
    });
    written.map_err(|error| {
        if output.key == under {
            error
        } else {
            ValueError::new(format!("`{}`: {error}", output.key))
        }
    })
}

/// The sink of the entries, and the key of the next one.
struct Output<'s> {
    sink: &'s mut dyn Sink,
    /// The key so far, which is empty at the top of a flattened value.
    key: String,
    style: Style,
}

impl Output<'_> {
    /// Appends the name of a member or the number of an item.
    #[inline]
    fn push(&mut self, name: &str) {
        let (before, after) = match self.style {
            _ if self.key.is_empty() => ("", ""),
            Style::Brackets => ("[", "]"),
            Style::Members => (".", ""),
        };
        for text in [before, name, after] {
            self.key.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::super::scalar::Item;
    use super::*;

    struct Pairs(Vec<String>);

    impl Sink for Pairs {
        fn begin(&mut self, _: &str) -> Result<(), ValueError> {
            Ok(())
        }
        fn item(&mut self, key: &str, item: Item<'_>) -> Result<(), ValueError> {
            self.0.push(format!("{key}={}", item.text));
            Ok(())
        }
    }

    fn styled(value: &dyn Nested, key: &str, style: Style) -> Result<String, String> {
        let mut pairs = Pairs(Vec::new());
        write(value, &mut pairs, key, style).map_err(|error| error.to_string())?;
        Ok(pairs.0.join("&"))
    }

    fn pairs(value: &dyn Nested, key: &str) -> Result<String, String> {
        styled(value, key, Style::Brackets)
    }

    fn members(value: &dyn Nested) -> Result<String, String> {
        styled(value, "", Style::Members)
    }

    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    enum Shape {
        Point,
        Circle(u8),
        Square { side: u8 },
        Line(u8, u8),
    }

    #[test]
    fn members_are_in_brackets_and_scalars_of_lists_have_empty_brackets() {
        for (value, key, expected) in [
            (
                json!({"page": 2, "status": "open"}),
                "filter",
                "filter[page]=2&filter[status]=open",
            ),
            (json!({"a": {"b": {"c": true}}, "d": 1.5}), "", "a[b][c]=true&d=1.5"),
            (json!(["a", "b"]), "ids", "ids[]=a&ids[]=b"),
            (json!({"ids": [1, 2]}), "", "ids[]=1&ids[]=2"),
            (
                json!({"items": [{"price": "p", "taxes": ["x"]}, null, {"price": "q"}]}),
                "",
                "items[0][price]=p&items[0][taxes][]=x&items[1][price]=q",
            ),
            (json!({"a": null, "b": [], "c": {}, "d": [null], "e": ""}), "", "e="),
            (json!("x"), "q", "q=x"),
            (json!(null), "q", ""),
            (
                json!({"a": 1, "b": [{"c": 1}, 2, {"d": 3}], "e": 4}),
                "x",
                "x[a]=1&x[b][0][c]=1&x[b][]=2&x[b][1][d]=3&x[e]=4",
            ),
        ] {
            assert_eq!(pairs(&value, key).as_deref(), Ok(expected), "{value}");
        }
        let shapes = BTreeMap::from([(1, Shape::Point), (2, Shape::Circle(3)), (4, Shape::Square { side: 5 })]);
        let expected = "s[1]=point&s[2][circle]=3&s[4][square][side]=5";
        assert_eq!(pairs(&shapes, "s").as_deref(), Ok(expected));
        assert_eq!(pairs(&Shape::Square { side: 1 }, "").as_deref(), Ok("square[side]=1"));
        let list = [
            Shape::Circle(2),
            Shape::Point,
            Shape::Square { side: 1 },
            Shape::Circle(2),
        ];
        let expected = "s[0][circle]=2&s[]=point&s[1][square][side]=1&s[2][circle]=2";
        assert_eq!(pairs(&list.as_slice(), "s").as_deref(), Ok(expected));
    }

    #[test]
    fn values_that_brackets_cannot_express_are_rejected_with_their_key() {
        let (number, list) = (json!(1), json!([1]));
        let (lists, deep) = (json!({"a": [1, [2]]}), json!({"a": {"b": [{"c": [[1]]}]}}));
        let tuple = BTreeMap::from([("pair", (1, 2))]);
        let variant = BTreeMap::from([("line", Shape::Line(1, 2))]);
        for (value, why) in [
            (&number as &dyn Nested, "is a single value"),
            (&list, "is a list, which"),
            (&lists, "`a`: is a list in a list"),
            (&deep, "`a[b][0][c]`: is a list in a list"),
            (&tuple, "`pair`: is a tuple"),
            (&variant, "`line`: is a tuple"),
            (&BTreeMap::from([(vec![1], 1)]), "has a key that is a list"),
        ] {
            let error = pairs(value, "").unwrap_err();
            assert!(error.starts_with(why), "{error}");
        }
        assert_eq!(pairs(&Value::Null, "").as_deref(), Ok(""));
    }

    #[test]
    fn members_follow_a_dot_and_items_are_numbered_from_one() {
        for (value, expected) in [
            (json!({"A": {"B": {"C": true}}, "D": 1.5}), "A.B.C=true&D=1.5"),
            (json!({"A": ["x", null, "y"], "B": [], "C": {}}), "A.1=x&A.2=y"),
            (
                json!({"A": [{"B": ["p", "q"]}, null, {"C": 1}], "D": ""}),
                "A.1.B.1=p&A.1.B.2=q&A.2.C=1&D=",
            ),
            (json!({"A": [[1, 2], [3]], "B": 4}), "A.1.1=1&A.1.2=2&A.2.1=3&B=4"),
            (json!({"A": {"member": [1]}}), "A.member.1=1"),
        ] {
            assert_eq!(members(&value).as_deref(), Ok(expected), "{value}");
        }
        let shapes = BTreeMap::from([(
            "S",
            [Shape::Circle(2), Shape::Point, Shape::Square { side: 1 }].as_slice(),
        )]);
        assert_eq!(
            members(&shapes).as_deref(),
            Ok("S.1.circle=2&S.2=point&S.3.square.side=1")
        );
        let error = members(&json!([1])).unwrap_err();
        assert!(error.starts_with("is a list, which"), "{error}");
        let error = members(&BTreeMap::from([("A", [[(1, 2)].as_slice()].as_slice())])).unwrap_err();
        assert!(error.starts_with("`A.1`: is a tuple"), "{error}");
    }
}
