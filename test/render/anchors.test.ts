import type { Policy } from "@entente/ir";
import { documentOf, LANGUAGE_CODES, type LanguageCode, toHtml, toMarkdown } from "@entente/render";
import { describe, expect, it } from "vitest";
import { realContracts } from "./real-contracts.ts";

const contracts = realContracts();

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found = ""]) => found);

function page(policy: Policy, language: LanguageCode): { ids: string[]; links: string[] } {
  const html = toHtml(documentOf(policy, { language }), { language });
  return { ids: all(html, / id="([^"]*)"/g), links: all(html, / href="#([^"]*)"/g).map(decodeURIComponent) };
}

describe("references", () => {
  it.each(contracts)("of a page of %s lead to something, once", (_, policy) => {
    const { ids, links } = page(policy, "en");
    expect(ids).toEqual([...new Set(ids)]);
    expect(links.filter((link) => !ids.includes(link))).toEqual([]);
  });

  it.each(contracts)("of the Markdown of %s lead to something", (_, policy) => {
    const markdown = toMarkdown(documentOf(policy, { language: "ja" }));
    const anchors = all(markdown, /<a id="([^"]*)">/g);
    const links = all(markdown, /\]\(#([^)]*)\)/g).map(decodeURIComponent);
    expect(links.filter((link) => !anchors.includes(link))).toEqual([]);
  });

  it.each(contracts)("and numbers of %s are the same in every language", (_, policy) => {
    const shapes = LANGUAGE_CODES.map((language) => {
      const text = toMarkdown(documentOf(policy, { language }));
      const numbers = all(text, /^(?:#+ )?(?:<a id="[^"]*"><\/a>)?(\d+(?:\.\d+)*)[. （(]/gm);
      return { numbers, ids: page(policy, language).ids };
    });
    expect(shapes[0]?.numbers.length).toBeGreaterThan(14);
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });
});

it("a paragraph keeps its anchor and its number when something is added elsewhere", () => {
  const policy = contracts.find(([name]) => name.endsWith("company-a.sla"))?.[1];
  if (policy === undefined) throw new Error("the example is not there");
  const markdown = toMarkdown(documentOf({ ...policy, rewards: [], ladders: [] }, { language: "en" }));
  expect(markdown).toContain('<a id="goal-year"></a>5.6 `year`');
  expect(markdown).toContain('<a id="meeting-leadership"></a>9.1 `leadership`');
});
