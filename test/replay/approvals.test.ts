import {
  type Change,
  type ChangeRules,
  type Comparison,
  defaultChangeRules,
  judgeChanges,
  type Obstacle,
  parseTier,
  type Tier,
  tierWords,
} from "@entente/diff";
import { invariant, type Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { policyOf } from "../support/compiled.ts";

function contract(effective: string, roles: string, inFlight = "keeps"): Policy {
  return policyOf(`agreement "Signed" {
  between marketing and sales;  effective ${effective}
  time zone "UTC";  currency EUR;  in flight ${inFlight}
}
lead { id text key;  created time }
event handoff
event contact
commitment first_contact { sales must contact within 4 hours of handoff }
${roles}
`);
}

const ROLES = "role cmo of marketing\nrole cso of sales\nrole vp of sales";
const BASE = contract("2026-01-01 to 2026-12-31", ROLES);
const span = { file: "contract.sla", start: 0, end: 0, line: 1, column: 1 };

function change(parts: Partial<Change> = {}): Change {
  return {
    kind: "commitment",
    path: ["first_contact", "1"],
    change: "changed",
    before: { text: "within 4 hours", span },
    after: { text: "within 1 hour", span },
    strictness: { sales: "stricter", marketing: "equal" },
    reasons: [],
    breaks: [],
    effect: { kind: "equivalent" },
    ...parts,
  };
}

function tier(words: string): Tier {
  const parsed = parseTier(words);
  invariant(typeof parsed !== "string", String(parsed));
  return parsed;
}

interface Asked {
  readonly changes?: readonly Change[];
  readonly rules?: Partial<ChangeRules>;
  readonly signed?: readonly string[];
  readonly on?: string;
  readonly head?: Policy;
}

function obstacles({ changes = [change()], rules, signed = [], on = "2026-06-01", head = BASE }: Asked) {
  const comparison = { changes, strictness: {} } as unknown as Comparison;
  const all: ChangeRules = { ...defaultChangeRules(BASE), ...rules };
  return judgeChanges({ base: BASE, head, comparison, rules: all, signed, on }).map(said);
}

function said(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case "approval missing":
      return `${tierWords(obstacle.tier)} needs ${obstacle.by} (${obstacle.roles.join(", ")})`;
    case "forbidden while in force":
      return `${tierWords(obstacle.tier)} is forbidden`;
    case "in flight":
      return `${obstacle.found} instead of ${obstacle.expected}`;
  }
}

describe("approval of changes", () => {
  const unapproved = "stricter for sales needs sales (cso, vp)";

  it.each<[string, Asked, string[]]>([
    ["nothing changed", { changes: [] }, []],
    ["stricter for sales, unsigned", {}, [unapproved]],
    ["signed by the other party", { signed: ["cmo"] }, [unapproved]],
    ["signed by a role of the party", { signed: ["vp"] }, []],
    [
      "what cannot be compared needs the party too",
      { changes: [change({ strictness: { sales: "incomparable" } })] },
      ["incomparable for sales needs sales (cso, vp)"],
    ],
    ["what is looser needs nobody", { changes: [change({ strictness: { sales: "looser" } })] }, []],
    [
      "each of several signatures is named",
      {
        changes: [change({ breaks: ["the event contact is gone"] })],
        rules: { approvals: [{ tier: tier("breaking"), by: ["cmo", "cso"] }] },
        signed: ["cso"],
      },
      ["breaking needs cmo (cmo)"],
    ],
    [
      "a role that nobody has cannot sign",
      { rules: { approvals: [{ tier: tier("any change"), by: ["cfo"] }] }, signed: ["cso"] },
      ["any change needs cfo ()"],
    ],
    [
      "rules by declaration leave the others alone",
      { rules: { approvals: [{ tier: tier("change of goal"), by: ["cmo"] }] } },
      [],
    ],
  ])("%s", (_, asked, expected) => {
    expect(obstacles(asked)).toEqual(expected);
  });

  const rules = { approvals: [], forbidden: [tier("stricter for sales")] };
  it.each<[string, Asked, string[]]>([
    ["in force", { rules }, ["stricter for sales is forbidden"]],
    ["on the last day", { rules, on: "2026-12-31" }, ["stricter for sales is forbidden"]],
    ["not in force yet", { rules, on: "2025-12-31" }, []],
    ["no longer in force", { rules, on: "2027-01-01" }, []],
    [
      "an amendment that takes effect later",
      { rules, head: contract("2026-07-01 to 2026-12-31", ROLES) },
      [],
    ],
    ["another change", { rules, changes: [change({ strictness: { sales: "looser" } })] }, []],
  ])("forbidden while in force: %s", (_, asked, expected) => {
    expect(obstacles(asked)).toEqual(expected);
  });

  it("holds a new version to the folder's answer for running clocks", () => {
    const head = contract("2026-01-01 to 2026-12-31", ROLES, "moves");
    expect(obstacles({ rules: { approvals: [], inFlight: "keeps" }, head })).toEqual([
      "moves instead of keeps",
    ]);
    expect(obstacles({ rules: { approvals: [], inFlight: "moves" }, head })).toEqual([]);
  });

  it("does not let a change appoint the one who approves it", () => {
    const head = contract("2026-01-01 to 2026-12-31", `${ROLES}\nrole intern of sales`);
    expect(obstacles({ head, signed: ["intern"] })).toEqual([unapproved]);
  });
});
