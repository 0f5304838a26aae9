import { describe } from "vitest";
import { check } from "./planted.ts";

describe("cases that overlap", () => {
  const overlap = (a: string, b: string) => [
    `overlap: \`${a}\` and \`${b}\` of \`k\` can hold for the same lead`,
  ];
  check(
    [
      {
        name: "numbers that share a stretch",
        text: "classify k {\n small when employees < 500\n large when employees >= 400\n none otherwise\n}",
        said: overlap("small", "large"),
        shows: { employees: 400 },
      },
      {
        name: "numbers that only touch",
        text: "classify k {\n small when employees < 500\n large when employees >= 500\n none otherwise\n}",
      },
      {
        name: "inclusive bounds that meet in one number",
        text: "classify k {\n a when fit between 0 and 50\n b when fit between 50 and 100\n none otherwise\n}",
        said: [...overlap("a", "b")],
        shows: { fit: 50 },
      },
      {
        name: "two fields that can both hold",
        text: "classify k {\n a when source is web\n b when asked\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { source: "web", asked: true },
      },
      {
        name: "cases of one field",
        text: "classify k {\n a when source is web\n b when source in (referral, fair)\n}",
      },
      {
        name: "money in cents",
        text: "classify k {\n a when budget <= $10,000\n b when budget > $9,999.99\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { budget: 10_000 },
      },
      {
        name: "money without a cent between",
        text: "classify k {\n a when budget < $10,000\n b when budget > $9,999.99\n none otherwise\n}",
      },
      {
        name: "dates",
        text: "classify k {\n a when since < 2020-01-02\n b when since > 2019-12-30\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "dates without a day between",
        text: "classify k {\n a when since < 2020-01-01\n b when since > 2019-12-31\n none otherwise\n}",
      },
      {
        name: "numbers with decimals",
        text: "classify k {\n a when rating < 3.5\n b when rating > 3.4\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "percentages",
        text: "classify k {\n a when discount <= 10%\n b when discount >= 10%\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { discount: 10 },
      },
      {
        name: "texts that are not equal",
        text: 'classify k {\n a when country is "US"\n b when country is "CA"\n none otherwise\n}',
      },
      {
        name: "a text that is none of some",
        text: 'classify k {\n a when country not in ("US", "CA")\n b when country is not "US"\n none otherwise\n}',
        said: overlap("a", "b"),
        shows: { country: "other" },
      },
      {
        name: "texts that are searched: a lead is found",
        text: 'classify k {\n a when email ends with "@x.com"\n b when email starts with "info"\n none otherwise\n}',
        said: overlap("a", "b"),
        shows: { email: "infox@x.com" },
      },
      {
        name: "lists",
        text: 'classify k {\n a when tags contains "hot"\n b when tags contains "new"\n none otherwise\n}',
        said: overlap("a", "b"),
        shows: { tags: ["hot", "new"] },
      },
      {
        name: "presence",
        text: "classify k {\n a when email is present\n b when country is missing\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "presence and absence",
        text: "classify k {\n a when email is present\n b when email is missing\n}",
      },
      {
        name: "counts of events",
        text: "classify k {\n a when count of contact >= 3\n b when count of contact (where channel is call) <= 1\n none otherwise\n}",
        said: overlap("a", "b"),
        events: ["contact", "contact", "contact"],
      },
      {
        name: "counts that exclude each other",
        text: "classify k {\n a when count of contact < 3\n b when count of contact (where channel is call) >= 3\n none otherwise\n}",
      },
      {
        name: "orders of events",
        text: "classify k {\n a when last reject > last contact\n b when first contact < first reject\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "orders that exclude each other",
        text: "classify k {\n a when first reject > last contact\n b when first contact > last reject\n none otherwise\n}",
      },
      {
        name: "an order with a fixed instant",
        text: "classify k {\n a when signed >= 2026-03-01 00:00\n b when signed < first handoff\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "instants without a millisecond between",
        text: "classify k {\n a when signed >= 2026-03-01 00:00\n b when signed < 2026-03-01 00:00\n none otherwise\n}",
      },
      {
        name: "a score with fields and events",
        text: "score s {\n +10 per contact up to 30\n +1 per fit up to 20\n}\nclassify k {\n a when s >= 45\n b when s < 50\n none otherwise\n}",
        said: [...overlap("a", "b")],
      },
      {
        name: "a score whose bounds part the cases",
        text: "score s {\n +10 per contact once per week up to 30\n fades 5 every week\n}\nclassify k {\n a when s >= 20\n b when s >= 10 and s < 20\n none otherwise\n}",
      },
      {
        name: "amounts below all bounds",
        text: "classify k {\n a when budget < $100\n b when budget < $50\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { budget: 49.99 },
      },
      {
        name: "a score without a cap, of an event",
        text: "score s {\n +1 per contact\n -3 when asked\n}\nclassify k {\n a when s >= 7\n b when asked\n none otherwise\n}",
        said: overlap("a", "b"),
        events: Array.from({ length: 10 }, () => "contact"),
      },
      {
        name: "a score without a cap, of a field",
        text: "score s {\n +2 per fit\n}\nclassify k {\n a when s >= 150\n b when s <= 150\n}",
        said: overlap("a", "b"),
        shows: { fit: 75 },
      },
      {
        name: "only by what both need",
        text: "classify k {\n a when grade is A or vip\n b when vip and source is web\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { vip: true, source: "web" },
      },
      {
        name: "another classification",
        text: "classify j, first match {\n x when asked\n y otherwise\n}\nclassify k {\n a when j is x\n b when asked and vip\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { asked: true, vip: true },
      },
      {
        name: "another classification that excludes",
        text: "classify j, first match {\n x when asked\n y otherwise\n}\nclassify k {\n a when j is y\n b when asked and vip\n none otherwise\n}",
      },
      {
        name: "arithmetic over fields: a lead is found",
        text: "classify k {\n a when fit * 2 > employees\n b when asked\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "thresholds of one number that is not taken apart",
        text: "classify k {\n a when budget * 3 > $100\n b when budget * 3 <= $100\n none otherwise\n}",
      },
    ],
    "overlap",
  );
});
