//! Settings that come from the environment, as mdBook takes them: `MDBOOK_OUTPUT__HANDBOOK__SITE_URL` for `site-url`.

use super::faults::Faults;
use crate::settings;
use std::collections::BTreeMap;

/// What the names of the variables begin with that set something of the handbook's own.
const PREFIX: &str = "MDBOOK_OUTPUT__HANDBOOK__";

/// Notes each variable whose setting is unknown or wrong, by its name in place of a file's.
pub(crate) fn refuse(variables: impl Iterator<Item = (String, String)>, faults: &mut Faults) {
    for (name, value) in variables {
        let Some(setting) = name.strip_prefix(PREFIX) else { continue };
        // What lies deeper, as a synonym, is a setting too; its type is checked with the whole.
        if setting.contains("__") {
            continue;
        }
        let key = setting.to_lowercase().replace('_', "-");
        let wrong = as_file(&key, &value).map(|text| settings::wrong(&text, 0)).unwrap_or_default();
        if !wrong.is_empty() {
            let file = faults.file(&name, &value);
            faults.append(file, &wrong, 0..value.len());
        }
    }
}

/// The variable as `book.toml` would say it. mdBook reads JSON where it is, and else a text.
fn as_file(key: &str, value: &str) -> Option<String> {
    let value = serde_json::from_str::<toml::Value>(value).unwrap_or_else(|_| value.into());
    let tables = ["handbook", "output"].into_iter().fold(BTreeMap::from([(key, value)]), |inner, name| {
        BTreeMap::from([(name, toml::Value::try_from(inner).unwrap_or_else(|_| "".into()))])
    });
    toml::to_string(&tables).ok()
}

#[cfg(test)]
mod tests {
    use super::{Faults, refuse};

    fn report(name: &str, value: &str) -> Option<String> {
        let mut faults = Faults::default();
        refuse([(name.to_owned(), value.to_owned())].into_iter(), &mut faults);
        faults.refuse().err().map(|error| error.to_string())
    }

    #[test]
    fn a_wrong_setting_of_the_environment_is_named_by_its_variable() {
        for (name, value, said) in [
            ("MDBOOK_OUTPUT__HANDBOOK__SITE_URL", "somewhere", "is not where a site can stand"),
            ("MDBOOK_OUTPUT__HANDBOOK__CONTAKT", "us", "did you mean `contact`?"),
            ("MDBOOK_OUTPUT__HANDBOOK__OFFLINE", "perhaps", "the settings cannot be read"),
        ] {
            let report = report(name, value).unwrap_or_default();
            assert!(report.contains(&format!("{name}:1:1")) && report.contains(said), "{report}");
        }
    }

    #[test]
    fn good_settings_and_other_variables_pass() {
        for (name, value) in [
            ("MDBOOK_OUTPUT__HANDBOOK__SITE_URL", "https://example.org/"),
            ("MDBOOK_OUTPUT__HANDBOOK__OFFLINE", "false"),
            ("MDBOOK_OUTPUT__HANDBOOK__REDIRECTS__X", "1"),
            ("MDBOOK_VERSION", "0"),
        ] {
            assert_eq!(report(name, value), None, "{name}");
        }
    }
}
