import { type AnchorKind, anchorOf } from "../phrase/anchor.ts";
import { code, declared, strong } from "../phrase/nodes.ts";
import { plainText } from "../phrase/plain-text.ts";
import type { Part, Phrase } from "../phrase/say.ts";
import { AND, type Draft } from "./draft.ts";

/** The name of something that the document declares. */
export function named(kind: AnchorKind, name: string): Phrase {
  return declared(name, anchorOf(kind, name));
}

export function party(name: string): Phrase {
  return strong(plainText(name));
}

export function parties({ language }: Draft, names: readonly string[]): Phrase {
  return language.values.list(AND, names.map(party));
}

/** A role by its label (with the remark that there may be none), a party by its name, the owner of the lead, or an author's free text. */
export function addressee({ policy, language }: Draft, name: string): Part {
  const role = policy.roles.find((each) => each.name === name);
  if (role !== undefined) {
    const said = role.label === null ? named("role", name) : plainText(role.label);
    return role.optional ? language.values.given(said, language.document.optionalRole) : said;
  }
  if (policy.parties.some((each) => each.name === name)) return party(name);
  if (name === "owner") return language.promises.theOwner;
  return language.values.quoted(plainText(name));
}

/** Whether a name stands for somebody whom the contract knows, and not for an author's free text. */
export function isKnown({ policy }: Draft, name: string): boolean {
  return name === "owner" || [...policy.roles, ...policy.parties].some((each) => each.name === name);
}

export function addressees(draft: Draft, names: readonly string[]): Phrase {
  return draft.language.values.list(
    AND,
    names.map((name) => addressee(draft, name)),
  );
}

/** A field of the lead record, or, where there is none of that name, the name. */
export function field({ policy }: Draft, name: string): Phrase {
  return policy.lead.fields.some((each) => each.name === name) ? named("field", name) : code(name);
}
