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


from mpmath import besselj, diff, exp, findroot, gamma, sqrt  # noqa: E402


def g(nu, u):
    return gamma(nu + 1) * (2 / u) ** nu * besselj(nu, u)


def peak(power, d, near):
    """The maximum of u^power g(u)^2 near a place."""
    f = lambda u: u**power * g((d - 1) / mpf(2), u) ** 2
    at = findroot(lambda u: diff(f, u), near)
    return f(at)


def energy(alpha, d, u):
    c = d - alpha / mpf(2)
    nu = (d - 1) / mpf(2)
    slope = diff(lambda v: g(nu, v), u)
    return u**alpha * g(nu, u) ** 2 + u ** (alpha - 2) * (c * g(nu, u) + u * slope) ** 2


def energy_peak(alpha, d, near):
    at = findroot(lambda u: diff(lambda v: energy(alpha, d, v), u), near)
    return energy(alpha, d, at)


mp.dps = 30
K7 = peak(mpf(14) / 3, 7, 3.8)
K65 = peak(mpf(13) / 3, mpf("6.5"), 3.5)
print("theorem 3, d = 7, lambda_0 = 2, t = 2:", K7 * mpf(2) ** (-mpf(14) / 3) / 2)
print("theorem 3, d = 7, lambda_0 = 2, t = 1/2:", K7 * mpf(2) ** (mpf(14) / 3) / 2)
print("theorem 3, d = 6.5, lambda_0 = .2, t = 30:", K65 * mpf("0.1") ** (-mpf("6.5") / 3) * mpf(30) ** (-mpf(13) / 3) / 2)
print("theorem 3 as printed, d = 7, lambda = .05, t = 20:", 2 * K7 * mpf(4) ** (mpf(7) / 3) * mpf(20) ** (-mpf(14) / 3) * mpf("0.05"))
S3, S6 = peak(3, 3, 2.16), peak(6, 6, 3.87)
print("theorem 3 sharp, d = 3, mu = 1, t = 2:", S3 / 8 / 2)
print("theorem 3 sharp, d = 3, mu = 1, t = 1/2:", S3 * 8 / 2)
print("theorem 3 sharp, d = 6, mu = .1, t = 30:", S6 * 1000 / mpf(30) ** 6 / 2)
C37, C48 = peak(3, 7, 2.9), peak(4, 8, 3.5)
print("lemma 8, alpha = 3, d = 7, lambda_0 = .2, t = 10:", C37 * mpf("0.1") ** (-mpf(3) / 2) / 1000 / 2)
print("lemma 8, alpha = 4, d = 8, lambda_0 = 2, t = 3:", C48 / 81 / 2)
print("lemma 8, alpha = 4, d = 8, lambda_0 = 2, t = 1/2:", C48 * 16 / 2)
print("lemma 8 as printed, alpha = 3, d = 7, lambda = .1, t = 10:", 4 * C37 * mpf("0.1") ** (-mpf(3) / 2) / 1000 * mpf("0.1") / 2)
M7, M9 = energy_peak(mpf(14) / 3, 7, 3.0), energy_peak(6, 9, 4.04)
print("(B.1), alpha = 14/3, d = 7, lambda_0 = 2:", M7 / 2)
print("(B.1), alpha = 6, d = 9, lambda_0 = .2:", M9 * 100 / 2)
for kappa, t in ((2, 3), (6, 3)):
    c = max(mpf(1), (mpf(kappa) - 1) / 2)
    print("changing kernel, kappa =", kappa, "mu = .25, t =", t, (1 + 1 / c) * exp(-(2 - sqrt(c)) * t / 2) / 2)


def dip(d, near):
    """The first minimum of g."""
    nu = mpf(d - 1) / 2
    return g(nu, findroot(lambda u: besselj(nu + 1, u), near))


def printed_distance(n, m, pseudo_loss, lambda_0, d, a, t, near):
    c = 2 * peak(a, d, near)
    rest = m * lambda_0 * (lambda_0 / 2) ** (mpf(a - 2) / 2) * (2 * d - a - 2) ** 2
    return 2 / ((a - 4) * mpf(t) ** a) * sqrt(16 * n * c * pseudo_loss / rest)


# One datum, H = 1/4, m = 8; two data, H = (2, .6; .6, 2)/4, m = 4, errors 1 and -2.
eighth, two = mpf(1) / 8, mpf("0.95")
alpha = sqrt(mpf("0.2"))
print("lemma 6, distance, two data:", 8 / (3 * alpha**3) * sqrt(2 * two / 4))
print("lemma 6, distance as printed, two data:", sqrt(2 * two / (9 * 4 * mpf("0.2"))))
for d, near in ((1, 3.83), (2, 4.49), (mpf("3.5"), 5.4), (9, 8.8)):
    print("nesterovDip", d, dip(d, near), findroot(lambda u: besselj(mpf(d + 1) / 2, u), near))
print("lemma 8, distance, d = 2:", (1 - dip(2, 4.49)) * sqrt(2 * eighth / 8 / mpf("0.25") ** 3))
print("lemma 8, distance, d = 3.5:", (1 - dip(mpf("3.5"), 5.4)) * sqrt(2 * 2 * two / 4 / mpf("0.2") ** 3))
print("lemma 8, distance as printed, d = 9, alpha = 5, t = 20:", printed_distance(1, 8, eighth, mpf("0.5"), 9, 5, 20, 3.7))
print("lemma 8, distance as printed, d = 12, alpha = 7, t = 30:", printed_distance(2, 4, two, mpf("0.4"), 12, 7, 30, 5.5))
