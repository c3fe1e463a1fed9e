//! The result types of operations.

use super::rust_type::optional;
use super::writer::Writer;
use crate::model::operation::{Declaration, Outcome};

impl Writer<'_> {
    /// The return type of a method.
    pub(super) fn call(&mut self, declaration: &Declaration) -> String {
        let result = self.outcome(declaration);
        let call = self.name("Call");
        if self.has_errors() {
            format!("{call}<{result}, {}>", self.error_name())
        } else {
            format!("{call}<{result}>")
        }
    }

    fn outcome(&mut self, declaration: &Declaration) -> String {
        // Text and streams may be empty themselves.
        let result = match &declaration.outcome {
            Outcome::Nothing => return "()".to_owned(),
            Outcome::Text => return "String".to_owned(),
            Outcome::Bytes => return self.name("Bytes").to_owned(),
            Outcome::Stream => return self.name("ByteStream").to_owned(),
            Outcome::Events => return self.name("Events").to_owned(),
            Outcome::JsonLines(ty) => return format!("{}<{}>", self.name("JsonLines"), self.owned(ty)),
            Outcome::JsonEvents(ty) => return format!("{}<{}>", self.name("JsonEvents"), self.owned(ty)),
            // A page lists itself only outside of an `Option`.
            Outcome::Linked(item) => return format!("{}<{}>", self.name("Linked"), self.item(item)),
            Outcome::Json(ty) => self.json_body(ty),
            Outcome::Response(id) => self.model.types[*id].name.clone(),
        };
        optional(result, declaration.is_optional)
    }
}
