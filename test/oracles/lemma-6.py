"""Values for Lemma 6 and equation (118) of Wang et al. 2021, with 40 digits; needs mpmath; run: python3 lemma-6.py

H_t is the integral of the second derivative from w_t to the minimiser, by quadrature of mu + (lambda - mu) / cosh^2, not by its closed form; the iterates are those of
Algorithm 2, w_{t+1} = w_t - e f'(w_t) + b (w_t - w_{t-1}).
"""

from mpmath import mp, mpf, cosh, quad, sqrt, tanh

mp.dps = 40


def iterates(lams, mu, s, start, previous, e, b, steps):
    rows = [[mpf(x) for x in previous], [mpf(x) for x in start]]
    for _ in range(steps):
        before, now = rows[-2:]
        slope = [mu * w + (lam - mu) * s * tanh(w / s) for lam, w in zip(lams, now)]
        rows.append([w - e * g + b * (w - v) for w, g, v in zip(now, slope, before)])
    return rows[1:]


def averaged(lam, mu, s, w):
    return quad(lambda tau: mu + (lam - mu) / cosh((1 - tau) * w / s) ** 2, [0, 0.25, 0.5, 0.75, 1])


def phi(lams, mu, s, start, previous, e, b, steps):
    rows = iterates(lams, mu, s, start, previous, e, b, steps)
    first = [averaged(lam, mu, s, w) for lam, w in zip(lams, rows[0])]
    return [[e * (h - averaged(lam, mu, s, w)) * w for h, lam, w in zip(first, lams, row)] for row in rows]


def length(v):
    return sqrt(sum(x * x for x in v))


SCALAR = ([mpf(1)], mpf(1) / 4, mpf(1), [1], [1], mpf(1), mpf(9) / 16)
PLANE = ([mpf(2), mpf("0.5")], mpf("0.1"), mpf("0.5"), ["0.75", -2], [1, -1], mpf("0.4"), mpf("0.8"))
if __name__ == "__main__":
    print("lemma 6, entry t n + i")
    for t in (1, 2, 7):
        print("scalar", t, mp.nstr(phi(*SCALAR, t)[t][0], 20))
    for t in (1, 2, 5):
        for i in (0, 1):
            print("plane", 2 * t + i, mp.nstr(phi(*PLANE, t)[t][i], 20))
    print("bounds: e L / 2 |w_t - w_0| |xi_t|, L = 4 (max lambda - mu) / (3 sqrt 3 s)")
    for name, p, t in (("scalar", SCALAR, 1), ("scalar", SCALAR, 4), ("plane", PLANE, 3)):
        lams, mu, s, e = p[0], p[1], p[2], p[5]
        rows = iterates(*p, t)
        lipschitz = 4 * (max(lams) - mu) / (3 * sqrt(3) * s)
        moved = length([x - y for x, y in zip(rows[t], rows[0])])
        print(name, t, mp.nstr(e * lipschitz / 2 * moved * length(rows[t]), 20))
