"""Steps of heavy ball in NumPy. Reads lines "<form> <dimension> <steps>", answers the seconds that they took.

Form is "dense" (H is a matrix) or "eigenbasis" (H is a vector). The Hessian has the eigenvalues of a uniform spectrum from
0.01 to 1; the momentum is 1, so that nothing decays. A line "check <form> <dimension> <steps>" answers the norm instead.
"""

import sys
import time

import numpy as np


def hessian(form, n):
    """The Hessian and the start, turned by the reflection at v when dense."""
    eigenvalues = 0.01 + 0.99 * np.arange(n) / (n - 1)
    start = np.ones(n)
    if form == "eigenbasis":
        return eigenvalues, start
    v = np.sin(1 + np.arange(n))
    v /= np.linalg.norm(v)
    q = np.eye(n) - 2 * np.outer(v, v)
    return q @ np.diag(eigenvalues) @ q, q @ start


def run(form, n, steps):
    """The time that the steps took, and the last iterate."""
    h, w = hessian(form, n)
    step_size, momentum = 1.0, 1.0
    previous = w
    begin = time.perf_counter()
    if form == "dense":
        for _ in range(steps):
            w, previous = w - step_size * (h @ w) + momentum * (w - previous), w
    else:
        for _ in range(steps):
            w, previous = w - step_size * (h * w) + momentum * (w - previous), w
    return time.perf_counter() - begin, w


for line in sys.stdin:
    *check, form, n, steps = line.split()
    seconds, w = run(form, int(n), int(steps))
    print(float(np.linalg.norm(w)) if check else seconds, flush=True)
