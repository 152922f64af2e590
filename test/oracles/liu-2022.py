"""Values for the statements of Liu et al. 2022: `python3 test/oracles/liu-2022.py` (mpmath). Shares no code with lib."""

from mpmath import exp, mp, mpf, sqrt

mp.dps = 40


def rho(alpha):
    return (4 + 3 * alpha - sqrt(8 + 16 * alpha + 9 * alpha**2)) / 2


print("theorem 1:", 3 * exp(sqrt(2) - 2), 12 * exp(-3 * (2 - sqrt(2)) / 2))
print("theorem 2:", mpf(13) / 3 * exp(sqrt(2) - 2), mpf(13) / 3 * exp(-rho(mpf("0.25"))), mpf(52) / 3 * exp(-3 * rho(mpf("0.05")) / 2))
print("lemma 4, energy:", 10 * exp(2 * sqrt(2) - 4), mpf(7) / 8 * exp((sqrt(2) - 2) / 2))
print("lemma 6, energy:", 15 * exp(-2 * rho(mpf("0.25"))), mpf(19) / 16 * exp(-rho(mpf("0.125")) / 2))
print("rho at 0.1, 0.25, 0.5:", rho(mpf("0.1")), rho(mpf("0.25")), rho(mpf("0.5")), (11 - sqrt(73)) / 4)
print("lemma 4, distance:", 10 * sqrt(6 * mpf(1) / 4 * 1 / (mpf(1) * 2)))
print("lemma 6, distance:", 67 * sqrt(mpf(1) / 4 * 1 / (mpf(1) * 2)))
