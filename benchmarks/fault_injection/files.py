"""Input files of the trials, and whether output files are whole."""

import hashlib
import json
import random
import struct


def write_table(path, rows, columns, seed, labels=False):
    """Numbers with missing cells, and if asked a column of labels of which half are empty."""
    draw = random.Random(seed)
    with open(path, "w") as out:
        names = [f"c{j}" for j in range(columns)] + (["label"] if labels else [])
        out.write(",".join(names) + "\n")
        for _ in range(rows):
            base = draw.gauss(0, 1)
            cells = [f"{base + draw.gauss(0, 0.5):.4f}" if draw.random() > 0.1 else "" for _ in range(columns)]
            if labels:
                cells.append(("high" if base > 0 else "low") if draw.random() > 0.5 else "")
            out.write(",".join(cells) + "\n")


def sha(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def tensors(path):
    """The checksum of a model's or state's tensors; an error if the file is not whole."""
    with open(path, "rb") as file:
        content = file.read()
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8 : 8 + length])
    metadata = header.pop("__metadata__")
    ends = [entry["data_offsets"][1] for entry in header.values()]
    if 8 + length + max(ends) != len(content):
        raise ValueError(f"{path} has {len(content)} bytes")
    digest = hashlib.sha256()
    for name in sorted(header):
        begin, end = header[name]["data_offsets"]
        digest.update(content[8 + length + begin : 8 + length + end])
    if digest.hexdigest() != metadata["tensors_sha256"]:
        raise ValueError(f"{path} is damaged")
    return metadata["tensors_sha256"]
