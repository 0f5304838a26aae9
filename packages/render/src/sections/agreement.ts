import { anchorOf } from "../phrase/anchor.ts";
import { code, paragraph, quotation, table } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import type { Part } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import { type Draft, sentences } from "../sentences/draft.ts";
import { parties, party } from "../sentences/names.ts";
import type { ValueWords } from "../words/value-words.ts";
import { sectionHeading, source } from "./numbering.ts";

/** Who agrees, for how long, in which zone and currency. */
export function agreementSection(draft: Draft): Block[] {
  const { policy, language } = draft;
  const { agreement } = policy;
  const words = language.document;
  const [one, other] = agreement.between;
  const others = policy.parties.map(({ name }) => name).filter((name) => name !== one && name !== other);
  const term = agreement.effective;
  return [
    sectionHeading(draft, "agreement"),
    paragraph(
      sentences(draft, [
        words.between(party(one), party(other)),
        others.length === 0 ? null : words.otherParties(parties(draft, others)),
        term === null ? words.noTerm : words.term(term.from, term.to),
        words.zoneAndCurrency(code(agreement.timeZone), plainText(agreement.currency)),
        words.inFlight(agreement.inFlight),
        source(draft, agreement.span),
      ]),
    ),
    ...(agreement.because === null ? [] : [quotation(words.purpose(plainText(agreement.because)))]),
    ...partyTable(draft),
    ...roleTable(draft),
  ];
}

/** Parties that have a label or were declared on a line of their own. */
function partyTable(draft: Draft): Block[] {
  const { columns } = draft.language.document;
  const labelled = draft.policy.parties.filter(({ label }) => label !== null);
  if (labelled.length === 0) return [];
  return [
    table(
      [columns.party, columns.meaning, columns.source],
      labelled.map(({ name, label, span }) => ({
        cells: [party(name), plainText(label ?? ""), source(draft, span)],
        anchor: anchorOf("party", name),
      })),
    ),
  ];
}

function roleTable(draft: Draft): Block[] {
  const { columns, optionalRole } = draft.language.document;
  if (draft.policy.roles.length === 0) return [];
  const row = (role: Draft["policy"]["roles"][number]): readonly Part[] => [
    code(role.name),
    meaning(draft.language.values, role.label, role.optional ? optionalRole : null),
    role.party === null ? "" : party(role.party),
    source(draft, role.span),
  ];
  return [
    table(
      [columns.role, columns.meaning, columns.party, columns.source],
      draft.policy.roles.map((role) => ({ cells: row(role), anchor: anchorOf("role", role.name) })),
    ),
  ];
}

function meaning({ given }: ValueWords, label: string | null, remark: string | null): Part {
  const text = plainText(label ?? "");
  if (remark === null) return text;
  return text === "" ? remark : given(text, remark);
}
