import { paragraph, table } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import { type Part, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import type { Draft } from "../sentences/draft.ts";
import { addressee, party } from "../sentences/names.ts";
import { sectionHeading, source } from "./numbering.ts";

/** A line for every signature of the contract, and an empty one for each side that none of them signs for. */
export function signaturesSection(draft: Draft): Block[] {
  const { columns, signing } = draft.language.document;
  const lines = table(
    [columns.party, columns.role, columns.signatory, columns.date, columns.signature],
    [...given(draft), ...missing(draft)].map((cells) => ({ cells })),
  );
  const data = { hProperties: { className: ["signatures"] } };
  return [sectionHeading(draft, "signatures"), paragraph(signing), { ...lines, data }];
}

function given(draft: Draft): (readonly Part[])[] {
  const { policy, language } = draft;
  return policy.signatures.map(({ who, role, on, span }) => {
    const side = sideOf(draft, role);
    return [
      side === null ? "" : party(side),
      addressee(draft, role),
      plainText(who),
      say`${language.document.signedOn(on)} ${source(draft, span)}`,
      "",
    ];
  });
}

function missing(draft: Draft): (readonly Part[])[] {
  const { agreement, signatures } = draft.policy;
  const signed = new Set(signatures.map(({ role }) => sideOf(draft, role)));
  return agreement.between.filter((name) => !signed.has(name)).map((name) => [party(name), "", "", "", ""]);
}

function sideOf({ policy }: Draft, role: string): string | null {
  if (policy.parties.some(({ name }) => name === role)) return role;
  return policy.roles.find(({ name }) => name === role)?.party ?? null;
}
