"""What an operation costs to compile: APIs of 10, 100 and 1,000 operations, declared with rest-op and with conjure, and
written by progenitor from an OpenAPI document.

Every other operation is a GET with a label and two query parameters, the rest are a POST with a label, a header and a
body. Each is called once, so that the code of calls counts, too. Results have one type in common, or one each. The
macros of rest-op and conjure run within what is measured, progenitor before it.
"""

import json
import os
import re
import subprocess

import measure

SIZES = [10, 100, 1000]
TYPE = """
#[derive(Debug, {derives}Deserialize)]
pub struct Page{name} {{ pub id: String, pub next: Option<String> }}
"""
BODY = "#[derive(Debug, Serialize)] pub struct New { pub name: String, pub size: Option<u32> }\n"


def rest_op(size, own_types):
    types = [TYPE.format(name=name, derives="FromResponse, ") for name in (range(size) if own_types else [""])]
    methods, calls = [], []
    for index in range(size):
        page = f"Page{index}" if own_types else "Page"
        if index % 2 == 0:
            attribute = f'GET, "/things/<id>/parts-{index}"'
            arguments = '#[query("page-size")] size: Option<u32>, #[query("next-token")] token: Option<&str>'
            call = '"id", Some(3), None'
        else:
            attribute = f'POST, "/things/<id>/parts-{index}"'
            arguments = '#[header("x-token")] token: &str, #[body] new: &New'
            call = '"id", "token", new'
        methods.append(f"#[rest_op({attribute})] fn operation_{index}(&self, id: &str, {arguments}) -> Call<{page}>;")
        calls.append(
            f"pub fn call_{index}(client: &Client, new: &New) -> CallFuture<{page}, ErrorResponse> "
            f"{{ let _ = new; client.operation_{index}({call}).into_future() }}"
        )
    trait = ["pub trait Things: Api {", *methods, "}", "impl Things for Client {}"]
    return BODY + "\n".join([*types, *trait, *calls])


def conjure(size, own_types):
    types = [TYPE.format(name=name, derives="") for name in (range(size) if own_types else [""])]
    methods, calls = [], []
    for index in range(size):
        page = f"Page{index}" if own_types else "Page"
        if index % 2 == 0:
            endpoint = f'method = GET, path = "/things/{{id}}/parts-{index}"'
            arguments = (
                '#[query(name = "page-size", encoder = DisplaySeqEncoder)] size: Option<u32>, '
                '#[query(name = "next-token", encoder = DisplaySeqEncoder)] token: Option<&str>'
            )
            call = '"id", Some(3), None'
        else:
            endpoint = f'method = POST, path = "/things/{{id}}/parts-{index}"'
            arguments = '#[header(name = "x-token")] token: &str, #[body] new: &New'
            call = '"id", "token", new'
        methods.append(
            f"#[endpoint({endpoint}, accept = StdResponseDeserializer)] "
            f"async fn operation_{index}(&self, #[path] id: &str, {arguments}) -> Result<{page}, Error>;"
        )
        calls.append(
            f"pub fn call_{index}(client: &'static ThingsClient<Silent>, new: &'static New) -> CallFuture<{page}> "
            f"{{ let _ = new; Box::pin(client.operation_{index}({call})) }}"
        )
    trait = ["#[conjure_client] pub trait Things {", *methods, "}"]
    return BODY + "\n".join([*types, *trait, *calls])


def content(name):
    """The content of a body in an OpenAPI document."""
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def progenitor(size, own_types):
    text = {"type": "string"}
    number = {"type": "integer", "format": "uint32", "minimum": 0}
    page = {"type": "object", "required": ["id"], "properties": {"id": text, "next": text}}
    new = {"type": "object", "required": ["name"], "properties": {"name": text, "size": number}}
    names = [f"Page{index}" if own_types else "Page" for index in range(size)]
    paths, calls = {}, []
    for index, name in enumerate(names):
        operation = {
            "operationId": f"operation_{index}",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": text}],
            "responses": {"200": {"description": name, "content": content(name)}},
        }
        if index % 2 == 0:
            method, call = "get", '"id", None, Some(3)'
            operation["parameters"] += [
                {"name": "page-size", "in": "query", "schema": number},
                {"name": "next-token", "in": "query", "schema": text},
            ]
        else:
            method, call = "post", '"id", "token", new'
            operation["parameters"].append({"name": "x-token", "in": "header", "required": True, "schema": text})
            operation["requestBody"] = {"required": True, "content": content("New")}
        paths[f"/things/{{id}}/parts-{index}"] = {method: operation}
        calls.append(
            f"pub fn call_{index}(client: &'static Client, new: &'static types::New) -> CallFuture<types::{name}> "
            f"{{ let _ = new; Box::pin(client.operation_{index}({call})) }}"
        )
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Things", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"New": new, **{name: page for name in names}}},
    }
    measure.cargo("growth", "build", "--package", "growth-progenitor-writer")
    writer = measure.TARGET / "growth" / "debug" / "growth-progenitor-writer"
    client = subprocess.run([writer], input=json.dumps(document), stdout=subprocess.PIPE, text=True, check=True).stdout
    return client + "\n".join(calls)


def llvm_lines(directory):
    """Lines of the functions in the one unit of LLVM code before it is optimized."""
    files = (measure.TARGET / "growth" / "release" / "deps").glob(f"{directory}-*.ll")
    text = max(files, key=lambda file: file.stat().st_mtime).read_text()
    return sum(function.count("\n") for function in re.findall(r"^define .*?^}$", text, re.MULTILINE | re.DOTALL))


def cost(package, source):
    """CPU seconds, lines and bytes of one library, its dependencies built before."""
    file = measure.TARGET / "growth" / f"{package}.rs"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source)
    os.environ["OPERATIONS"] = str(file)
    library = package.replace("-", "_")
    check = measure.cargo("growth", "check", "--package", package)
    release = measure.cargo("growth", "build", "--release", "--package", package)
    size = measure.code_bytes(measure.TARGET / "growth" / "release" / f"lib{library}.rlib")
    emit = ["--", "--emit=llvm-ir", "-Cno-prepopulate-passes", "-Ccodegen-units=1"]
    measure.cargo("growth", "rustc", "--release", "--package", package, *emit)
    return {"check, CPU ms": 1e3 * check["cpu"], "release, CPU ms": 1e3 * release["cpu"],
            "LLVM lines": llvm_lines(library), "bytes of code": size}


def run(quick):
    sizes = SIZES[:2] if quick else SIZES
    writers = {"growth-rest-op": rest_op, "growth-conjure": conjure, "growth-progenitor": progenitor}
    for own_types in (False, True):
        title = "each with a result type of its own" if own_types else "one result type"
        print(f"\n### An operation declared, {title}\n")
        print("| operations | | rest-op | conjure | progenitor | of conjure | of progenitor |")
        print("|---|---|---|---|---|---|---|")
        # What the library costs before further operations; the first build is that of the dependencies.
        base = {}
        for package, write in writers.items():
            cost(package, write(1, own_types))
            base[package] = cost(package, write(2, own_types))
        for size in sizes:
            made = {package: cost(package, write(size, own_types)) for package, write in writers.items()}
            each = {p: {name: (made[p][name] - base[p][name]) / (size - 2) for name in made[p]} for p in made}
            ours, *peers = each.values()
            for name in ours:
                cells = [f"{figures[name]:.1f}" for figures in each.values()]
                ratios = [f"{ours[name] / theirs[name]:.2f} ×" for theirs in peers]
                print(f"| {size} | {name} |", " | ".join(cells + ratios), "|", flush=True)
