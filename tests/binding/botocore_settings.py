"""Writes the settings that botocore finds in its environment: region, endpoint of Chime, credentials.

Reads a JSON array on standard input, of objects of environment variables. Writes an array with an object for each.
Nothing is sent.
"""

import json
import os
import sys

import botocore.session

PATH = os.environ["PATH"]


def found(variables):
    os.environ.clear()
    os.environ.update(variables, PATH=PATH, AWS_EC2_METADATA_DISABLED="true")
    session = botocore.session.Session()
    credentials = session.get_credentials()
    keys = list(credentials.get_frozen_credentials())[:3] if credentials else None
    return {
        "region": session.get_config_variable("region"),
        "endpoint_url": session.create_client("chime").meta.endpoint_url,
        "keys": keys,
    }


json.dump([found(variables) for variables in json.load(sys.stdin)], sys.stdout)
