"""Writes the requests that botocore makes, and its signatures of ours.

Reads a JSON array on standard input, of objects with `service`, `region`, `endpoint`, `config` (options of `Config`),
`operation`, `params`, `time` (ISO 8601, UTC), `session_token` (or null), `presigned` (null, or the seconds for which a
URL is valid, in place of a request) and `ours`: null, or our request of the same call, with `method`, `url`, `headers`
(those to be signed) and `body` (base64). An endpoint of AWS is found by botocore itself.

Writes an object: botocore's `version`, and `answers`, one for each: `made`, the signed request in the same form, and
`authorization`, the header with which botocore signs our request; or `error`. Nothing is sent.
"""

import base64
import datetime
import json
import sys

import botocore
import botocore.auth
import botocore.awsrequest
import botocore.credentials
import botocore.session
from botocore.config import Config

ACCESS_KEY = "AKIDEXAMPLE"
SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


class Sent(Exception):
    """Carries the request out of botocore, in place of sending it."""


def freeze_clock(time):
    """Fixes the clock that requests are signed by."""

    class Clock(datetime.datetime):
        @classmethod
        def utcnow(cls):
            return time

        @classmethod
        def now(cls, tz=None):
            return time.replace(tzinfo=datetime.timezone.utc).astimezone(tz) if tz else time

    botocore.auth.datetime = type("datetime", (), {"datetime": Clock, "timezone": datetime.timezone})
    if hasattr(botocore.auth, "get_current_datetime"):
        botocore.auth.get_current_datetime = lambda remove_tzinfo=True: (
            time if remove_tzinfo else time.replace(tzinfo=datetime.timezone.utc)
        )


def capture(request, **_):
    raise Sent(request)


def client(case, clients={}):
    key = json.dumps([case[name] for name in ("service", "region", "endpoint", "config", "session_token")])
    if key not in clients:
        endpoint = case["endpoint"]
        clients[key] = botocore.session.Session().create_client(
            case["service"],
            region_name=case["region"],
            endpoint_url=None if endpoint.endswith(".amazonaws.com") else endpoint,
            aws_access_key_id=ACCESS_KEY,
            aws_secret_access_key=SECRET_KEY,
            aws_session_token=case["session_token"],
            config=Config(
                retries={"total_max_attempts": 1},
                parameter_validation=False,
                ignore_configured_endpoint_urls=True,
                **case["config"],
            ),
        )
        clients[key].meta.events.register("before-send." + case["service"], capture)
    return clients[key]


def made(case):
    """The request that botocore makes of a call, or the URL that it presigns."""
    if case["presigned"] is not None:
        url = client(case).generate_presigned_url(case["operation"], case["params"], case["presigned"])
        return {"method": "", "url": url, "headers": {}, "body": ""}
    call = getattr(client(case), case["operation"])
    try:
        call(**case["params"])
    except Sent as sent:
        (request,) = sent.args
    body = request.body or b""
    if hasattr(body, "read"):
        body = body.read()
    if isinstance(body, str):
        body = body.encode()
    headers = {name: value.decode() if isinstance(value, bytes) else value for name, value in request.headers.items()}
    return {"method": request.method, "url": request.url, "headers": headers, "body": base64.b64encode(body).decode()}


def authorization(case):
    """The header that botocore gives a request that it did not make."""
    ours = case["ours"]
    body = base64.b64decode(ours["body"])
    request = botocore.awsrequest.AWSRequest(ours["method"], ours["url"], ours["headers"], body)
    request.context["client_config"] = Config(s3={"payload_signing_enabled": True})
    credentials = botocore.credentials.Credentials(ACCESS_KEY, SECRET_KEY, case["session_token"])
    sign = botocore.auth.S3SigV4Auth if case["service"] == "s3" else botocore.auth.SigV4Auth
    sign(credentials, case["service"], case["region"]).add_auth(request)
    return request.headers["Authorization"]


def answer(case):
    freeze_clock(datetime.datetime.strptime(case["time"], "%Y-%m-%dT%H:%M:%SZ"))
    try:
        return {"made": made(case), "authorization": authorization(case) if case["ours"] else None}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


json.dump({"version": botocore.__version__, "answers": [answer(case) for case in json.load(sys.stdin)]}, sys.stdout)
