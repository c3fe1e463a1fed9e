//! Sets one member of a JSON object, and keeps all other bytes.

use super::object::object;

/// Sets the member at a dotted path. Objects of the path that are missing or `null` are added. Returns `None` if the text, or
/// a value of the path, is not an object.
#[inline]
pub(crate) fn set_member(text: &str, path: &str, value: &str) -> Option<String> {
    let (name, rest) = path
        .split_once('.')
        .map_or((path, None), |(name, rest)| (name, Some(rest)));
    let members = object(text)?;
    // Most readers use the last of several members with one name.
    let old = members
        .iter()
        .rfind(|(known, _)| known == name)
        .map(|(_, old)| old.get());
    let new = match rest {
        None => value.to_owned(),
        Some(rest) => set_member(old.filter(|old| *old != "null").unwrap_or("{}"), rest, value)?,
    };
    let Some(old) = old else {
        let (before, end) = text.split_at(text.rfind('}')?);
        let comma = if members.is_empty() { "" } else { "," };
        let name = serde_json::to_string(name).ok()?;
        return Some(format!("{before}{comma}{name}:{new}{end}"));
    };
    // `old` is a part of the text.
    let start = old.as_ptr().addr().checked_sub(text.as_ptr().addr())?;
    let (before, after) = (text.get(..start)?, text.get(start + old.len()..)?);
    Some(format!("{before}{new}{after}"))
}

#[cfg(test)]
mod tests {
    use super::set_member;

    #[test]
    fn one_member_is_set_and_all_other_bytes_are_kept() {
        for (text, path, set) in [
            ("{}", "a", Some(r#"{"a":[7]}"#)),
            (" { } \n", "a", Some(" { \"a\":[7]} \n")),
            (
                r#"{"b":1.50, "a" : "x" , "c":"}"}"#,
                "a",
                Some(r#"{"b":1.50, "a" : [7] , "c":"}"}"#),
            ),
            (r#"{"b":"\u00e9" }"#, "a", Some(r#"{"b":"\u00e9" ,"a":[7]}"#)),
            (r#"{"\u0061":{"a":0}}"#, "a", Some(r#"{"\u0061":[7]}"#)),
            (r#"{"a":1,"a":2}"#, "a", Some(r#"{"a":1,"a":[7]}"#)),
            (r#"{"x":{"a":1}}"#, "a", Some(r#"{"x":{"a":1},"a":[7]}"#)),
            ("{}", "a.b.c", Some(r#"{"a":{"b":{"c":[7]}}}"#)),
            (r#"{"a":null,"d":0}"#, "a.b", Some(r#"{"a":{"b":[7]},"d":0}"#)),
            (
                r#"{"a":{ "x":1,"b":{}},"d":0}"#,
                "a.b.c",
                Some(r#"{"a":{ "x":1,"b":{"c":[7]}},"d":0}"#),
            ),
            ("{}", "é\"", Some(r#"{"é\"":[7]}"#)),
            (r#"{"a":1}"#, "a.b", None),
            (r#"{"a":[]}"#, "a.b", None),
            ("[]", "a", None),
            ("null", "a", None),
            ("", "a", None),
            ("a=b", "a", None),
            (r#"{"a":1} {}"#, "a", None),
        ] {
            assert_eq!(set_member(text, path, "[7]").as_deref(), set, "{text} {path}");
        }
    }
}
