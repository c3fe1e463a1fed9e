//! The names on the wire as serde attributes: the rule that fits most names, and the names that it does not fit.

/// serde's rules for `rename_all`, the usual ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    Plain,
    Snake,
    Kebab,
    Camel,
    Pascal,
    ScreamingSnake,
    Lower,
    Upper,
    ScreamingKebab,
}

const RULES: &[Rule] = &[
    Rule::Plain,
    Rule::Snake,
    Rule::Kebab,
    Rule::Camel,
    Rule::Pascal,
    Rule::ScreamingSnake,
    Rule::Lower,
    Rule::Upper,
    Rule::ScreamingKebab,
];

/// The kind of the items that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Names in snake case.
    Fields,
    /// Names in upper camel case.
    Variants,
}

impl Rule {
    /// The value of `rename_all`. `None` for names as they are.
    pub(super) fn value(self) -> Option<&'static str> {
        Some(match self {
            Self::Plain => return None,
            Self::Snake => "snake_case",
            Self::Kebab => "kebab-case",
            Self::Camel => "camelCase",
            Self::Pascal => "PascalCase",
            Self::ScreamingSnake => "SCREAMING_SNAKE_CASE",
            Self::Lower => "lowercase",
            Self::Upper => "UPPERCASE",
            Self::ScreamingKebab => "SCREAMING-KEBAB-CASE",
        })
    }

    /// Returns the rule with this value.
    pub(crate) fn named(value: &str) -> Option<Self> {
        RULES.iter().copied().find(|rule| rule.value() == Some(value))
    }

    /// Returns the name on the wire that serde makes of a Rust name.
    pub(crate) fn apply(self, of: Of, name: &str) -> String {
        match of {
            Of::Fields => self.apply_to_field(name),
            Of::Variants => self.apply_to_variant(name),
        }
    }

    fn apply_to_field(self, name: &str) -> String {
        match self {
            Self::Plain | Self::Lower | Self::Snake => name.to_owned(),
            Self::Upper | Self::ScreamingSnake => name.to_ascii_uppercase(),
            Self::Kebab => name.replace('_', "-"),
            Self::ScreamingKebab => name.to_ascii_uppercase().replace('_', "-"),
            Self::Pascal => pascal(name),
            Self::Camel => first_lower(&pascal(name)),
        }
    }

    fn apply_to_variant(self, name: &str) -> String {
        match self {
            Self::Plain | Self::Pascal => name.to_owned(),
            Self::Lower => name.to_ascii_lowercase(),
            Self::Upper => name.to_ascii_uppercase(),
            Self::Camel => first_lower(name),
            Self::Snake => snake(name),
            Self::ScreamingSnake => snake(name).to_ascii_uppercase(),
            Self::Kebab => snake(name).replace('_', "-"),
            Self::ScreamingKebab => snake(name).to_ascii_uppercase().replace('_', "-"),
        }
    }
}

/// Upper camel case of snake case.
fn pascal(name: &str) -> String {
    let mut pascal = String::with_capacity(name.len());
    let mut is_first = true;
    for character in name.chars() {
        match character {
            '_' => is_first = true,
            _ if is_first => {
                pascal.push(character.to_ascii_uppercase());
                is_first = false;
            }
            _ => pascal.push(character),
        }
    }
    pascal
}

/// Snake case of upper camel case.
fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len());
    for (index, character) in name.char_indices() {
        if index > 0 && character.is_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

fn first_lower(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next();
    first
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(characters)
        .collect()
}

/// Returns the rule that needs the fewest attributes. Names are pairs of the Rust name without `r#`, and the name on the wire.
pub(super) fn rule(of: Of, names: &[(&str, &str)]) -> Rule {
    let cost = |rule: &Rule| {
        let renamed = names
            .iter()
            .filter(|(rust, wire)| rule.apply(of, rust) != *wire)
            .count();
        // At the same cost, one attribute on the type is better than one on a member.
        (renamed + usize::from(*rule != Rule::Plain), renamed)
    };
    // serde cannot make the first letter lower if it is not ASCII.
    let is_ascii = names
        .iter()
        .all(|(rust, _)| rust.starts_with(|first: char| first.is_ascii()));
    let rules = RULES.iter().filter(|rule| is_ascii || **rule != Rule::Camel);
    rules.min_by_key(|rule| cost(rule)).copied().unwrap_or(Rule::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_the_rule_that_fits_most() {
        let chosen = |names: &[(&str, &str)]| rule(Of::Fields, names).value();
        assert_eq!(chosen(&[("user_id", "user_id"), ("id", "id")]), None);
        assert_eq!(chosen(&[("user_id", "userId"), ("id", "id")]), Some("camelCase"));
        assert_eq!(
            chosen(&[("user_id", "UserId"), ("arn", "ARN"), ("name", "Name")]),
            Some("PascalCase")
        );
        assert_eq!(
            chosen(&[("per_page", "per-page"), ("page", "page")]),
            Some("kebab-case")
        );
        assert_eq!(chosen(&[("id", "id"), ("name", "name"), ("odata", "@odata")]), None);
        assert_eq!(chosen(&[("a", "A"), ("b_c", "B_C")]), Some("SCREAMING_SNAKE_CASE"));
        assert_eq!(chosen(&[("ähnlich", "ähnlich"), ("b_c", "bC"), ("c_d", "cD")]), None);
    }

    #[test]
    fn variants_have_the_rule_that_fits_most() {
        let chosen = |names: &[(&str, &str)]| rule(Of::Variants, names).value();
        assert_eq!(chosen(&[("Open", "open"), ("Closed", "closed")]), Some("snake_case"));
        assert_eq!(
            chosen(&[("NotPlanned", "not-planned"), ("Open", "open")]),
            Some("kebab-case")
        );
        assert_eq!(chosen(&[("NotPlanned", "NotPlanned"), ("Open", "Open")]), None);
        assert_eq!(chosen(&[("NotPlanned", "NOT_PLANNED")]), Some("SCREAMING_SNAKE_CASE"));
        assert_eq!(
            chosen(&[("NotPlanned", "notplanned"), ("Open", "open")]),
            Some("lowercase")
        );
        assert_eq!(
            chosen(&[("Plus1", "+1"), ("Heart", "heart"), ("Minus1", "-1")]),
            Some("snake_case")
        );
    }

    /// The rules are serde's, so the cases with digits and adjacent capitals are those that a derive was asked for.
    #[test]
    fn rules_treat_digits_as_serde_does() {
        let field = |rule: Rule| rule.apply(Of::Fields, "ipv4_2nd_id");
        assert_eq!(field(Rule::Camel), "ipv42ndId");
        assert_eq!(field(Rule::Pascal), "Ipv42ndId");
        assert_eq!(field(Rule::Kebab), "ipv4-2nd-id");
        let variant = |rule: Rule| rule.apply(Of::Variants, "H264Main1_5");
        assert_eq!(variant(Rule::Snake), "h264_main1_5");
        assert_eq!(variant(Rule::Kebab), "h264-main1-5");
        assert_eq!(variant(Rule::Camel), "h264Main1_5");
        assert_eq!(Rule::Snake.apply(Of::Variants, "ABTest"), "a_b_test");
    }
}
