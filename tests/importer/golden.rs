//! What the command writes for operations that were chosen for their difficulty: the files in `golden`. They are also
//! modules of the tests in `peers`, which call them.
//!
//! After a change of what is written, run `REST_OP_IMPORT=overwrite cargo test -p rest-op-tests --test importer golden`,
//! and read the difference.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use rest_op_import::{Options, Source, import};
use rest_op_tests::prerequisites::{lacks, left_out};

use crate::documents;

/// A file in `golden`, or the one of the example.
struct Golden {
    name: &'static str,
    document: Document,
    operations: &'static [&'static str],
    opaque: &'static [&'static str],
    lenient: bool,
}

/// Where a description is.
enum Document {
    /// A document that the tests share.
    Shared(&'static str),
    /// A service model of botocore.
    Botocore(&'static str),
}

use Document::{Botocore, Shared};

/// A file without options.
const fn golden(name: &'static str, document: Document, operations: &'static [&'static str]) -> Golden {
    Golden {
        name,
        document,
        operations,
        opaque: &[],
        lenient: false,
    }
}

const GOLDEN: &[Golden] = &[
    golden(
        "appconfig",
        Botocore("appconfig/2019-10-09"),
        &[
            "CreateApplication",
            "ListApplications",
            "UpdateApplication",
            "DeleteApplication",
            "CreateConfigurationProfile",
            "CreateHostedConfigurationVersion",
            "GetHostedConfigurationVersion",
            "ListHostedConfigurationVersions",
            "TagResource",
            "ListTagsForResource",
            "UntagResource",
        ],
    ),
    golden(
        "chime",
        Botocore("chime/2018-05-01"),
        &[
            "ListRooms",
            "GetRoom",
            "CreateRoom",
            "UpdateRoom",
            "DeleteRoom",
            "ListRoomMemberships",
            "CreateRoomMembership",
            "BatchCreateRoomMembership",
            "UpdateRoomMembership",
            "DeleteRoomMembership",
            "RedactRoomMessage",
        ],
    ),
    Golden {
        opaque: &["TableDescription"],
        ..golden(
            "dynamodb",
            Botocore("dynamodb/2012-08-10"),
            &["CreateTable", "GetItem", "PutItem", "Query", "BatchWriteItem"],
        )
    },
    golden(
        "lambda",
        Botocore("lambda/2015-03-31"),
        &[
            "CreateFunction",
            "ListFunctions",
            "GetFunction",
            "DeleteFunction",
            "Invoke",
            "TagResource",
            "ListTags",
        ],
    ),
    golden(
        "s3",
        Botocore("s3/2006-03-01"),
        &[
            "CreateBucket",
            "ListBuckets",
            "GetBucketLocation",
            "PutBucketTagging",
            "GetBucketTagging",
            "PutBucketAcl",
            "GetBucketAcl",
            "PutObject",
            "GetObject",
            "HeadObject",
            "CopyObject",
            "ListObjectsV2",
            "DeleteObject",
            "DeleteObjects",
            "CreateMultipartUpload",
            "UploadPart",
            "ListParts",
            "CompleteMultipartUpload",
        ],
    ),
    golden(
        "box_files",
        Shared("box.com"),
        &[
            "post_files_content",
            "get_files_id_content",
            "put_files_upload_sessions_id",
            "get_files_id_comments",
        ],
    ),
    golden(
        "docker",
        Shared("docker.com-engine"),
        &[
            "ContainerList",
            "ContainerLogs",
            "SystemEvents",
            "ImageBuild",
            "ImageCreate",
            "PutContainerArchive",
            "ExecStart",
        ],
    ),
    Golden {
        opaque: &["repository"],
        ..golden(
            "github",
            Shared("github.com-api.github.com"),
            &[
                "issues/list-for-repo",
                "issues/create",
                "issues/update",
                "reactions/create-for-issue",
            ],
        )
    },
    golden(
        "gitlab",
        Shared("gitlab.com"),
        &[
            "getV3ProjectsIdIssues",
            "postV3ProjectsIdIssues",
            "deleteV3ProjectsIdIssuesIssueId",
            "getV3DockerfilesName",
        ],
    ),
    golden(
        "hetzner",
        Shared("hetzner.cloud"),
        &[
            "getActions",
            "postServers",
            "getServersIdMetrics",
            "putSshKeysId",
            "deleteSshKeysId",
        ],
    ),
    golden(
        "jira",
        Shared("atlassian.com-jira"),
        &["createIssue", "addAttachment", "searchForIssuesUsingJql", "addComment"],
    ),
    golden(
        "kubernetes",
        Shared("kubernetes.io"),
        &[
            "listCoreV1NamespacedConfigMap",
            "createCoreV1NamespacedConfigMap",
            "patchCoreV1NamespacedConfigMap",
            "deleteCoreV1NamespacedConfigMap",
            "watchCoreV1NamespacedConfigMap",
            "readCoreV1NamespacedPodLog",
        ],
    ),
    golden(
        "notion",
        Shared("notion.com"),
        &[
            "retrieveAPage",
            "queryADatabase",
            "retrieveBlockChildren",
            "updatePageProperties",
        ],
    ),
    golden(
        "openai",
        Shared("openai.com"),
        &[
            "createChatCompletion",
            "createTranscription",
            "createEmbedding",
            "listFiles",
            "createFile",
        ],
    ),
    golden(
        "plaid",
        Shared("plaid.com"),
        &["accountsGet", "transactionsSync", "itemGet"],
    ),
    golden(
        "sendgrid",
        Shared("sendgrid.com"),
        &["POST_mail-send", "GET_categories-stats", "GET_asm-suppressions-email"],
    ),
    // Its examples lack members that its schemas require.
    Golden {
        lenient: true,
        ..golden(
            "slack",
            Shared("slack.com"),
            &[
                "chat_postMessage",
                "conversations_list",
                "conversations_info",
                "conversations_history",
                "files_upload",
            ],
        )
    },
    golden(
        "square",
        Shared("squareup.com"),
        &["getV2Payments", "CreatePayment", "ListLocations"],
    ),
    Golden {
        opaque: &["customer"],
        ..golden(
            "stripe",
            Shared("stripe.com"),
            &["GetRefunds", "PostRefunds", "PostCustomers"],
        )
    },
    golden(
        "trello",
        Shared("trello.com"),
        &["getBoardsByIdBoard", "addBoards", "getBoardsCardsByIdBoard"],
    ),
    golden(
        "twilio",
        Shared("twilio.com-api"),
        &[
            "CreateMessage",
            "FetchMessage",
            "ListMessage",
            "DeleteMessage",
            "ListCall",
        ],
    ),
    Golden {
        opaque: &["nullable-integration"],
        ..golden(
            "../../../runtime/examples/imported/github",
            Shared("github.com-api.github.com"),
            &[
                "issues/create-comment",
                "issues/list-comments",
                "issues/list-labels-for-repo",
            ],
        )
    },
    golden("zoom", Shared("zoom.us"), &["meetings", "meetingCreate", "users"]),
];

impl Golden {
    fn file(&self) -> PathBuf {
        folder().join(format!("{}.rs", self.name))
    }

    /// Reads the description. If it is missing, prints that the file is left out.
    fn source(&self) -> Option<Source> {
        let test = format!("golden {}", self.name);
        match self.document {
            Shared(name) => {
                let files = documents::shared(&test);
                let file = files.iter().find(|file| file.ends_with(format!("{name}.json.gz")))?;
                Some(documents::read(file))
            }
            Botocore(service) => {
                let model = documents::botocore(&test)?.join(service).join("service-2.json.gz");
                Some(Source::open(model.to_str()?).unwrap_or_else(|error| panic!("{test}: {error}")))
            }
        }
    }

    /// The command line, in the folder of the description.
    fn command_line(&self) -> String {
        let name = match self.document {
            Shared(name) => format!("{name}.json.gz"),
            Botocore(_) => "service-2.json.gz".to_owned(),
        };
        let option = |option: &'static str| {
            move |value: &&str| {
                let quote = if value.contains(' ') { "\"" } else { "" };
                format!(" {option} {quote}{value}{quote}")
            }
        };
        let operations = self.operations.iter().map(option("--op"));
        let opaque = self.opaque.iter().map(option("--opaque"));
        let lenient = self.lenient.then(|| " --lenient".to_owned());
        let options: String = operations.chain(opaque).chain(lenient).collect();
        format!("rest-op-import {name}{options}")
    }

    /// What the command writes.
    fn written(&self, source: &Source) -> String {
        let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect();
        let options = Options {
            operations: owned(self.operations),
            opaque: owned(self.opaque),
            lenient: self.lenient,
            command_line: self.command_line(),
            ..Options::default()
        };
        let imported = import(source, &options).unwrap_or_else(|error| panic!("{}: {error}", self.name));
        assert_eq!(imported.left, [], "{}", self.name);
        imported.text
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("importer/golden")
}

/// Returns all golden files.
pub(crate) fn files() -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// The line of a file that names the version and the SHA-256 of its description.
fn origin(text: &str) -> Option<&str> {
    text.lines().find(|line| line.starts_with("//! From "))
}

#[test]
fn golden_files_are_what_the_command_writes() {
    if lacks("golden files", &["rustfmt"]) {
        return;
    }
    let overwrite = env::var("REST_OP_IMPORT").as_deref() == Ok("overwrite");
    let mut differ = Vec::new();
    for golden in GOLDEN {
        let Some(source) = golden.source() else { continue };
        let written = golden.written(&source);
        let file = golden.file();
        let known = fs::read_to_string(&file).unwrap_or_default();
        if overwrite {
            fs::write(file, written).unwrap();
        } else if origin(&written) != origin(&known) && !known.is_empty() {
            left_out(
                &format!("golden {}", golden.name),
                "this is another version of the description",
            );
        } else if written != known {
            let line = written
                .lines()
                .zip(known.lines())
                .position(|(written, known)| written != known);
            differ.push(format!("{}.rs, line {}", golden.name, line.unwrap_or_default() + 1));
        }
    }
    assert!(
        differ.is_empty(),
        "what is written differs in {}; `REST_OP_IMPORT=overwrite` writes the files anew",
        differ.join("; ")
    );
}

#[test]
fn every_golden_file_has_its_operations() {
    // The file of the example is in its folder.
    let names = GOLDEN.iter().filter(|golden| !golden.name.contains('/'));
    assert_eq!(files(), names.map(Golden::file).collect());
}
