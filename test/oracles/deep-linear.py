"""Values with 50 digits for the statements on deep linear networks of Wang et al. 2021, by Decimal only; run: python3 deep-linear.py

loss(xs, w, n, delta, dy) = (2 ln 2 + 4 ln(n/delta)/dy + w^2) sum of xs^2, for X = diag(xs), W* = w I: the repaired bound of Lemma 23
tiny(method)              = losses of the net L = 3, m = d = dy = n = 2, W_l = sqrt2 I, X = diag(2, 1), Y = diag(1, 3), which stays diagonal
"""

from decimal import Decimal as D, getcontext

getcontext().prec = 60


def loss(xs, w, n, delta, dy):
    return (2 * D(2).ln() + 4 * (D(n) / D(delta)).ln() / dy + D(w) ** 2) * sum(D(x) ** 2 for x in xs)


def tiny(method, steps):
    """Each diagonal entry by itself: u = w3 w2 w1 x/sqrt(m^2 dy), three equal weights w, so one number for each entry."""
    eta, beta = D(1) / 12, (1 - D("0.5") * (D(1) / 8).sqrt()) ** 2
    c = 1 / D(8).sqrt()
    entries = [(D(2), D(1)), (D(1), D(3))]
    now = [D(2).sqrt(), D(2).sqrt()]
    before = list(now)
    out = []
    for _ in range(steps + 1):
        out.append(sum((c * w**3 * x - y) ** 2 for w, (x, y) in zip(now, entries)) / 2)
        after = []
        for w, v, (x, y) in zip(now, before, entries):
            at = w + beta * (w - v) if method == "nag" else w
            gradient = (c * at**3 * x - y) * c * at**2 * x
            after.append({"gd": w, "hb": w + beta * (w - v), "nag": at}[method] - eta * gradient)
        before, now = now, after
    return out


if __name__ == "__main__":
    for xs, w, n, delta, dy in [([200, 100], 1, 2, "0.01", 2), (["0.6", "0.8"], 1, 2, "0.01", 2), ([1, 1, 1], 100, 3, "0.01", 3)]:
        print("loss", xs, w, f"{loss(xs, w, n, delta, dy):.20f}")
    for method in ["gd", "hb", "nag"]:
        print(method, *(f"{x:.15g}" for x in tiny(method, 5)))
