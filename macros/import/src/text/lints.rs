//! Lints of clippy that an item would trigger, and that are allowed on it alone.

use super::writer::Writer;
use crate::model::operation::Declaration;
use crate::model::types::{Around, Field, Kind, Struct, Type, TypeDef, TypeId};

/// The most `bool`s of a struct that clippy accepts.
const MAX_BOOLS: usize = 3;

/// The difference in bytes between the largest variant and the next one from which clippy suggests a `Box`, less a margin for what
/// the sizes here are not exact about.
const MAX_DIFFERENCE: usize = 150;

/// The names of arguments that clippy takes for placeholders.
const PLACEHOLDERS: &[&str] = &["foo", "baz", "quux"];

/// How deep the sizes of types are looked at.
const MAX_DEPTH: usize = 32;

/// The most complex type that clippy accepts.
const MAX_COMPLEXITY: usize = 250;

impl Writer<'_> {
    fn allow(&mut self, lint: &str) {
        self.lines.line(&format!("#[allow(clippy::{lint})]"));
    }

    /// Allows more `bool`s than clippy accepts.
    pub(super) fn struct_lints(&mut self, of: &Struct) {
        let is_bool = |field: &&Field| field.ty == Type::Bool && !field.is_optional();
        if of.fields.iter().filter(is_bool).count() > MAX_BOOLS {
            self.allow("struct_excessive_bools");
        }
    }

    /// Allows arguments whose names clippy takes for placeholders.
    pub(super) fn method_lints(&mut self, declaration: &Declaration) {
        let mut arguments = declaration.arguments.iter();
        if arguments.any(|argument| PLACEHOLDERS.contains(&argument.rust_name.as_str())) {
            self.allow("disallowed_names");
        }
    }

    /// Allows variants whose names share a word.
    pub(super) fn variant_lints<'n>(&mut self, definition: &TypeDef, names: impl Iterator<Item = &'n str>) {
        let names: Vec<Vec<&str>> = names.map(words).collect();
        let is_shared = |word: fn(&Vec<&'n str>) -> Option<&'n str>| {
            let first = names.first().and_then(word);
            names.len() >= 3 && first.is_some() && names.iter().all(|words| words.len() > 1 && word(words) == first)
        };
        let of_enum = words(&definition.name);
        let repeats = |words: &Vec<&str>| {
            words.len() > of_enum.len() && (words.starts_with(&of_enum) || words.ends_with(&of_enum))
        };
        let repeats = names.len() >= 3 && names.iter().any(repeats);
        if repeats || is_shared(|words| words.first().copied()) || is_shared(|words| words.last().copied()) {
            self.allow("enum_variant_names");
        }
    }

    /// Allows a variant that is much larger than the others.
    pub(super) fn size_lint<'t>(&mut self, types: impl Iterator<Item = &'t Type>) {
        let mut sizes: Vec<usize> = types.map(|ty| self.size(ty, false, MAX_DEPTH)).collect();
        sizes.sort_unstable_by(|one, other| other.cmp(one));
        let difference = match sizes.as_slice() {
            [] => 0,
            [only] => *only,
            [largest, next, ..] => largest - next,
        };
        if difference >= MAX_DIFFERENCE {
            self.allow("large_enum_variant");
        }
    }

    /// Allows a type of many levels.
    pub(super) fn type_lint(&mut self, ty: &str) {
        if complexity(ty) > MAX_COMPLEXITY {
            self.allow("type_complexity");
        }
    }

    /// The size of a type in bytes, as far as it can be known.
    fn size(&mut self, ty: &Type, is_optional: bool, depth: usize) -> usize {
        let with_tag = |size: usize| if is_optional { size * 2 } else { size };
        match ty {
            Type::Bool => 1,
            Type::I32 | Type::U32 | Type::F32 => with_tag(4),
            Type::I64 | Type::U64 | Type::F64 => with_tag(8),
            Type::DateTime | Type::EpochSeconds | Type::HttpDate => 16,
            Type::String | Type::Bytes | Type::List(_) | Type::Xml(Around::List(_), _) => 24,
            Type::Map(_) | Type::Xml(..) => 24 + if is_optional { 8 } else { 0 },
            Type::Blob | Type::Json | Type::Stream => 32,
            Type::Boxed(_) => 8,
            Type::Named(id) => self.size_of_definition(*id, depth),
        }
    }

    fn size_of_definition(&mut self, id: TypeId, depth: usize) -> usize {
        let Some(depth) = depth.checked_sub(1) else {
            return 0;
        };
        if let Some(size) = self.sizes.get(&id) {
            return *size;
        }
        let model = self.model;
        let size = match &model.types[id].kind {
            Kind::Enum(_) => 24,
            Kind::Struct(of) => {
                let fields = of.fields.iter();
                let size: usize = fields
                    .map(|field| self.size(&field.ty, field.is_optional(), depth))
                    .sum();
                size + if of.rest.is_some() { 24 } else { 0 }
            }
            Kind::OneOf(of) => {
                let types = of.variants.iter().filter_map(|variant| variant.ty.as_ref());
                types.map(|ty| self.size(ty, false, depth)).max().unwrap_or(0) + 8
            }
            Kind::ByStatus(_) => 0,
        };
        self.sizes.insert(id, size);
        size
    }
}

/// The words of a name in upper camel case.
fn words(name: &str) -> Vec<&str> {
    let starts = name
        .char_indices()
        .filter(|(_, character)| character.is_uppercase())
        .map(|(index, _)| index);
    let starts: Vec<usize> = starts.chain([name.len()]).collect();
    starts
        .windows(2)
        .filter_map(|pair| name.get(*pair.first()?..*pair.last()?))
        .collect()
}

/// clippy's measure of a type: ten for each name, times its depth.
fn complexity(ty: &str) -> usize {
    let mut depth = 1;
    let mut complexity = 0;
    let mut is_name = false;
    for character in ty.chars() {
        match character {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ if character.is_alphanumeric() && !is_name => complexity += 10 * depth,
            _ => {}
        }
        is_name = character.is_alphanumeric() || character == '_' || character == ':';
    }
    complexity
}

#[cfg(test)]
mod tests {
    use super::super::rust_type::optional;
    use super::*;

    #[test]
    fn complexity_is_that_of_clippy() {
        assert_eq!(complexity("Option<Vec<String>>"), 60);
        assert_eq!(
            complexity("Option<BTreeMap<String, BTreeMap<String, Vec<Option<String>>>>>"),
            280
        );
        assert_eq!(complexity(&optional("rest_op::Json<bool>".to_owned(), true)), 60);
    }

    #[test]
    fn words_begin_with_capitals() {
        assert_eq!(words("NotFoundError"), ["Not", "Found", "Error"]);
        assert_eq!(words(""), [""; 0]);
    }
}
