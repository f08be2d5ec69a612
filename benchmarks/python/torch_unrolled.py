"""Training of an unrolled autoencoder by PyTorch's straightforward loop: torch_unrolled.py ROWS THREADS.

The code is what T steps of gradient descent on |m * (x - B y)|^2 reach from y = 0, with m the observed cells; the
reconstruction is B y. Rows are not centred.
"""
import functools
import sys

import torch

import side
import torch_epochs
import torch_setup


def start(decoder, depth):
    """Random, and so large that the filter of the largest singular value after T steps is 0.9, as Eckart starts."""
    with torch.no_grad():
        decoder.normal_()
        wanted = 1 - 0.1 ** (1 / depth)
        decoder.mul_(wanted**0.5 / torch.linalg.matrix_norm(decoder, 2))


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    torch_setup.prepare(threads)
    rows, scale = torch_epochs.standardized(torch.from_numpy(side.load_rows(path)), center=False)
    d = rows.shape[1]

    @functools.cache
    def decoder_and_loss(depth, k, hidden, compiled):
        decoder = torch.empty(d, k, requires_grad=True)

        def plain(x):
            y = torch.zeros(len(x), k)
            for _ in range(depth):
                y = y + (x - y @ decoder.T) @ decoder
            return (y @ decoder.T - x).square().sum(1).mean()

        def masked(x, mask):
            y = torch.zeros(len(x), k)
            for _ in range(depth):
                y = y + (mask * (x - y @ decoder.T)) @ decoder
            return (y @ decoder.T - x).square().sum(1).mean()

        fixed = torch.compile(masked if hidden else plain, dynamic=False) if compiled else masked if hidden else plain
        if not hidden:
            return decoder, fixed
        return decoder, lambda x: fixed(x, torch.empty_like(x).bernoulli_(1 - hidden))

    def run(compiled):
        def training(depth, k, batch, hidden, epochs):
            torch.manual_seed(0)
            decoder, loss = decoder_and_loss(int(depth), int(k), float(hidden), compiled)
            start(decoder, int(depth))
            seconds, error = torch_epochs.train(rows, int(batch), int(epochs), [decoder], loss)
            return seconds, error * scale**2, int(epochs)

        return training

    methods = {"torch-loop": run(False)}
    if torch_setup.can_compile():
        methods["torch-loop-compile"] = run(True)
    side.answer(answers, torch_setup.NAME, torch_setup.versions(), methods, rows.shape)


main()
