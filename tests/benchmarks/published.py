"""The figures that READMEs show, kept in `results.json`: `run` records them, and writes the tables of the READMEs and `results.svg`.

Tables and picture are made of the file alone, so that they can be made again, and compared, without a measurement.
"""

import datetime
import json
import os
import subprocess
import sys
import tomllib
from xml.sax.saxutils import escape

from measure import HERE

RESULTS = HERE / "results.json"
PICTURE = HERE / "results.svg"
README = HERE.parent.parent / "README.md"
DETAILS = HERE / "README.md"
START, END = "<!-- figures: written by tests/benchmarks/run -->\n", "<!-- /figures -->\n"

# The rows of `run` that are shown, with their names and the format of their figures.
ROWS = {
    "instructions, 1 rooms, thousands": ("instructions of a call, thousands", ".0f"),
    "allocations, 1 rooms": ("allocations of a call", ".0f"),
    "release, wall s": ("cold release build, seconds", ".0f"),
    "stripped binary, MB": ("stripped binary, MB", ".1f"),
}
PROGRAMS = {"rest-op": "rest-op", "by-hand": "reqwest and aws-sigv4 by hand", "sdk": "aws-sdk-chime"}


def record(rows):
    """Replaces the figures of the rows that are shown, and says when and with what they were measured."""
    results = json.loads(RESULTS.read_text())
    shown = {label: values for label, _, values in rows if label in ROWS and PROGRAMS.keys() <= values.keys()}
    for label, values in shown.items():
        results["figures"][label] = {program: values[program] for program in PROGRAMS}
    if shown:
        results["measured"] = measured()
        RESULTS.write_text(json.dumps(results, indent=2) + "\n")


def measured(lock=HERE / "Cargo.lock", crates=("reqwest", "aws-sigv4", "aws-sdk-chime")):
    """When and with what something was measured, with the versions of these crates in a lock file."""
    rustc = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    packages = tomllib.loads(lock.read_text())["package"]
    versions = [f"{package['name']} {package['version']}" for name in crates for package in packages if package["name"] == name]
    return f"{datetime.date.today()}, {os.cpu_count()} cores, Rust {rustc}, {', '.join(versions)}"


def table(results):
    lines = [f"| | {' | '.join(PROGRAMS.values())} |", "|---" * (1 + len(PROGRAMS)) + "|"]
    for label, (name, shape) in ROWS.items():
        figures = results["figures"][label]
        lines.append(f"| {name} | {' | '.join(format(figures[program], shape) for program in PROGRAMS)} |")
    return "\n".join([*lines, "", f"Measured {results['measured']}.", ""])


# The services that are compared with their SDKs, and the format and goal of the rows that begin so.
SERVICES = {"dynamodb": "DynamoDB", "s3": "S3"}
GOALS = {
    "crates": (".0f", ""),
    "cold release build": (".1f", "≤ 0.4 ×"),
    "stripped binary": (".1f", "≤ 0.4 ×"),
    "calls/s": (".0f", "≥ 2.5 ×"),
    "client's processor": (".1f", ""),
    "upload": (".1f", "< 32 MiB"),
    "download": (".1f", "< 32 MiB"),
}


def record_services(figures):
    """Replaces the figures of the services."""
    results = json.loads(RESULTS.read_text())
    crates = [f"aws-sdk-{service}" for service in SERVICES]
    results["services"] = {"measured": measured(HERE / "aws" / "Cargo.lock", crates), "figures": figures}
    RESULTS.write_text(json.dumps(results, indent=2) + "\n")


def services(figures):
    """A table for each service, with the goals."""
    lines = []
    for service, name in SERVICES.items():
        lines += [f"| {name} | rest-op | aws-sdk-{service} | of the SDK | goal |", "|---|---|---|---|---|"]
        for label, values in figures[service].items():
            shape, goal = next(row for start, row in GOALS.items() if label.startswith(start))
            ratio = values.get("ratio", values["rest-op"] / values["sdk"])
            goal = "" if goal.endswith("MiB") and not label.endswith("MiB") else goal
            lines.append(f"| {label} | {values['rest-op']:{shape}} | {values['sdk']:{shape}} | {ratio:.2f} × | {goal} |")
        lines.append("")
    return "\n".join(lines)


STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .row { font-weight: 600 }
  .rest-op { fill: #bf4b16 } .by-hand { fill: #8b949e } .sdk { fill: #57606a }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    .rest-op { fill: #f0883e } .by-hand { fill: #8b949e } .sdk { fill: #6e7681 }
  }
"""
WIDTH, NAMES, BARS, STEP = 760, 220, 380, 20


def picture(results):
    """Bars, each row relative to its largest value, and how many times the figure of rest-op a figure is."""
    parts, y = [], 0
    for label, (name, shape) in ROWS.items():
        figures = results["figures"][label]
        y += 24
        parts.append(f'<text class="row" x="0" y="{y}">{escape(name)}</text>')
        for program, title in PROGRAMS.items():
            y += STEP
            figure = figures[program]
            length = BARS * figure / max(figures.values())
            times = "" if program == "rest-op" else f" ({figure / figures['rest-op']:.1f} ×)"
            parts.append(f'<text x="{NAMES - 8}" y="{y}" text-anchor="end">{escape(title)}</text>')
            parts.append(f'<rect class="{program}" x="{NAMES}" y="{y - 12}" width="{length:.1f}" height="14" rx="2"/>')
            parts.append(f'<text x="{NAMES + length + 8:.1f}" y="{y}">{format(figure, shape)}{times}</text>')
        y += 8
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}" height="{y}" role="img">'
    title = "<title>ListRooms with rest-op, by hand and with the AWS SDK; lower is better</title>"
    return "\n".join([head, title, f"<style>{STYLE}</style>", *parts, "</svg>", ""])


def between_marks(file, content):
    """The text of a file with this content between the marks."""
    before, _, rest = file.read_text().partition(START)
    _, _, after = rest.partition(END)
    return before + START + content + END + after


def drawn():
    """The content of READMEs and picture, as `results.json` has the figures."""
    results = json.loads(RESULTS.read_text())
    of_services = f"{services(results['services']['figures'])}\nMeasured {results['services']['measured']}.\n"
    return {
        README: between_marks(README, table(results)),
        DETAILS: between_marks(DETAILS, of_services),
        PICTURE: picture(results),
    }


def draw():
    for file, content in drawn().items():
        file.write_text(content)


def check():
    """Fails where READMEs or picture are not those of `results.json`."""
    for file, content in drawn().items():
        if not file.exists() or file.read_text() != content:
            sys.exit(f"{file.name} does not show the figures of results.json; `tests/benchmarks/run --draw` writes it")
