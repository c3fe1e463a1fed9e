//! Accepted and rejected signatures, made by the signer of the AWS SDK for Rust.

use std::time::Duration;

use chime_rooms::local::LocalChime;

use crate::wire::{ACCESS_KEY_ID, ACCOUNT, Request, Response, SECRET_ACCESS_KEY, Signer, builder, host, now, start};

const FIVE_MINUTES: Duration = Duration::from_mins(5);

async fn list_rooms(chime: &LocalChime, signer: &Signer) -> Response {
    Request::to("GET", "/rooms?max-results=5&member-id=a%20b%2B%2F~")
        .sign(chime, signer)
        .send(chime)
        .await
        .unwrap()
}

fn mismatch() -> (u16, &'static str, &'static str) {
    let body = r#"{"message":"The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."}"#;
    (403, "InvalidSignatureException", body)
}

#[tokio::test]
async fn known_caller_is_accepted_by_header_and_by_query() {
    let chime = start().await;
    assert_eq!(list_rooms(&chime, &Signer::default()).await.status, 200);
    let presigned = Signer {
        expires_in: Some(Duration::from_mins(1)),
        ..Signer::default()
    };
    assert_eq!(list_rooms(&chime, &presigned).await.status, 200);
}

#[tokio::test]
async fn signature_over_special_characters_is_accepted() {
    let id = "a/b%c+d~*'()\"é漢 \u{1f600};=&?#@:!$,[]{}|^`\\<>";
    let chime = builder().account(id).start().await.unwrap();
    let target = format!(
        "/accounts/{}/rooms?member-id={}",
        crate::wire::encode(id),
        crate::wire::encode(id)
    );
    for expires_in in [None, Some(Duration::from_mins(1))] {
        let signer = Signer {
            expires_in,
            ..Signer::default()
        };
        let response = Request::new("GET", target.clone())
            .sign(&chime, &signer)
            .send(&chime)
            .await
            .unwrap();
        assert_eq!(response.status, 200, "{response:?}");
    }
}

#[tokio::test]
async fn unsigned_request_is_rejected() {
    let chime = start().await;
    let response = Request::to("GET", "/rooms")
        .header("host", host(&chime))
        .send(&chime)
        .await
        .unwrap();
    let body = r#"{"message":"Missing Authentication Token"}"#;
    assert_eq!(response.error(), (403, "MissingAuthenticationTokenException", body));
}

#[tokio::test]
async fn wrong_secret_is_a_signature_mismatch() {
    let chime = start().await;
    let signer = Signer {
        secret_access_key: "another",
        ..Signer::default()
    };
    assert_eq!(list_rooms(&chime, &signer).await.error(), mismatch());
    let signer = Signer {
        expires_in: Some(Duration::from_mins(1)),
        ..signer
    };
    assert_eq!(list_rooms(&chime, &signer).await.error(), mismatch());
}

#[tokio::test]
async fn modified_request_is_rejected() {
    let chime = start().await;
    let signed = Request::to("POST", "/rooms")
        .json(&r#"{"Name":"a"}"#)
        .header("x-amz-meta", "a")
        .sign(&chime, &Signer::default());
    let changed = [
        Request {
            method: "PUT",
            ..signed.clone()
        },
        Request {
            target: signed.target.replace("/rooms", "/rooms/"),
            ..signed.clone()
        },
        Request {
            target: format!("{}?x=1", signed.target),
            ..signed.clone()
        },
        Request {
            body: r#"{"Name":"b"}"#.to_owned(),
            ..signed.clone()
        },
        Request {
            headers: replaced(&signed, "x-amz-meta", "b"),
            ..signed.clone()
        },
        Request {
            headers: replaced(&signed, "host", "chime.us-east-1.amazonaws.com"),
            ..signed.clone()
        },
        Request {
            headers: replaced(&signed, "x-amz-date", "20191202T223836Z"),
            ..signed.clone()
        },
    ];
    for changed in changed {
        let response = changed.clone().send(&chime).await.unwrap();
        // No operation uses PUT, which is detected before the signature is verified.
        let expected = if changed.method == "PUT" { 404 } else { 403 };
        assert_eq!(response.status, expected, "{changed:?}");
    }
    assert_eq!(signed.send(&chime).await.unwrap().status, 201);
}

fn replaced(request: &Request, name: &str, value: &str) -> Vec<(String, String)> {
    let mut headers = request.headers.clone();
    let header = headers.iter_mut().find(|(known, _)| known == name).unwrap();
    value.clone_into(&mut header.1);
    headers
}

#[tokio::test]
async fn unsigned_amz_header_is_rejected() {
    let chime = start().await;
    let request = Request::to("GET", "/rooms")
        .sign(&chime, &Signer::default())
        .header("x-amz-extra", "1");
    let body = r#"{"message":"'x-amz-extra' must be a 'SignedHeader' in the AWS Authorization."}"#;
    assert_eq!(
        request.send(&chime).await.unwrap().error(),
        (403, "InvalidSignatureException", body)
    );
}

#[tokio::test]
async fn unknown_key_or_session_token_is_an_unrecognized_client() {
    let chime = builder()
        .session_credentials("ASIATEMPORARY", "temporary", "token")
        .start()
        .await
        .unwrap();
    let temporary = Signer {
        access_key_id: "ASIATEMPORARY",
        secret_access_key: "temporary",
        ..Signer::default()
    };
    let body = r#"{"message":"The security token included in the request is invalid."}"#;
    let unknown = (403, "UnrecognizedClientException", body);
    for expires_in in [None, Some(Duration::from_mins(1))] {
        let temporary = Signer {
            expires_in,
            ..temporary.clone()
        };
        let known = Signer {
            session_token: Some("token"),
            ..temporary.clone()
        };
        assert_eq!(list_rooms(&chime, &known).await.status, 200);
        let strangers = [
            Signer {
                access_key_id: "AKIDSTRANGER",
                ..temporary.clone()
            },
            Signer {
                session_token: Some("another"),
                ..temporary.clone()
            },
            Signer {
                session_token: None,
                ..temporary
            },
            Signer {
                session_token: Some("token"),
                expires_in,
                ..Signer::default()
            },
        ];
        for stranger in strangers {
            let response = list_rooms(&chime, &stranger).await;
            assert_eq!(
                response.error(),
                unknown,
                "{} {:?}",
                stranger.access_key_id,
                stranger.session_token
            );
        }
    }
}

#[tokio::test]
async fn scope_must_match_region_and_service() {
    let chime = start().await;
    for (signer, body) in [
        (
            Signer {
                region: "eu-west-1",
                ..Signer::default()
            },
            r#"{"message":"Credential should be scoped to a valid Region, not 'eu-west-1'."}"#,
        ),
        (
            Signer {
                service: "s3",
                ..Signer::default()
            },
            r#"{"message":"Credential should be scoped to correct service: 'chime'."}"#,
        ),
    ] {
        assert_eq!(
            list_rooms(&chime, &signer).await.error(),
            (403, "InvalidSignatureException", body)
        );
    }
    let elsewhere = builder().region("us-gov-east-1").start().await.unwrap();
    assert_eq!(
        list_rooms(
            &elsewhere,
            &Signer {
                region: "us-gov-east-1",
                ..Signer::default()
            }
        )
        .await
        .status,
        200
    );
}

#[tokio::test]
async fn signature_is_valid_for_five_minutes_in_either_direction() {
    let chime = start().await;

    // The clock of the service has milliseconds; the time of a signature does not.
    let earliest = Signer {
        time: now() - FIVE_MINUTES + Duration::from_secs(1),
        ..Signer::default()
    };
    let latest = Signer {
        time: now() + FIVE_MINUTES,
        ..Signer::default()
    };
    assert_eq!(list_rooms(&chime, &earliest).await.status, 200);
    assert_eq!(list_rooms(&chime, &latest).await.status, 200);
    let expired = Signer {
        time: now() - FIVE_MINUTES - Duration::from_secs(1),
        ..Signer::default()
    };
    let body = r#"{"message":"Signature expired: 20191202T223336Z is now earlier than 20191202T223337Z (20191202T223837Z - 5 min.)"}"#;
    assert_eq!(
        list_rooms(&chime, &expired).await.error(),
        (403, "InvalidSignatureException", body)
    );
    let early = Signer {
        time: now() + FIVE_MINUTES + Duration::from_secs(1),
        ..Signer::default()
    };
    let body = r#"{"message":"Signature not yet current: 20191202T224338Z is still later than 20191202T224337Z (20191202T223837Z + 5 min.)"}"#;
    assert_eq!(
        list_rooms(&chime, &early).await.error(),
        (403, "InvalidSignatureException", body)
    );
}

#[tokio::test]
async fn presigned_request_is_valid_for_its_stated_lifetime() {
    let chime = start().await;
    let hour = Some(Duration::from_hours(1));
    let signed_ago = |seconds| Signer {
        time: now() - Duration::from_secs(seconds),
        expires_in: hour,
        ..Signer::default()
    };
    assert_eq!(list_rooms(&chime, &signed_ago(3599)).await.status, 200);
    let body = r#"{"message":"Signature expired: 20191202T213836Z is now earlier than 20191202T213837Z (20191202T223837Z - 60 min.)"}"#;
    assert_eq!(
        list_rooms(&chime, &signed_ago(3601)).await.error(),
        (403, "InvalidSignatureException", body)
    );
}

#[tokio::test]
async fn incomplete_signature_names_the_missing_part() {
    let chime = start().await;
    let scope = format!("{ACCESS_KEY_ID}/20191202/us-east-1/chime/aws4_request");
    let whole = format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date, Signature=00");
    for (authorization, message) in [
        (
            "Bearer token".to_owned(),
            "Unsupported algorithm: expected AWS4-HMAC-SHA256.",
        ),
        (String::new(), "Unsupported algorithm: expected AWS4-HMAC-SHA256."),
        (
            "AWS4-HMAC-SHA256".to_owned(),
            "Authorization header requires 'SignedHeaders' parameter.",
        ),
        (
            whole.replace("Signature=", "signature="),
            "Authorization header requires 'Signature' parameter.",
        ),
        (
            whole.replace("Credential=", ""),
            "Authorization header requires 'Credential' parameter.",
        ),
        (
            whole.replace("/aws4_request", ""),
            "Credential must have exactly 5 slash-delimited elements: keyid/date/region/service/term.",
        ),
    ] {
        let request = Request::to("GET", "/rooms")
            .header("host", host(&chime))
            .header("x-amz-date", "20191202T223837Z");
        let response = request
            .header("authorization", &authorization)
            .send(&chime)
            .await
            .unwrap();
        let body = format!(r#"{{"message":"{message}"}}"#);
        assert_eq!(
            response.error(),
            (403, "IncompleteSignatureException", body.as_str()),
            "{authorization}"
        );
    }
    for signature in ["00", "zz", "0", "", "\u{e9}"] {
        let request = Request::to("GET", "/rooms")
            .header("host", host(&chime))
            .header("x-amz-date", "20191202T223837Z");
        let authorization = whole.replace("=00", &format!("={signature}"));
        assert_eq!(
            request
                .header("authorization", &authorization)
                .send(&chime)
                .await
                .unwrap()
                .status,
            403,
            "{signature}"
        );
    }
}

#[tokio::test]
async fn order_of_signed_headers_does_not_matter() {
    let chime = start().await;
    let mut signed = Request::to("GET", "/rooms").sign(&chime, &Signer::default());
    let (_, authorization) = signed
        .headers
        .iter_mut()
        .find(|(name, _)| name == "authorization")
        .unwrap();
    let reordered = authorization.replace("host;x-amz-date", "X-Amz-Date;host");
    assert_ne!(*authorization, reordered);
    *authorization = reordered;
    assert_eq!(signed.send(&chime).await.unwrap().status, 200);
}

#[tokio::test]
async fn lifetime_of_a_presigned_request_is_limited_and_cannot_overflow() {
    let chime = start().await;
    let ask = async |time: &str, expires: &str| {
        let scope = format!("{ACCESS_KEY_ID}%2F{}%2Fus-east-1%2Fchime%2Faws4_request", &time[..8]);
        let target = format!(
            "/rooms?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={scope}&X-Amz-Date={time}\
             &X-Amz-Expires={expires}&X-Amz-SignedHeaders=host&X-Amz-Signature=00"
        );
        Request::to("GET", &target)
            .header("host", host(&chime))
            .send(&chime)
            .await
            .unwrap()
    };
    for time in ["99991231T235959Z", "00000101T000000Z", "20191202T223837Z"] {
        for expires in ["1", "604800"] {
            let response = ask(time, expires).await;
            assert_eq!(
                response.status_and_name(),
                (403, "InvalidSignatureException"),
                "{time} {expires}"
            );
        }
        for expires in ["604801", "0", "-1", "9223372036854775807", "x", ""] {
            let response = ask(time, expires).await;
            let body = r#"{"message":"X-Amz-Expires must be a number from 1 to 604800."}"#;
            assert_eq!(
                response.error(),
                (403, "IncompleteSignatureException", body),
                "{time} {expires}"
            );
        }
    }
}

#[tokio::test]
async fn unknown_operation_is_reported_before_an_invalid_signature() {
    let chime = start().await;
    for (method, target) in [
        ("GET", "/"),
        ("GET", "/accounts"),
        ("GET", "/rooms"),
        ("PUT", "/accounts/a/rooms/r"),
        ("PATCH", "/accounts/a/rooms/r"),
        ("GET", "/accounts/a/rooms/r/memberships/m"),
        ("POST", "/accounts/a/rooms/r/messages/m"),
        ("POST", "/accounts/a/rooms/r/memberships?operation=other"),
        ("POST", "/accounts/a/rooms/r/messages/m?operation=batch-create"),
    ] {
        let response = Request::new(method, target)
            .header("host", host(&chime))
            .send(&chime)
            .await
            .unwrap();
        let body = r#"{"message":"The operation is not known."}"#;
        assert_eq!(
            response.error(),
            (404, "UnknownOperationException", body),
            "{method} {target}"
        );
    }
}

#[tokio::test]
async fn debug_shows_no_secret() {
    let builder = LocalChime::builder()
        .credentials(ACCESS_KEY_ID, SECRET_ACCESS_KEY)
        .account(ACCOUNT);
    let builder = builder
        .session_credentials("ASIATEMPORARY", "temporary", "session-token")
        .clock(now);
    let shown = format!("{builder:?}");
    let chime = builder.start().await.unwrap();
    let signer = Signer {
        access_key_id: "ASIATEMPORARY",
        secret_access_key: "temporary",
        session_token: Some("session-token"),
        ..Signer::default()
    };
    assert_eq!(list_rooms(&chime, &signer).await.status, 200);
    let shown = format!("{shown} {chime:?} {:?}", chime.requests());
    for secret in [SECRET_ACCESS_KEY, "temporary", "session-token"] {
        assert!(!shown.contains(secret), "{shown}");
    }
}
