//! Nested values as query parameters or form fields: `filter[status]=open`, `ids[]=1`, `items[0][price]=2`.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible};

use super::entries::text_of_key;
use super::error::ValueError;
use super::json::NUMBER;
use super::scalar::{Sink, TextSerializer};

/// A value of any depth: query parameters or a form in brackets.
pub trait Nested {
    /// Writes the value's entries.
    fn write(&self, serializer: BracketsSerializer<'_>) -> Result<(), ValueError>;
}

impl<T: Serialize + ?Sized> Nested for T {
    #[inline]
    fn write(&self, serializer: BracketsSerializer<'_>) -> Result<(), ValueError> {
        self.serialize(serializer)
    }
}

/// Writes a value of any depth under a key, which is empty if the value is flattened. An error names the key.
#[inline]
pub(crate) fn write(value: &dyn Nested, sink: &mut dyn Sink, under: &str) -> Result<(), ValueError> {
    let mut key = under.to_owned();
    let serializer = BracketsSerializer {
        sink,
        key: &mut key,
        objects: None,
    };
    let written = value.write(serializer);
    written.map_err(|error| {
        if key == under {
            error
        } else {
            ValueError::new(format!("`{key}`: {error}"))
        }
    })
}

/// Serializes a value of any depth into a sink. Empty lists and maps, and items that are `None`, are left out.
pub struct BracketsSerializer<'a> {
    sink: &'a mut dyn Sink,
    /// The key so far, which is empty at the top of a flattened value.
    key: &'a mut String,
    /// The number of objects before this one, if the value is an item of a list.
    objects: Option<&'a mut usize>,
}

impl<'a> BracketsSerializer<'a> {
    /// Writes a scalar, which is rejected at the top of a flattened value.
    #[inline]
    fn scalar(self, write: impl FnOnce(TextSerializer<'_>) -> Result<(), ValueError>) -> Result<(), ValueError> {
        let length = self.key.len();
        if length == 0 {
            return Err(ValueError::new(
                "is a single value, which is neither a struct nor a map",
            ));
        }
        if self.objects.is_some() {
            self.key.push_str("[]");
        }
        // After an error, the key is kept for the message.
        write(TextSerializer::new(self.sink, self.key))?;
        self.key.truncate(length);
        Ok(())
    }

    /// Begins a struct or a map.
    #[inline]
    fn object(self, variant: Option<&str>) -> ObjectMembers<'a> {
        let length = self.key.len();
        if length == 0 {
            self.sink.entries();
        }
        if let Some(objects) = self.objects {
            push(self.key, &objects.to_string());
            *objects += 1;
        }
        if let Some(variant) = variant {
            push(self.key, variant);
        }
        ObjectMembers {
            sink: self.sink,
            key: self.key,
            length,
            name: String::new(),
        }
    }
}

/// Appends the name of a member.
#[inline]
fn push(key: &mut String, name: &str) {
    if key.is_empty() {
        key.push_str(name);
    } else {
        key.push('[');
        key.push_str(name);
        key.push(']');
    }
}

/// Forwards scalars to the serializer of text.
macro_rules! scalars {
    ($($method:ident: $type:ty),* $(,)?) => {
        $(#[inline]
        fn $method(self, value: $type) -> Result<(), ValueError> {
            self.scalar(|serializer| serializer.$method(value))
        })*
    };
}

impl<'a> ser::Serializer for BracketsSerializer<'a> {
    type Ok = ();
    type Error = ValueError;
    type SerializeSeq = ListItems<'a>;
    type SerializeTuple = Impossible<(), ValueError>;
    type SerializeTupleStruct = Impossible<(), ValueError>;
    type SerializeTupleVariant = Impossible<(), ValueError>;
    type SerializeMap = ObjectMembers<'a>;
    type SerializeStruct = StructFields<'a>;
    type SerializeStructVariant = ObjectMembers<'a>;

    scalars! {
        serialize_bool: bool,
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_f32: f32,
        serialize_f64: f64,
        serialize_char: char,
        serialize_str: &str,
        serialize_bytes: &[u8],
    }

    #[inline]
    fn serialize_none(self) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    #[inline]
    fn serialize_unit(self) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn serialize_unit_struct(self, _: &'static str) -> Result<(), ValueError> {
        Ok(())
    }
    #[inline]
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), ValueError> {
        self.scalar(|serializer| serializer.serialize_str(variant))
    }
    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), ValueError> {
        value.serialize(self)
    }
    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        let mut object = self.object(None);
        object.member(variant, value)?;
        object.end();
        Ok(())
    }
    #[inline]
    fn serialize_seq(self, _: Option<usize>) -> Result<ListItems<'a>, ValueError> {
        if self.objects.is_some() {
            return Err(ValueError::new(
                "is a list in a list, which cannot be written in brackets",
            ));
        }
        if self.key.is_empty() {
            return Err(ValueError::new("is a list, which is neither a struct nor a map"));
        }
        Ok(ListItems {
            sink: self.sink,
            key: self.key,
            objects: 0,
        })
    }
    #[inline]
    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, ValueError> {
        TextSerializer::new(self.sink, self.key).serialize_tuple(length)
    }
    #[inline]
    fn serialize_tuple_struct(self, name: &'static str, length: usize) -> Result<Self::SerializeTuple, ValueError> {
        TextSerializer::new(self.sink, self.key).serialize_tuple_struct(name, length)
    }
    #[inline]
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, ValueError> {
        self.serialize_tuple(length)
    }
    #[inline]
    fn serialize_map(self, _: Option<usize>) -> Result<ObjectMembers<'a>, ValueError> {
        Ok(self.object(None))
    }
    #[inline]
    fn serialize_struct(self, name: &'static str, _: usize) -> Result<StructFields<'a>, ValueError> {
        Ok(if name == NUMBER {
            StructFields::Number(Some(self))
        } else {
            StructFields::Members(self.object(None))
        })
    }
    #[inline]
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<ObjectMembers<'a>, ValueError> {
        Ok(self.object(Some(variant)))
    }
    #[inline]
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<(), ValueError> {
        self.scalar(|serializer| serializer.collect_str(value))
    }
}

/// The members of a struct or a map.
pub struct ObjectMembers<'a> {
    sink: &'a mut dyn Sink,
    key: &'a mut String,
    /// The length of the key before this object.
    length: usize,
    /// The name of the member whose value comes next.
    name: String,
}

impl ObjectMembers<'_> {
    #[inline]
    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), ValueError> {
        let length = self.key.len();
        push(self.key, name);
        value.serialize(BracketsSerializer {
            sink: self.sink,
            key: self.key,
            objects: None,
        })?;
        self.key.truncate(length);
        Ok(())
    }

    #[inline]
    fn end(self) {
        self.key.truncate(self.length);
    }
}

impl ser::SerializeMap for ObjectMembers<'_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        self.name = text_of_key(key)?.unwrap_or_default();
        Ok(())
    }
    #[inline]
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let name = std::mem::take(&mut self.name);
        self.member(&name, value)
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        self.end();
        Ok(())
    }
}

impl ser::SerializeStructVariant for ObjectMembers<'_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ValueError> {
        self.member(name, value)
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        self.end();
        Ok(())
    }
}

/// The fields of a struct, or the only field of a number of `serde_json` with the feature `arbitrary_precision`.
pub enum StructFields<'a> {
    /// Fields that are members.
    Members(ObjectMembers<'a>),
    /// The text of the number.
    Number(Option<BracketsSerializer<'a>>),
}

impl ser::SerializeStruct for StructFields<'_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), ValueError> {
        match self {
            Self::Members(members) => members.member(name, value),
            Self::Number(serializer) => serializer
                .take()
                .map_or(Ok(()), |serializer| value.serialize(serializer)),
        }
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        if let Self::Members(members) = self {
            members.end();
        }
        Ok(())
    }
}

/// The items of a list.
pub struct ListItems<'a> {
    sink: &'a mut dyn Sink,
    key: &'a mut String,
    objects: usize,
}

impl ser::SerializeSeq for ListItems<'_> {
    type Ok = ();
    type Error = ValueError;
    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        value.serialize(BracketsSerializer {
            sink: self.sink,
            key: self.key,
            objects: Some(&mut self.objects),
        })
    }
    #[inline]
    fn end(self) -> Result<(), ValueError> {
        Ok(())
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

    fn pairs(value: &dyn Nested, key: &str) -> Result<String, String> {
        let mut pairs = Pairs(Vec::new());
        write(value, &mut pairs, key).map_err(|error| error.to_string())?;
        Ok(pairs.0.join("&"))
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
}
