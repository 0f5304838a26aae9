import { describe, expect, it } from "vitest";
import { asPhrase } from "../../phrase/say.ts";
import { conditions } from "./conditions.ts";
import { conjunctive } from "./conjunctive.ts";

describe("a Japanese condition that goes on", () => {
  it.each([
    ["50以上である", "50以上であり"],
    ["記録されている", "記録されており"],
    ["記録されていない", "記録されておらず"],
    ["該当する", "該当し"],
    ["該当しない", "該当せず"],
    ["無効でない", "無効でなく"],
    ["「x」を含む", "「x」を含み"],
    ["「x」を含まない", "「x」を含まず"],
    ["「x」で始まる", "「x」で始まり"],
    ["「x」で終わる", "「x」で終わり"],
    ["「x」で終わらない", "「x」で終わらず"],
  ])("%s becomes %s", (plain, going) => {
    expect(conjunctive(asPhrase(plain))).toEqual(asPhrase(going));
  });

  it("stays as it is where it ends in a name", () => {
    const name = [{ type: "inlineCode", value: "対象である" }] as const;
    expect(conjunctive(name)).toEqual(name);
  });

  it("only the last of several ends the sentence", () => {
    const operands = ["Aである", "Bを含む", "Cでない"].map((text) => asPhrase(text));
    expect(conditions.all(operands)).toEqual(asPhrase("Aであり、かつ、Bを含み、かつ、Cでない"));
  });
});
