//! Names of elements and attributes.

/// Whether a text is a name, which may have a prefix (Namespaces in XML 1.0, section 4).
pub(super) fn is_qualified_name(name: &str) -> bool {
    let (prefix, local) = name.split_once(':').unwrap_or(("_", name));
    is_name(prefix) && is_name(local)
}

/// Removes the prefix from a name.
pub(super) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// Whether a text is a name without a colon (XML 1.0, section 2.3).
pub(super) fn is_name(name: &str) -> bool {
    let starts = |character| {
        matches!(character, '_' | 'A'..='Z' | 'a'..='z'
            | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}'
            | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
            | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
    };
    let continues = |character| {
        matches!(character, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
            || starts(character)
    };
    name.starts_with(starts) && name.chars().all(continues)
}
