//! The code and message of errors in XML, which Amazon S3 returns for every operation.

/// Returns the `code` and `message` of an `Error` element.
pub(super) fn texts(body: &str) -> impl Iterator<Item = (String, String)> {
    let start = body.find("<Error>").or_else(|| body.find("<Error "));
    let error = start.and_then(|start| body.get(start..)).unwrap_or_default();
    let names = [("Code", "code"), ("Message", "message")].into_iter();
    names.filter_map(move |(element, name)| Some((name.to_owned(), text(error, element)?)))
}

/// Returns the text of the first element of this name, which must not contain elements.
fn text(xml: &str, element: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{element}>"))?;
    let (text, _) = rest.split_once(&format!("</{element}>"))?;
    let mut text = text.to_owned();
    // `&amp;` comes last, so that its result is not decoded again.
    for (reference, character) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(reference, character);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_message_are_those_of_the_error() {
        let body =
            "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code><Message>no &lt;key&gt; &amp;lt;</Message></Error>";
        let found: Vec<_> = texts(body).collect();
        let expected = [("code", "NoSuchKey"), ("message", "no <key> &lt;")];
        assert_eq!(found, expected.map(|(name, text)| (name.to_owned(), text.to_owned())));
        let with_namespace = "<Error xmlns='x'><Code>NoSuchKey</Code></Error>";
        assert_eq!(texts(with_namespace).count(), 1);
        for body in [
            "",
            "<Code>a</Code>",
            "<Error><Code>a</Error>",
            "<Error>",
            "<html><p>Error",
        ] {
            assert_eq!(texts(body).count(), 0, "{body}");
        }
    }
}
