//! The curl command of a call: a shell makes the same request of it, for all values.

use std::io::Write as _;
use std::process::{Command, Stdio};

use chime_rooms::local::LocalChime;
use chime_rooms::{ChimeRooms, CreateRoom, ListRooms};
use rest_op::{Api, ByteStream, Bytes, Call, Client, rest_op};
use rest_op_tests::fixture::{ACCOUNT, signed};
use rest_op_tests::prerequisites::lacks;

/// Values that mean something to a shell, to curl or to both.
const HOSTILE: [&str; 12] = [
    "it's",
    "'; echo pwned; '",
    "$(id) `id` $HOME ${IFS}",
    "\"double\" \\ back\\\\slash \\'",
    "@/etc/passwd",
    "-X DELETE",
    "line\nbreak\r\n\ttab",
    "{a,b}[1-3]*?~",
    "é漢😀",
    "!history #comment & | ; < > ( )",
    "100% %s \\0101",
    "=+&",
];

trait Notes: Api {
    #[rest_op(PUT, "/notes/<id>")]
    fn put_text(
        &self,
        id: &str,
        #[query] tag: &str,
        #[header("x-note")] note: &str,
        #[body(text)] text: &str,
    ) -> Call<()>;

    #[rest_op(PUT, "/notes/<id>")]
    fn put_bytes(&self, id: &str, #[body(bytes)] content: Bytes) -> Call<()>;

    #[rest_op(PUT, "/notes/<id>")]
    fn put_stream(&self, id: &str, #[body(stream)] content: ByteStream) -> Call<()>;

    #[rest_op(HEAD, "/notes/<id>")]
    fn head(&self, id: &str) -> Call<()>;
}

impl Notes for Client {}

fn client(endpoint: &str) -> Client {
    Client::builder(endpoint).user_agent("tests").build().unwrap()
}

/// The programs that read a command here.
const SHELL: &[&str] = &["sh", "cat"];

/// Returns the arguments that a shell passes to `curl`, and its standard input if that is not the shell's.
fn arguments(line: &str) -> (Vec<String>, Vec<u8>) {
    let script =
        format!("curl() {{ for word in \"$@\"; do printf '%s\\0' \"$word\"; done; printf '\\0'; cat; }}\n{line}");
    let mut shell = Command::new("sh")
        // Some shells print a warning if the locale is not installed.
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .args(["-c", &script])
        .spawn()
        .unwrap();
    shell.stdin.take().unwrap().write_all(b"").unwrap();
    let output = shell.wait_with_output().unwrap();
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{line}: {output:?}"
    );
    let end = output.stdout.windows(2).position(|pair| pair == [0, 0]).unwrap();
    let words = output.stdout[..end].split(|byte| *byte == 0);
    let words = words.map(|word| String::from_utf8(word.to_vec()).unwrap()).collect();
    (words, output.stdout[end + 2..].to_vec())
}

#[test]
fn shell_reads_hostile_values_unchanged() {
    if lacks("curl lines in a shell", SHELL) {
        return;
    }
    for value in HOSTILE {
        let one_line = value.replace(['\r', '\n', '\t'], " ");
        let call = client("https://api.example").put_text(value, value, &one_line, value);
        let request = call.request().unwrap();
        let expected = [
            "-X",
            "PUT",
            &request.uri().to_string(),
            "-H",
            "user-agent: tests",
            "-H",
            &format!("x-note: {one_line}"),
            "-H",
            "content-type: text/plain",
            "--data-raw",
            value,
        ];
        assert_eq!(
            arguments(&call.curl().unwrap()),
            (expected.map(str::to_owned).to_vec(), Vec::new())
        );
    }
}

#[test]
fn body_that_is_not_text_is_written_byte_by_byte() {
    if lacks("curl lines with bytes in a shell", SHELL) {
        return;
    }
    let content: Vec<u8> = (0..=255).collect();
    let call = client("https://api.example").put_bytes("a", content.clone().into());
    let (words, input) = arguments(&call.curl().unwrap());
    assert_eq!(words.last().unwrap(), "@-");
    assert_eq!(input, content);
}

#[test]
fn special_requests_have_special_lines() {
    let api = client("http://[::1]:8080");
    assert_eq!(
        api.head("a").curl().unwrap(),
        "curl --head --globoff 'http://[::1]:8080/notes/a' -H 'user-agent: tests'"
    );
    let line = api.put_stream("a", "content".into()).curl().unwrap();
    assert!(
        line.ends_with(" -H 'content-type: application/octet-stream' --data-binary @-"),
        "{line}"
    );
    let line = api.put_text("a", "", "", "").header("x-empty", "").curl().unwrap();
    assert!(line.ends_with(" -H 'x-empty;'"), "{line}");
}

#[test]
fn line_contains_no_credentials_and_invalid_calls_are_errors() {
    let client = signed("https://chime.example").build().unwrap();
    let line = client.list_rooms(ACCOUNT, &ListRooms::default()).curl().unwrap();
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        line,
        format!(
            "curl 'https://chime.example/accounts/{ACCOUNT}/rooms' -H 'user-agent: rest-op/{version}' \
             -H 'accept: application/json'"
        )
    );
    let error = client.get_room(ACCOUNT, " ").curl().unwrap_err();
    assert!(error.to_string().starts_with("get_room: `room_id` is blank"), "{error}");
    let ready: Call<()> = Call::ready(Ok(()));
    ready.curl().unwrap_err();
}

/// The local service rejects unsigned requests, but records them first.
#[tokio::test]
async fn curl_sends_the_same_request_as_the_client() {
    if lacks("curl lines sent by curl", &["sh", "curl"]) {
        return;
    }
    let chime = LocalChime::builder().start().await.unwrap();
    let client = signed(chime.endpoint()).build().unwrap();
    for value in HOSTILE {
        let call = client.create_room(value, &CreateRoom::new(value));
        let line = call.curl().unwrap().replacen("curl ", "curl -sS --noproxy '*' ", 1);
        let output = tokio::task::spawn_blocking(move || Command::new("sh").args(["-c", &line]).output().unwrap());
        let output = output.await.unwrap();
        assert!(output.status.success(), "{output:?}");
        call.await.unwrap_err();
        let [.., by_curl, by_client] = &chime.requests()[..] else {
            panic!("two requests: {output:?}")
        };
        let shown = |request: &chime_rooms::local::RecordedRequest| {
            (
                request.method.clone(),
                request.target.clone(),
                ["accept", "content-type"].map(|name| request.headers.get(name).cloned()),
                request.body.clone(),
            )
        };
        assert_eq!(shown(by_curl), shown(by_client));
    }
}
