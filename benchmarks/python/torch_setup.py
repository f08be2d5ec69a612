"""PyTorch as it is fair to run it: as many threads as the others, and denormals flushed."""
import sys

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


def can_compile():
    """Whether torch.compile works here; it needs a C++ compiler."""
    try:
        return torch.compile(lambda x: 2 * x + 1)(torch.ones(3)).sum().item() == 9
    except Exception as error:
        print(f"torch.compile does not work here: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
