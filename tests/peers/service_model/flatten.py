"""Writes operations of Chime from the service model of the installed botocore: flatten.py NAME... > JSON.

The model is flattened: the place of each member, its name there, whether it is required, a sample, and values that its
constraints allow or reject. Regions have the endpoints of the endpoint rules. Operations on rooms that are not among
the names are listed.
"""

import json
import re
import sys

import botocore
from botocore import xform_name
from botocore.endpoint_provider import EndpointProvider
from botocore.loaders import create_loader
from botocore.model import ServiceModel

PLACES = {"uri": "path", "querystring": "query"}


def allowed(shape, text):
    """Whether a text meets pattern and length of its shape."""
    rules = shape.metadata
    return (re.fullmatch(rules.get("pattern", "(?s).*"), text) is not None
            and rules.get("min", 0) <= len(text) <= rules.get("max", 1 << 30)
            and text in rules.get("enum", [text]))


def sample(shape, name):
    if shape.type_name == "structure":
        return {key: sample(member, key) for key, member in shape.members.items()}
    if shape.type_name == "list":
        return [sample(shape.member, name)]
    if shape.type_name == "integer":
        return shape.metadata.get("max", 7)
    if shape.type_name == "timestamp":
        return "2019-12-02T22:29:31.549Z"
    return shape.metadata.get("enum", [name])[0]


def probes(shape, name):
    """Values about the edges of what is allowed, each with whether it is."""
    rules = shape.metadata
    if shape.type_name == "string" and "enum" not in rules:
        texts = ["", " ", "\t", "a", "ab", "a b", " a ", "a/b", "é", "A0-_z"]
        for edge in sorted({rules.get("min"), rules.get("max")} - {None}):
            texts += ["x" * length for length in (edge - 1, edge, edge + 1) if length >= 0]
        for text in texts:
            yield text, allowed(shape, text)
    elif shape.type_name == "integer":
        for edge in sorted({rules.get("min"), rules.get("max")} - {None}):
            for number in (edge - 1, edge, edge + 1):
                yield number, rules["min"] <= number <= rules["max"]
    elif shape.type_name == "list":
        for edge in sorted({rules.get("min"), rules.get("max")} - {None}):
            for length in (edge - 1, edge, edge + 1):
                yield [sample(shape.member, name)] * length, rules.get("min", 0) <= length <= rules["max"]
        for value, good in probes(shape.member, name):
            yield [value], good
    elif shape.type_name == "structure":
        for key, member in shape.members.items():
            for value, good in probes(member, key):
                yield {key: value}, good


def parameter(shape, name, required):
    """A label must also not be empty: by the protocol, whatever the model says."""
    place = PLACES.get(shape.serialization.get("location"), "body")
    return {
        "place": place,
        "wire": shape.serialization.get("name", name),
        "required": name in required,
        "token": bool(shape.serialization.get("idempotencyToken") or shape.metadata.get("idempotencyToken")),
        "sample": sample(shape, name),
        "probes": [[value, good and not (place == "path" and value == "")] for value, good in probes(shape, name)],
    }


def answers(shape):
    """Pairs of answers that differ in one member, which a client must distinguish, each with the member's path."""
    if shape is None or shape.type_name != "structure":
        return
    for key, member in shape.members.items():
        yield key, {}, {key: sample(member, key)}
        inner = member.member if member.type_name == "list" else member
        for path, without, having in answers(inner):
            def wrap(value, listed=member.type_name == "list", key=key):
                return {key: [value] if listed else value}
            yield f"{key}.{path}", wrap(without), wrap(having)


def operation(model):
    uri, _, query = model.http["requestUri"].partition("?")
    tokens = [model.idempotent_members] if isinstance(model.idempotent_members, str) else model.idempotent_members
    members = {name: parameter(shape, name, model.input_shape.required_members)
               for name, shape in model.input_shape.members.items()}
    for name in tokens:
        members[name]["token"] = True
    return {
        "verb": model.http["method"],
        "path": uri,
        "query": [pair.split("=", 1) for pair in query.split("&") if pair],
        "status": model.http.get("responseCode", 200),
        "members": members,
        "errors": {shape.name: shape.metadata["error"]["httpStatusCode"] for shape in model.error_shapes},
        "answers": list(answers(model.output_shape)),
    }


def endpoints(loader):
    partitions = loader.load_data("partitions")
    provider = EndpointProvider(loader.load_service_model("chime", "endpoint-rule-set-1"), partitions)
    for region in [region for partition in partitions["partitions"] for region in partition["regions"]]:
        for fips in (False, True):
            for dual_stack in (False, True):
                found = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual_stack)
                schemes = found.properties.get("authSchemes", [{}])
                yield [region, fips, dual_stack, found.url, schemes[0].get("signingRegion", region)]


loader = create_loader()
service = ServiceModel(loader.load_service_model("chime", "service-2"), "chime")
by_name = {xform_name(name): name for name in service.operation_names}
json.dump({
    "version": botocore.__version__,
    "undeclared": [name for name in by_name if "room" in name and name not in sys.argv],
    "operations": {name: operation(service.operation_model(by_name[name])) for name in sys.argv[1:]},
    "endpoints": list(endpoints(loader)),
}, sys.stdout)
