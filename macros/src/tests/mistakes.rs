//! Declarations with one mistake each: the rule, the position of the error, and the message.

mod api_error;
mod argument;
mod attribute;
mod from_response;
mod host_prefix;
mod operation;
mod page;
mod signature;
mod template;

use std::collections::BTreeSet;

use super::declaration::{Mistake, mistakes};
use crate::rules::{CATALOGUE, Rule};

/// A declaration with one mistake.
struct Case {
    declaration: &'static str,
    rule: Rule,
    pointed_at: &'static str,
    message: &'static str,
}

fn cases() -> impl Iterator<Item = &'static Case> {
    [
        attribute::CASES,
        template::CASES,
        host_prefix::CASES,
        argument::CASES,
        signature::CASES,
        operation::CASES,
        from_response::CASES,
        api_error::CASES,
        page::CASES,
    ]
    .into_iter()
    .flatten()
}

#[test]
fn each_mistake_is_reported_once_at_its_place() {
    for case in cases() {
        let expected = Mistake {
            rule: case.rule,
            pointed_at: case.pointed_at.to_owned(),
            message: case.message.to_owned(),
        };
        assert_eq!(mistakes(case.declaration), [expected], "{}", case.declaration);
    }
}

#[test]
fn every_rule_of_the_catalogue_has_a_case() {
    let tested: BTreeSet<Rule> = cases().map(|case| case.rule).collect();
    let rules: BTreeSet<Rule> = CATALOGUE.iter().map(|(_, rule, _)| *rule).collect();
    assert_eq!(tested, rules);
}

#[test]
fn messages_name_the_fault_and_then_the_remedy() {
    // These are the messages of the parser.
    let parsed = [Rule::HalfTyped, Rule::HalfTypedItem];
    for case in cases().filter(|case| !parsed.contains(&case.rule)) {
        let message = case.message;
        assert!(message.contains("; "), "no remedy: {message}");
        assert!(!message.starts_with(char::is_uppercase), "a capital: {message}");
        assert!(!message.ends_with('.'), "a full stop: {message}");
        assert_eq!(message.matches('`').count() % 2, 0, "odd backticks: {message}");
    }
}
