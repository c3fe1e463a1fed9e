"""How the programs are built and what is measured of them. `run` prints it, `guard` compares it with what is recorded."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent.parent / "target")) / "benchmarks"
PROGRAMS = ["rest-op", "by-hand", "hyper", "sdk"]
# The packages that are workspaces of their own, with the crates that their users have. All others share the one here.
WORKSPACES = {
    "peer-sdk-readme": HERE / "sdk-readme",
    "peer-rest-op-as-resolved": HERE / "rest-op-as-resolved",
    **{f"peer-{service}-{client}": HERE / "aws" for service in ("dynamodb", "s3") for client in ("rest-op", "sdk")},
}
# Our own crates, of the units of a build.
OWN = {"rest-op", "rest-op-macros", "chime-rooms"}


def environment(program):
    """The environment of a cargo that builds a program."""
    # Cargo compiles path dependencies incrementally, but not crates from a registry.
    return {**os.environ, "CARGO_TARGET_DIR": str(TARGET / program), "CARGO_INCREMENTAL": "0"}


def workspace(package):
    return WORKSPACES.get(package, HERE)


def cargo(program, command, *arguments, timings=False, directory=HERE):
    """Runs cargo for a program, each in its own target directory, and gives wall and CPU seconds."""
    begun = time.monotonic()
    process = subprocess.Popen(
        ["cargo", command, "--quiet", "--locked", *(["--timings"] if timings else []), *arguments],
        cwd=directory,
        env=environment(program),
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"cargo {command} {' '.join(arguments)} failed")
    return {"wall": time.monotonic() - begun, "cpu": usage.ru_utime + usage.ru_stime}


def binary(program, *flags):
    """Builds a program for release, and keeps a copy: other features would overwrite it."""
    package = program if program == "server" else f"peer-{program}"
    cargo(program, "build", "--release", "--package", package, *flags, directory=workspace(package))
    return keep(program, package, *flags)


def keep(target, package, *flags):
    """Copies a program from its target directory, where the next build may replace it."""
    kept = TARGET / "bin" / "-".join([target, *(re.sub(r"\W", "", flag) for flag in flags)])
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(TARGET / target / "release" / package, kept)
    return kept


def libraries(program, *flags):
    """The libraries that a program is built with for release, by the name of their crate."""
    command = ["cargo", "build", "--quiet", "--locked", "--release", "--package", f"peer-{program}", *flags]
    out = subprocess.run(
        [*command, "--message-format=json"], cwd=HERE, env=environment(program), check=True, capture_output=True, text=True
    ).stdout
    made = [message for message in map(json.loads, out.splitlines()) if message["reason"] == "compiler-artifact"]
    return {message["target"]["name"]: message["filenames"][0] for message in made}


def code_bytes(library):
    """Bytes of machine code in a library, of what it compiles itself: not of what programs compile that use it."""
    out = subprocess.run(["size", "--format=sysv", library], check=True, capture_output=True, text=True).stdout
    return sum(int(line.split()[1]) for line in out.splitlines() if line.startswith(".text"))


def figures(*command):
    """Runs a program; the figures that it prints, by name."""
    out = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split() for line in out.splitlines())}


def median(runs, name):
    return statistics.median(run[name] for run in runs)


def allocations(program, rooms, *flags):
    """Allocations, reallocations and bytes of a call, exactly."""
    return figures(binary(program, "--features", "count", *flags), "offline", 1000, rooms)


def has_callgrind():
    return shutil.which("valgrind") is not None


def instructions(executable, rooms):
    """Instructions of a call under callgrind: the difference of two runs, so that start and end do not count."""

    def total(calls):
        command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", executable, "offline", calls, rooms]
        run = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
        return int(re.search(r"Collected : (\d+)", run.stderr).group(1))

    return (total(600) - total(200)) / 400


def crates(package, *flags):
    """The crates that a package is built of, itself among them, the harness not."""
    tree = ["cargo", "tree", "--locked", "--package", package, "--edges", "normal,build", "--prefix", "none"]
    out = subprocess.run([*tree, *flags], cwd=workspace(package), check=True, capture_output=True, text=True).stdout
    names = {line.split(" (")[0] for line in out.splitlines()}
    return len({name for name in names if name and not name.startswith("harness ")})


class Server:
    """The loopback server, on the first processor where processes can be bound to one."""

    def __init__(self, mode):
        self.process = subprocess.Popen([*bound_to(0), binary("server"), mode], stdout=subprocess.PIPE, text=True)
        self.endpoint = self.process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def bound_to(processor):
    """The beginning of a command that runs on one processor."""
    several = (os.cpu_count() or 1) > 1
    return ["taskset", "--cpu-list", str(processor)] if several and shutil.which("taskset") else []


def cold(package, command, *flags):
    """Builds into an empty directory: seconds, the share of our own crates in the time of all units, and bytes."""
    target = f"{package}-cold"
    shutil.rmtree(TARGET / target, ignore_errors=True)
    made = cargo(target, *command, "--package", package, *flags, timings=True, directory=workspace(package))
    report = max((TARGET / target / "cargo-timings").glob("cargo-timing-*.html"))
    units = json.loads(re.search(r"const UNIT_DATA = (\[.*?\]);\n", report.read_text(), re.DOTALL).group(1))
    own = sum(unit["duration"] for unit in units if unit["name"] in OWN)
    made["own"] = own / sum(unit["duration"] for unit in units)
    executable = TARGET / target / "release" / package
    if executable.exists():
        subprocess.run(["strip", executable], check=True)
        made["bytes"] = executable.stat().st_size
    return made
