import type { LanguageCode } from "@entente/render";
import type { Term } from "./terms-of.ts";

/** The text of a page without its tags. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** Markdown without the backslashes in front of what would mean something. */
export function textOfMarkdown(markdown: string): string {
  return markdown.replace(/<a id="[^"]*"><\/a>/g, "").replace(/\\(?=[!-/:-@[-`{-~])/g, "");
}

/** The terms that a text does not show. */
export function missingFrom(text: string, language: LanguageCode, terms: readonly Term[]): string[] {
  const shown = ungrouped(text, language);
  return terms.flatMap(({ path, written }) => {
    const wanted = written(language);
    return standsIn(shown, wanted) ? [] : [`${path}: ${wanted}`];
  });
}

/** The text with numbers as a policy has them: `1,234.5` in English and `1 234,5` in Polish are `1234.5`. */
function ungrouped(text: string, language: LanguageCode): string {
  return language === "pl"
    ? text.replace(/(?<=\d)\u00a0(?=\d{3}(?!\d))/g, "").replace(/(?<=\d),(?=\d)/g, ".")
    : text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
}

function standsIn(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const goesOn = /\d$/.test(wanted) && /^(\d|[.]\d)/.test(after);
    if (!/(\d|\d[.])$/.test(before) && !goesOn) return true;
  }
  return false;
}
