"""Training of autoencoders by PyTorch: torch_training.py ROWS THREADS."""
import functools
import math
import sys

import torch
from torch import nn

import side
import torch_epochs
import torch_setup


ACTIVATIONS = {"relu": nn.ReLU, "gelu": functools.partial(nn.GELU, approximate="tanh")}


def network(widths, activation):
    """Dense layers with an activation after all but the code and the output."""
    layers = []
    for i, (inputs, outputs) in enumerate(zip(widths, widths[1:])):
        layers.append(nn.Linear(inputs, outputs))
        if i + 1 not in ((len(widths) - 1) // 2, len(widths) - 1):
            layers.append(ACTIVATIONS[activation]())
    return nn.Sequential(*layers)


def start(model):
    """Draws new weights as Eckart does (He et al. 2015), in place, so that what was compiled stays."""
    layers = list(model)
    with torch.no_grad():
        for layer, following in zip(layers, layers[1:] + [None]):
            if isinstance(layer, nn.Linear):
                gain = 2 if isinstance(following, (nn.ReLU, nn.GELU)) else 1
                layer.weight.normal_(0, math.sqrt(gain / layer.in_features))
                layer.bias.zero_()


def main():
    path, threads = sys.argv[1], int(sys.argv[2])
    answers = side.take_output()
    torch_setup.prepare(threads)
    rows, scale = torch_epochs.standardized(torch.from_numpy(side.load_rows(path)), center=True)
    d = rows.shape[1]

    @functools.cache
    def model_and_loss(inner, activation, compiled):
        model = network([d, *map(int, inner.split("-")), d], activation)

        def loss(x):
            return (model(x) - x).square().sum(1).mean()

        return model, torch.compile(loss, dynamic=False) if compiled else loss

    def run(compiled):
        def training(inner, batch, epochs, activation):
            torch.manual_seed(0)
            model, loss = model_and_loss(inner, activation, compiled)
            start(model)
            seconds, error = torch_epochs.train(rows, int(batch), int(epochs), list(model.parameters()), loss)
            return seconds, error * scale**2, int(epochs)

        return training

    methods = {"torch-eager": run(False)}
    if torch_setup.can_compile():
        methods["torch-compile"] = run(True)
    side.answer(answers, torch_setup.NAME, torch_setup.versions(), methods, rows.shape)


main()
