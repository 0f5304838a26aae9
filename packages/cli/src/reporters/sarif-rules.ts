import { findingPage, pageSection } from "./finding-page.ts";

/** What a kind of finding is, for those who meet it in a service that knows nothing of contracts. */
export interface RuleText {
  /** One sentence or two. */
  readonly short: string;
  /** What it is and why it matters, in plain words. */
  readonly long: string;
  /** The same with an example; Markdown. Null where there is no page on it. */
  readonly page: string | null;
}

/** Findings without a page of their own. */
const PLAIN_RULES: Readonly<Record<string, string>> = {
  "analysis/overlap": "Two cases of a classification without `first match` hold for one lead.",
  "analysis/gap": "A lead falls into no case of a classification without `otherwise`.",
  "analysis/table-gap": "A table of values, or a calendar by a field, has no value for some leads.",
  "analysis/shadowed": "No lead falls into a case: earlier ones take all of its leads.",
  "analysis/never": "A condition, or a part of one, holds for no lead.",
  "analysis/always": "A condition, or a part of one, holds for every lead where that makes it pointless.",
  "analysis/unreachable": "No lead can reach a stage.",
  "analysis/contradictory-deadlines":
    "Two clauses ask one party for the same after the same trigger with different targets, for leads that they share.",
  "analysis/tight-cadence": "So many events, so far apart, take longer than the deadline leaves.",
  "diff/breaking": "A change of the contract breaks those who supply records or read verdicts.",
  "diff/stricter": "A change of the contract asks more of a party than before.",
  "diff/added": "A contract is there that was not there before.",
  "diff/removed": "A contract is there no more.",
  "diff/looser": "A change of the contract asks less of a party than before.",
  "diff/incomparable":
    "A change of the contract asks something else of a party than before, neither less nor more.",
  "diff/changed": "The contract says something else than before, and asks the same of each party.",
  "test/failed": "A test of the contract expects something else than what comes out.",
};

/** The text on a kind of finding: from its page, or one sentence where it has none. */
export function ruleText(id: string): RuleText {
  const page = findingPage(id);
  if (page === null) {
    const short = PLAIN_RULES[id] ?? id;
    return { short, long: short, page };
  }
  const short = flowing(pageSection(page, "What") ?? id);
  const why = pageSection(page, "Why");
  return {
    short,
    long: why === null ? short : `${short}\n\n${flowing(why)}`,
    page: page.replace(/^# .*\n+/, ""),
  };
}

/** The lines of a paragraph as one. */
function flowing(text: string): string {
  return text.replace(/(?<!\n)\n(?!\n)/g, " ");
}
