import { htmlReport } from "@entente/report";
import { describe, expect, it } from "vitest";
import { AT, CONTRACT, LEADS, lead, reportOn } from "./reported.ts";

const page = htmlReport(reportOn(CONTRACT, LEADS, AT));

/** The words of a page, without its markup and style. */
function wordsOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x3C;|&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#x26;|&amp;/g, "&")
    .replace(/&#x22;|&quot;/g, '"')
    .replace(/\s+/g, " ");
}

describe("the page", () => {
  const words = wordsOf(page);
  const said: readonly (readonly [string, string])[] = [
    ["the agreement", "Handoff <2026> & more"],
    ["its instant", "As of Fri 20 Mar 2026, 12:00"],
    ["how far the term is", "day 79 of 365"],
    ["an additive goal with its pace", "5 of 10, Mar 2026 1.4 behind pace"],
    ["a sum of money", "$5,501 of $10,000, Mar 2026"],
    ["a share", "50% of 95%, Mar 2026"],
    ["what became of the promises", "50% of 6 times kept"],
    ["the violations", "3 of 6 promises that came due were missed (50%): 1 done late, 2 not done at all."],
    ["the owner of a violation", "anna 1 1"],
    ["a lead without an owner", "no owner"],
    ["a promise over many leads that was missed", "Missed in 1 of"],
    ["the conversion against the agreed rate", "agreed 50%"],
    ["a step that is due because of leads", "notify owner"],
    [
      "a step that is due because of a goal",
      "leads ○ step 2 of the ladder shared escalate to Chief marketing officer",
    ],
    ["the week's meetings", "09:00 weekly"],
    ["the rhythm of every day", "09:00 standup"],
    ["whom a role's label names", "Chief marketing officer"],
    ["the words of the contract", "sales must contact within 1 business hour of handoff"],
    ["a reward that is not earned", "not earned"],
    ["what could not be read", "7 leads were judged; 1 record could not be read"],
    ["what is still running", "1 promise is still running"],
  ];
  it.each(said)("says %s", (_, text) => {
    expect(words.includes(text), text).toBe(true);
  });

  it("is one file without scripts, links to elsewhere and anything to load", () => {
    expect(page).not.toMatch(
      /<script|<link|<img|<iframe|@import|url\((?!#)|\ssrc=|https?:\/\/(?!www\.w3\.org)/i,
    );
    expect(page.includes('http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;')).toBe(
      true,
    );
    expect([...page.matchAll(/href="([^"]*)"/g)].filter(([, href]) => !href?.startsWith("#"))).toEqual([]);
  });

  it("names every drawing, and has a table behind each figure", () => {
    const drawings = page.match(/<svg[^>]*>/g) ?? [];
    expect(drawings.length).toBeGreaterThan(10);
    for (const drawing of drawings)
      expect(drawing).toMatch(/role="img" aria-labelledby="[\w-]+" aria-describedby="[\w-]+"/);
    const figures = page.split("<figure").slice(1);
    for (const figure of figures) {
      expect(figure).toContain("<figcaption>");
      expect(figure).toContain("<details>");
      expect(figure.slice(0, figure.indexOf("</figure>"))).toContain("<table aria-label=");
    }
  });

  it("uses no id twice, and refers to none that is not there", () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [
      ...page.matchAll(/(?:aria-labelledby|aria-describedby|href|clip-path)="(?:url\()?#?([\w-]+)\)?"/g),
    ];
    expect(wanted.map(([, id]) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("has its headings in order", () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    // Within a section a figure's heading may follow the section's own: h4 after h2 only inside <figure>.
    expect(jumps.filter((level) => level !== 4)).toEqual([]);
  });

  it("is the same for the same data, byte for byte, also after other pages were drawn", () => {
    htmlReport(reportOn(CONTRACT, [], AT));
    expect(htmlReport(reportOn(CONTRACT, LEADS, AT))).toBe(page);
  });

  it("does not depend on the order of the leads", () => {
    expect(htmlReport(reportOn(CONTRACT, LEADS.toReversed(), AT))).toBe(page);
  });
});

describe("a page with nothing to show", () => {
  const bare = CONTRACT.split("\n")
    .filter(
      (line) =>
        !/^(goal|funnel|reward|meeting|review|commitment load|ladder shared|\s+(quota|deal|MQL to)|\}$)/.test(
          line,
        ) || line === "}",
    )
    .join("\n")
    .replace(/\n\}\ncommitment first_contact/, "\ncommitment first_contact");

  it("says so instead of drawing empty charts", () => {
    const words = wordsOf(htmlReport(reportOn(CONTRACT, [], AT)));
    for (const text of [
      "No lead has reached a stage within the term.",
      "No promise with a deadline has come due yet.",
      "No promise to a lead has come due yet.",
    ]) {
      expect(words).toContain(text);
    }
  });

  it("says that an agreement has no goals, no meetings and no ladder steps", () => {
    const page = htmlReport(reportOn(bare, [], AT));
    const words = wordsOf(page);
    for (const text of [
      "The agreement has no goals.",
      "No goal adds up day by day",
      "The agreement has no meetings and no reviews.",
      "No ladder step has fallen due.",
    ]) {
      expect(words).toContain(text);
    }
    expect(page).not.toContain("<svg");
  });

  it.each([
    ["before the term", "2025-12-01T12:00:00Z", "Nothing: the agreement begins on 1 Jan 2026."],
    ["after the term", "2027-02-01T12:00:00Z", "Nothing: the agreement ended on 31 Dec 2026."],
  ])("knows what to say %s", (_, at, text) => {
    expect(wordsOf(htmlReport(reportOn(CONTRACT, LEADS, Date.parse(at))))).toContain(text);
  });
});

describe("hostile names", () => {
  const names = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></svg></style><b>",
    "{b} {{y}} %s {a|x}",
    "a\u0000b\u001b[31mc\nd",
    "\u202ertl\u2066",
    "שלום",
    "long".repeat(2500),
    "__proto__",
    "constructor",
    "]]>--><!--",
  ];
  const leads = names.flatMap((name, index) => [
    lead(`${name}${index}`, name, ["handoff 2026-03-04T10:00"]),
    lead(`late ${name}${index}`, name, ["handoff 2026-03-04T10:00", "contact 2026-03-06T10:00"]),
  ]);
  const html = htmlReport(reportOn(CONTRACT, leads, AT));

  it("stay text", () => {
    expect(/<script|<img|<b>|<!--/.exec(html)).toBeNull();
    expect(wordsOf(html).includes("<script>alert(1)</script>")).toBe(true);
    expect(wordsOf(html).includes("שלום")).toBe(true);
    expect(wordsOf(html).includes("{b} {{y}} %s {a|x}")).toBe(true);
  });

  it("change nothing for anybody else", () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(Object)).toEqual([]);
  });

  it("are cut where they are long, and hide nothing", () => {
    expect(html.includes("long".repeat(40))).toBe(false);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
    expect(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/.exec(html)).toBeNull();
  });
});
