"""High-precision values at Polyak's setting, from the definitions and with Decimal only (60 digits); run: python3 polyak-setting.py

power(kappa, t) = ||A^t||_2 by repeated multiplication of A = [[1 + beta - z, -beta], [1, 0]], z = eta mu, mu = 1, alpha = kappa,
                  eta = 4/(1 + sqrt kappa)^2, beta = ((sqrt kappa - 1)/(sqrt kappa + 1))^2; the other end has the same norms
growth(kappa, t) = t eps_t, eps_t = ||A^t||^(1/t) - sqrt beta
law(kappa, t)    = rho ln(t (rho + 1/rho)), what growth approaches
price(kappa, d)  = sqrt d * 2 (1 + beta)/sqrt(min h) at the momentum beta + d, h from its definition, over all of [mu, alpha]'s ends
"""

from decimal import Decimal, getcontext

getcontext().prec = 60
getcontext().Emin = -999999


def setting(kappa):
    root = Decimal(kappa).sqrt()
    return 4 / (1 + root) ** 2, ((root - 1) / (root + 1)) ** 2


def power(kappa, t):
    eta, beta = setting(kappa)
    trace = 1 + beta - eta
    a, b, c, d = Decimal(1), Decimal(0), Decimal(0), Decimal(1)
    for _ in range(t):
        a, b, c, d = trace * a - beta * c, trace * b - beta * d, a, b
    squares = a * a + b * b + c * c + d * d
    determinant = a * d - b * c
    return ((squares + (squares * squares - 4 * determinant * determinant).sqrt()) / 2).sqrt()


def growth(kappa, t):
    return t * ((power(kappa, t).ln() / t).exp() - setting(kappa)[1].sqrt())


def law(kappa, t):
    rho = setting(kappa)[1].sqrt()
    return rho * (t * (rho + 1 / rho)).ln()


def price(kappa, d):
    eta, best = setting(kappa)
    beta = best + Decimal(d)
    least = min(4 * beta - (1 + beta - eta * x) ** 2 for x in (Decimal(1), Decimal(kappa)))
    return Decimal(d).sqrt() * 2 * (1 + beta) / least.sqrt()


if __name__ == "__main__":
    for kappa in [2, 4, 9, 100, 10000, 1000000]:
        for t in [1, 10, 100, 1000]:
            print("power", kappa, t, f"{power(kappa, t):.20e}")
            print("growth", kappa, t, f"{growth(kappa, t):.20e}", "law", f"{law(kappa, t):.20e}")
    for kappa in [4, 100]:
        for d in ["1e-4", "1e-8"]:
            print("price", kappa, d, f"{price(kappa, d):.20e}")
