//! Unusual shared files are read as botocore reads them: by a table, which is compared with botocore where it is
//! installed.

use rest_op::credentials::{Profile, ProvideCredentials};
use rest_op_tests::prerequisites::lacks;
use rest_op_tests::shared_files::Home;

use crate::peer_settings::results_of_botocore;

/// The name of a case, its config file, its credentials file and its `AWS_PROFILE`; and the settings found: the region,
/// the keys with their token, and the endpoint of Chime. `-` is none, `!` an error. Files and profiles that do not
/// exist are empty.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Found<&'static str>,
);

type Found<T> = [T; 3];

/// `KEYS` in a file.
const KEYS: &str = "aws_access_key_id = AKID\naws_secret_access_key = secret";
/// `MEMBERS` in a document that a program writes.
const MEMBERS: &str = r#""Version": 1, "AccessKeyId": "AKID", "SecretAccessKey": "secret""#;

/// Cases in which botocore returns empty keys, and this client an error.
const OURS: [&str; 3] = ["empty id", "empty secret", "empty id and keys in the config file"];

#[rustfmt::skip]
const CASES: &[Case] = &[
    ("indented keys", "[default]\n  region = a\n  aws_access_key_id = AKID\n  aws_secret_access_key = secret\n", "", "", ["a", "AKID/secret", "-"]),
    ("keys indented by a tab", "[default]\n\tregion = a\n", "", "", ["a", "-", "-"]),
    ("indented section", "  [default]\n  region = a\n", "", "", ["a", "-", "-"]),
    ("indented section below a value", "[default]\nregion = a\n  [profile x]\n", "", "", ["a\n[profile x]", "-", "-"]),
    ("key less indented than the first one", "[default]\n    region = a\n  output = json\naws_access_key_id = b\n", "", "", ["a", "!", "-"]),
    ("white space around the name of a section", "[ default ]\nregion = a\n", "", "", ["-", "-", "-"]),
    ("white space within the name", "[profile \t x]\nregion = a\n", "", "x", ["a", "-", "-"]),
    ("name in double quotes", "[profile \"x y\"]\nregion = a\n", "", "x y", ["a", "-", "-"]),
    ("name in single quotes", "[profile 'x y']\nregion = a\n", "", "x y", ["a", "-", "-"]),
    ("name without quotes in quotes", "[profile \"x\"]\nregion = a\n", "", "x", ["a", "-", "-"]),
    ("escaped space", "[profile x\\ y]\nregion = a\n", "", "x y", ["a", "-", "-"]),
    ("two words without quotes", "[profile x y]\nregion = a\n", "", "x y", ["!", "!", "!"]),
    ("quote that is not closed", "[profile \"x]\nregion = a\n[default]\nregion = b\n", "", "", ["b", "-", "-"]),
    ("quotes joined to a name", "[profile x\" \"y]\nregion = a\n", "", "x y", ["a", "-", "-"]),
    ("word that begins with profile", "[profiles x]\nregion = a\n", "", "x", ["a", "-", "-"]),
    ("word joined to profile", "[profilex]\nregion = a\n", "", "x", ["!", "!", "!"]),
    ("profile of the config file without the word", "[x]\nregion = a\n", "", "x", ["!", "!", "!"]),
    ("profile of the credentials file with the word", "", "[profile x]\nKEYS\n", "x", ["!", "!", "!"]),
    ("its whole name", "", "[profile x]\nKEYS\n", "profile x", ["-", "AKID/secret", "-"]),
    ("blanks in the credentials file", "", "[x y]\nKEYS\n", "x y", ["-", "AKID/secret", "-"]),
    ("quotes in the credentials file", "", "[\"x y\"]\nKEYS\n", "x y", ["!", "!", "!"]),
    ("white space around the name in the credentials file", "", "[ x ]\nKEYS\n", "x", ["!", "!", "!"]),
    ("upper case of a name", "[profile X]\nregion = a\n", "", "x", ["!", "!", "!"]),
    ("upper case of the word profile", "[Profile x]\nregion = a\n", "", "x", ["!", "!", "!"]),
    ("upper case of default", "[Default]\nregion = a\n", "", "", ["-", "-", "-"]),
    ("default with the word profile", "[profile default]\nregion = a\n", "", "", ["a", "-", "-"]),
    ("default twice, plain first", "[default]\nregion = a\noutput = json\n[profile default]\noutput = text\n", "", "", ["-", "-", "-"]),
    ("default twice, plain last", "[profile default]\nregion = a\n[default]\nregion = b\n", "", "", ["b", "-", "-"]),
    ("profile twice in two spellings", "[profile x]\nregion = a\nKEYS\n[profile \"x\"]\nregion = b\n", "", "x", ["b", "-", "-"]),
    ("section twice", "[default]\nregion = a\n[default]\noutput = json\n", "", "", ["!", "!", "!"]),
    ("section twice in the credentials file", "", "[x]\nKEYS\n[x]\nregion = a\n", "", ["!", "!", "!"]),
    ("comment behind a section", "[default] # of all\nregion = a\n", "", "", ["a", "-", "-"]),
    ("bracket in a comment behind a section", "[default] # [all]\nregion = a\n", "", "", ["-", "-", "-"]),
    ("text behind a section", "[default]x\nregion = a\n", "", "", ["a", "-", "-"]),
    ("section that is not closed", "[default\nregion = a\n", "", "", ["!", "!", "!"]),
    ("section without a name", "[]\nregion = a\n", "", "", ["!", "!", "!"]),
    ("empty section", "[default]\n", "", "", ["-", "-", "-"]),
    ("empty file", "", "", "", ["-", "-", "-"]),
    ("section that nobody knows", "[preview]\nx = y\n[default]\nregion = a\n", "", "", ["a", "-", "-"]),
    ("bracket in a name", "[profile [x]]\nregion = a\n", "", "[x]", ["a", "-", "-"]),
    ("profile that is nowhere", "[default]\nregion = a\n", "[default]\nKEYS\n", "x", ["!", "!", "!"]),
    ("explicit default that is nowhere", "[profile x]\nregion = a\n", "", "default", ["!", "!", "!"]),
    ("name with a dot, a colon and a hash", "[profile a.b:c#d]\nregion = a\n", "", "a.b:c#d", ["a", "-", "-"]),
    ("name that is not ASCII", "[profile \u{fc}]\nregion = a\n", "", "\u{fc}", ["a", "-", "-"]),
    ("DEFAULT for all sections", "[DEFAULT]\nregion = a\nKEYS\n[profile x]\noutput = json\n", "", "x", ["a", "AKID/secret", "-"]),
    ("DEFAULT overridden", "[profile x]\nregion = b\n[DEFAULT]\nregion = a\n", "", "x", ["b", "-", "-"]),
    ("DEFAULT alone", "[DEFAULT]\nregion = a\n", "", "", ["-", "-", "-"]),
    ("DEFAULT twice", "[DEFAULT]\nregion = a\n[DEFAULT]\noutput = json\n[default]\n", "", "", ["a", "-", "-"]),
    ("DEFAULT of the credentials file", "", "[DEFAULT]\naws_secret_access_key = secret\n[default]\naws_access_key_id = AKID\n", "", ["-", "AKID/secret", "-"]),
    ("colon", "[default]\nregion: a\n", "", "", ["a", "-", "-"]),
    ("equals sign in a value", "[default]\nregion = a=b\n", "", "", ["a=b", "-", "-"]),
    ("colon before an equals sign", "[default]\nregion:a = b\n", "", "", ["a = b", "-", "-"]),
    ("colon in a value", "", "[default]\naws_access_key_id = AKID\naws_secret_access_key = a:b=c\n", "", ["-", "AKID/a:b=c", "-"]),
    ("no space at all", "[default]\nregion=a\n", "[default]\naws_access_key_id=AKID\naws_secret_access_key=a/b+c=\n", "", ["a", "AKID/a/b+c=", "-"]),
    ("much space", "[default]\nregion   \t =  \t a \t \n", "", "", ["a", "-", "-"]),
    ("upper case of keys", "[default]\nREGION = a\n", "[default]\nAWS_Access_Key_ID = AKID\nAWS_SECRET_ACCESS_KEY = secret\n", "", ["a", "AKID/secret", "-"]),
    ("key twice", "[default]\nregion = a\nregion = b\n", "", "", ["!", "!", "!"]),
    ("key twice in two cases", "[default]\nregion = a\nRegion = b\n", "", "", ["!", "!", "!"]),
    ("key twice in a credentials file", "[default]\nregion = a\n", "[default]\nKEYS\naws_access_key_id = b\n", "", ["!", "!", "!"]),
    ("key without a value", "[default]\nregion\n", "", "", ["!", "!", "!"]),
    ("key with an empty value", "[default]\nregion =\noutput = json\n", "", "", ["-", "-", "-"]),
    ("empty key", "[default]\n= a\n", "", "", ["!", "!", "!"]),
    ("line before the first section", "region = a\n[default]\n", "", "", ["!", "!", "!"]),
    ("comment before the first section", "# a\n ; b\n\n[default]\nregion = a\n", "", "", ["a", "-", "-"]),
    ("comment behind a value", "[default]\nregion = a # b\n", "", "", ["a # b", "-", "-"]),
    ("comment behind a value by a semicolon", "[default]\nregion = a ;b\n", "", "", ["a ;b", "-", "-"]),
    ("hash in a value", "[default]\nregion = a#b\n", "", "", ["a#b", "-", "-"]),
    ("comment behind a secret", "", "[default]\naws_access_key_id = AKID\naws_secret_access_key = secret # old\n", "", ["-", "AKID/secret # old", "-"]),
    ("comment with spaces in front", "[default]\n   # a\n   region = a\n", "", "", ["a", "-", "-"]),
    ("comment between a key and its value", "[default]\nregion = a\n# b\n  c\n", "", "", ["a\nc", "-", "-"]),
    ("quotes around a value", "[default]\nregion = \"a\"\n", "[default]\naws_access_key_id = 'AKID'\naws_secret_access_key = \"secret\"\n", "", ["\"a\"", "'AKID'/\"secret\"", "-"]),
    ("value in several lines", "[default]\nregion = a\n  b\n", "", "", ["a\nb", "-", "-"]),
    ("value in several lines with a blank one", "[default]\nregion = a\n\n  b\n\n", "", "", ["a\n\nb", "-", "-"]),
    ("value on the next line", "[default]\nregion =\n  a\n", "", "", ["!", "!", "!"]),
    ("percent signs", "", "[default]\naws_access_key_id = AKID\naws_secret_access_key = %(x)s%%\n", "", ["-", "AKID/%(x)s%%", "-"]),
    ("dollar signs", "", "[default]\naws_access_key_id = $HOME\naws_secret_access_key = ${HOME}\n", "", ["-", "$HOME/${HOME}", "-"]),
    ("export before a key", "[default]\nexport region = a\n", "", "", ["-", "-", "-"]),
    ("lines broken as on Windows", "[default]\r\nregion = a\r\n", "[default]\r\naws_access_key_id = AKID\r\naws_secret_access_key = secret\r\n", "", ["a", "AKID/secret", "-"]),
    ("lines broken as on old computers", "[default]\rregion = a\r", "", "", ["a", "-", "-"]),
    ("no break behind the last line", "[default]\nregion = a", "", "", ["a", "-", "-"]),
    ("byte order mark", "\u{feff}[default]\nregion = a\n", "", "", ["!", "!", "!"]),
    ("no-break space around a value", "[default]\nregion =\u{a0}a\u{a0}\n", "", "", ["a", "-", "-"]),
    ("value that is not ASCII", "[default]\nregion = \u{fc}\n", "", "", ["\u{fc}", "-", "-"]),
    ("form feed between lines", "[default]\nregion = a\n\u{c}\noutput = json\n", "", "", ["a", "-", "-"]),
    ("broken credentials file and a region", "[default]\nregion = a\n", "[default\n", "", ["!", "!", "!"]),
    ("broken config file and keys", "region = a\n", "[default]\nKEYS\n", "", ["!", "!", "!"]),
    ("keys in the config file", "[default]\nKEYS\n", "", "", ["-", "AKID/secret", "-"]),
    ("keys in both files", "[default]\naws_access_key_id = OTHER\naws_secret_access_key = other\n", "[default]\nKEYS\n", "", ["-", "AKID/secret", "-"]),
    ("token of the config file and keys of the credentials file", "[default]\naws_session_token = t\n", "[default]\nKEYS\n", "", ["-", "AKID/secret", "-"]),
    ("secret in the config file, id in the credentials file", "[default]\naws_secret_access_key = secret\n", "[default]\naws_access_key_id = AKID\n", "", ["-", "!", "-"]),
    ("id in the config file, secret in the credentials file", "[default]\naws_access_key_id = AKID\n", "[default]\naws_secret_access_key = secret\n", "", ["-", "!", "-"]),
    ("id alone", "", "[default]\naws_access_key_id = AKID\n", "", ["-", "!", "-"]),
    ("secret alone", "", "[default]\naws_secret_access_key = secret\n", "", ["-", "-", "-"]),
    ("secret alone, keys in the config file", "[default]\nKEYS\n", "[default]\naws_secret_access_key = other\n", "", ["-", "AKID/secret", "-"]),
    ("id alone in the config file", "[default]\naws_access_key_id = AKID\n", "", "", ["-", "!", "-"]),
    ("security token", "", "[default]\nKEYS\naws_security_token = t\n", "", ["-", "AKID/secret/t", "-"]),
    ("both kinds of token", "", "[default]\nKEYS\naws_session_token = t\naws_security_token = u\n", "", ["-", "AKID/secret/u", "-"]),
    ("empty token", "", "[default]\nKEYS\naws_session_token =\n", "", ["-", "AKID/secret", "-"]),
    ("empty security token and session token", "", "[default]\nKEYS\naws_security_token =\naws_session_token = t\n", "", ["-", "AKID/secret", "-"]),
    ("empty id", "", "[default]\naws_access_key_id =\naws_secret_access_key = secret\n", "", ["-", "!", "-"]),
    ("empty secret", "", "[default]\naws_access_key_id = AKID\naws_secret_access_key =\n", "", ["-", "!", "-"]),
    ("empty id and keys in the config file", "[default]\nKEYS\n", "[default]\naws_access_key_id =\naws_secret_access_key =\n", "", ["-", "!", "-"]),
    ("region in the credentials file", "", "[default]\nregion = a\n", "", ["a", "-", "-"]),
    ("region in both files", "[default]\nregion = a\n", "[default]\nregion = b\n", "", ["b", "-", "-"]),
    ("empty region in the credentials file", "[default]\nregion = a\n", "[default]\nregion =\n", "", ["-", "-", "-"]),
    ("keys of another profile", "[default]\nregion = a\n", "[x]\nKEYS\n", "", ["a", "-", "-"]),
    ("profile in the credentials file only", "", "[x]\nKEYS\nregion = a\n", "x", ["a", "AKID/secret", "-"]),
    ("profile in the config file, keys in the credentials file", "[profile x]\nregion = a\n", "[x]\nKEYS\n", "x", ["a", "AKID/secret", "-"]),
    ("program", "[default]\ncredential_process = echo '{MEMBERS}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("program before the keys of the config file", "[default]\ncredential_process = echo '{MEMBERS}'\naws_access_key_id = OTHER\naws_secret_access_key = other\n", "", "", ["-", "AKID/secret", "-"]),
    ("program after the keys of the credentials file", "[default]\ncredential_process = echo '{\"Version\": 1, \"AccessKeyId\": \"OTHER\", \"SecretAccessKey\": \"secret\"}'\n", "[default]\nKEYS\n", "", ["-", "AKID/secret", "-"]),
    ("program in the credentials file", "", "[default]\ncredential_process = echo '{MEMBERS}'\n", "", ["-", "AKID/secret", "-"]),
    ("program in both files", "[default]\ncredential_process = echo '{\"Version\": 1, \"AccessKeyId\": \"OTHER\", \"SecretAccessKey\": \"secret\"}'\n", "[default]\ncredential_process = echo '{MEMBERS}'\n", "", ["-", "AKID/secret", "-"]),
    ("secret alone and a program", "[default]\ncredential_process = echo '{MEMBERS}'\n", "[default]\naws_secret_access_key = other\n", "", ["-", "AKID/secret", "-"]),
    ("hash in the argument of a program", "[default]\ncredential_process = echo '{\"Version\": 1, \"AccessKeyId\": \"A #1\", \"SecretAccessKey\": \"secret\"}'\n", "", "", ["-", "A #1/secret", "-"]),
    ("hash behind a program", "[default]\ncredential_process = printf %s '{MEMBERS}' #comment\n", "", "", ["-", "!", "-"]),
    ("program in several lines", "[default]\ncredential_process = echo\n  '{MEMBERS}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("program in double quotes", "[default]\ncredential_process = \"echo\" '{MEMBERS}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("empty program", "[default]\ncredential_process = \n", "", "", ["-", "!", "-"]),
    ("program that is not there", "[default]\ncredential_process = no-such-program\n", "", "", ["-", "!", "-"]),
    ("program that fails", "[default]\ncredential_process = false\n", "", "", ["-", "!", "-"]),
    ("program that says nothing", "[default]\ncredential_process = true\n", "", "", ["-", "!", "-"]),
    ("quote that a program leaves open", "[default]\ncredential_process = echo 'x\n", "", "", ["-", "!", "-"]),
    ("token of a program", "[default]\ncredential_process = echo '{MEMBERS, \"SessionToken\": \"t\"}'\n", "", "", ["-", "AKID/secret/t", "-"]),
    ("null for a token", "[default]\ncredential_process = echo '{MEMBERS, \"SessionToken\": null}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("members that nobody knows", "[default]\ncredential_process = echo '{MEMBERS, \"X\": [1]}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("version 2", "[default]\ncredential_process = echo '{\"Version\": 2, \"AccessKeyId\": \"AKID\", \"SecretAccessKey\": \"secret\"}'\n", "", "", ["-", "!", "-"]),
    ("version 1.0", "[default]\ncredential_process = echo '{\"Version\": 1.0, \"AccessKeyId\": \"AKID\", \"SecretAccessKey\": \"secret\"}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("version as a string", "[default]\ncredential_process = echo '{\"Version\": \"1\", \"AccessKeyId\": \"AKID\", \"SecretAccessKey\": \"secret\"}'\n", "", "", ["-", "!", "-"]),
    ("no version", "[default]\ncredential_process = echo '{\"AccessKeyId\": \"AKID\", \"SecretAccessKey\": \"secret\"}'\n", "", "", ["-", "!", "-"]),
    ("no secret", "[default]\ncredential_process = echo '{\"Version\": 1, \"AccessKeyId\": \"AKID\"}'\n", "", "", ["-", "!", "-"]),
    ("expiration with Z", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"2999-12-02T23:00:00Z\"}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("expiration with +0000", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"2999-12-02T23:00:00+0000\"}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("expiration with +00:00", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"2999-12-02T23:00:00+00:00\"}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("expiration with a space", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"2999-12-02 23:00:00 UTC\"}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("expiration as an HTTP date", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"Mon, 02 Dec 2999 23:00:00 GMT\"}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("expiration without an offset", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"2999-12-02T23:00:00\"}'\n", "", "", ["-", "!", "-"]),
    ("expiration that is past", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"2000-12-02T23:00:00Z\"}'\n", "", "", ["-", "!", "-"]),
    ("expiration that is no time", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"tomorrow\"}'\n", "", "", ["-", "!", "-"]),
    ("expiration as a number", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": 32501170800}'\n", "", "", ["-", "!", "-"]),
    ("empty expiration", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": \"\"}'\n", "", "", ["-", "!", "-"]),
    ("null for an expiration", "[default]\ncredential_process = echo '{MEMBERS, \"Expiration\": null}'\n", "", "", ["-", "AKID/secret", "-"]),
    ("role without a source", "[default]\nrole_arn = r\n", "[default]\nKEYS\n", "", ["-", "!", "-"]),
    ("empty role", "[default]\nrole_arn =\n", "[default]\nKEYS\n", "", ["-", "!", "-"]),
    ("web identity without a role", "[default]\nweb_identity_token_file = f\n", "[default]\nKEYS\n", "", ["-", "!", "-"]),
    ("SSO account and keys", "[default]\nsso_account_id = 1\n", "[default]\nKEYS\n", "", ["-", "!", "-"]),
    ("SSO session and keys", "[default]\nsso_session = s\n", "[default]\nKEYS\n", "", ["-", "AKID/secret", "-"]),
    ("source profile and keys", "[default]\nsource_profile = x\n", "[default]\nKEYS\n", "", ["-", "AKID/secret", "-"]),
    ("service", "[default]\nservices = s\n[services s]\nchime =\n  endpoint_url = http://a\n", "", "", ["-", "-", "http://a"]),
    ("service in quotes", "[default]\nservices = s t\n[services \"s t\"]\nchime =\n  endpoint_url = http://a\n", "", "", ["-", "-", "http://a"]),
    ("service after the endpoint of all", "[default]\nservices = s\nendpoint_url = http://b\n[services s]\nchime =\n  endpoint_url = http://a\n", "", "", ["-", "-", "http://a"]),
    ("other service", "[default]\nservices = s\nendpoint_url = http://b\n[services s]\ns3 =\n  endpoint_url = http://a\n", "", "", ["-", "-", "http://b"]),
    ("services that are nowhere", "[default]\nservices = s\nendpoint_url = http://b\n", "", "", ["-", "-", "!"]),
    ("services that are empty", "[default]\nservices = s\nendpoint_url = http://b\n[services s]\n", "", "", ["-", "-", "!"]),
    ("nested key twice", "[default]\nservices = s\n[services s]\nchime =\n  endpoint_url = http://a\n  endpoint_url = http://b\n", "", "", ["-", "-", "http://b"]),
    ("nested key in upper case", "[default]\nservices = s\nendpoint_url = http://b\n[services s]\nchime =\n  ENDPOINT_URL = http://a\n", "", "", ["-", "-", "http://b"]),
    ("nested line without an equals sign", "[default]\nservices = s\n[services s]\nchime =\n  endpoint_url: http://a\n", "", "", ["!", "!", "!"]),
    ("comment and blank line between nested keys", "[default]\nservices = s\n[services s]\nchime =\n  region = a\n\n  # b\n  endpoint_url = http://a\n", "", "", ["-", "-", "http://a"]),
    ("dotted key", "[default]\nservices = s\nendpoint_url = http://b\n[services s]\nchime.endpoint_url = http://a\n", "", "", ["-", "-", "http://b"]),
    ("services in the credentials file", "[services s]\nchime =\n  endpoint_url = http://a\n", "[default]\nservices = s\n", "", ["-", "-", "http://a"]),
    ("nested keys of another property", "[default]\ns3 =\n  region = b\n  endpoint_url = http://b\nregion = a\n", "", "", ["a", "-", "-"]),
];

fn homes(test: &str) -> Vec<Home> {
    let home = |(number, (_, config, credentials, profile, _)): (usize, &Case)| {
        let mut home = Home::new(env!("CARGO_TARGET_TMPDIR"), &format!("{test}_{number}"));
        for (name, content) in [(".aws/config", config), (".aws/credentials", credentials)] {
            if !content.is_empty() {
                home = home.file(name, &content.replace("KEYS", KEYS).replace("MEMBERS", MEMBERS));
            }
        }
        if profile.is_empty() {
            home
        } else {
            home.variable("AWS_PROFILE", profile)
        }
    };
    CASES.iter().enumerate().map(home).collect()
}

async fn found(home: &Home) -> Found<String> {
    let settings = home.settings();
    let region = match settings.region() {
        Ok(region) => region,
        Err(error) if error.to_string().starts_with("no region") => "-".to_owned(),
        Err(_) => "!".to_owned(),
    };
    let keys = match Profile::new(settings.clone()).provide_credentials().await {
        Ok(keys) => [keys.access_key_id(), keys.secret_access_key()]
            .into_iter()
            .chain(keys.session_token())
            .collect::<Vec<_>>()
            .join("/"),
        // Without a network, botocore fails in cases that are left to the crate `aws-config`.
        Err(error) if format!("{error:?}").contains("nor `credential_process` is set in") => "-".to_owned(),
        Err(_) => "!".to_owned(),
    };
    let endpoint = match settings.endpoint_url("chime") {
        Ok(endpoint) => endpoint.unwrap_or_else(|| "-".to_owned()),
        Err(_) => "!".to_owned(),
    };
    [region, keys, endpoint]
}

#[cfg(unix)]
#[tokio::test]
async fn unusual_shared_files_are_read_as_by_botocore() {
    let runs_programs = !lacks("programs of the shared files", &["sh", "printf"]);
    let mut wrong = Vec::new();
    for (home, (name, config, credentials, _, expected)) in homes("odd").iter().zip(CASES) {
        if !runs_programs
            && [config, credentials]
                .iter()
                .any(|file| file.contains("credential_process"))
        {
            continue;
        }
        let found = found(home).await;
        if found != *expected {
            wrong.push(format!("{name}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[cfg(unix)]
#[test]
fn table_of_unusual_shared_files_equals_the_results_of_botocore() {
    let Some(theirs) = results_of_botocore::<Found<String>>("botocore_shared_files.py", &homes("odd_peer")) else {
        return;
    };
    assert_eq!(theirs.len(), CASES.len());
    for (theirs, (name, .., expected)) in theirs.iter().zip(CASES) {
        if !OURS.contains(name) {
            assert_eq!(theirs, expected, "{name}");
        }
    }
}
