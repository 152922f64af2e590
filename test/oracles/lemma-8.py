"""Exact values for Lemma 8 of Wang et al. 2021, from its formulas with Fractions only; run: python3 lemma-8.py

phi, psi, iota as printed, with M_{t,l} = b M_{t-1,l} + gradient, by explicit products of matrices; H_t by its Kronecker products. The network has
m = 4 and d_y = 1, so that sqrt(m) = 2 and every number is rational. Also checks xi_{t+1} = (1 + b) xi_t - e H_0 xi_t - b xi_{t-1} + phi + psi + iota.
"""

from fractions import Fraction as F


def mul(a, b):
    return [[sum(x * y for x, y in zip(row, col)) for col in zip(*b)] for row in a]


def add(a, b, s=F(1)):
    return [[x + s * y for x, y in zip(r, q)] for r, q in zip(a, b)]


def t(a):
    return [list(r) for r in zip(*a)]


def eye(n):
    return [[F(int(i == j)) for j in range(n)] for i in range(n)]


def chain(ws, upper, lower, size):
    """W_upper ... W_lower, the identity of `size` for upper < lower; layers count from 1."""
    out = eye(size)
    for l in range(lower, upper + 1):
        out = mul(ws[l - 1], out)
    return out


def run(ws, x, y, c, e, b, steps):
    depth, k, n = len(ws), len(y), len(x[0])
    sizes = [len(x)] + [len(w) for w in ws]

    def above(v, l):
        return chain(v, depth, l + 1, sizes[l])

    def below(v, l):
        return mul(chain(v, l - 1, 1, sizes[0]), x)

    def outputs(v):
        return [[c * u for u in row] for row in mul(chain(v, depth, 1, sizes[0]), x)]

    def vec(a):
        return [a[i][j] for j in range(n) for i in range(k)]

    def gram(v):
        h = [[F(0)] * (n * k) for _ in range(n * k)]
        for l in range(1, depth + 1):
            p, q = mul(t(below(v, l)), below(v, l)), mul(above(v, l), t(above(v, l)))
            for j in range(n):
                for jj in range(n):
                    for o in range(k):
                        for oo in range(k):
                            h[j * k + o][jj * k + oo] += c * c * p[j][jj] * q[o][oo]
        return h

    def apply(h, v):
        return [sum(a * z for a, z in zip(row, v)) for row in h]

    h0, before, w = gram(ws), ws, ws
    m = [[[F(0)] * len(v[0]) for _ in v] for v in ws]
    for step in range(steps + 1):
        u, ub = outputs(w), outputs(before)
        r = add(u, y, F(-1))
        g = [[[c * z for z in row] for row in mul(mul(t(above(w, l)), r), t(below(w, l)))] for l in range(1, depth + 1)]
        m = [add(g[l], m[l], b) for l in range(depth)]
        after = [add(w[l], m[l], -e) for l in range(depth)]
        un = outputs(after)
        first = [[F(0)] * n for _ in range(k)]
        mixed = [[F(0)] * n for _ in range(k)]
        for l in range(1, depth + 1):
            first = add(first, mul(mul(above(w, l), m[l - 1]), below(w, l)), c)
            mixed = add(mixed, mul(mul(above(w, l), before[l - 1]), below(w, l)), c)
        phi = vec(add(add(un, u, F(-1)), first, e))
        psi = vec(add(add([[(depth - 1) * b * z for z in row] for row in u], ub, b), mixed, -b))
        xi, xib, xin = vec(r), vec(add(ub, y, F(-1))), vec(add(un, y, F(-1)))
        iota = [e * (p - q) for p, q in zip(apply(h0, xi), apply(gram(w), xi))]
        total = [a + z + i for a, z, i in zip(phi, psi, iota)]
        pull = apply(h0, xi)
        assert all(xin[i] == (1 + b) * xi[i] - e * pull[i] - b * xib[i] + total[i] for i in range(n * k))
        for i, z in enumerate(total):
            print(f"step {step} entry {step * n * k + i}: {float(z)!r}   phi {float(phi[i])!r} psi {float(psi[i])!r} iota {float(iota[i])!r}")
        before, w = w, after


def layer(rows, numbers):
    columns = len(numbers) // rows
    return [[F(z) for z in numbers[i * columns : (i + 1) * columns]] for i in range(rows)]


if __name__ == "__main__":
    print("scalar")
    run([[[F(2)]], [[F(1)]]], [[F(1)]], [[F(1)]], F(1), F(1, 8), F(1, 2), 3)
    print("rational")
    three = [
        layer(4, [1, 0, 0, 1, 1, 1, -1, 2]),
        layer(4, [1, 1, 0, 0, 0, 2, 0, -1, 1, 0, 1, 0, 0, 0, 1, 1]),
        layer(1, [1, -1, 0, 2]),
    ]
    run(three, [[F(1), F(-1)], [F(2), F(1)]], [[F(1), F(-2)]], F(1, 4), F(1, 64), F(3, 4), 4)
