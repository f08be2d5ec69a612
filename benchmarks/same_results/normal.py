"""Outputs without what differs from run to run."""
import csv
import gzip
import hashlib
import io
import json
import re
import struct

# Keys of JSON objects and columns of tables that are left out.
LEFT_OUT = {
    "seconds": "how long it took",
    "created": "when the model was made",
    "version": "of Eckart, which changes with each release",
    "metadata_sha256": "covers the three above",
}

# In text: durations, dates, the version.
TEXT = [
    (re.compile(r"\d[\d,]*(\.\d+)?\s?(ms|s|min|seconds|minutes)\b"), "TIME"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"), "DATE"),
    (re.compile(r"\beckart \d+\.\d+[-.\w]*"), "eckart VERSION"),
]


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def value(node):
    """A JSON value without the keys left out; a string that holds an object, as in model files, becomes that object."""
    if isinstance(node, dict):
        return {key: value(child) for key, child in node.items() if key not in LEFT_OUT}
    if isinstance(node, list):
        return [value(child) for child in node]
    if isinstance(node, str) and node.startswith("{"):
        try:
            return value(json.loads(node))
        except ValueError:
            return node
    return node


def lines(content, places):
    """What was printed, line by line; a line that is a JSON object, as of progress, becomes that object."""
    return [value(line) if line.startswith("{") else text(line, places) for line in content.splitlines()]


def text(content, places):
    """Text with the folders of this run replaced by names, and without times."""
    for place, name in places.items():
        content = content.replace(place, name)
    for pattern, name in TEXT:
        content = pattern.sub(name, content)
    return content


def pretty(node):
    return json.dumps(node, indent=1, ensure_ascii=False) + "\n"


def page(content, places):
    """A report: its data and its layout as JSON, and the rest of it as text."""
    parts = {}

    def take(found):
        parts[found[1]] = value(json.loads(found[2]))
        return f"({found[1]})"

    # The order of the members of `data` is that of an immutable map of Java, which differs from run to run.
    words = re.sub(r'<script type="application/json" id="(\w+)">(.*?)</script>', take, content, flags=re.DOTALL)
    parts["data"] = dict(sorted(parts["data"].items()))
    return pretty({**parts, "page": text(words, places).splitlines()})


def table(content, delimiter):
    """A table without the columns left out; as it is, to the byte, where there is none of them."""
    header = content.partition("\n")[0].rstrip("\r").split(delimiter)
    if not LEFT_OUT.keys() & set(header):
        return content
    keep = [at for at, name in enumerate(header) if name not in LEFT_OUT]
    lines = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    return "".join(delimiter.join(line[at] for at in keep if at < len(line)) + "\n" for line in lines)


def output(path, places):
    """Name and content of an output file in a form that two runs have in common."""
    name, content = path.name, path.read_bytes()
    if name.endswith(".gz"):
        name, content = name[:-3], gzip.decompress(content)
    kind = name.rpartition(".")[2]
    if kind == "html":
        return name + ".json", page(content.decode(), places).encode()
    if kind == "json":
        return name, pretty(value(json.loads(content))).encode()
    if kind in ("csv", "tsv"):
        # Bytes that are not UTF-8 come back as they were.
        shown = content.decode(errors="surrogateescape")
        return name, table(shown, "," if kind == "csv" else "\t").encode(errors="surrogateescape")
    return name, content


def tensors(content):
    """The header of a model file without its times, and name, type, shape and bytes of each tensor."""
    (length,) = struct.unpack_from("<Q", content)
    header = json.loads(content[8 : 8 + length])
    metadata = value(header.pop("__metadata__"))
    data = content[8 + length :]
    return metadata, {
        name: (entry["dtype"], entry["shape"], data[slice(*entry["data_offsets"])]) for name, entry in header.items()
    }
