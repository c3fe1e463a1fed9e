"""The figures that the README shows, kept in `results.json`: `run` records them, and writes the README's table and `results.svg`.

Table and picture are made of the file alone, so that they can be made again, and compared, without a measurement.
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


def measured():
    rustc = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.split()[1]
    packages = tomllib.loads((HERE / "Cargo.lock").read_text())["package"]
    crates = ", ".join(
        f"{package['name']} {package['version']}"
        for name in ("reqwest", "aws-sigv4", "aws-sdk-chime")
        for package in packages
        if package["name"] == name
    )
    return f"{datetime.date.today()}, {os.cpu_count()} cores, Rust {rustc}, {crates}"


def table(results):
    lines = [f"| | {' | '.join(PROGRAMS.values())} |", "|---" * (1 + len(PROGRAMS)) + "|"]
    for label, (name, shape) in ROWS.items():
        figures = results["figures"][label]
        lines.append(f"| {name} | {' | '.join(format(figures[program], shape) for program in PROGRAMS)} |")
    return "\n".join([*lines, "", f"Measured {results['measured']}.", ""])


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


def drawn():
    """The content of README and picture, as `results.json` has the figures."""
    results = json.loads(RESULTS.read_text())
    before, _, rest = README.read_text().partition(START)
    _, _, after = rest.partition(END)
    return {README: before + START + table(results) + END + after, PICTURE: picture(results)}


def draw():
    for file, content in drawn().items():
        file.write_text(content)


def check():
    """Fails where README or picture are not those of `results.json`."""
    for file, content in drawn().items():
        if not file.exists() or file.read_text() != content:
            sys.exit(f"{file.name} does not show the figures of results.json; `tests/benchmarks/run --draw` writes it")
