import { compile } from "@entente/dsl";
import { documentOf, type LanguageCode, toMarkdown } from "@entente/render";
import { describe, expect, it } from "vitest";

/** Only what the contract of one of everything does not have. */
const text = `agreement "Wording" {
  between marketing and sales
  effective 2026-01-01 to 2026-12-31
  time zone "UTC"
  currency USD
}
role lead_manager "Manager" of sales
lead { id text key;  n number optional;  created time }
event won
stage Lead                   when id is present  at created
stage Customer  after Lead   when won
define tight = not (n > 9 or n < 1) and n <= 5
define loose = not (n > 9) and n <= 5
ladder chase {
  at breach {
    notify owner
    escalate to owner
    return to owner
    assign "Look after it" to lead_manager
    assign "Call again" to owner
    assign "A team" to "fix it"
  }
}
funnel small { quota 1 Customer every month;  Lead to Customer 50%;  capacity 1 Lead per rep every month, 1 reps }
`;
const { policy, diagnostics } = compile({ entry: "wording.sla", text });

function written(language: LanguageCode): string {
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return toMarkdown(documentOf(policy, { language }));
}

describe("who is assigned to what", () => {
  it.each<[LanguageCode, readonly string[]]>([
    [
      "en",
      [
        "“Look after it” is assigned to Manager.",
        "“Call again” is assigned to the owner of the lead.",
        "“A team” is assigned to “fix it”.",
      ],
    ],
    [
      "pl",
      [
        "Powierzyć zadanie: „Look after it”; wykonawca: Manager.",
        "Powierzyć zadanie: „Call again”; wykonawca: opiekun leada.",
        "Powierzyć zadanie: „fix it”; wykonawca: „A team”.",
      ],
    ],
    [
      "ja",
      [
        "Managerに「Look after it」を割り当てる。",
        "リードの担当者に「Call again」を割り当てる。",
        "「A team」に「fix it」を割り当てる。",
      ],
    ],
    [
      "zh",
      [
        "指派 Manager 负责：“Look after it”。",
        "指派线索负责人负责：“Call again”。",
        "指派“A team”负责：“fix it”。",
      ],
    ],
  ])("in %s", (language, sentences) => {
    const markdown = written(language);
    for (const sentence of sentences) expect(markdown).toContain(`  - ${sentence}\n`);
  });
});

describe("how far a denial reaches", () => {
  it.each<[LanguageCode, string, string]>([
    [
      "en",
      "it is not so that (`n` is more than 9 or `n` is less than 1) and `n` is at most 5.",
      "it is not so that (`n` is more than 9) and `n` is at most 5.",
    ],
    [
      "pl",
      "nie jest tak, że (`n` wynosi więcej niż 9 lub `n` wynosi mniej niż 1) oraz `n` wynosi co najwyżej 5.",
      "nie jest tak, że (`n` wynosi więcej niż 9) oraz `n` wynosi co najwyżej 5.",
    ],
    [
      "ja",
      "「`n`が9を超えているか、または、`n`が1未満である」に該当せず、かつ、`n`が5以下である。",
      "「`n`が9を超えている」に該当せず、かつ、`n`が5以下である。",
    ],
    ["zh", "不符合“`n` 超过 9，或 `n` 少于 1”，且 `n` 不超过 5。", "不符合“`n` 超过 9”，且 `n` 不超过 5。"],
  ])("in %s", (language, ofSeveral, ofOne) => {
    const markdown = written(language);
    expect(markdown).toContain(ofSeveral);
    expect(markdown).toContain(ofOne);
  });
});

describe("one", () => {
  it("lead is not several in English", () => {
    const markdown = written("en");
    expect(markdown).toContain("Quota: 1 lead at stage `Customer` every month.");
    expect(markdown).toContain("each rep can work 1 lead at stage `Lead` every month; there is 1 rep.");
  });
});

it("Polish labels take names that are not inflected", () => {
  const markdown = written("pl");
  expect(markdown).toContain("  - Wysłać powiadomienie; adresat: opiekun leada.\n");
  expect(markdown).toContain("  - Eskalować sprawę; adresat: opiekun leada.\n");
  expect(markdown).toContain("  - Zwrócić leada; odbiorca: opiekun leada.\n");
});
