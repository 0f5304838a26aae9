import type { Policy } from "@entente/ir";
import { heading } from "./phrase/nodes.ts";
import { plainText } from "./phrase/plain-text.ts";
import type { Root } from "./phrase/tree.ts";
import { agreementSection } from "./sections/agreement.ts";
import { commitmentsSection } from "./sections/commitments.ts";
import { definitionsSection } from "./sections/definitions.ts";
import { funnelsSection } from "./sections/funnels.ts";
import { goalsSection } from "./sections/goals.ts";
import { governanceSections } from "./sections/governance.ts";
import { laddersSection } from "./sections/ladders.ts";
import { partiesSection } from "./sections/parties.ts";
import { signaturesSection } from "./sections/signatures.ts";
import { timeSection } from "./sections/time.ts";
import { createDraft } from "./sentences/draft.ts";
import type { LanguageCode } from "./words/language.ts";

export interface DocumentOptions {
  readonly language: LanguageCode;
}

/**
 * A contract as a document to read and sign. Names, titles and reasons are the authors' own words and stay as they are.
 *
 * @returns a Markdown tree; nodes that can be referred to carry an `id` in `data.hProperties`
 */
export function documentOf(policy: Policy, { language }: DocumentOptions): Root {
  const draft = createDraft(policy, language);
  return {
    type: "root",
    children: [
      heading(1, plainText(policy.agreement.title)),
      ...agreementSection(draft),
      ...definitionsSection(draft),
      ...timeSection(draft),
      ...commitmentsSection(draft),
      ...goalsSection(draft),
      ...funnelsSection(draft),
      ...laddersSection(draft),
      ...governanceSections(draft),
      ...partiesSection(draft),
      ...signaturesSection(draft),
    ],
  };
}
