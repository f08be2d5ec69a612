"""Codes by NumPy: numpy_encoding.py FOLDER THREADS."""
import sys
import time

import numpy as np
from threadpoolctl import threadpool_limits

import scikit_learn_versions
import side

BLOCK = 1024


def main():
    folder, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()

    def load(name):
        return np.load(f"{folder}/{name}.npy")

    rows = load("rows")
    w0, w1, b0, b1 = load("weight0"), load("weight1"), load("bias0"), load("bias1")

    def encode(x):
        hidden = x @ w0.T
        hidden += b0
        np.maximum(hidden, 0, out=hidden)
        return hidden @ w1.T + b1

    def many():
        start = time.perf_counter()
        codes = np.empty((len(rows), len(w1)), np.float32)
        for at in range(0, len(rows), BLOCK):
            codes[at : at + BLOCK] = encode(rows[at : at + BLOCK])
        return time.perf_counter() - start, np.square(codes.astype(np.float64)).mean(), 0

    def one(times):
        row = rows[:1].copy()
        start = time.perf_counter()
        for _ in range(int(times)):
            code = encode(row)
        return (time.perf_counter() - start) / int(times), np.square(code.astype(np.float64)).mean(), 0

    with threadpool_limits(threads):
        methods = {"numpy": many, "numpy-row": one}
        side.answer(answers, "NumPy " + np.__version__, scikit_learn_versions.versions(), methods, rows.shape)


main()
