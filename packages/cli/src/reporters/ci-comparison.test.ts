import type { Change, Strictness } from "@entente/diff";
import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { comparisonReport, type Fails } from "./ci-comparison.ts";
import type { ComparedContract } from "./comparison.ts";
import { projectRoot } from "./region.ts";

const text = "a line\ncommitment first_contact\n";
const policy = {
  sources: [{ file: "sla/a.sla", text }],
  agreement: { timeZone: "UTC" },
  zones: {},
} as unknown as Policy;
const root = projectRoot({ cwd: "/project" } as never);
const place = (words: string) => ({
  text: words,
  span: { file: "sla/a.sla", start: 7, end: 17, line: 2, column: 1 },
});

function change(parts: Partial<Change> = {}): Change {
  return {
    kind: "commitment",
    path: ["first_contact", "1"],
    change: "changed",
    before: place("2 hours"),
    after: place("1 hour"),
    strictness: { sales: "stricter", marketing: "equal" },
    reasons: ["sales: less time"],
    breaks: [],
    effect: { kind: "not about leads" },
    ...parts,
  };
}

function contract(changes: readonly Change[], parts: Partial<ComparedContract> = {}): ComparedContract {
  const strictness: Record<string, Strictness> = { sales: "stricter" };
  return {
    name: "a.sla",
    change: "changed",
    comparison: { changes, strictness },
    parties: ["marketing", "sales"],
    base: { shown: "main:sla/a.sla", policy },
    head: { shown: "sla/a.sla", policy },
    replay: null,
    obstacles: null,
    ...parts,
  };
}

const findings = (one: ComparedContract | Change, fails?: Fails) =>
  comparisonReport(["name" in one ? one : contract([one])], root, fails).groups.flatMap(
    (group) => group.findings,
  );

describe("changes as findings", () => {
  it("say what was, what is, and for whom it is stricter", () => {
    expect(findings(change())).toEqual([
      {
        level: "warning",
        id: "diff/stricter",
        message:
          "commitment first_contact, clause 1: changed, was `2 hours`, is `1 hour`; stricter for sales",
        help: "sales: less time",
        region: { file: "sla/a.sla", line: 2, column: 1, endLine: 2, endColumn: 11 },
        fix: null,
      },
    ]);
  });

  it("stand on the first line where there is nothing left of them", () => {
    const [removed] = findings(change({ change: "removed", after: null }));
    expect(removed).toMatchObject({
      message: "commitment first_contact, clause 1: removed, was `2 hours`; stricter for sales",
      region: { file: "sla/a.sla", line: 1, column: 1 },
    });
  });

  const kinds: readonly (readonly [string, Partial<Change>, string, string])[] = [
    ["a break", { breaks: ["the field email is gone"] }, "diff/breaking", "warning"],
    ["a looser one", { strictness: { sales: "looser" } }, "diff/looser", "note"],
    ["stricter for one only", { strictness: { a: "looser", b: "stricter" } }, "diff/stricter", "warning"],
    ["one without a rank", { strictness: { a: "looser", b: "incomparable" } }, "diff/incomparable", "note"],
    ["one that asks the same", { strictness: { a: "equal" } }, "diff/changed", "note"],
  ];
  it.each(kinds)("%s has its id and level", (_, parts, id, level) => {
    expect(findings(change(parts))).toMatchObject([{ id, level }]);
  });

  it("are errors where they must not pass", () => {
    const some = contract([change({ path: ["one"] }), change({ path: ["two"] })]);
    const fails: Fails = (one) => typeof one === "object" && one.path[0] === "two";
    expect(findings(some, fails).map(({ level }) => level)).toEqual(["warning", "error"]);
  });

  it.each(["added", "removed"] as const)("tell of a contract that was %s", (what) => {
    const alone = contract([], {
      change: what,
      comparison: null,
      ...(what === "removed" ? { head: null } : {}),
    });
    expect(findings(alone)).toMatchObject([{ id: `diff/${what}`, level: "warning", region: { line: 1 } }]);
    expect(findings(alone, (one) => one === what)).toMatchObject([{ level: "error" }]);
    expect(comparisonReport([alone], root).summary).toBe(`a.sla: the contract was ${what}`);
  });

  it("tell of the lead that shows it, of a proof, or that neither was found", () => {
    const witness = { lead: {}, events: [], at: 0, shows: { source: "web" } };
    const differs = change({ effect: { kind: "differs", witness, before: "met", after: "late" } });
    expect(findings(differs)[0]?.help).toBe(
      "sales: less time\na lead that shows it: source = web; asked for Thu 1970-01-01 00:00\nwas: met\nis: late",
    );
    const same = change({ reasons: [], effect: { kind: "equivalent" } });
    expect(findings(same)[0]?.help).toBe("proved: no lead tells the two versions apart by this");
    const open = change({ reasons: [], effect: { kind: "undecided", reason: "too many cases" } });
    expect(findings(open)[0]?.help).toBe("open, whether a lead tells them apart: too many cases");
    expect(findings(change({ reasons: [] }))[0]?.help).toBeNull();
  });

  it("are short, whatever was written", () => {
    const [long] = findings(change({ after: place(`a\n  \`b\` ${"x".repeat(500)}`) }));
    expect(long?.message).toContain("is `a 'b' xxx");
    expect(long?.message.length).toBeLessThan(260);
  });

  it("are summed up", () => {
    const { summary } = comparisonReport([contract([change()]), contract([], { name: "b.sla" })], root);
    expect(summary).toBe("a.sla: 1 change, taken together stricter for sales; b.sla: no change in meaning");
  });
});
