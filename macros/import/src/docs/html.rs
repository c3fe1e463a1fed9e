//! Tags of HTML in texts.

/// A tag at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'t> {
    /// The name as it is written.
    pub(super) name: &'t str,
    pub(super) is_closing: bool,
    /// The text after it.
    pub(super) rest: &'t str,
}

/// Elements that are lines or paragraphs of their own.
const BLOCKS: &[&str] = &[
    "address",
    "aside",
    "blockquote",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "footer",
    "fullname",
    "header",
    "hr",
    "li",
    "main",
    "ol",
    "p",
    "section",
    "summary",
    "ul",
];

/// Elements whose content is not a sentence of the text itself.
const LEFT_OUT: &[&str] = &[
    "audio",
    "fullname",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "iframe",
    "important",
    "note",
    "pre",
    "script",
    "style",
    "svg",
    "table",
    "title",
    "video",
];

/// Elements within a line.
const INLINES: &[&str] = &[
    "a", "abbr", "acronym", "b", "big", "body", "caution", "cite", "del", "em", "font", "head", "html", "i", "img",
    "ins", "mark", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tbody", "td", "th", "thead", "time",
    "tr", "tt", "u", "wbr",
];

/// Elements whose content is code.
const CODE: &[&str] = &["code", "kbd", "samp", "tt", "var"];

impl<'t> Tag<'t> {
    /// Reads the tag that a text starts with. Anything else in angle brackets is text, such as `<name>`.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let inner = text.strip_prefix('<')?;
        let (is_closing, inner) = match inner.strip_prefix('/') {
            Some(inner) => (true, inner),
            None => (false, inner),
        };
        let end = inner
            .find(|character: char| !character.is_ascii_alphanumeric())
            .unwrap_or(inner.len());
        let (name, attributes) = inner.split_at(end);
        let close = attributes
            .find(['>', '<'])
            .filter(|close| attributes[*close..].starts_with('>'))?;
        let attributes_end = attributes.get(..close)?;
        let is_attribute = attributes_end.is_empty() || attributes_end.starts_with([' ', '\n', '\t', '/']);
        let tag = Self {
            name,
            is_closing,
            rest: attributes.get(close + 1..)?,
        };
        let is_known = [BLOCKS, LEFT_OUT, INLINES, CODE]
            .iter()
            .any(|names| tag.is_one_of(names));
        (is_attribute && is_known).then_some(tag)
    }

    pub(super) fn is_block(&self) -> bool {
        self.is_one_of(BLOCKS)
    }

    pub(super) fn is_code(&self) -> bool {
        self.is_one_of(CODE)
    }

    pub(super) fn is_left_out(&self) -> bool {
        self.is_one_of(LEFT_OUT)
    }

    /// Splits the text after an opening tag at the closing tag. An element that is not closed takes all.
    pub(super) fn content(&self) -> (&'t str, &'t str) {
        let mut from = 0;
        while let Some(found) = self.rest.get(from..).and_then(|rest| rest.find("</")) {
            let at = from + found;
            let closing = self.rest.get(at..).and_then(Tag::read);
            if let Some(closing) = closing.filter(|closing| closing.name.eq_ignore_ascii_case(self.name)) {
                return (self.rest.get(..at).unwrap_or_default(), closing.rest);
            }
            from = at + 2;
        }
        (self.rest, "")
    }

    fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| name.eq_ignore_ascii_case(self.name))
    }
}

/// Skips the comment that a text starts with.
pub(super) fn after_comment(text: &str) -> Option<&str> {
    let comment = text.strip_prefix("<!--")?;
    Some(comment.split_once("-->").map_or("", |(_, rest)| rest))
}

/// Removes all tags of a text.
pub(super) fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        plain.push_str(before);
        rest = if let Some(tag) = Tag::read(tag) {
            tag.rest
        } else {
            let (sign, after) = tag.split_at(1);
            plain.push_str(sign);
            after
        };
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_elements_are_tags_and_placeholders_are_not() {
        let name = |text| Tag::read(text).map(|tag| (tag.name, tag.is_closing));
        assert_eq!(name("<p>a"), Some(("p", false)));
        assert_eq!(name("</P>"), Some(("P", true)));
        assert_eq!(name("<a href=\"x\">"), Some(("a", false)));
        assert_eq!(name("<br/>"), Some(("br", false)));
        assert_eq!(name("<bucket>"), None);
        assert_eq!(name("<a < b>"), None);
        assert_eq!(name("< p>"), None);
        assert_eq!(name("<https://a.b>"), None);
        assert_eq!(name("<p-x>"), None);
        assert_eq!(name("<é>"), None);
    }

    #[test]
    fn content_ends_at_the_closing_tag_of_the_element() {
        let tag = Tag::read("<code>a</b> <b>b</b></CODE> c").unwrap();
        assert_eq!(tag.content(), ("a</b> <b>b</b>", " c"));
        assert_eq!(Tag::read("<pre>a </").unwrap().content(), ("a </", ""));
        assert_eq!(without_tags("<b>a</b> < b <c>"), "a < b <c>");
    }
}
