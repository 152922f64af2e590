"""Steps of training deep linear networks in NumPy. Reads lines "network <depth> <width> <form> <steps>" or "resnet <depth> <form> <steps>", answers the
seconds that they took; form is "full" or "narrow". A line that begins with "check" answers the loss instead. The settings are those of deep.mjs.
"""

import sys
import time
from functools import lru_cache

import numpy as np


def wave(rows, columns):
    i, j = np.arange(rows)[:, None], np.arange(columns)[None, :]
    return np.sin(1 + i + 2 * j + 3 * i * j / 7)


def orthonormal(a):
    u, s, _ = np.linalg.svd(a, full_matrices=False)
    return u[:, s > 1e-12 * s[0]]


@lru_cache
def network(depth, width, form):
    """Weights, scales, inputs, targets, the readout (none), whether residual, step size, momentum, and what is to be added to the loss."""
    d, dy, n = 20, 20, 5
    x, y = wave(n, d).T, 1.5 * wave(n, dy).T
    ws = []
    for l in range(1, depth + 1):
        v = np.sin(l + np.arange(width))
        q = np.sqrt(width) * (np.eye(width) - 2 * np.outer(v, v) / (v @ v))
        ws.append(q[: dy if l == depth else width, : d if l == 1 else width])
    scales = [1 / np.sqrt(width)] * (depth - 1) + [1 / np.sqrt(dy)]
    if form == "narrow":
        basis, r = np.linalg.qr(x)
        a = basis
        for w in ws[:-1]:
            a = w @ a / np.sqrt(width)
        last = ws[-1] / np.sqrt(width)
        span = orthonormal(np.hstack([y, last @ a]))
        frame = orthonormal(np.hstack([a, last.T @ span]))
        k = frame.shape[1]
        hidden = [np.sqrt(width) * np.eye(k)] * (depth - 2)
        ws = [np.sqrt(width) * frame.T @ a] + hidden + [np.sqrt(width) * span.T @ last @ frame]
        x, y = r, span.T @ y
    return ws, scales, x, y, None, False, 0.002 / depth, 0.5, 0.0


@lru_cache
def resnet(depth, form):
    n, m = 1000, 40
    x = wave(n, 10)
    noise = np.sin(100 * x + np.arange(10 * n).reshape(n, 10))
    y = (-x + 0.1 * noise).T
    x = x.T
    a, b = wave(m, 10) / np.sqrt(m), wave(10, m) / 3
    more = 0.0
    if form == "narrow":
        q, r = np.linalg.qr(x.T)
        more = (np.linalg.norm(y) ** 2 - np.linalg.norm(y @ q) ** 2) / 2
        x, y = r.T, y @ q
        basis, _ = np.linalg.qr(np.hstack([a, b.T]))
        a, b = basis.T @ a, b @ basis
    ws = [np.zeros((a.shape[0], a.shape[0]))] * depth
    return ws, [1.0] * depth, a @ x, y, b, True, 1e-4 / depth, 0.0, more


def forward(ws, scales, x, residual):
    out = [x]
    for w, s in zip(ws, scales):
        z = s * (w @ out[-1])
        out.append(z + out[-1] if residual else z)
    return out


def run(setting, steps):
    ws, scales, x, y, readout, residual, eta, beta, more = setting
    before = ws
    begin = time.perf_counter()
    for _ in range(steps):
        f = forward(ws, scales, x, residual)
        g = f[-1] - y if readout is None else readout.T @ (readout @ f[-1] - y)
        after = [None] * len(ws)
        for l in reversed(range(len(ws))):
            after[l] = ws[l] - eta * scales[l] * (g @ f[l].T) + beta * (ws[l] - before[l])
            below = scales[l] * (ws[l].T @ g)
            g = below + g if residual else below
        before, ws = ws, after
    seconds = time.perf_counter() - begin
    last = forward(ws, scales, x, residual)[-1]
    left = (last if readout is None else readout @ last) - y
    return seconds, np.linalg.norm(left) ** 2 / 2 + more


for line in sys.stdin:
    words = line.split()
    check = words[0] == "check"
    kind, *numbers, form, steps = words[1:] if check else words
    setting = {"network": network, "resnet": resnet}[kind](*map(int, numbers), form)
    seconds, loss = run(setting, int(steps))
    print(float(loss) if check else seconds, flush=True)
