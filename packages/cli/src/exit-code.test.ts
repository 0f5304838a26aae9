import { expect, it } from "vitest";
import { exitCode, worse } from "./exit-code.ts";

it.each([
  [exitCode.fine, exitCode.no, exitCode.no],
  [exitCode.contract, exitCode.no, exitCode.contract],
  [exitCode.contract, exitCode.input, exitCode.input],
  [exitCode.bug, exitCode.fine, exitCode.bug],
])("of %i and %i the worse is %i", (a, b, code) => {
  expect(worse(a, b)).toBe(code);
});
