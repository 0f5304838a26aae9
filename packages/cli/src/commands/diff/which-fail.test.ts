import type { Change } from "@entente/diff";
import { describe, expect, it } from "vitest";
import type { ComparedContract } from "../../reporters/comparison.ts";
import { readFailOn } from "./fail-on.ts";
import { whichFail } from "./which-fail.ts";

const contract = { parties: ["marketing", "sales"] } as unknown as ComparedContract;
const change = (strictness: Change["strictness"], breaks: readonly string[] = []) =>
  ({ strictness, breaks }) as unknown as Change;

const harmless = change({ marketing: "equal", sales: "looser" });
const breaking = change({ marketing: "equal", sales: "equal" }, ["the field email is gone"]);
const stricter = change({ marketing: "equal", sales: "stricter" });
const unranked = change({ marketing: "incomparable", sales: "equal" });

describe("the changes for which --fail-on makes the exit code 1", () => {
  const gates: readonly (readonly [string, readonly (Change | "added" | "removed")[]])[] = [
    ["none", []],
    ["any", [harmless, breaking, stricter, unranked, "added", "removed"]],
    ["breaking", [breaking, "removed"]],
    ["stricter", [stricter, unranked, "added"]],
    ["stricter:sales", [stricter, "added"]],
    ["stricter:marketing", [unranked, "added"]],
    ["stricter:legal", []],
  ];
  it.each(gates)("%s", (gate, failing) => {
    const fails = whichFail(readFailOn(gate));
    const all = [harmless, breaking, stricter, unranked, "added", "removed"] as const;
    expect(all.filter((one) => fails(one, contract))).toEqual(failing);
  });
});
