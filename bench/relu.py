"""Steps of heavy ball on a one-layer ReLU network, on its weights, in NumPy or PyTorch (double precision, one thread).

Reads lines "<library> <n> <d> <m> <steps>", answers the seconds that the steps took; the network is drawn before the clock starts
and kept for the next line of the same size. "draw …" in front answers the seconds that drawing it took. A line "check <library> <n> <d>
<m> <steps> <folder>" takes points, labels, weights and signs from files of the folder and answers the loss after the steps instead.
"""

import sys
import time

import numpy as np

ETA, BETA = 0.5, 0.5


def draw(n, d, m):
    """Points on the sphere, labels, weights and signs."""
    random = np.random.default_rng(1)
    points = random.standard_normal((n, d))
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    labels = random.choice([-1.0, 1.0], n)
    return points, labels, random.standard_normal((m, d)), random.choice([-1.0, 1.0], m)


def read(folder, n, d, m):
    """The same from files of doubles."""
    shapes = {"points": (n, d), "labels": (n,), "weights": (m, d), "signs": (m,)}
    return [np.fromfile(f"{folder}/{name}").reshape(shape) for name, shape in shapes.items()]


class NumPy:
    def __init__(self, points, labels, weights, signs):
        self.points, self.labels, self.signs = points, labels, signs / np.sqrt(len(signs))
        self.weights, self.previous = weights, weights.copy()

    def residual(self):
        products = self.weights @ self.points.T
        return products, self.signs @ np.maximum(products, 0) - self.labels

    def step(self):
        products, residual = self.residual()
        gradient = ((products >= 0) * residual) @ self.points
        gradient *= self.signs[:, None]
        following = self.weights - self.previous
        following *= BETA
        following += self.weights
        gradient *= ETA
        following -= gradient
        self.previous, self.weights = self.weights, following

    def loss(self):
        return float(np.sum(self.residual()[1] ** 2) / 2)


class PyTorch:
    def __init__(self, points, labels, weights, signs):
        import torch

        torch.set_num_threads(1)
        self.torch = torch
        self.points, self.labels = torch.from_numpy(points), torch.from_numpy(labels)
        self.signs = torch.from_numpy(signs / np.sqrt(len(signs)))
        self.weights = torch.from_numpy(weights)
        self.previous = self.weights.clone()

    def residual(self):
        products = self.weights @ self.points.T
        return products, self.signs @ products.clamp(min=0) - self.labels

    def step(self):
        products, residual = self.residual()
        gradient = ((products >= 0) * residual) @ self.points
        gradient.mul_(self.signs[:, None])
        following = self.weights - self.previous
        following.mul_(BETA).add_(self.weights).sub_(gradient, alpha=ETA)
        self.previous, self.weights = self.weights, following

    def loss(self):
        return float((self.residual()[1] ** 2).sum() / 2)


libraries = {"NumPy": NumPy, "PyTorch": PyTorch}
kept = {}
for line in sys.stdin:
    words = line.split()
    if words[0] == "forget":
        kept.clear()
        print(0, flush=True)
        continue
    task = words.pop(0) if words[0] in ("check", "draw") else "run"
    library, n, d, m, steps = words[0], *map(int, words[1:5])
    if task == "check":
        network = libraries[library](*read(words[5], n, d, m))
        for _ in range(steps):
            network.step()
        print(network.loss(), flush=True)
        continue
    begin = time.perf_counter()
    if (library, n, m) not in kept:
        kept[library, n, m] = libraries[library](*draw(n, d, m))
    drawn = time.perf_counter() - begin
    begin = time.perf_counter()
    for _ in range(steps):
        kept[library, n, m].step()
    print(drawn if task == "draw" else time.perf_counter() - begin, flush=True)
