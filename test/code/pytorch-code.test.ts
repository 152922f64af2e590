import { expect, it } from "vitest";
import { pytorchCode } from "../../lib/code/pytorch-code.ts";

const request = { library: "pytorch", problem: "quadratic", stepSize: 0.1, steps: 5 } as const;

it("asks for gradient descent when Nesterov's method has no momentum, which PyTorch refuses", () => {
  const bare = pytorchCode({ ...request, method: "nesterov", momentum: 0 });
  expect(bare.run).toEqual(pytorchCode({ ...request, method: "gradient-descent", momentum: 0 }).run);
  expect(bare.convention.join(" ")).toContain("With momentum 0");
});

it("reports the iterate and not PyTorch's parameters, which are look-ahead points", () => {
  const { run } = pytorchCode({ ...request, method: "nesterov", momentum: 0.5 });
  expect(run.join("\n")).toContain('w = p + step_size * momentum * optimizer.state[p]["momentum_buffer"]');
  expect(run.filter((line) => line.includes("losses.append"))).toEqual([
    "        losses.append(f(w).item())",
  ]);
});
