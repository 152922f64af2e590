"""Values for the statements of Bu et al. 2021: `python3 test/oracles/bu-2021.py` (mpmath). Shares no code with lib."""

from mpmath import acos, asin, mp, mpf, pi

mp.dps = 40


def h(c):
    return c * (pi - acos(c)) / (2 * pi)


def coefficients():
    """(k, c_k) of h(c) = sum c_k c^k, from the series of arcsin by its factorials."""
    yield 1, mpf(1) / 4
    term, j = mpf(1), 0
    while True:
        yield 2 * j + 2, term / (2 * j + 1) / (2 * pi)
        j += 1
        term = term * (2 * j - 1) / (2 * j)


def bound(count, rho, terms):
    """Sum of c_k max(0, 1 - (n - 1) rho^k) over the first `terms` powers; the rest is 1/2 - sum c_k but for rho^k."""
    total, seen = mpf(0), mpf(0)
    for (k, c), _ in zip(coefficients(), range(terms)):
        seen += c
        total += c * max(mpf(0), 1 - (count - 1) * rho**k)
    return total + mpf(1) / 2 - seen


print("fact 2.1, two points, cosine .9:", mpf(1) / 2 - h(mpf("0.9")))
for count, rho in ((4, "0.9"), (9, "0.6")):
    print("fact 2.1, n =", count, "rho =", rho, bound(count, mpf(rho), 3000))
print("fact 2.2, points of norm 1/2, cosine 1/8:", (mpf(1) / 4 + asin(mpf(1) / 8) / (2 * pi)) / 8)
