import type { Policy } from "@entente/ir";
import { documentOf, LANGUAGE_CODES, toHtml, toMarkdown } from "@entente/render";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy as randomPolicy } from "./random-policy.ts";
import { textOfHtml, textOfMarkdown } from "./shown-in.ts";

/** A policy whose authors' texts, or whose names, are all the same. */
function worded(policy: Policy, text: string, keys: ReadonlySet<string>): Policy {
  const replaced = JSON.stringify(policy, (key, value: unknown) =>
    typeof value === "string" && keys.has(key) ? text : value,
  );
  return JSON.parse(replaced) as Policy;
}

const TEXTS = new Set(["title", "because", "label", "text", "column"]);
/** Only a damaged policy holds such names: the language has none. */
const NAMES = new Set(["name", "event", "stage", "field", "attribute", "ladder", "commitment"]);
const [sample] = fc.sample(
  randomPolicy.filter(
    ({ agreement, commitments, ladders, events }) =>
      agreement.because !== null && commitments.length > 1 && ladders.length > 0 && events.length > 0,
  ),
  { numRuns: 1, seed: 20_200_102 },
);
if (sample === undefined) throw new Error("no sample");

const texts: readonly (readonly [string, string, string])[] = [
  ["a script", "<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["an image", '<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
  ["the end of an attribute", `"><b>x</b>`, `"><b>x</b>`],
  ["a cell's end", "a | b || c", "a | b || c"],
  ["backticks", "`code` ``` more", "`code` ``` more"],
  ["emphasis", "*not* __bold__ ~~struck~~", "*not* __bold__ ~~struck~~"],
  ["a link", "[here](javascript:alert(1)) ![x](y)", "[here](javascript:alert(1)) ![x](y)"],
  ["a heading", "# 1. Other terms", "# 1. Other terms"],
  ["a list", "- 90 days", "- 90 days"],
  ["entities", "&lt;b&gt; &amp; &#65;", "&lt;b&gt; &amp; &#65;"],
  ["line ends", "one\n\n## two\r\n| three |\u2028four", "one ## two | three | four"],
  ["text that turns around", "30 \u202e09\u202c days\u200b", "30 \ufffd09\ufffd days\ufffd"],
  ["half a character", "a\ud800b", "a\ufffdb"],
];

const TAGS =
  /^<\/?(!doctype|html|head|meta|title|style|body|main|h[1-4]|p|ul|li|a|strong|code|small|blockquote|div|table|thead|tbody|tr|t[hd])\b/i;

describe.each(LANGUAGE_CODES)("hostile words in %s", (language) => {
  it.each(texts)("%s stays text", (_, text, shown) => {
    const policy = worded(sample, text, TEXTS);
    const document = documentOf(policy, { language });
    const html = toHtml(document, { language });
    expect((html.match(/<[^>]*>/g) ?? []).filter((tag) => !TAGS.test(tag))).toEqual([]);
    expect(html).toContain(`<h1>${escaped(shown)}</h1>`);
    expect(textOfHtml(html)).toContain(shown);
    const markdown = toMarkdown(document);
    expect(textOfMarkdown(markdown)).toContain(shown);
    expect(headings(markdown)).toEqual(
      headings(toMarkdown(documentOf(worded(sample, "x", TEXTS), { language }))),
    );
  });

  it.each(texts)("%s in a name stays text", (_, text) => {
    const document = documentOf(worded(worded(sample, "x", TEXTS), text, NAMES), { language });
    const html = toHtml(document, { language });
    expect((html.match(/<[^>]*>/g) ?? []).filter((tag) => !TAGS.test(tag))).toEqual([]);
    const anchors = [...toMarkdown(document).matchAll(/(?<!\\)<[^>`]*>/g)].map(([tag]) => tag);
    expect(
      anchors.filter((tag) => !/^<(a id="[\p{L}\p{M}\p{Nd}_.-]+"|\/a)>$/u.test(tag) && !text.includes(tag)),
    ).toEqual([]);
  });
});

it("what means something in Markdown is escaped", () => {
  const lineOf = (text: string): string => {
    const policy = worded(sample, text, new Set(["title"]));
    return toMarkdown(documentOf(policy, { language: "en" })).split("\n")[0] ?? "";
  };
  expect(lineOf("<script>")).toBe("# \\<script>");
  expect(lineOf("*a* `b` ~~c~~ [d](e)")).toBe("# \\*a\\* \\`b\\` \\~\\~c\\~\\~ \\[d]\\(e)");
  expect(lineOf("costs $5,000 or $6")).toBe("# costs $5,000 or $6");
  expect(lineOf("$x$")).toBe("# $x\\$");
});

function headings(markdown: string): number {
  return markdown.split("\n").filter((line) => /^#{1,4} /.test(line)).length;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
}
