"""Lemma 7 of Wang et al. 2021: phi + iota of a tiny network, by running it in weight space: `python3 test/oracles/lemma-7.py` (fractions would do; floats of mpmath)."""

from mpmath import matrix, mp, mpf, sqrt

mp.dps = 40

X = [[mpf(1), mpf(0)], [mpf("0.6"), mpf("0.8")]]
Y = [mpf(1), mpf(-1)]
A = [1, -1, 1]
W0 = [[mpf("0.5"), mpf("-0.25")], [mpf("-0.3"), mpf("0.8")], [mpf("1.1"), mpf("0.2")]]
ETA, BETA, M = mpf("0.5"), mpf("0.25"), 3


def product(w, x):
    return w[0] * x[0] + w[1] * x[1]


def residual(W):
    return [sum(a * max(product(w, x), mpf(0)) for a, w in zip(A, W)) / sqrt(M) - y for x, y in zip(X, Y)]


def kernel(W):
    return [
        [product(x, z) * sum(product(w, x) >= 0 and product(w, z) >= 0 for w in W) / mpf(M) for z in X] for x in X
    ]


def step(W, before):
    xi = residual(W)
    after = []
    for a, w, old in zip(A, W, before):
        force = [sum(xi[i] * X[i][k] for i in range(2) if product(w, X[i]) >= 0) * a / sqrt(M) for k in range(2)]
        after.append([w[k] - ETA * force[k] + BETA * (w[k] - old[k]) for k in range(2)])
    return after


H0 = kernel(W0)
path = [W0, W0]  # w_{-1}, w_0
for t in range(6):
    path.append(step(path[-1], path[-2]))
for t in range(5):
    before, now, after = (residual(path[t + k]) for k in range(3))
    phi = [
        after[i] - (1 + BETA) * now[i] + ETA * sum(H0[i][j] * now[j] for j in range(2)) + BETA * before[i]
        for i in range(2)
    ]
    moved = max(sqrt(sum((w[k] - o[k]) ** 2 for k in range(2))) for w, o in zip(path[t + 2], W0))
    print("t =", t, "phi + iota =", phi, "displacement after", moved)
