"""scikit-learn's side of the comparison: scikit_learn_side.py FILE THREADS.

Loads the rows (IDX, also packed with gzip, or NPY), says in one line of JSON what it is, then answers each line of standard
input (method, k, iterations) with one line of JSON: seconds of the fit alone, error per row, iterations.
"""
import gzip
import json
import os
import platform
import sys
import time

import numpy as np
import scipy
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA, TruncatedSVD
from threadpoolctl import threadpool_info, threadpool_limits

BLOCK = 4096
IDX_TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def load(path):
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


def blas():
    infos = [i for i in threadpool_info() if i["user_api"] == "blas"]
    return "; ".join(
        f"{i['internal_api']} {i['version']} {i.get('architecture', '')} ({i['num_threads']} threads)" for i in infos
    )


def squared_error(rows, reconstruct):
    total = 0.0
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        total += np.square(block.astype(np.float64) - reconstruct(block)).sum()
    return total / len(rows)


def by_model(make):
    def run(rows, k, _):
        model = make(k)
        start = time.perf_counter()
        model.fit(rows)
        seconds = time.perf_counter() - start
        return seconds, lambda block: model.inverse_transform(model.transform(block)), 0

    return run


def gram_eigh(rows, k, _):
    """What one writes by hand: one product in float32, then the eigenvectors in float64."""
    start = time.perf_counter()
    n = len(rows)
    mean = (np.ones(n, np.float32) @ rows).astype(np.float64) / n
    covariance = (rows.T @ rows).astype(np.float64) / n - np.outer(mean, mean)
    vectors = np.linalg.eigh(covariance)[1][:, : -k - 1 : -1]
    seconds = time.perf_counter() - start
    return seconds, lambda block: (block - mean) @ vectors @ vectors.T + mean, 0


def kmeans(algorithm):
    def run(rows, k, iterations):
        model = KMeans(n_clusters=k, init=rows[:k], n_init=1, max_iter=iterations, tol=0, algorithm=algorithm)
        start = time.perf_counter()
        model.fit(rows)
        seconds = time.perf_counter() - start
        return seconds, lambda block: model.cluster_centers_[model.predict(block)], model.n_iter_

    return run


def has_covariance_eigh():
    return tuple(int(part) for part in sklearn.__version__.split(".")[:2]) >= (1, 5)


METHODS = {
    "pca-randomized": by_model(lambda k: PCA(k, svd_solver="randomized", random_state=0)),
    "gram-eigh": gram_eigh,
    "truncated-svd": by_model(lambda k: TruncatedSVD(k, random_state=0)),
    "kmeans-lloyd": kmeans("lloyd"),
    "kmeans-elkan": kmeans("elkan"),
}
if has_covariance_eigh():
    METHODS["pca-covariance-eigh"] = by_model(lambda k: PCA(k, svd_solver="covariance_eigh"))


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    # What libraries print must not get between the answers.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    def say(what):
        print(json.dumps(what), file=answers, flush=True)

    with threadpool_limits(threads):
        rows = load(path)
        versions = {
            "Python": platform.python_version(),
            "NumPy": np.__version__,
            "SciPy": scipy.__version__,
            "BLAS": blas(),
        }
        say(
            {
                "name": "scikit-learn " + sklearn.__version__,
                "methods": list(METHODS),
                "versions": versions,
                "rows": rows.shape[0],
                "columns": rows.shape[1],
            }
        )
        for line in sys.stdin:
            method, k, iterations = line.split()
            seconds, reconstruct, done = METHODS[method](rows, int(k), int(iterations))
            say({"seconds": seconds, "error": squared_error(rows, reconstruct), "iterations": int(done)})


main()
