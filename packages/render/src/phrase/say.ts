import type { PhrasingContent } from "./tree.ts";

/** A stretch of running text. */
export type Phrase = readonly PhrasingContent[];

/** The cases that a language may inflect a value for; one without cases ignores them. */
export type GrammaticalCase = "nominative" | "genitive" | "accusative";

/** A value whose words depend on the place that it takes in a sentence. */
export type Inflected = (form: GrammaticalCase) => Phrase;

/** What a sentence is put together from. A value without a case stands in the nominative. */
export type Part = string | Phrase | Inflected;

/** Puts a sentence together: `` say`${party} must ${act}` ``. Neighbouring texts become one. */
export function say(strings: TemplateStringsArray, ...parts: readonly Part[]): Phrase {
  return merged(strings.flatMap((text, index) => [...asPhrase(text), ...asPhrase(parts[index] ?? "")]));
}

/** A part on its own. */
export function asPhrase(part: Part): Phrase {
  if (typeof part === "function") return part("nominative");
  if (typeof part !== "string") return part;
  return part === "" ? [] : [{ type: "text", value: part }];
}

/** A value that is the same in every case. */
export function uninflected(part: Part): Inflected {
  return () => asPhrase(part);
}

/** The parts with something between each two of them. */
export function joined(parts: readonly Part[], between: string): Phrase {
  return merged(
    parts.flatMap((part, index) => [...(index === 0 ? [] : asPhrase(between)), ...asPhrase(part)]),
  );
}

/** Whether all things of a list are meant, or one of them. */
export type ListType = "conjunction" | "disjunction";

/** `a, b or c` as the language lists alternatives or things that go together. */
export function listed(locale: string, type: ListType, items: readonly Part[]): Phrase {
  const places = items.map((_, index) => String(index));
  const parts = new Intl.ListFormat(locale, { type }).formatToParts(places);
  return merged(
    parts.flatMap(({ type: part, value }) =>
      asPhrase(part === "element" ? (items[Number(value)] ?? "") : value),
    ),
  );
}

function merged(nodes: readonly PhrasingContent[]): Phrase {
  const result: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text") {
      // A full stop behind what ends in one, such as the Polish „2026 r.”, is not doubled.
      const doubled = last.value.endsWith(".") && /^\.(?!\.)/u.test(node.value);
      result[result.length - 1] = { type: "text", value: last.value + node.value.slice(doubled ? 1 : 0) };
    } else {
      result.push(node);
    }
  }
  return result;
}
