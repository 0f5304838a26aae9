import { type Policy, Zone } from "@entente/ir";
import { languages } from "../languages.ts";
import { joined, type Part, type Phrase } from "../phrase/say.ts";
import type { Language, LanguageCode } from "../words/language.ts";

/** What a document is written from: a policy and a language. */
export interface Draft {
  readonly policy: Policy;
  readonly language: Language;
  /** The wall clock on which instants are told. */
  readonly zone: Zone;
}

export function createDraft(policy: Policy, language: LanguageCode): Draft {
  const name = policy.agreement.timeZone;
  const zone = new Zone(name, policy.zones[name] ?? { initial: 0, changes: [] });
  return { policy, language: languages[language], zone };
}

/** Sentences one after another; those that are null are left out. */
export function sentences({ language }: Draft, parts: readonly (Part | null)[]): Phrase {
  return joined(
    parts.filter((part) => part !== null).filter((part) => part !== ""),
    language.values.gap,
  );
}

/** Things that are all meant: a, b and c. */
export const AND = "conjunction";
/** Things of which one is meant: a, b or c. */
export const OR = "disjunction";
