"""High-precision values for the Theorem 12 tests, from the definitions and with Decimal only (60 digits); run: python3 theorem-12.py

bound(z, beta, t) = beta^(t/2) 2 (1 + beta) / sqrt(min h), h = 4 beta - (1 + beta - z)^2, for a start of norm 1
rate(kappa, t)    = (1 - 1/(2 sqrt kappa))^t 4 sqrt kappa
safe(kappa)       = bound at t = 0 for z = 1/kappa, 1 and beta = (1 - 1/(2 sqrt kappa))^2
"""

from decimal import Decimal, getcontext

getcontext().prec = 60
getcontext().Emin = -999999


def bound(zs, beta, t):
    beta = Decimal(beta)
    least = min(4 * beta - (1 + beta - Decimal(z)) ** 2 for z in zs)
    return beta.sqrt() ** t * 2 * (1 + beta) / least.sqrt()


def rate(kappa, t):
    root = Decimal(kappa).sqrt()
    return (1 - 1 / (2 * root)) ** t * 4 * root


def safe(kappa):
    kappa = Decimal(kappa)
    return bound([1 / kappa, 1], (1 - 1 / (2 * kappa.sqrt())) ** 2, 0)


if __name__ == "__main__":
    for zs, beta, t in [
        (["1"], "0.25", 5),
        (["0.01", "1"], "0.9025", 10),
        (["0.01", "1"], "0.9025", 5000),
        (["0.04", "1"], "0.81", 5000),
        (["0.5", "3"], "1", 5000),
        (["0.3", "2.5"], "0.5", 900),
    ]:
        print("bound", zs, beta, t, f"{bound(zs, beta, t):.20e}")
    for kappa, t in [("1", 7), ("4", 3), ("100", 10), ("100", 5000), ("10000", 100)]:
        print("rate", kappa, t, f"{rate(kappa, t):.20e}")
    for kappa in ["1", "4", "7", "100", "1000000"]:
        print("safe", kappa, f"{safe(kappa):.20e}")
