"""What every side of the comparison in Python shares: reading rows, and answering requests.

A side is a process, SCRIPT DATA THREADS, that loads the data, says in one line of JSON what it is, then answers each line of
standard input (a method and its arguments) with one line of JSON: seconds of the work alone, a number to check the work by, and
iterations.
"""
import gzip
import json
import os
import platform
import sys

import numpy as np

IDX_TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def load_rows(path):
    """The rows as float32, n x d; unsigned bytes with more than one size are grey values from 0 to 1."""
    if path.endswith(".npy"):
        return np.ascontiguousarray(np.load(path), dtype=np.float32)
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        content = file.read()
    if content[:2] != b"\0\0" or content[2] not in IDX_TYPES:
        sys.exit(f"{path}: neither NPY nor IDX, which is all this side can read")
    dimensions = content[3]
    sizes = np.frombuffer(content, ">u4", dimensions, 4).astype(int)
    values = np.frombuffer(content, IDX_TYPES[content[2]], offset=4 + 4 * dimensions)
    grey = content[2] == 8 and dimensions > 1
    return (values / 255 if grey else values).astype(np.float32).reshape(sizes[0], -1)


def mean_squared_error(rows, reconstruct, block=4096):
    """Mean over the rows of the squared distance between a row and its reconstruction, in float64."""
    total = 0.0
    for start in range(0, len(rows), block):
        part = rows[start : start + block]
        total += np.square(part.astype(np.float64) - reconstruct(part)).sum()
    return total / len(rows)


def take_output():
    """Where answers go: what libraries print must not get between them."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return answers


def answer(answers, name, versions, methods, shape=(0, 0)):
    """Answers requests until there are no more; a method takes words and gives seconds, check, iterations."""

    def say(what):
        print(json.dumps(what), file=answers, flush=True)

    say(
        {
            "name": name,
            "methods": list(methods),
            "versions": {"Python": platform.python_version(), "NumPy": np.__version__, **versions},
            "rows": shape[0],
            "columns": shape[1],
        }
    )
    for line in sys.stdin:
        method, *arguments = line.split()
        seconds, check, iterations = methods[method](*arguments)
        check = float(check) if np.isfinite(check) else None
        say({"seconds": seconds, "check": check, "iterations": int(iterations)})
