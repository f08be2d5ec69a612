"""Linear autoencoders by PyTorch: torch_linear.py ROWS THREADS."""
import sys
import time

import torch
from torch import nn
from torch.nn.functional import mse_loss

import side
import torch_setup

BLOCK = 4096

# How near the exact optimum is near enough, and how often in an epoch that is looked at.
TOLERANCE = 0.01
CHECKS_PER_EPOCH = 10

# Batch, learning rate and epochs of the cosine.
# The first was chosen from about 90 settings (batches 16 to 512, rates 1e-3 to 8e-3, cosines of 2 to 20 epochs), most run once. The five
# best in turns, four rounds on Fashion-MNIST, k = 32, 2 threads, PyTorch 2.14.1, least and median (batch, rate, epochs):
#    64, 5e-3,  4: 2.94 and 2.99 s     128, 5e-3,  8: 3.48 and 3.83 s     256, 3e-3, 20: 4.47 and 4.58 s
#    32, 5e-3,  2: 2.76 and 2.96 s     256, 5e-3, 14: 4.31 and 4.73 s
# The first two are equal within the noise; the second leaves less room: from one start of four it came to the goal only in
# the last tenth or so of its epochs, and its neighbour at 4e-3 not at all. The second is the usual one with batches of 256.
SETTINGS = {
    "linear-autoencoder": (64, 5e-3, 4),
    "linear-autoencoder-256": (256, 3e-3, 20),
}


def second_moment(rows):
    """X'X / n in float64; the mean stays in."""
    total = torch.zeros(rows.shape[1], rows.shape[1], dtype=torch.float64)
    for block in rows.split(BLOCK):
        block = block.double()
        total.addmm_(block.T, block)
    return total / len(rows)


class LinearAutoencoder:
    """d - k - d without bias, by mini-batches and Adam, until the error of all rows is near the exact optimum.

    The optimum and the looks at the error are no part of the time: both come from the second moment S, where the error per
    row of the encoder A and the decoder B is tr S - 2 tr(B A S) + tr(B A S A' B'), and the least tr S - the k largest
    eigenvalues of S. A run that ends without coming near is an error: its time would mean nothing.
    """

    def __init__(self, rows, moment, batch, rate, epochs):
        self.rows = rows
        self.moment = moment
        self.eigenvalues = torch.linalg.eigvalsh(moment)
        self.batch = batch
        self.rate = rate
        self.epochs = epochs

    def error(self, encoder, decoder):
        with torch.no_grad():
            a, b = encoder.weight.double(), decoder.weight.double()
            code = a @ self.moment
            return (self.moment.trace() - 2 * (b * code.T).sum() + ((b.T @ b) * (code @ a.T)).sum()).item()

    def __call__(self, k):
        """Answers seconds, error per row and steps."""
        k = int(k)
        torch.manual_seed(0)
        n, d = self.rows.shape
        goal = (1 + TOLERANCE) * self.eigenvalues[:-k].sum().item()
        steps_per_epoch = -(-n // self.batch)
        check_every = max(1, steps_per_epoch // CHECKS_PER_EPOCH)
        epochs = self.epochs
        seconds, steps = 0.0, 0

        start = time.perf_counter()
        encoder, decoder = nn.Linear(d, k, bias=False), nn.Linear(k, d, bias=False)
        model = nn.Sequential(encoder, decoder)
        optimizer = torch.optim.Adam(model.parameters(), lr=self.rate, fused=True)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs * steps_per_epoch)
        for _ in range(epochs):
            for chosen in torch.randperm(n).split(self.batch):
                x = self.rows.index_select(0, chosen)
                optimizer.zero_grad()
                mse_loss(model(x), x).backward()
                optimizer.step()
                schedule.step()
                steps += 1
                if steps % check_every == 0:
                    seconds += time.perf_counter() - start
                    error = self.error(encoder, decoder)
                    if error <= goal:
                        return seconds, error, steps
                    start = time.perf_counter()
        raise RuntimeError(f"{epochs} epochs ended without coming to an error of {goal}")


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    torch_setup.prepare(threads)
    rows = torch.from_numpy(side.load_rows(path))
    moment = second_moment(rows)
    methods = {name: LinearAutoencoder(rows, moment, *setting) for name, setting in SETTINGS.items()}
    side.answer(answers, torch_setup.NAME, torch_setup.versions(), methods, rows.shape)


main()
