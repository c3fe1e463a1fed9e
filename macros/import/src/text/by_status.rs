//! Results that have another type for each status.

use super::derives::Derives;
use super::writer::Writer;
use crate::model::types::{StatusCase, TypeDef, TypeId};

impl Writer<'_> {
    pub(super) fn by_status(&mut self, id: TypeId, definition: &TypeDef, cases: &[StatusCase]) {
        let fallback = self.type_fallback(id);
        self.doc(&definition.doc, || fallback);
        self.variant_lints(definition, cases.iter().map(|case| case.rust_name.as_str()));
        self.size_lint(cases.iter().filter_map(|case| case.ty.as_ref()));
        self.derive(Derives {
            from_response: true,
            ..Derives::default()
        });
        self.lines.open(&format!("pub enum {} {{", definition.name));
        for case in cases {
            let status = case.status;
            self.doc(&case.doc, || format!("Status {status}."));
            self.lines.line(&format!("#[from_response(status = {status})]"));
            let content = case.ty.as_ref().map(|ty| format!("({})", self.body(ty)));
            self.lines
                .line(&format!("{}{},", case.rust_name, content.unwrap_or_default()));
        }
        self.lines.close("}");
    }
}
