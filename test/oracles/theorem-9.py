"""High-precision values for Theorems 9 and 11 of Wang et al. 2021, from the definitions and with Decimal only; run: python3 theorem-9.py

safe(b, zs, k)      = b^(k/2) 2 (1 + b)/sqrt h, h the least of 4 b - (1 + b - z)^2
printed(b, zs, k)   = safe/sqrt 2
sharp(b, zs, k)     = b^(k/2) sqrt(x1/x2), x1 >= x2 the eigenvalues of QQ* = [[2 b, s], [s, 2]], s = 1 + b - z, the largest over zs
meta(b, zs, ...)    = (sqrt b + c2)^k (2 (1 + b)/sqrt h + c1)
"""

from decimal import Decimal as D, getcontext

getcontext().prec = 60


def least(b, zs):
    return min(4 * b - (1 + b - z) ** 2 for z in zs)


def safe(b, zs, k):
    return b.sqrt() ** k * 2 * (1 + b) / least(b, zs).sqrt()


def sharp(b, zs, k):
    def condition(z):
        trace, det = 2 * b + 2, 4 * b - (1 + b - z) ** 2
        root = (trace * trace - 4 * det).sqrt()
        return ((trace + root) / (trace - root)).sqrt()

    return b.sqrt() ** k * max(condition(z) for z in zs)


def meta(b, zs, c1, c2, k):
    return (b.sqrt() + c2) ** k * (2 * (1 + b) / least(b, zs).sqrt() + c1)


if __name__ == "__main__":
    for beta, zs, k in [
        ("0.25", ["1"], 5),
        ("0.81", ["0.04", "1"], 0),
        ("0.81", ["0.04", "1"], 50),
        ("0.5", ["0.3", "2.5"], 7),
        ("0.9025", ["0.01", "1"], 1000),
        ("1", ["0.5", "3"], 300),
        ("0.85", ["0.4"], 92),
        ("0.9990234375", ["0.00000095367431640625", "1"], 0),  # 1 - 2^-10, 2^-20
    ]:
        b, zs = D(beta), [D(z) for z in zs]
        print(beta, [str(z) for z in zs], k, f"safe {safe(b, zs, k):.20e}", f"printed {safe(b, zs, k) / D(2).sqrt():.20e}", f"sharp {sharp(b, zs, k):.20e}")
    for beta, zs, c1, c2, k in [("0.25", ["1"], "1", "0.25", 2), ("0.9025", ["0.01", "1"], "3", "0.025", 20), ("0.81", ["0.04", "1"], "0.5", "0.01", 60)]:
        b, zs = D(beta), [D(z) for z in zs]
        print("meta", beta, c1, c2, k, f"{meta(b, zs, D(c1), D(c2), k):.20e}")
