/**
 * What the exit code of `sla` says.
 *
 * | code | meaning |
 * |---|---|
 * | 0 | fine |
 * | 1 | it ran, and the answer is no: violations with `--fail-on`, failed tests |
 * | 2 | the contract has errors |
 * | 3 | a wrong invocation, or input that cannot be read |
 * | 4 | a bug in the program |
 */
export const exitCode = { fine: 0, no: 1, contract: 2, input: 3, bug: 4 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The more serious of two outcomes: input that cannot be read outranks a broken contract, a bug everything. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a >= b ? a : b;
}
