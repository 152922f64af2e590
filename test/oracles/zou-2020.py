"""Values with 50 digits for the statements of Zou, Long and Gu 2020, from their formulas with Decimal only; run: python3 zou-2020.py

All examples have X = diag(xs), Y = diag(ys), d = k = n, and A, B with known singular values: a, b are their largest, p, q their least.
"""

from decimal import ROUND_CEILING, Decimal as D, getcontext

getcontext().prec = 60
E = D(1).exp()


def gd(loss, p, q, s, eta, depth, t):
    """Theorem 3.1: (1 - eta L p^2 q^2 s^2/e)^t loss."""
    return (1 - D(eta) * depth * (D(p) * D(q) * D(s)) ** 2 / E) ** t * D(loss)


def smooth(a, b, x, depth, loss, move):
    """Lemma A.2: L a b x (sqrt(2 e loss) + e a b x/2) move."""
    r = D(a) * D(b) * D(x)
    return depth * r * ((2 * E * D(loss)).sqrt() + E * r / 2) * D(move)


def start(alpha, beta, k, m, n, delta, x2, y2):
    """Proposition 3.3: 6.05 alpha^2 beta^2 k m ln(3n/delta) x2 + y2."""
    return D("6.05") * (D(alpha) * D(beta)) ** 2 * k * m * (3 * n / D(delta)).ln() * D(x2) + D(y2)


def sgd(loss, p, q, s, ab, x, batch, n, depth, delta, steps, percent, t):
    """Theorem 3.8: 2 loss (1 - eta L p^2 q^2 s^2/e)^t, eta as large as the appendix allows, times percent/100; ab is the product of the largest of A, B."""
    g = (D(p) * D(q) * D(s)) ** 2
    eta = D(percent) / 100 * D(2).ln() * D(batch) ** 2 * g
    eta /= 96 * E**3 * depth * D(n) ** 2 * D(ab) ** 4 * D(x) ** 4 * (D(steps) / D(delta)).ln()
    return 2 * (1 - eta * depth * g / E) ** t * D(loss)


def best(loss, floor, p, q, s, ab, x, longest, batch, n, depth, delta, goal, percent):
    """Theorem 3.6: T with eta(T), by bisection for the T at which T eta(T) = (e/(L g)) ln((loss - floor)/eps'); eps' = goal/300 of the excess."""
    loss, floor = D(loss), D(floor)
    g = (D(p) * D(q) * D(s)) ** 2
    eps = D(goal) / 300 * (loss - floor)

    def eta(steps):
        a = eps / (longest * floor) if floor else None
        b = D(2).ln() ** 2 * batch / (3 * n * D(x) ** 2 * (steps / D(delta)).ln() * (loss / eps).ln())
        scale = D(batch) * g / (6 * E**3 * depth * n * D(ab) ** 4 * D(x) ** 2)
        return D(percent) / 100 * scale * (b if a is None else min(a, b))

    asked = E / (depth * g) * ((loss - floor) / eps).ln()
    low, high = D(1), D(10) ** 30
    for _ in range(300):
        middle = (low * high).sqrt()
        if middle * eta(middle) < asked:
            low = middle
        else:
            high = middle
    return high.to_integral_value(ROUND_CEILING)


def bound(k, m, n, delta, x2, y2):
    """The bound of Proposition 3.3 with alpha = beta = 1."""
    return start(1, 1, k, m, n, delta, x2, y2)


def between(k, m, n, delta, x2, y2, x, s, digits):
    """Corollary 3.4: ceil(digits ln 10/(eta L g/e)), g = (0.81 m s)^2, eta L = 1/(2 r (sqrt(e l) + e r/2)), r = 1.21 m x."""
    r = D("1.21") * m * x
    eta = 1 / (2 * r * ((E * bound(k, m, n, delta, x2, y2)).sqrt() + E * r / 2))
    return (digits * D(10).ln() * E / (eta * (D("0.81") * m * s) ** 2)).to_integral_value(ROUND_CEILING)


def between_sgd(k, m, n, delta, x2, y2, x, s, digits, longest, floor, batch, depth):
    """Corollary 3.7: T of Theorem 3.6 with p q = 0.81 m, ab = 1.21 m, loss - floor = l."""
    l = bound(k, m, n, delta, x2, y2)
    goal = l / D(10) ** digits
    return best(l + D(floor), floor, D("0.81") * m, 1, s, D("1.21") * m, x, longest, batch, n, depth, delta, 100 * goal / l, 100)


def between_fit(k, m, n, delta, x2, y2, x, s, digits, batch, depth):
    """Corollary 3.9: the T at which T eta(T) = (e/(L g)) ln(2 10^digits), by bisection."""
    g = (D("0.81") * m * s) ** 2
    scale = D(2).ln() * D(batch) ** 2 * g / (96 * E**3 * depth * D(n) ** 2 * (D("1.21") * m * x) ** 4)
    asked = E / (depth * g) * (2 * D(10) ** digits).ln()
    low, high = D(1), D(10) ** 30
    for _ in range(300):
        middle = (low * high).sqrt()
        if middle * scale / (middle / D(delta)).ln() < asked:
            low = middle
        else:
            high = middle
    return high.to_integral_value(ROUND_CEILING)


if __name__ == "__main__":
    print("gd two 3", f"{gd(5, 1, 3, 1, '0.01', 2, 3):.20f}")
    print("gd skew 1", f"{gd('2.5', 2, 5, 3, '0.00001', 6, 1):.20f}")
    print("gd skew 50", f"{gd('2.5', 2, 5, 3, '0.00001', 6, 50):.20f}")
    print("smooth two", f"{smooth(1, 3, 2, 2, 5, 32 * D('0.05') ** 2):.20f}")
    print("smooth skew", f"{smooth(3, 7, 4, 6, '2.5', 96 * D('0.01') ** 2):.20f}")
    print("smooth scalar", f"{smooth(1, 1, 1, 2, 2, D(1) / 8):.20f}")
    print("start skew", f"{start(2, '0.5', 2, 2500, 2, '0.01', 10, 5):.20f}")
    print("start skew 2", f"{start(1, '0.5', 2, 2500, 2, '0.1', 10, 5):.20f}")
    print("sgd two 50", f"{sgd(5, 1, 3, 1, 3, 2, 1, 2, 2, '0.01', 50, 100, 50):.20f}")
    print("sgd two e7", f"{sgd(5, 1, 3, 1, 3, 2, 1, 2, 2, '0.01', 50, D(10) ** 7, 2):.20f}")
    print("sgd skew", f"{sgd('2.5', 2, 5, 3, 21, 4, 2, 2, 6, '0.1', 1000, 5 * D(10) ** 7, 3):.20f}")
    print("best two", best(5, 0, 1, 3, 1, 3, 2, 4, 1, 2, 2, "0.1", 50, 100))
    print("best two 2", best(5, 0, 1, 3, 1, 3, 2, 4, 2, 2, 2, "0.1", 10, 100))
    # inputs 1, 1, targets -1, -1.2: the best is -1.1, L* = 0.01, L0 = (1 + 1.44)/2, sigma = sqrt 2
    for goal in [90, 1]:
        print("best noise", goal, best("1.22", "0.01", 1, 50, D(2).sqrt(), 50, D(2).sqrt(), 1, 1, 2, 3, "0.01", goal, 40))
    # inputs (0.3, 0), (0, 0.1), (0, 0.1), targets 3, -4, 4: L0 = 41/2, L* = 16, sigma 0.3 and 0.1 sqrt 2; A of norm 2
    for goal in [50, "0.1"]:
        print("best apart", goal, best("20.5", 16, 2, 50, D("0.02").sqrt(), 100, "0.3", D("0.09"), 2, 3, 3, "0.1", D(goal), 100))
    # X = diag(2, 1), Y = diag(1, 3): x2 = 5, y2 = 10; and inputs 1, 1 with targets -1, -1.2: x2 = 2, y2 = 2.44; and 1, 1, 1 with -1, -1, -1
    for m, digits, delta in [(10**9, 8, "0.1"), (10**4, 3, "0.1"), (300, 3, "0.001")]:
        print("between", m, digits, between(2, m, 2, delta, 5, 10, 2, 1, digits))
    print("between far", between(2, 300, 2, "0.1", 5, 10**8 + 9, 2, 1, 3))
    print("between_sgd two 4", between_sgd(2, 10**10, 2, "0.1", 5, 10, 2, 1, 4, 4, 0, 1, 2))
    print("between_sgd two 6", between_sgd(2, 10**6, 2, "0.1", 5, 10, 2, 1, 6, 4, 0, 2, 2))
    print("between_sgd noisy 7", between_sgd(1, 100, 2, "0.1", 2, "2.44", D(2).sqrt(), D(2).sqrt(), 7, 1, "0.01", 1, 2))
    print("between_fit two 5", between_fit(2, 10**9, 2, "0.1", 5, 10, 2, 1, 5, 1, 2))
    print("between_fit two 2", between_fit(2, 10**6, 2, "0.1", 5, 10, 2, 1, 2, 2, 5))
    # X = diag(2, 1), W* = (1, 2; 3, 4): Y = (2, 6; 2, 4), y2 = 60
    print("between_fit full 5", between_fit(2, 10**9, 2, "0.1", 5, 60, 2, 1, 5, 1, 2))
    print("between_fit one 5", between_fit(1, 100, 3, "0.001", 3, 3, D(3).sqrt(), D(3).sqrt(), 5, 1, 2))
