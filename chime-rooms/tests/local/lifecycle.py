"""Calls every operation with boto3: lifecycle.py ENDPOINT ACCOUNT. The first call is throttled."""

import datetime
import sys
import urllib.error
import urllib.request

import boto3
from botocore.config import Config

endpoint, account = sys.argv[1:]
calls = 0


def call(operation, **parameters):
    """Calls an operation, checks status and request ID, and returns the members."""
    global calls
    calls += 1
    response = getattr(chime, operation)(AccountId=account, **parameters)
    metadata = response.pop("ResponseMetadata")
    expected = {"create_room": 201, "create_room_membership": 201, "batch_create_room_membership": 201,
                "delete_room": 204, "delete_room_membership": 204}.get(operation, 200)
    assert metadata["HTTPStatusCode"] == expected, (operation, metadata)
    assert metadata["RequestId"].count("-") == 4, metadata
    return response


def fails(exception, operation, **parameters):
    try:
        call(operation, **parameters)
    except getattr(chime.exceptions, exception) as error:
        code = exception.removesuffix("Exception").removesuffix("Client")
        assert error.response["Error"]["Code"] == exception, error.response
        assert error.response["Code"] == code, error.response
        assert error.response["Message"], error.response
    else:
        raise AssertionError(f"{operation} was expected to fail with {exception}")


# No retries: boto3 would sleep before them.
config = Config(retries={"total_max_attempts": 1})
chime = boto3.client("chime", region_name="us-east-1", endpoint_url=endpoint, config=config)

fails("ThrottledClientException", "list_rooms")
rooms = call("list_rooms")
assert [room["Name"] for room in rooms["Rooms"]] == ["Seeded / 漢"], rooms
assert rooms["Rooms"][0]["RoomId"] == "seeded/é ~", rooms

created = call("create_room", Name="Standup", ClientRequestToken="token-1")["Room"]
assert set(created) == {"RoomId", "Name", "AccountId", "CreatedBy", "CreatedTimestamp", "UpdatedTimestamp"}, created
assert isinstance(created["CreatedTimestamp"], datetime.datetime), created
assert call("create_room", Name="Standup", ClientRequestToken="token-1")["Room"] == created
room = created["RoomId"]
assert call("get_room", RoomId=room)["Room"] == created
assert call("get_room", RoomId="seeded/é ~")["Room"]["Name"] == "Seeded / 漢"
assert call("update_room", RoomId=room, Name="Retro")["Room"]["Name"] == "Retro"
assert call("update_room", RoomId=room)["Room"]["Name"] == "Retro"

membership = call("create_room_membership", RoomId=room, MemberId="user", Role="Member")["RoomMembership"]
assert membership["Member"] == {"MemberId": "user", "MemberType": "User", "Email": "user@example.com",
                                "FullName": "A User", "AccountId": account}, membership
assert membership["Role"] == "Member" and membership["RoomId"] == room, membership
fails("ConflictException", "create_room_membership", RoomId=room, MemberId="user")
items = [{"MemberId": "bot", "Role": "Member"}, {"MemberId": "stranger", "Role": "Member"}]
errors = call("batch_create_room_membership", RoomId=room, MembershipItemList=items)["Errors"]
assert [(error["MemberId"], error["ErrorCode"]) for error in errors] == [("stranger", "NotFound")], errors
updated = call("update_room_membership", RoomId=room, MemberId="user", Role="Administrator")["RoomMembership"]
assert updated["Role"] == "Administrator", updated
fails("BadRequestException", "update_room_membership", RoomId=room, MemberId="bot", Role="Administrator")

first = call("list_room_memberships", RoomId=room, MaxResults=1)
second = call("list_room_memberships", RoomId=room, MaxResults=1, NextToken=first["NextToken"])
members = [page["RoomMemberships"][0]["Member"]["MemberId"] for page in (first, second)]
assert members == ["user", "bot"] and not second.get("NextToken"), (first, second)
assert [room["Name"] for room in call("list_rooms", MemberId="bot")["Rooms"]] == ["Retro"]
assert call("list_rooms", MemberId="a b+/~é")["Rooms"] == []

assert call("redact_room_message", RoomId="seeded/é ~", MessageId="message 1") == {}
fails("NotFoundException", "redact_room_message", RoomId=room, MessageId="message 1")

call("delete_room_membership", RoomId=room, MemberId="bot")
fails("NotFoundException", "delete_room_membership", RoomId=room, MemberId="bot")
call("delete_room", RoomId=room)
fails("NotFoundException", "get_room", RoomId=room)
fails("BadRequestException", "list_rooms", NextToken="nonsense")

# A presigned URL, requested without boto3.
url = chime.generate_presigned_url("get_room", Params={"AccountId": account, "RoomId": "seeded/é ~"}, ExpiresIn=60)
calls += 1
with urllib.request.urlopen(url) as response:
    assert response.status == 200, response.status
try:
    urllib.request.urlopen(url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"))
    raise AssertionError("a modified URL was accepted")
except urllib.error.HTTPError as error:
    assert (error.code, error.headers["x-amzn-ErrorType"]) == (403, "InvalidSignatureException"), error.headers

print(f"boto3 {boto3.__version__}: {calls} calls")
