"""Spreading of labels over a graph by PyTorch: torch_spread.py FOLDER THREADS.

The neighbours come from products of blocks, the graph is a sparse matrix. Weights exp(-d^2 / s_i^2) with s_i the distance to
the last neighbour, the mean of both directions; F <- 0.99 S F + 0.01 F0 with S = D^-1/2 W D^-1/2, at most 200 rounds, until
no entry changes by more than a millionth of the largest; columns are divided by their sums at the end.
"""
import sys
import time
import warnings

import numpy as np
import torch

import side
import torch_setup

BLOCK = 1024
ALPHA = 0.99
ROUNDS = 200
TOLERANCE = 1e-6


def neighbours(rows, m):
    """Indices and squared distances of the m nearest other rows."""
    norms = rows.square().sum(1)
    indices, distances = [], []
    for start in range(0, len(rows), BLOCK):
        block = rows[start : start + BLOCK]
        squared = torch.addmm(norms, block, rows.T, alpha=-2).add_(norms[start : start + BLOCK, None])
        squared[torch.arange(len(block)), torch.arange(start, start + len(block))] = torch.inf
        nearest = squared.topk(m, largest=False)
        indices.append(nearest.indices)
        distances.append(nearest.values.clamp_min_(0))
    return torch.cat(indices), torch.cat(distances)


def normalized_graph(rows, m):
    n = len(rows)
    indices, distances = neighbours(rows, m)
    weights = torch.exp(-distances / distances[:, -1:].clamp_min(1e-30)).double()
    here = torch.arange(n).repeat_interleave(m)
    there = indices.flatten()
    half = weights.flatten() / 2
    graph = torch.sparse_coo_tensor(
        torch.stack([torch.cat([here, there]), torch.cat([there, here])]), torch.cat([half, half]), (n, n)
    ).coalesce()
    i, j = graph.indices()
    degrees = torch.zeros(n, dtype=torch.float64).index_add_(0, i, graph.values())
    values = graph.values() / (degrees[i] * degrees[j]).sqrt()
    return torch.sparse_coo_tensor(graph.indices(), values, (n, n), is_coalesced=True).to_sparse_csr()


def spread(graph, known):
    spread = known.clone()
    for _ in range(ROUNDS):
        before = spread
        spread = torch.addmm(known, graph, before, beta=1 - ALPHA, alpha=ALPHA)
        if (spread - before).abs().max() <= TOLERANCE * spread.abs().max():
            break
    return spread / spread.sum(0)


def main():
    folder, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    # That sparse matrices are new to PyTorch is known.
    warnings.filterwarnings("ignore", category=UserWarning)
    torch_setup.prepare(threads)
    rows = torch.from_numpy(np.load(f"{folder}/rows.npy"))
    classes = torch.from_numpy(np.load(f"{folder}/classes.npy")[:, 0]).long()

    @torch.inference_mode()
    def run(n, known, m):
        n, known = int(n), int(known)
        some = rows[:n].clone()
        start = time.perf_counter()
        labels = torch.zeros(n, int(classes.max()) + 1, dtype=torch.float64)
        labels[torch.arange(known), classes[:known]] = 1
        found = spread(normalized_graph(some, int(m)), labels).argmax(1)
        seconds = time.perf_counter() - start
        return seconds, (found[known:] != classes[known:n]).double().mean().item(), 0

    side.answer(answers, torch_setup.NAME, torch_setup.versions(), {"torch-graph": run}, rows.shape)


main()
