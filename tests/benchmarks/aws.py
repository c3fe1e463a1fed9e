"""DynamoDB and S3 with rest-op, beside aws-sdk-dynamodb and aws-sdk-s3: builds, calls, and the memory of large transfers.

A program uses one service, by three operations: it reads one item or object, writes one, and lists them page by page. All
programs talk to the same server.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import measure
import published
from published import SERVICES

CLIENTS = ["rest-op", "sdk"]
# What is built: its program and flags. The SDK has its default features, as in its README, and only those that the program needs.
BUILDS = {"rest-op": ("rest-op", []), "sdk": ("sdk", []), "sdk, pared down": ("sdk", ["--no-default-features"])}
GIB = 1 << 30


def build(service, quick, rounds):
    """The programs of a service, and the rows of their builds."""
    packages = {name: (f"peer-{service}-{client}", flags) for name, (client, flags) in BUILDS.items()}
    # First, since this checks the lock file.
    figures = {"crates": {name: measure.crates(package, *flags) for name, (package, flags) in packages.items()}}
    made = {name: [] for name in packages}
    programs = {}
    for _ in range(0 if quick else rounds):
        # In turn, so that other load of the machine affects all of them.
        for name, (package, flags) in packages.items():
            built = measure.cold(package, ["build", "--release"], *flags)
            made[name].append(built)
            print(f"{package} {''.join(flags)}: CPU {built['cpu']:.1f} s", file=sys.stderr, flush=True)
            if name in CLIENTS:
                programs[name] = measure.keep(f"{package}-cold", package)
    if quick:
        programs = {client: measure.binary(f"{service}-{client}") for client in CLIENTS}
    else:
        for label, what, scale in [("cold release build, CPU s", "cpu", 1), ("stripped binary, MB", "bytes", 1e6)]:
            figures[label] = {name: measure.median(made[name], what) / scale for name in made}
    rows = {}
    for label, values in figures.items():
        ours, theirs, pared = values.values()
        rows[label] = {"rest-op": ours, "sdk": theirs}
        rows[f"{label}, SDK pared down"] = {"rest-op": ours, "sdk": pared}
    return programs, rows


def in_pairs(rounds, commands, rows):
    """Runs the commands of rest-op and the SDK in turn. A row has the medians, and that of the ratios of the pairs."""
    runs = {client: [] for client in CLIENTS}
    for _ in range(rounds):
        for client, command in commands.items():
            runs[client].append(measure.figures(*measure.bound_to(1), *command))
    made = {}
    for label, (name, scale) in rows.items():
        ratios = [ours[name] / theirs[name] for ours, theirs in zip(*runs.values())]
        values = {client: measure.median(runs[client], name) / scale for client in CLIENTS}
        made[label] = {**values, "ratio": statistics.median(ratios)}
    return made


def call(programs, endpoint, quick, *arguments):
    rows = {}
    for concurrency, calls in [(1, 5000), (64, 20000)]:
        loop = ["loopback", endpoint, calls, concurrency, *arguments]
        wanted = {
            f"calls/s, {concurrency} at a time": ("calls_per_second", 1),
            f"client's processor, µs a call, {concurrency} at a time": ("cpu_us", 1),
        }
        rows |= in_pairs(3 if quick else 15, {client: [program, *loop] for client, program in programs.items()}, wanted)
    return rows


def transfer(programs, endpoint, quick):
    rows = {}
    with tempfile.NamedTemporaryFile(dir=measure.TARGET) as file:
        # Takes no space.
        file.truncate(GIB)
        signed = {client: [program, "upload", endpoint, file.name] for client, program in programs.items()}
        unsummed = {**signed, "sdk": ["env", "AWS_REQUEST_CHECKSUM_CALCULATION=when_required", *signed["sdk"]]}
        download = {client: [program, "download", endpoint, GIB] for client, program in programs.items()}
        commands = {"upload of 1 GiB": signed, "upload of 1 GiB, SDK without checksum": unsummed, "download of 1 GiB": download}
        for name, transfers in commands.items():
            wanted = {f"{name}, CPU s": ("cpu_ns", 1e9), f"{name}, peak memory, MiB": ("peak_kib", 1024)}
            rows |= in_pairs(1 if quick else 5, transfers, wanted)
    return rows


def agree(programs, endpoint, *arguments):
    """Fails where the programs of a service read something else from the same answers."""
    commands = [[program, "check", endpoint, *arguments] for program in programs.values()]
    outputs = [subprocess.run(command, check=True, capture_output=True, text=True).stdout for command in commands]
    if len(set(outputs)) != 1:
        sys.exit("\n".join(["the programs differ:", *outputs]))


def run(quick, rounds):
    figures = {}
    with measure.Server("aws") as server:
        for service in SERVICES:
            programs, figures[service] = build(service, quick, rounds)
            large = service == "s3"
            agree(programs, server.endpoint, *([Path(__file__)] if large else []))
            figures[service] |= call(programs, server.endpoint, quick, *([1024] if large else []))
            if large:
                figures[service] |= transfer(programs, server.endpoint, quick)
    print(published.services(figures))
    if not quick:
        published.record_services(figures)
