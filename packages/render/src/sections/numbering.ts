import type { Policy, Span } from "@entente/ir";
import { anchorOf } from "../phrase/anchor.ts";
import { heading, small } from "../phrase/nodes.ts";
import { type Part, type Phrase, say } from "../phrase/say.ts";
import type { Block } from "../phrase/tree.ts";
import type { Draft } from "../sentences/draft.ts";
import { DEFINITIONS, type DefinitionName, SECTIONS, type SectionName } from "../words/document-words.ts";

/** The number of a section. Sections are always the same, whatever a contract leaves out. */
export function sectionNumber(name: SectionName): number {
  return SECTIONS.indexOf(name) + 1;
}

/** `4.2`: a declaration of a section, counted in the order of the contract; clauses count on behind it. */
export function paragraphNumber(section: SectionName, ...indexes: readonly number[]): string {
  return [sectionNumber(section), ...indexes.map((index) => index + 1)].join(".");
}

/** `4.2` of a commitment, a goal, a funnel …; empty where there is none of that name. */
export function numberOf(
  section: "commitments" | "goals" | "funnels" | "ladders" | "rewards" | "meetings",
  policy: Policy,
  name: string,
): string {
  const index = policy[section].findIndex((each) => each.name === name);
  return index < 0 ? "" : paragraphNumber(section, index);
}

export function sectionHeading({ language }: Draft, name: SectionName): Block {
  const text = `${sectionNumber(name)}. ${language.document.sections[name]}`;
  return heading(2, text, anchorOf("section", name));
}

export function definitionHeading({ language }: Draft, name: DefinitionName): Block {
  const number = paragraphNumber("definitions", DEFINITIONS.indexOf(name));
  return heading(3, `${number} ${language.document.definitions[name]}`, anchorOf("section", name));
}

/** The heading of a declaration: its number and its name. */
export function declarationHeading(depth: 3 | 4, number: string, name: Part, anchor: string): Block {
  return heading(depth, say`${number} ${name}`, anchor);
}

/** Where something stands in the contract, relative to the folder of the contract: `company-a.sla:57`. */
export function source({ policy }: Draft, { file, line }: Span): Phrase {
  const entry = policy.sources[0]?.file ?? "";
  const folder = entry.slice(0, entry.lastIndexOf("/") + 1);
  const shown = folder !== "" && file.startsWith(folder) ? file.slice(folder.length) : file;
  return small(`${shown}:${line}`);
}
