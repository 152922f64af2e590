"""What PyTorch's manual says of the few functions that the code to paste calls, on NumPy, for machines without PyTorch: reverse
differentiation, and torch.optim.SGD by the algorithm that its page prints (dampening and weight decay 0). `import torch` finds this
file where this folder is on the path.
"""

import contextlib
import types

import numpy as np

float64 = np.float64


class Tensor:
    """An array, and how a derivative with respect to it goes on to what it was made of."""

    def __init__(self, value, parents=()):
        self.value = np.asarray(value, float)
        self.parents = parents
        self.grad = None

    ndim = property(lambda self: self.value.ndim)
    shape = property(lambda self: self.value.shape)
    T = property(lambda self: Tensor(self.value.T, [(self, lambda g: g.T)]))

    def __len__(self):
        return len(self.value)

    def __add__(self, other):
        other = as_tensor(other)
        return Tensor(self.value + other.value, [(self, lambda g: g), (other, lambda g: g)])

    def __sub__(self, other):
        return self + -1.0 * as_tensor(other)

    def __mul__(self, other):
        other = as_tensor(other)
        a, b = self.value, other.value
        return Tensor(a * b, [(self, lambda g: g * b), (other, lambda g: g * a)])

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = as_tensor(other)
        return Tensor(self.value / other.value, [(self, lambda g: g / other.value)])

    def __pow__(self, exponent):
        a = self.value
        return Tensor(a**exponent, [(self, lambda g: g * exponent * a ** (exponent - 1))])

    def __matmul__(self, other):
        a, b = self.value, other.value
        if a.ndim == 1:
            return Tensor(a @ b, [(self, lambda g: b @ g), (other, lambda g: np.outer(a, g))])
        if b.ndim == 1:
            return Tensor(a @ b, [(self, lambda g: np.outer(g, b)), (other, lambda g: a.T @ g)])
        return Tensor(a @ b, [(self, lambda g: g @ b.T), (other, lambda g: a.T @ g)])

    def sum(self):
        return Tensor(self.value.sum(), [(self, lambda g: g * np.ones_like(self.value))])

    def item(self):
        return float(self.value)

    def clone(self):
        return Tensor(self.value.copy(), [(self, lambda g: g)])

    def requires_grad_(self):
        self.parents = ()
        return self

    def backward(self, derivative=1.0):
        if not self.parents:
            self.grad = derivative if self.grad is None else self.grad + derivative
        for parent, pull in self.parents:
            parent.backward(pull(derivative))


class SGD:
    def __init__(self, params, lr, momentum=0.0, nesterov=False):
        if nesterov and momentum <= 0:
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        self.params, self.lr, self.momentum, self.nesterov = params, lr, momentum, nesterov
        self.state = {p: {} for p in params}

    def zero_grad(self):
        for p in self.params:
            p.grad = None

    def step(self):
        for p in self.params:
            g = p.grad
            if self.momentum != 0:
                before = self.state[p].get("momentum_buffer")
                b = g if before is None else self.momentum * before.value + g
                self.state[p]["momentum_buffer"] = Tensor(b)
                g = g + self.momentum * b if self.nesterov else b
            p.value = p.value - self.lr * g


def as_tensor(data, dtype=float64):
    return data if isinstance(data, Tensor) else Tensor(data)


def tensor(data):
    return Tensor(np.array(data))


def relu(x):
    return Tensor(np.maximum(x.value, 0.0), [(x, lambda g: g * (x.value > 0.0))])


def zeros(*shape):
    return Tensor(np.zeros(shape))


def randn(*shape):
    return Tensor(random.standard_normal(shape))


def randint(low, high, shape):
    return Tensor(random.integers(low, high, shape))


random = np.random.default_rng(0)
optim = types.SimpleNamespace(SGD=SGD)
linalg = types.SimpleNamespace(
    norm=lambda x, dim, keepdim: Tensor(np.linalg.norm(x.value, axis=dim, keepdims=keepdim))
)
no_grad = contextlib.nullcontext


def set_default_dtype(dtype):
    pass


def manual_seed(seed):
    pass
