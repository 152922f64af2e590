"""High-precision values for the tests of Wang et al. 2020, from the definitions, with Decimal and Fraction only; run: python3 wang-2020.py

power(r, t)      = ||J^t||_2 for J = [[2r, -r^2], [1, 0]], by repeated multiplication, ||M||^2 = (T + sqrt(T^2 - 4 D))/2,
                   T the sum of the squares of the entries, D = det^2
geometric(r, t)  = c_t = max over s <= t of r^s (1 + r (1 + r + ... + r^(s - 1)))
rest(z, t)       = r^t sqrt((10 + 6 sqrt2)/7) sqrt2, r = 1 - sqrt(z/2), for one mode from rest at 1
theta(a)         = ln(1 - a)/ln(1 - sqrt a)
counts(a, g)     = the least T with (1 - sqrt a)^T <= g/(2 sqrt2), the least T with (1 - a)^T <= g^2
"""

from decimal import Decimal as D, getcontext
from fractions import Fraction as F

getcontext().prec = 60


def power(r, t):
    m = (F(1), F(0), F(0), F(1))
    for _ in range(t):
        m = (2 * r * m[0] - r * r * m[2], 2 * r * m[1] - r * r * m[3], m[0], m[1])
    total = sum(x * x for x in m)
    square = total * total - 4 * (m[0] * m[3] - m[1] * m[2]) ** 2
    total, square = (D(x.numerator) / D(x.denominator) for x in (total, square))
    return ((total + square.sqrt()) / 2).sqrt()


def geometric(r, t):
    return max(r**s * (1 + r * sum(r**j for j in range(s))) for s in range(t + 1))


def rest(z, t):
    return (1 - (z / 2).sqrt()) ** t * ((10 + 6 * D(2).sqrt()) / 7).sqrt() * D(2).sqrt()


def theta(a):
    return (1 - a).ln() / (1 - a.sqrt()).ln()


def counts(a, g):
    heavy = gradient = 0
    while (1 - a.sqrt()) ** heavy * 2 * D(2).sqrt() > g:
        heavy += 1
    while (1 - a) ** gradient > g * g:
        gradient += 1
    return heavy, gradient


if __name__ == "__main__":
    for r, t in [(F(1, 2), 1), (F(1, 2), 10), (F(9, 10), 50), (F(9, 10), 300), (F(99, 100), 100)]:
        print("power", r, t, f"{power(r, t):.20e}")
    for r, t in [(F(1, 2), 0), (F(1, 2), 9), (F(9, 10), 3), (F(9, 10), 60), (F(99, 100), 200)]:
        print("geometric", r, t, f"{float(geometric(r, t)):.17e}", "bound", f"{float(1 / (4 * r * (1 - r))):.17e}")
    for z, t in [("0.5", 10), ("0.02", 100), ("0.0002", 1000), ("0.08", 7)]:
        print("rest", z, t, f"{rest(D(z), t):.20e}")
    for a in ["0.5", "0.25", "0.1", "0.01", "0.0001", "0.00005", "1e-8"]:
        print("theta", a, f"{theta(D(a)):.20f}")
    for a, g in [("0.25", "0.9"), ("0.25", "0.3"), ("0.01", "0.001"), ("0.0001", "0.35"), ("0.00005", "0.000001")]:
        heavy, gradient = counts(D(a), D(g))
        print("counts", a, g, heavy, gradient, f"{theta(D(a)) * gradient:.20e}")
