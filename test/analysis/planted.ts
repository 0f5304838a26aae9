import { expect, it } from "vitest";
import { analysisOf, contract, isValid, policyOf, said } from "./analysed.ts";

/** A planted contract and what is said of it. */
export interface Planted {
  readonly name: string;
  readonly text: string;
  /** What is said, as `id: message`. */
  readonly said?: readonly string[];
  /** The fields that the first witness shows, and its events. */
  readonly shows?: Readonly<Record<string, unknown>>;
  readonly events?: readonly string[];
}

/**
 * Tests of planted contracts: what is said of each, and that every witness is a valid record.
 *
 * @param only the kind of finding that is looked at; all without it
 */
export function check(cases: readonly Planted[], only = ""): void {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const analysis = analysisOf(one.text);
    expect(said(analysis).filter((line) => line.startsWith(only))).toEqual(one.said ?? []);
    const witnesses = analysis.findings.flatMap(({ witness }) => witness ?? []);
    for (const witness of witnesses) expect(isValid(policyOf(contract(one.text)), witness)).toBe(true);
    if (one.shows !== undefined) expect(witnesses[0]?.shows).toEqual(one.shows);
    if (one.events !== undefined) expect(witnesses[0]?.events.map(({ event }) => event)).toEqual(one.events);
  });
}
