"""High-precision values for the heavy ball tests, from the definitions, with Decimal and Fraction only; run: python3 heavy-ball.py

power norms   ||A^k||_2 by repeated multiplication of the 2x2 block, then ||M||^2 = (T + sqrt(T^2 - 4D)) / 2,
              T the sum of the squares of the entries, D = det^2; the largest over the listed z
constants     printed sqrt2 (1 + b)/sqrt h, safe 2 (1 + b)/sqrt h, sharp (1 + b + sqrt((1 + b)^2 - h))/sqrt h
coordinates   x_(t+1) = (1 + b - z) x_t - b x_(t-1) from x_0 = x_-1 = 1, in exact fractions
"""

from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 80


def power_norm(k, z, b):
    s = 1 + b - z
    m = (D(1), D(0), D(0), D(1))
    for _ in range(k):
        m = (s * m[0] - b * m[2], s * m[1] - b * m[3], m[0], m[1])
    total = sum(x * x for x in m)
    det = m[0] * m[3] - m[1] * m[2]
    return ((total + (total * total - 4 * det * det).sqrt()) / 2).sqrt()


def h(b, z):
    return 4 * b - (1 + b - z) ** 2


def constants(b, zs):
    least, s = min(h(b, z) for z in zs), 1 + b
    root = least.sqrt()
    return D(2).sqrt() * s / root, 2 * s / root, (s + (s * s - least).sqrt()) / root


def coordinate(t, z, b):
    x, before = F(1), F(1)
    for _ in range(t):
        x, before = (1 + b - z) * x - b * before, x
    return D(x.numerator) / D(x.denominator)


def show(*values):
    print(" ".join(f"{x:.19e}" if isinstance(x, D) else str(x) for x in values))


if __name__ == "__main__":
    for beta, zs in [("0.25", ["1"]), ("0.81", ["0.04", "1"]), ("0.9025", ["0.01", "1"]), ("0.5", ["0.3", "2.5"]), ("1", ["0.5", "3"])]:
        b, zs = D(beta), [D(z) for z in zs]
        show("4.1", beta, *(h(b, z) for z in zs), *constants(b, zs))
        show("   ", *(max(power_norm(k, z, b) for z in zs) for k in (1, 5, 10, 50)))
    for kappa in ["1", "2", "4", "10", "100", "10000", "1000000"]:
        k = D(kappa)
        b = (1 - 1 / (2 * k.sqrt())) ** 2
        show("4.2", kappa, b, h(b, 1 / k), h(b, D(1)), *constants(b, [1 / k, D(1)]))
    for z in [F(1, 100), F(1)]:
        show("4.4", z, *(coordinate(t, z, F(9025, 10000)) for t in (1, 2, 10, 50, 100)))
    for z, beta, k in [("0.25", "0.25", 1), ("0.25", "0.25", 10), ("0.25", "0.25", 100), ("2.25", "0.25", 100), ("0", "0.5", 20), ("3.5", "0.9", 40), ("0.001", "0.9", 300), ("0", "1", 50), ("4", "1", 50), ("0.3", "0", 7)]:
        show("norm", z, beta, k, power_norm(k, D(z), D(beta)))
