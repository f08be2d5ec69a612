#!/usr/bin/env python3
"""Encodes or reconstructs by a model file as model-format.md says, in float64 and with the standard library alone.

usage: read_model.py encode|reconstruct MODEL.safetensors DATA.csv
Prints a line for each row of a CSV file with a header. Written to be read: it is slow.
"""
import csv
import json
import math
import struct
import sys

def f32(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def dot(a, b):
    return math.fsum(x * y for x, y in zip(a, b))


def times(a, x):
    return [dot(row, x) for row in a]


def turned(a):
    return [list(column) for column in zip(*a)]


def gram(a):
    return [times(a, row) for row in a]


def solve(a, b):
    """x with a x = b, for a symmetric positive definite a."""
    a, n = [row + [right] for row, right in zip(a, b)], len(b)
    for i in range(n):
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            a[r] = [x - factor * y for x, y in zip(a[r], a[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (a[i][n] - dot(a[i][i + 1 : n], x[i + 1 :])) / a[i][i]
    return x


ACTIVATIONS = {
    "IDENTITY": lambda a: a,
    "RELU": lambda a: max(a, 0.0),
    "GELU": lambda a: a / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (a + 0.044715 * a**3))),
    "TANH": math.tanh,
    "SIGMOID": lambda a: 1 / (1 + math.exp(-a)),
}


class Model:
    def __init__(self, kind, settings, tensors):
        self.kind, self.json, self.t, self.set = kind, settings, tensors, settings.get("settings", {})
        self.t32 = {name: [[f32(x) for x in row] for row in m] for name, m in tensors.items()}

    def part(self, prefix, kind, settings):
        return Model(kind, settings, {k[len(prefix) :]: m for k, m in self.t.items() if k.startswith(prefix)})

    def encode(self, x, filled=None):
        kind, h = self.kind, [math.isnan(a) for a in x]
        if kind == "pca":
            return self.pca_code(x, self.json["center"], self.json["samples"])
        if kind == "kmeans":
            return [math.sqrt(sum((a - b) ** 2 for a, b in zip(x, c) if a == a)) for c in self.t["centroids"]]
        z = filled or (self.estimated(x) if self.json.get("estimate") else x)
        z = [0.0 if math.isnan(a) else (a - o) / self.t["scale"][0][0] for a, o in zip(z, self.t["origin"][0])]
        hidden = times(self.t32["hidden"], h) if self.json["indicator"] else None
        if kind in ("network", "network_classifier", "network_regressor"):
            return self.layers(z, hidden, 0, self.widths("hidden") + 1)
        b, d = self.t32["decoder"], len(x)
        bt = turned(b)
        if kind in ("unrolled", "untied", "lista"):
            return self.recurrent(z, h, b, bt)
        if kind == "free":
            y = times(self.t32["encoder"], z)
        elif kind == "pinv":
            y = solve(gram(bt), times(bt, z)) if len(bt) < d else times(bt, solve(gram(b), z))
        else:
            y = times(self.t32["inner"], times(bt, z)) if len(bt) < d else times(bt, times(self.t32["inner"], z))
        return [a + e for a, e in zip(y, hidden)] if hidden else y

    def reconstruct(self, x, filled=None):
        y, code = self.encode(x, filled), self.widths("hidden") + 1
        if self.kind == "pca":
            return self.pca_row(y, self.json["center"])
        if self.kind == "kmeans":
            return self.t["means"][0] if all(map(math.isnan, x)) else self.t["centroids"][y.index(min(y))]
        if self.kind == "network":
            u = self.layers(y, None, code, code + self.widths("decoder") + 1)
        else:
            bias = self.t32.get("bias", [[0.0] * len(x)])[0]
            u = [a + b for a, b in zip(times(self.t32["decoder"], y), bias)]
        return [o + self.t["scale"][0][0] * a for o, a in zip(self.t["origin"][0], u)]

    def pca_code(self, x, center, n):
        z = [f32(a - f32(o)) for a, o in zip(x, self.t["means"][0])] if center else x
        if not any(map(math.isnan, x)):
            return times(self.t32["components"], z)
        v, energy, d = self.t["components"], self.t["total_energy"][0][0], len(x)
        k, l = len(v), [s * s / n for s in self.t["singular_values"][0]]
        floor = 1e-6 * energy / d
        noise = max(0.0 if k == d else (energy - sum(l)) / (d - k), floor)
        vm = [[0.0 if math.isnan(a) else b for a, b in zip(x, row)] for row in v]
        system = gram(vm)
        for i in range(k):
            system[i][i] += noise / max(l[i] - noise, floor) if noise else 1.0
        return solve(system, times(vm, [0.0 if math.isnan(a) else a for a in z]))

    def pca_row(self, y, center):
        row = times(turned(self.t["components"]), y)
        return [a + o for a, o in zip(row, self.t["means"][0])] if center else row

    def estimated(self, x):
        pca = self.part("estimate.", "pca", {})
        row = pca.pca_row(pca.pca_code(x, True, self.json.get("estimate_samples", self.json["samples"])), True)
        return [f32(r) if math.isnan(a) else a for a, r in zip(x, row)]

    def recurrent(self, z, h, b, bt):
        y = [0.0] * len(bt)
        for t in range(int(self.set["depth"])):
            at = f".{t}" if self.set.get("per_layer") == "true" else ""
            unrolled = self.kind == "unrolled"
            w, v = (bt, b) if unrolled else (self.t32["encode" + at], self.t32["predict" + at])
            step = float(self.set["step"]) if unrolled else self.t32["steps"][0][t]
            rest = [0.0 if hidden else a - p for hidden, a, p in zip(h, z, times(v, y))]
            y = [a + step * r for a, r in zip(y, times(w, rest))]
            if self.kind == "lista":
                y = [max(a - th, 0) + min(a + th, 0) for a, th in zip(y, self.t32["threshold"][0])]
        return y

    def widths(self, name):
        return len([w for w in self.set.get(name, "").split(",") if w])

    def layers(self, a, hidden, start, end):
        code, last = self.widths("hidden"), self.widths("hidden") + self.widths("decoder") + 1
        for i in range(start, end):
            tied = self.set["tied"] == "true" and i > code
            w = turned(self.t32[f"weight.{last - i}"]) if tied else self.t32[f"weight.{i}"]
            a = [p + q for p, q in zip(times(w, a), self.t32[f"bias.{i}"][0])]
            a = [p + q for p, q in zip(a, hidden)] if i == 0 and hidden else a
            a = a if i in (code, last) else [ACTIVATIONS[self.set["activation"]](p) for p in a]
        return a


def load(path):
    with open(path, "rb") as file:
        data = file.read()
    start = 8 + struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8:start])
    metadata, tensors = header.pop("__metadata__"), {}
    for name, tensor in header.items():
        begin, end = tensor["data_offsets"]
        flat, width = struct.unpack(f"<{(end - begin) // 8}d", data[start + begin : start + end]), tensor["shape"][-1]
        tensors[name] = [list(flat[i : i + width]) for i in range(0, len(flat), width)]
    encoding = json.loads(metadata["encoding"])
    columns = [c for c in encoding["columns"] if c["type"] in ("NUMBER", "BOOLEAN", "CATEGORY")]
    for column, shift, scale in zip(columns, tensors["encoding.shift"][0], tensors["encoding.scale"][0]):
        column.update(shift=shift, scale=scale)
    return Model(metadata["kind"], json.loads(metadata["model"]), tensors), columns


def features(columns, row):
    x = []
    for column in columns:
        cell, levels = row[column["name"]], column.get("levels", [])
        if column["type"] == "CATEGORY":
            x += [float(level == cell) if cell else math.nan for level in levels]
        elif column["type"] == "BOOLEAN":
            x.append(float(levels.index(cell)) if cell else math.nan)
        else:
            x.append(f32((float(cell) - column["shift"]) / column["scale"]) if cell else math.nan)
    return x


def cells(columns, x):
    row = []
    for column in columns:
        levels, size = column.get("levels"), len(column["levels"]) if column["type"] == "CATEGORY" else 1
        f, x = x[:size], x[size:]
        if column["type"] == "CATEGORY":
            row.append(levels[f.index(max(f))])
        else:
            row.append(levels[f[0] >= 0.5] if levels else f[0] * column["scale"] + column["shift"])
    return row


def main(command, model_file, data_file):
    model, columns = load(model_file)
    with open(data_file, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            x = features(columns, row)
            print(*(model.encode(x) if command == "encode" else cells(columns, model.reconstruct(x))), sep=",")


if __name__ == "__main__":
    main(*sys.argv[1:])
