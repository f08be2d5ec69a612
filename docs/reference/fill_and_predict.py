#!/usr/bin/env python3
"""Fills missing cells or predicts labels by a model file as model-format.md says; goes with read_model.py.

usage: fill_and_predict.py fill|predict MODEL.safetensors DATA.csv

Prints a line for each row of a CSV file with a header: its cells, or the estimate, or the label and its probability.
"""
import csv
import math
import sys

from read_model import cells, dot, f32, features, load, solve, times


def least_eigenvalue(a):
    """By power iteration on (trace - a), whose largest eigenvalue it is."""
    trace = sum(a[i][i] for i in range(len(a)))
    v = [math.sin(i + 1) for i in range(len(a))]
    for _ in range(3000):
        v = [trace * x - y for x, y in zip(v, times(a, v))]
        norm = math.sqrt(dot(v, v))
        v = [x / norm for x in v]
    return dot(v, times(a, v))


def softmax(a):
    e = [math.exp(x - max(a)) for x in a]
    return [x / sum(e) for x in e]


def correlations(c):
    sigma = [math.sqrt(c[j][j]) or 1.0 for j in range(len(c))]
    r = [[(c[i][j] + c[j][i]) / (2 * p * q) for j, q in enumerate(sigma)] for i, p in enumerate(sigma)]
    for i in range(len(c)):
        if not c[i][i]:
            r[i] = [0.0] * len(c)
            for row in r:
                row[i] = 0.0
        r[i][i] = 1.0
    ridge = max(0.0, 1e-6 - least_eigenvalue(r))
    for i in range(len(c)):
        r[i][i] += ridge
    return sigma, r


def fill_gaussian(model, x):
    if not hasattr(model, "correlations"):
        model.correlations = correlations(model.t["covariance"])
    sigma, r = model.correlations
    mean = model.t["means"][0]
    seen = [j for j, a in enumerate(x) if not math.isnan(a)]
    w = solve([[r[i][j] for j in seen] for i in seen], [(x[j] - mean[j]) / sigma[j] for j in seen])
    return [mean[j] + sigma[j] * dot([r[j][i] for i in seen], w) for j in range(len(x))]


def fill_neighbours(model, x):
    near = []
    for index, (row, observed) in enumerate(zip(model.t["rows"], model.t["observed"])):
        common = [(a - b) ** 2 for a, b, o in zip(x, row, observed) if o and not math.isnan(a)]
        if common:
            near.append((len(x) / len(common) * sum(common), index))
    near.sort()
    return [neighbour_mean(model, near, j) for j in range(len(x))]


def neighbour_mean(model, near, j):
    found = [(d2, model.t["rows"][i][j]) for d2, i in near if model.t["observed"][i][j]][: model.json["neighbours"]]
    if not found:
        return model.t["means"][0][j]
    if model.json["weights"] == "uniform":
        weights = [1.0] * len(found)
    elif found[0][0] == 0:
        weights = [float(d2 == 0) for d2, _ in found]
    else:
        weights = [1 / math.sqrt(d2) for d2, _ in found]
    return dot(weights, [value for _, value in found]) / sum(weights)


def fill_masked(model, x):
    row = fill_gaussian(model, x)
    prior = [f32(r) if math.isnan(a) else a for a, r in zip(x, row)]
    for s in range(model.json["networks"]):
        network = model.part(f"network.{s}.", "network", model.json["network"])
        answer = zip(network.reconstruct(x, prior), network.t["origin"][0])
        row = [r + (a - o) / model.json["networks"] for r, (a, o) in zip(row, answer)]
    return row


def fill_blend(model, x):
    parts = [model.part(name + ".", model.json[name + "_kind"], model.json[name]) for name in ("first", "second")]
    w = model.json["weight"]
    return [w * a + (1 - w) * b for a, b in zip(*(fill(part, x) for part in parts))]


def fill(model, x):
    ways = {
        "mean": lambda m, x: m.t["means"][0],
        "gaussian": fill_gaussian,
        "neighbours": fill_neighbours,
        "masked": fill_masked,
        "blend": fill_blend,
    }
    row = ways[model.kind](model, x) if model.kind in ways else model.reconstruct(x)
    return [r if math.isnan(a) else a for a, r in zip(x, row)]


def limited(value, least, most):
    places = math.ceil(6 - math.log10(most - least)) if most > least else -1
    if 0 <= places <= 22 and abs(value) * 10.0**places <= 2**53:
        value = round(value * 10.0**places) / 10.0**places
    return min(max(value, least), most)


def predict(model, x):
    """The estimate, or the probabilities of the classes; None for a row without an observed cell."""
    if all(map(math.isnan, x)):
        return None
    if model.kind.startswith("network"):
        y = model.encode(x)
        u = [a + b for a, b in zip(times(model.t32["head.weight"], y), model.t32["head.bias"][0])]
        regression = model.kind == "network_regressor"
        return model.json["label_shift"] + model.json["label_scale"] * u[0] if regression else softmax(u)
    stage = model.json["stage"]
    part = model.part("stage.", stage["kind"], stage.get("model", {}))
    if stage["kind"] == "none":
        y = [m if math.isnan(a) else a for a, m in zip(x, part.t["means"][0])]
    else:
        y = part.encode(x)
    return rule(model, model.part("rule.", "", {}).t, y)


def rule(model, t, y):
    if model.json["rule"] == "softmax":
        return softmax([a + b for a, b in zip(times(t["weights"], y), t["bias"][0])])
    if model.json["rule"] == "linear":
        return dot(t["weights"][0], y) + t["bias"][0][0]
    near = sorted((sum((a - b) ** 2 for a, b in zip(y, row)), i) for i, row in enumerate(t["rows"]))
    k = min(model.json["neighbours"], len(near))
    if "values" in t:
        return sum(t["values"][0][i] for _, i in near[:k]) / k
    p = [1 / len(model.json["classes"])] * len(model.json["classes"])
    for r, (_, i) in enumerate(near[:k]):
        p[int(t["classes"][0][i])] += 1 + 1e-4 * ((k - 1) / 2 - r) / k
    p = [(votes / (k + 1)) ** (1 / model.json.get("temperature", 1)) for votes in p]
    return [x / sum(p) for x in p]


def filled_cells(model, columns, row, x):
    found = cells(columns, fill(model, x))
    if "encoding.least" in model.t:
        for j, column in enumerate(columns):
            if column["type"] == "NUMBER":
                found[j] = limited(found[j], model.t["encoding.least"][0][j], model.t["encoding.most"][0][j])
    return [row[column["name"]] or value for column, value in zip(columns, found)]


def predicted_cells(model, p):
    if p is None:
        return ["", ""] if "classes" in model.json and model.json["classes"] else [""]
    return [model.json["classes"][p.index(max(p))], max(p)] if isinstance(p, list) else [p]


def main(command, model_file, data_file):
    model, columns = load(model_file)
    with open(data_file, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            x = features(columns, row)
            if command == "fill":
                print(*filled_cells(model, columns, row, x), sep=",")
            else:
                print(*predicted_cells(model, predict(model, x)), sep=",")


if __name__ == "__main__":
    main(*sys.argv[1:])
