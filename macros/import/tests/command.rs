//! The command `rest-op-import`: what it reads, writes and says, and its exit status.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;

/// A service with an operation that can be declared, one with pages, and one that cannot be declared.
const MODEL: &str = include_str!("rooms/service-2.json");

/// The paginators of the service.
const PAGINATORS: &str = include_str!("rooms/paginators-1.json");

/// A folder in which the command runs.
struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder for a test.
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(test);
        _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Makes a folder with the service model.
    fn with_model(test: &str) -> Self {
        Self::new(test).with("rooms.json", MODEL)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// The names of all files, hidden ones too.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rest-op-import"));
        command.current_dir(&self.0).args(arguments).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(&self.command(arguments).output().unwrap())
    }

    /// Runs the command with a standard input.
    fn run_with_input(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        Run::of(&child.wait_with_output().unwrap())
    }
}

/// The outcome of the command.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    status: Option<i32>,
    output: String,
    error: String,
}

impl Run {
    fn of(output: &Output) -> Self {
        Self {
            status: output.status.code(),
            output: String::from_utf8(output.stdout.clone()).unwrap(),
            error: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The standard error of a command that failed, and printed nothing.
    fn failure(self) -> String {
        assert_eq!((self.status, self.output.as_str()), (Some(1), ""), "{}", self.error);
        self.error
    }

    /// The standard output of a command that succeeded.
    fn success(self) -> String {
        assert_eq!(self.status, Some(0), "{}", self.error);
        self.output
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn operations_are_listed() {
    let run = Folder::with_model("listed").run(&["rooms.json", "--list", "room"]);
    let expected = "\
CreateRoom  POST    /rooms             Creates a room.
DeleteRoom  DELETE  /rooms/{Id}        [deprecated] Deletes a room.
ListRooms   GET     /rooms             Lists rooms.
WatchRoom   POST    /rooms/{Id}/watch  Watches a room.
";
    assert_eq!(
        run,
        Run {
            status: Some(0),
            output: expected.to_owned(),
            error: String::new()
        }
    );
}

#[test]
fn list_without_a_word_takes_the_description_from_its_place() {
    let folder = Folder::with_model("word");
    let all = folder.run(&["rooms.json", "--list"]).success();
    assert_eq!(all.lines().count(), 4);
    assert_eq!(folder.run(&["--list", "rooms.json"]).success(), all);
    assert_eq!(
        folder.run(&["--list", "watch", "rooms.json"]).success().lines().count(),
        1
    );
}

#[test]
fn word_that_nothing_contains_fails() {
    let error = Folder::with_model("unlisted")
        .run(&["rooms.json", "--list", "roms"])
        .failure();
    assert_eq!(error, "error: no operation contains `roms`; did you mean `rooms`?\n");
}

#[test]
fn file_is_written_and_its_header_has_the_command() {
    let folder = Folder::with_model("written");
    let run = folder.run(&[
        "rooms.json",
        "--op",
        "CreateRoom",
        "--op",
        "GET /rooms/{id}",
        "-o",
        "rooms.rs",
    ]);
    assert_eq!(
        run.failure(),
        "error: there is no operation `GET /rooms/{id}`; the path has `DELETE /rooms/{Id}`; `--list` shows all operations\n"
    );
    let run = folder.run(&[
        "rooms.json",
        "--op",
        "CreateRoom",
        "--op",
        "DELETE /rooms/{id}",
        "-o",
        "rooms.rs",
    ]);
    assert_eq!(
        run,
        Run {
            status: Some(0),
            output: String::new(),
            error: "2 operations, 2 types\n".to_owned()
        }
    );
    let written = folder.read("rooms.rs");
    assert!(
        written.contains("\n//! `rest-op-import rooms.json --op CreateRoom --op \"DELETE /rooms/{id}\" -o rooms.rs`\n"),
        "{written}"
    );
    assert!(written.contains("#[rest_op(DELETE, \"/rooms/<id>\")]"), "{written}");
    assert_eq!(folder.names(), ["rooms.json", "rooms.rs"]);
}

#[test]
fn standard_output_gets_what_a_file_would() {
    let folder = Folder::with_model("printed");
    let output = folder.run(&["rooms.json", "--op", "CreateRoom"]).success();
    folder
        .run(&["rooms.json", "--op", "CreateRoom", "-o", "rooms.rs"])
        .success();
    assert_eq!(output, folder.read("rooms.rs").replace(" -o rooms.rs`", "`"));
}

#[cfg(unix)]
#[test]
fn special_file_is_never_replaced() {
    let folder = Folder::with_model("special");
    let _socket = std::os::unix::net::UnixListener::bind(folder.0.join("socket")).unwrap();
    let failure = folder
        .run(&["rooms.json", "--op", "CreateRoom", "-o", "socket", "--force"])
        .failure();
    assert!(failure.contains("error: cannot write "), "{failure}");
    let kind = fs::symlink_metadata(folder.0.join("socket")).unwrap().file_type();
    assert!(!kind.is_file());
    assert_eq!(folder.names(), ["rooms.json", "socket"]);
}

#[test]
fn file_is_overwritten_by_force_alone() {
    let folder = Folder::with_model("force").with("rooms.rs", "// Mine.\n");
    let arguments = ["rooms.json", "--op", "CreateRoom", "-o", "rooms.rs"];
    assert_eq!(
        folder.run(&arguments).failure(),
        "error: rooms.rs exists; `--force` overwrites it\n"
    );
    assert_eq!(folder.read("rooms.rs"), "// Mine.\n");
    folder.run(&[arguments.as_slice(), &["--force"]].concat()).success();
    assert!(folder.read("rooms.rs").contains("fn create_room"));
    assert_eq!(folder.names(), ["rooms.json", "rooms.rs"]);
}

#[test]
fn file_stays_if_an_import_fails() {
    let folder = Folder::with_model("stays").with("rooms.rs", "// Mine.\n");
    folder
        .run(&["rooms.json", "--op", "CreateRom", "-o", "rooms.rs", "--force"])
        .failure();
    folder
        .run(&[
            "rooms.json",
            "--op",
            "WatchRoom",
            "-o",
            "rooms.rs",
            "--force",
            "--strict",
        ])
        .failure();
    assert_eq!(folder.read("rooms.rs"), "// Mine.\n");
    assert_eq!(folder.names(), ["rooms.json", "rooms.rs"]);
}

#[test]
fn file_that_cannot_be_written_leaves_nothing() {
    let folder = Folder::with_model("unwritable").with("src/lib.rs", "");
    let import = |output| folder.run(&["rooms.json", "--op", "CreateRoom", "-o", output]);
    let said = "2 operations, 2 types\n"
        .replace('2', "1")
        .replace("operations", "operation")
        .replace("1 types", "2 types");
    assert_eq!(
        import("sr/rooms.rs").failure(),
        format!("{said}error: cannot write sr/rooms.rs: there is no folder sr\n")
    );
    assert_eq!(import("src").failure(), "error: src is a folder; name a file in it\n");
    assert_eq!(folder.names(), ["rooms.json", "src"]);
}

#[cfg(unix)]
#[test]
fn file_behind_a_link_is_replaced_not_the_link() {
    let folder = Folder::with_model("link").with("real.rs", "// Mine.\n");
    std::os::unix::fs::symlink("real.rs", folder.0.join("rooms.rs")).unwrap();
    folder
        .run(&["rooms.json", "--op", "CreateRoom", "-o", "rooms.rs", "--force"])
        .success();
    assert!(fs::symlink_metadata(folder.0.join("rooms.rs")).unwrap().is_symlink());
    assert!(folder.read("real.rs").contains("fn create_room"));
}

#[test]
fn operation_that_cannot_be_declared_is_reported() {
    let folder = Folder::with_model("left");
    let arguments = ["rooms.json", "--op", "ListRooms", "--op", "WatchRoom", "-o", "rooms.rs"];
    let run = folder.run(&[arguments.as_slice(), &["--strict"]].concat());
    let report = "1 operation, 2 types; 1 is not declared:\n  WatchRoom: the response is an event stream (at /operations/WatchRoom)\n";
    assert_eq!(
        run.failure(),
        format!("{report}error: nothing is written, because of `--strict`\n")
    );
    assert_eq!(folder.names(), ["rooms.json"]);
    let run = folder.run(&arguments);
    assert_eq!(
        run,
        Run {
            status: Some(0),
            output: String::new(),
            error: report.to_owned()
        }
    );
    assert!(folder.read("rooms.rs").contains("WatchRoom"));
    let run = folder.run(&["rooms.json", "--op", "ListRooms", "--strict"]);
    assert_eq!(run.error, "1 operation, 2 types\n");
    run.success();
}

#[test]
fn opaque_types_are_any_json() {
    let folder = Folder::with_model("opaque");
    let run = folder.run(&["rooms.json", "--op", "ListRooms", "--opaque", "Room"]);
    assert!(
        run.output.contains("Vec<rest_op::serde_json::Value>") || run.output.contains("Vec<Value>"),
        "{}",
        run.output
    );
    let run = folder.run(&["rooms.json", "--op", "ListRooms", "--opaque", "Rom"]);
    assert_eq!(run.failure(), "error: there is no type `Rom`; did you mean `Room`?\n");
}

#[test]
fn yaml_and_gzip_and_standard_input_give_what_json_gives() {
    let yaml = "\
openapi: 3.0.3
info: {title: Rooms, version: '1'}
paths:
  /rooms/{id}:
    get:
      operationId: getRoom
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        200:
          description: A room.
          content: {application/json: {schema: {$ref: '#/components/schemas/Room'}}}
        404: {description: No room.}
components:
  schemas:
    Room:
      type: object
      required: [name]
      properties:
        name: {type: string}
        state: {type: string, enum: [on, 'off', no]}
";
    let json = r##"{"openapi": "3.0.3", "info": {"title": "Rooms", "version": "1"}, "paths": {"/rooms/{id}": {"get": {
        "operationId": "getRoom", "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "responses": {"200": {"description": "A room.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Room"}}}},
        "404": {"description": "No room."}}}}}, "components": {"schemas": {"Room": {"type": "object", "required": ["name"],
        "properties": {"name": {"type": "string"}, "state": {"type": "string", "enum": ["on", "off", "no"]}}}}}}"##;
    let folder = Folder::new("encodings")
        .with("rooms.yaml", yaml)
        .with("rooms.json", json)
        .with("rooms.json.gz", gzip(json.as_bytes()))
        .with("rooms.yml.gz", gzip(yaml.as_bytes()));
    let body = |text: String| {
        text.lines()
            .filter(|line| !line.starts_with("//!"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let expected = body(folder.run(&["rooms.json", "--op", "getRoom"]).success());
    assert!(expected.contains("fn get_room"), "{expected}");
    for file in ["rooms.yaml", "rooms.json.gz", "rooms.yml.gz"] {
        assert_eq!(
            body(folder.run(&[file, "--op", "getRoom"]).success()),
            expected,
            "{file}"
        );
    }
    for input in [json.as_bytes(), yaml.as_bytes(), &gzip(yaml.as_bytes())] {
        let printed = folder.run_with_input(&["-", "--op", "getRoom"], input).success();
        assert!(
            printed.contains("//! From `standard input`, version `1`, SHA-256"),
            "{printed}"
        );
        assert_eq!(body(printed), expected);
    }
}

#[test]
fn paginators_beside_a_model_are_read() {
    let import =
        |folder: &Folder, arguments: &[&str]| folder.run(&[arguments, &["--op", "ListRooms"]].concat()).success();
    // Without paginators, pages are guessed, and the file says so.
    let is_page = |text: &str| !text.contains("The names of the members suggest these pages");
    let folder = Folder::new("paginators")
        .with("a/service-2.json", MODEL)
        .with("a/paginators-1.json", PAGINATORS);
    let folder = folder
        .with("b/service-2.json.gz", gzip(MODEL.as_bytes()))
        .with("b/paginators-1.json.gz", gzip(PAGINATORS.as_bytes()));
    let folder = folder.with("c/service-2.json", MODEL).with("pages.json", PAGINATORS);
    assert!(is_page(&import(&folder, &["a/service-2.json"])));
    assert!(is_page(&import(&folder, &["b/service-2.json.gz"])));
    assert!(!is_page(&import(&folder, &["c/service-2.json"])));
    assert!(is_page(&import(
        &folder,
        &["c/service-2.json", "--paginators", "pages.json"]
    )));
    let run = folder.run(&["c/service-2.json", "--paginators", "c/service-2.json", "--list"]);
    assert_eq!(
        run.failure(),
        "error: service-2.json has no paginators; name the file `paginators-1.json` of the service\n"
    );
}

#[test]
fn declarations_that_differ_fail() {
    let folder = Folder::with_model("drift").with("newer.json", MODEL.replace("/rooms/{Id}\"", "/room/{Id}\""));
    folder
        .run(&[
            "rooms.json",
            "--op",
            "ListRooms",
            "--op",
            "DeleteRoom",
            "-o",
            "rooms.rs",
        ])
        .success();
    let same = folder.run(&["rooms.json", "--drift", "rooms.rs"]);
    assert_eq!(
        same,
        Run {
            status: Some(0),
            output: String::new(),
            error: String::new()
        }
    );
    let before = folder.read("rooms.rs");
    let run = folder.run(&["--drift", "rooms.rs", "newer.json"]);
    let expected = Run {
        status: Some(1),
        output: "delete_room: `DELETE /rooms/<id>` is gone; `DeleteRoom` is `DELETE /room/{Id}` (at /operations/DeleteRoom)\n".to_owned(),
        error: "rooms.rs: 1 difference; accept one by the comment `// accepted: <difference>`\n".to_owned(),
    };
    assert_eq!(run, expected);
    assert_eq!(folder.read("rooms.rs"), before);
    let accepted = run.output.split(" (at").next().unwrap();
    let folder = folder.with("rooms.rs", format!("{before}\n// accepted: {accepted}\n"));
    folder.run(&["newer.json", "--drift", "rooms.rs"]).success();
    let missing = folder.run(&["newer.json", "--drift", "room.rs"]);
    assert_eq!(
        missing.failure(),
        "error: there is no file room.rs; did you mean `rooms.rs`?\n"
    );
}

#[test]
fn files_that_cannot_be_read_are_explained() {
    let folder = Folder::new("unreadable")
        .with("specs/github.json", "{}")
        .with("specs/NOTES.md", "")
        .with("page.json", "<!DOCTYPE html>\n<html></html>")
        .with("empty.json", "")
        .with("cut.json", "{\"openapi\": \"3.0.0\",\n  \"paths\": {\"/pe");
    for (path, expected) in [
        (
            "specs/gihub.json",
            "there is no file gihub.json in specs; did you mean `github.json`?",
        ),
        ("spec/github.json", "there is no folder spec; did you mean `specs`?"),
        ("spec", "there is no file spec; did you mean `specs`?"),
        ("nowhere/at/all.json", "there is no folder nowhere"),
        (
            "specs",
            "specs is a folder; name a file in it, such as specs/github.json",
        ),
        ("page.json", "page.json is an HTML page; download the raw document"),
        ("empty.json", "empty.json is empty; download it again"),
        (
            "cut.json",
            "cut.json ends early, at line 2, column 16; download it again",
        ),
        ("-", "standard input is empty; download it again"),
        (
            "https://example.com/openapi.json",
            "https://example.com/openapi.json is a URL; download it first, with `curl -LO https://example.com/openapi.json`",
        ),
    ] {
        assert_eq!(
            folder.run(&[path, "--list"]).failure(),
            format!("error: {expected}\n"),
            "{path}"
        );
    }
}

#[test]
fn wrong_command_lines_have_exit_status_2() {
    let folder = Folder::with_model("usage");
    for (arguments, expected) in [
        (
            &["rooms.json"] as &[_],
            "choose operations with `--op`; `--list` shows them",
        ),
        (
            &["--op", "CreateRoom"],
            "name the description: a file, or `-` for the standard input",
        ),
        (&[], "name the description: a file, or `-` for the standard input"),
        (
            &["--list"],
            "name the description: a file, or `-` for the standard input",
        ),
        (
            &["rooms.json", "--opp", "CreateRoom"],
            "unexpected argument '--opp' found",
        ),
        (
            &["rooms.json", "--op", "CreateRoom", "--force"],
            "the following required arguments were not provided",
        ),
        (
            &["rooms.json", "--list", "--strict"],
            "the argument '--list [<WORD>]' cannot be used with '--strict'",
        ),
    ] {
        let run = folder.run(arguments);
        assert_eq!((run.status, run.output.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(
            run.error.starts_with(&format!("error: {expected}")),
            "{arguments:?}: {}",
            run.error
        );
        assert!(run.error.contains("Usage: rest-op-import <SOURCE>"), "{}", run.error);
    }
    let help = folder.run(&["--help"]).success();
    assert!(
        help.contains("Usage: rest-op-import <SOURCE> --list [WORD]\n       rest-op-import <SOURCE> --op"),
        "{help}"
    );
    assert_eq!(
        folder.run(&["--version"]).success(),
        format!("rest-op-import {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn reader_that_has_read_enough_is_no_error() {
    // More than a pipe holds.
    let paths: Vec<_> = (0..4000)
        .map(|index| format!("{:?}: {{\"get\": {{\"responses\": {{}}}}}}", format!("/a/{index:0>40}")))
        .collect();
    let document = format!(
        "{{\"openapi\": \"3.0.0\", \"info\": {{}}, \"paths\": {{{}}}}}",
        paths.join(", ")
    );
    let folder = Folder::new("pipe").with("api.json", document);
    let mut child = folder
        .command(&["api.json", "--list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(
        Run::of(&child.wait_with_output().unwrap()),
        Run {
            status: Some(0),
            output: String::new(),
            error: String::new()
        }
    );
}
