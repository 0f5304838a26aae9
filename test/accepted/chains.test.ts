import { analyse } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { createEngine, NotPortable, toJsonLogic } from "@entente/engine";
import { describe, expect, it } from "vitest";

const HEAD = `agreement "Chains" { between marketing and sales;  effective 2026-01-01 to 2026-12-31;  time zone "UTC";  currency USD }
lead { id text key;  visits number optional;  created time }
event handoff
event contact
`;
const LEAD = {
  id: "1",
  visits: 1.5,
  created: "2026-02-02T10:00:00Z",
  events: [{ event: "handoff", at: "2026-02-02T10:00:00Z" }],
};
const AT = { at: Date.UTC(2026, 1, 3) };

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");

/** Declarations of which each builds on the one before. */
const CHAINS: readonly (readonly [name: string, text: (length: number) => string])[] = [
  ["sums", (length) => `define d0 = visits\n${lines(length, (i) => `define d${i + 1} = d${i} + 1`)}`],
  [
    "alternatives",
    (length) => `define d0 = handoff\n${lines(length, (i) => `define d${i + 1} = d${i} or contact`)}`,
  ],
  ["denials", (length) => `define d0 = handoff\n${lines(length, (i) => `define d${i + 1} = not d${i}`)}`],
  [
    "stages",
    (length) => `stage S0 when handoff\n${lines(length, (i) => `stage S${i + 1} after S${i} when contact`)}`,
  ],
  [
    "scores",
    (length) =>
      `score s0 { +1 when handoff }\n${lines(length, (i) => `score s${i + 1} { +1 when s${i} >= 1 }`)}`,
  ],
  [
    "excuses",
    (length) =>
      `commitment c0 { sales must contact within 1 hour of handoff }\n${lines(length, (i) => `commitment c${i + 1} { sales must contact within ${i + 1} hours of handoff;  excused when c${i} is breached }`)}`,
  ],
];

describe("chains of declarations", () => {
  it.each(CHAINS)("of %s are judged up to the limit", (_, chain) => {
    const { policy, diagnostics } = compile({ entry: "c.sla", text: HEAD + chain(95) });
    expect(diagnostics).toEqual([]);
    if (policy === null) throw new Error("not accepted");
    const engine = createEngine(policy);
    expect(engine.explain(LEAD, AT).verdict).toEqual(engine.evaluate(LEAD, AT));
    for (const { value } of policy.defines.slice(-1)) expect(() => portable(policy, value)).not.toThrow();
  });

  it.each(CHAINS)("of %s are analysed", (_, chain) => {
    const { policy } = compile({ entry: "c.sla", text: HEAD + chain(12) });
    if (policy === null) throw new Error("not accepted");
    expect(() => analyse(policy)).not.toThrow();
  });

  it.each(CHAINS)("of %s are refused beyond it, once", (_, chain) => {
    const { diagnostics } = compile({ entry: "c.sla", text: HEAD + chain(700) });
    const told = diagnostics.filter(({ id }) => id === "check/long-chain");
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(4);
  });
});

function portable(...args: Parameters<typeof toJsonLogic>): void {
  try {
    toJsonLogic(...args);
  } catch (error) {
    if (!(error instanceof NotPortable)) throw error;
  }
}

describe("a calculation", () => {
  const squared = (times: number): string =>
    `define d0 = visits\n${lines(times, (i) => `define d${i + 1} = d${i} * d${i}`)}`;
  it("that stays below a hundred numbers is exact", () => {
    expect(compile({ entry: "c.sla", text: HEAD + squared(6) }).diagnostics).toEqual([]);
  });
  it("that doubles with every line is refused where it grows too large, and once for each further doubling", () => {
    const { diagnostics } = compile({ entry: "c.sla", text: HEAD + squared(10) });
    expect(diagnostics.map(({ id, span }) => [id, span.line])).toEqual([["check/large-calculation", 12]]);
  });
});
