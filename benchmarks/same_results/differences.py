"""Compares two records and prints each difference: command, field, before, after."""
import ast
import json
import re
import struct
from array import array

import normal

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
FLOATS = {"F64": "d", "F32": "f", "<f8": "d", "<f4": "f"}
NOTHING = object()


def relative(before, after):
    """The difference by the larger of the two; infinite where one of them is not a finite number."""
    if before == after or (before != before and after != after):
        return 0.0
    difference = abs(before - after) / max(abs(before), abs(after))
    return difference if difference == difference else float("inf")


def matters(difference, tolerance):
    """Whether unequal contents count as different: without a tolerance 1.0 and 1.00, 0 and -0 do as well."""
    return difference is None or tolerance == 0 or difference > tolerance


def text_difference(before, after):
    """The largest relative difference of the numbers in two texts, None if they differ in anything else."""
    if NUMBER.split(before) != NUMBER.split(after):
        return None
    pairs = zip(NUMBER.findall(before), NUMBER.findall(after))
    return max((relative(float(one), float(two)) for one, two in pairs), default=None)


def is_number(node):
    return isinstance(node, (int, float)) and not isinstance(node, bool)


def leaf_difference(before, after):
    if is_number(before) and is_number(after):
        return relative(before, after)
    if isinstance(before, str) and isinstance(after, str):
        return text_difference(before, after)
    return None


def walk(before, after, field, tolerance):
    """Lines on what differs between two JSON values."""
    if isinstance(before, dict) and isinstance(after, dict):
        if list(before) != list(after) and before.keys() == after.keys():
            yield f"{field}: the keys are in another order"
        for key in [*before, *(key for key in after if key not in before)]:
            yield from walk(before.get(key, NOTHING), after.get(key, NOTHING), f"{field}/{key}", tolerance)
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{field}: {len(before)} elements before, {len(after)} after"
        for at in range(max(len(before), len(after))):
            one, two = (side[at] if at < len(side) else NOTHING for side in (before, after))
            yield from walk(one, two, f"{field}/{at}", tolerance)
    elif repr(before) != repr(after) and not (tolerance and field.endswith("sha256")):
        difference = leaf_difference(before, after)
        if matters(difference, tolerance):
            end = f"\n    relative difference {difference:.3g}" if difference is not None else ""
            yield f"{field}\n    before {shown(before)}\n    after  {shown(after)}{end}"


def shown(node):
    if node is NOTHING:
        return "(nothing)"
    content = json.dumps(node, ensure_ascii=False)
    return content if len(content) <= 300 else content[:300] + " ..."


def floats(content, kind):
    values = array(FLOATS[kind])
    values.frombytes(content)
    return values


def array_difference(before, after, kind):
    """The largest difference of two arrays by the largest magnitude in them, None if they are not comparable."""
    if kind not in FLOATS or len(before) != len(after):
        return None
    pairs = list(zip(floats(before, kind), floats(after, kind)))
    pairs = [(one, two) for one, two in pairs if one == one or two == two]
    largest = max((max(abs(one), abs(two)) for one, two in pairs), default=0)
    gap = max((abs(one - two) if one != two else 0.0 for one, two in pairs), key=lambda g: (g != g, g), default=0)
    return None if gap != gap else gap / largest if largest else 0.0


def npy_parts(content):
    """The header of an NPY file of version 1 and its data."""
    (length,) = struct.unpack_from("<H", content, 8)
    return ast.literal_eval(content[10 : 10 + length].decode()), content[10 + length :]


def differs(difference, tolerance, what):
    if difference is None:
        yield f"{what}: other content"
    elif matters(difference, tolerance):
        yield f"{what}: relative difference {difference:.3g} at most"


def model(before, after, field, tolerance):
    (metadata, tensors), (new_metadata, new_tensors) = normal.tensors(before), normal.tensors(after)
    yield from walk(metadata, new_metadata, f"{field}/metadata", tolerance)
    for name in sorted(tensors.keys() | new_tensors.keys()):
        one, two = tensors.get(name), new_tensors.get(name)
        if one == two:
            continue
        if one is None or two is None or one[:2] != two[:2]:
            yield f"{field}/{name}\n    before {one and one[:2]}\n    after  {two and two[:2]}"
        else:
            yield from differs(array_difference(one[2], two[2], one[0]), tolerance, f"{field}/{name}")


def npy(before, after, field, tolerance):
    (header, data), (new_header, new_data) = npy_parts(before), npy_parts(after)
    if header != new_header:
        yield f"{field}\n    before {header}\n    after  {new_header}"
    else:
        yield from differs(array_difference(data, new_data, header["descr"]), tolerance, field)


def lines(before, after, field, tolerance):
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) != len(new):
        yield f"{field}: {len(old)} lines before, {len(new)} after"
    found = [(at, text_difference(one, two)) for at, (one, two) in enumerate(zip(old, new)) if one != two]
    found = [(at, gap) for at, gap in found if matters(gap, tolerance)]
    if found:
        gaps = [gap for _, gap in found]
        most = "not in numbers alone" if None in gaps else f"relative difference {max(gaps):.3g} at most"
        at = found[0][0]
        yield (
            f"{field}: lines that differ: {len(found)}, {most}; the first is line {at + 1}"
            f"\n    before {shown(old[at])}\n    after  {shown(new[at])}"
        )


def file(before, after, field, tolerance):
    """Lines on what differs between two output files that do not have the same content."""
    kind = field.rpartition(".")[2]
    if kind == "safetensors":
        yield from model(before, after, field, tolerance)
    elif kind == "npy":
        yield from npy(before, after, field, tolerance)
    elif kind == "json":
        yield from walk(json.loads(before), json.loads(after), field, tolerance)
    else:
        try:
            yield from lines(before.decode(), after.decode(), field, tolerance)
        except UnicodeDecodeError:
            yield f"{field}: other content"


def outputs(before, after, old_folder, new_folder, tolerance):
    for name in sorted(before.keys() | after.keys()):
        one, two = before.get(name), after.get(name)
        if one == two:
            continue
        if one is None or two is None:
            yield f"outputs/{name}: only {'after' if one is None else 'before'}"
        else:
            old, new = (old_folder / name).read_bytes(), (new_folder / name).read_bytes()
            yield from file(old, new, f"outputs/{name}", tolerance)


def command(before, after, name, tolerance, without):
    """Lines on what differs of a command."""
    sides = [json.loads((folder / f"{name}.json").read_text()) for folder in (before, after)]
    hashes = [side.pop("outputs") for side in sides]
    kept = [{key: part for key, part in side.items() if key not in without} for side in sides]
    yield from walk(*kept, "", tolerance)
    if "outputs" not in without:
        yield from outputs(*hashes, before / name, after / name, tolerance)


def show(before, after, tolerance, without, most):
    """Prints all differences, `most` of each command; returns 1 if there is one, else 0."""
    old, new = ({path.stem for path in folder.glob("*.json")} for folder in (before, after))
    if not old or not new:
        raise FileNotFoundError(f"there is no record in {after if old else before}")
    differing = 0
    for name in sorted(old | new):
        if name not in old or name not in new:
            found = [f"only {'before' if name in old else 'after'}"]
        else:
            found = list(command(before, after, name, tolerance, without))
        differing += bool(found)
        for line in found[:most]:
            print(f"{name}: {line.removeprefix('/')}")
        if most is not None and len(found) > most:
            print(f"{name}: ... and {len(found) - most} more (--all)")
    print(f"{len(old | new)} commands compared, {differing} with a difference")
    return 1 if differing else 0
