"""PyTorch as it is fair to run it: as many threads as the others, and denormals flushed."""
import torch

NAME = "PyTorch " + torch.__version__


def prepare(threads):
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)


def versions():
    return {
        "BLAS": "MKL" if torch.backends.mkl.is_available() else "not MKL",
        "instructions": torch.backends.cpu.get_cpu_capability(),
    }
