"""Writes the values that botocore reads from shared files: region, keys, and the configured endpoint of Chime.

Reads a JSON array on standard input, of objects of environment variables. Writes an array with an array of three strings
for each: the value, `-` if it is missing, `!` if botocore fails; null if botocore is not installed. Nothing is
sent.
"""

import json
import os
import sys

try:
    from botocore.configprovider import ConfiguredEndpointProvider
    from botocore.session import Session
except ImportError:
    print("null")
    sys.exit()

PATH = os.environ["PATH"]


def region(session):
    return session.get_config_variable("region")


def keys(session):
    credentials = session.get_credentials()
    if credentials is None:
        return None
    return "/".join(filter(None, credentials.get_frozen_credentials()[:3]))


def endpoint(session):
    return ConfiguredEndpointProvider(session.full_config, session.get_scoped_config(), "chime").provide()


def answer(question, sessions):
    try:
        return question(sessions[-1]) or "-"
    except Exception:
        # A session that failed to read a file continues without it.
        sessions.append(Session())
        return "!"


def found(variables):
    os.environ.clear()
    os.environ.update(variables, PATH=PATH, AWS_EC2_METADATA_DISABLED="true")
    sessions = [Session()]
    return [answer(question, sessions) for question in (region, keys, endpoint)]


json.dump([found(variables) for variables in json.load(sys.stdin)], sys.stdout)
