import { describe, expect, it } from "vitest";
import { compile } from "../../compile.ts";
import { AGREEMENT, linted } from "../testing/linted.ts";

type Case = readonly [name: string, text: string, found: readonly string[]];

const CASES: readonly Case[] = [
  [
    "a missing field excuses",
    `commitment c {
  sales must contact within 1 hour of handoff
  unless phone is missing
}`,
    ["9: `c` is excused where `phone` is missing, but nobody has to provide `phone`"],
  ],
  [
    "somebody has to provide it",
    `commitment c {
  sales must contact within 1 hour of handoff
  unless phone is missing
}
commitment i { marketing must provide phone by handoff }`,
    [],
  ],
  [
    "one of two is owed",
    `commitment c {
  sales must contact within 1 hour of handoff
  unless phone is missing or email is missing
}
commitment i { marketing must provide phone by handoff }`,
    ["9: `c` is excused where `email` is missing, but nobody has to provide `email`"],
  ],
  [
    "a required field cannot be missing",
    `commitment c {
  sales must contact within 1 hour of handoff
  unless created is missing
}`,
    [],
  ],
  [
    "a field that is there excuses",
    `commitment c {
  sales must contact within 1 hour of handoff
  unless phone is present
}`,
    [],
  ],
];

describe("an excuse for which nobody answers", () => {
  it.each(CASES)("%s", (_name, text, found) => {
    expect(linted("open-excuse", AGREEMENT + text)).toEqual(found);
  });
});

it("says whose duty closes the gap", () => {
  const text = `${AGREEMENT}commitment c { sales must contact within 1 hour of handoff;  unless phone is missing }`;
  const lint = { "no-tests": "off", "one-sided": "off" } as const;
  const [found] = compile({ entry: "contract.sla", text, lint }).diagnostics;
  expect(found?.help).toContain("`marketing must provide phone by handoff`");
});
