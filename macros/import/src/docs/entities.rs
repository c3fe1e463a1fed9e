//! Entities of HTML: `&amp;`, `&#39;`.

/// The entities that occur in texts, and the characters that they stand for.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("apos", "'"),
    ("bull", "•"),
    ("copy", "©"),
    ("gt", ">"),
    ("hellip", "…"),
    ("laquo", "«"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("mdash", "—"),
    ("middot", "·"),
    ("nbsp", " "),
    ("ndash", "–"),
    ("quot", "\""),
    ("raquo", "»"),
    ("rarr", "→"),
    ("rdquo", "”"),
    ("reg", "®"),
    ("rsquo", "’"),
    ("times", "×"),
    ("trade", "™"),
];

/// The longest entity, without `&` and `;`.
const MAX_LENGTH: usize = 8;

/// Reads the entity that a text starts with. Returns what it stands for, and the rest of the text.
pub(super) fn read(text: &str) -> Option<(String, &str)> {
    let rest = text.strip_prefix('&')?;
    let end = rest.find(';').filter(|end| *end <= MAX_LENGTH)?;
    let (name, rest) = (rest.get(..end)?, rest.get(end + 1..)?);
    let decoded = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
                .filter(|character| !super::is_hidden(*character))?
                .to_string()
        }
        None => ENTITIES.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((decoded, rest))
}

/// Decodes all entities of a text.
pub(super) fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, entity) = rest.split_at(start);
        decoded.push_str(before);
        let (character, after) = read(entity).unwrap_or_else(|| {
            let (sign, after) = entity.split_at(1);
            (sign.to_owned(), after)
        });
        decoded.push_str(&character);
        rest = after;
    }
    decoded + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_decoded() {
        assert_eq!(
            decode("a &lt;b&gt; &#39;c&#x27; &amp;amp; AT&T &unknown; &#0; &"),
            "a <b> 'c' &amp; AT&T &unknown; &#0; &"
        );
    }
}
