"""Codes by PyTorch: torch_encoding.py FOLDER THREADS."""
import sys
import time

import numpy as np
import torch
from torch.nn.functional import linear, relu

import side
import torch_setup


def main():
    folder, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    torch_setup.prepare(threads)

    def load(name):
        return torch.from_numpy(np.load(f"{folder}/{name}.npy"))

    rows = load("rows")
    w0, w1, b0, b1 = load("weight0"), load("weight1"), load("bias0")[0], load("bias1")[0]

    def encode(x):
        return linear(relu(linear(x, w0, b0)), w1, b1)

    @torch.inference_mode()
    def many():
        start = time.perf_counter()
        codes = encode(rows)
        return time.perf_counter() - start, codes.double().square().mean().item(), 0

    @torch.inference_mode()
    def one(times):
        row = rows[:1].clone()
        start = time.perf_counter()
        for _ in range(int(times)):
            code = encode(row)
        return (time.perf_counter() - start) / int(times), code.double().square().mean().item(), 0

    methods = {"torch": many, "torch-row": one}
    side.answer(answers, torch_setup.NAME, torch_setup.versions(), methods, rows.shape)


main()
