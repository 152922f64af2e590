"""Values for the statements of Liu et al. 2022: `python3 test/oracles/liu-2022.py` (mpmath). Shares no code with lib."""

from mpmath import exp, mp, mpf, sqrt

mp.dps = 40


def rho(alpha):
    return (4 + 3 * alpha - sqrt(8 + 16 * alpha + 9 * alpha**2)) / 2


print("theorem 1:", 3 * exp(sqrt(2) - 2), 12 * exp(-3 * (2 - sqrt(2)) / 2))
print("theorem 2:", mpf(13) / 3 * exp(sqrt(2) - 2), mpf(13) / 3 * exp(-rho(mpf("0.25"))), mpf(52) / 3 * exp(-3 * rho(mpf("0.05")) / 2))
