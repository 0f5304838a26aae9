import { expect, it } from "vitest";
import { buildPolicy, factsOf, fieldOf, fieldType, occurrenceOf } from "../testing/policy-builder.ts";
import { ownerAt } from "./owner-at.ts";

const policy = buildPolicy({ lead: { fields: [fieldOf("owner", fieldType.text)] } });
const assigned = occurrenceOf("assign", 100, { owner: "rep b", recorded: 150 });
const facts = factsOf({ owner: "rep a" }, [assigned, occurrenceOf("contact", 200)]);

it.each<[string, string | null, string | null]>([
  ["the field before any event", ownerAt(facts, 99, policy), "rep a"],
  ["the event at its instant", ownerAt(facts, 100, policy), "rep b"],
  ["later events without an owner change nothing", ownerAt(facts, 300, policy), "rep b"],
  ["what is not yet known", ownerAt(facts, 120, policy, 120), "rep a"],
  ["a contract without the field", ownerAt(factsOf({ owner: "x" }), 0, buildPolicy()), null],
])("%s", (_, owner, expected) => {
  expect(owner).toBe(expected);
});
