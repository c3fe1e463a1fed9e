//! Paths in JSON: names of members, separated by dots, and indices, as in `errors[0].code`.

use syn::LitStr;

use crate::errors::Errors;
use crate::rules::Rule;

/// Checks a path. `false` has been reported.
pub(crate) fn check(path: &LitStr, rule: Rule, errors: &mut Errors) -> bool {
    let is_path = is_path(&path.value());
    if !is_path {
        let message = format!(
            "`{}` is not a path in JSON; write names of members and indices, such as `errors[0].code`",
            path.token()
        );
        errors.report(rule, path, message);
    }
    is_path
}

fn is_path(path: &str) -> bool {
    path.split('.').enumerate().all(|(number, step)| {
        let (name, indices) = step.find('[').map_or((step, ""), |at| step.split_at(at));
        // The whole body can be a list.
        let is_name = !name.contains(']') && (!name.is_empty() || (number == 0 && !indices.is_empty()));
        is_name && (indices.is_empty() || are_indices(indices))
    })
}

/// `[0]`, `[0][1]`
fn are_indices(text: &str) -> bool {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let is_index =
        |index: &str| !index.is_empty() && index.len() < 10 && index.bytes().all(|byte| byte.is_ascii_digit());
    inner.is_some_and(|inner| inner.split("][").all(is_index))
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn paths_are_names_and_indices() {
        for path in [
            "ok",
            "error.code",
            "errors[0].code",
            "[0].errorCode",
            "a[0][12]",
            "response metadata.é",
        ] {
            assert!(is_path(path), "{path}");
        }
        for path in [
            "", ".", "a.", ".a", "a..b", "a[", "a]", "a[]", "a[x]", "a[0]b", "a.[0]", "a[-1]", "a[0][",
        ] {
            assert!(!is_path(path), "{path}");
        }
    }
}
