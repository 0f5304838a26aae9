import type { Policy } from "@entente/ir";
import { documentOf, LANGUAGE_CODES, type LanguageCode, toHtml, toMarkdown } from "@entente/render";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasShared } from "../support/folders.ts";
import { policy as randomPolicy } from "./random-policy.ts";
import { realContracts } from "./real-contracts.ts";
import { renumbered } from "./renumbered.ts";
import { missingFrom, textOfHtml, textOfMarkdown } from "./shown-in.ts";
import { termsOf } from "./terms-of.ts";

const contracts = realContracts();

function missing(policy: Policy, language: LanguageCode): { markdown: string[]; html: string[] } {
  const document = documentOf(policy, { language });
  const terms = termsOf(policy);
  return {
    markdown: missingFrom(textOfMarkdown(toMarkdown(document)), language, terms),
    html: missingFrom(textOfHtml(toHtml(document, { language })), language, terms),
  };
}

/** The items of the party sections: what each owes and what each is owed, in turn. */
function halves(policy: Policy, language: LanguageCode): string[] {
  const text = textOfMarkdown(toMarkdown(documentOf(policy, { language })));
  const [, section = ""] = text.split(/^## 13\. .*$/m);
  const [parties = ""] = section.split(/^## 14\. .*$/m);
  return parties.split(/^### 13\.\d+ .*$/m).slice(1);
}

function duties(policy: Policy): readonly { party: string; number: string; title: string }[] {
  return policy.commitments.flatMap(({ name, clauses }, index) =>
    clauses.map(({ party, id, labelled }, place) => ({
      party,
      number: `4.${index + 1}.${place + 1}`,
      title: labelled ? `${name}.${id}` : name,
    })),
  );
}

function expectDuties(policy: Policy, language: LanguageCode): void {
  const parts = halves(policy, language);
  expect(parts).toHaveLength(2 * policy.parties.length);
  for (const [index, party] of policy.parties.entries()) {
    for (const duty of duties(policy)) {
      const [owes = "", owed = ""] = parts.slice(2 * index, 2 * index + 2);
      const line = `[${duty.number} \`${duty.title}\`](`;
      expect([owes.includes(line), owed.includes(line)]).toEqual([
        duty.party === party.name,
        duty.party !== party.name,
      ]);
    }
  }
}

describe.each(LANGUAGE_CODES)("a document in %s", (language) => {
  it.each(contracts)("shows every number of %s", (_, policy) => {
    expect(missing(policy, language)).toEqual({ markdown: [], html: [] });
  });

  it.each(contracts)("shows every number of %s, each being another", (_, policy) => {
    expect(missing(renumbered(policy), language)).toEqual({ markdown: [], html: [] });
  });

  it.each(contracts)(
    "lists every duty of %s with the party that owes it and those that are owed it",
    (_, policy) => {
      expectDuties(policy, language);
    },
  );

  it("shows every number of a random policy", () => {
    fc.assert(
      fc.property(randomPolicy, (policy) => {
        expect(missing(policy, language)).toEqual({ markdown: [], html: [] });
      }),
      { numRuns: 60 },
    );
  });

  it("lists every duty of a random policy", () => {
    fc.assert(
      fc.property(randomPolicy, (policy) => expectDuties(policy, language)),
      { numRuns: 40 },
    );
  });
});

it.skipIf(!hasShared)("the contracts beside the repository are among those", () => {
  expect(contracts.map(([name]) => name)).toContainEqual(
    expect.stringContaining("shared/contracts/stages.sla"),
  );
});
