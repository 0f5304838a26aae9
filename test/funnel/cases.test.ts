import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PAGE, page, reproduces } from "../../scripts/funnel-cases.ts";
import { figures } from "../../scripts/funnel-figures.ts";
import { hasShared, SHARED } from "../support/folders.ts";

const all = figures();

interface PublishedStep {
  readonly published: number | null;
  readonly reproduces: boolean | null;
}
interface PublishedCase {
  readonly id: string;
  readonly steps: readonly PublishedStep[];
}

describe("the page of published funnel sums", () => {
  it("says what the engine says today (node scripts/funnel-cases.ts)", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(page(all));
  });

  it("finds figures that are right, and figures that are wrong", () => {
    const right = all.filter(reproduces).length;
    expect({ right, wrong: all.length - right }).toEqual({ right: 41, wrong: 6 });
  });
});

describe.skipIf(!hasShared)("the collected cases", () => {
  const collected = hasShared
    ? (JSON.parse(readFileSync(join(SHARED, "cases", "funnel.json"), "utf8")) as PublishedCase[])
    : [];
  const withFigures = collected
    .map(({ id, steps }) => ({ id, steps: steps.filter(({ published }) => published !== null) }))
    .filter(({ steps }) => steps.length > 0);

  it.each(withFigures)("$id: every published figure is judged as it was", ({ id, steps }) => {
    const ours = all.filter((figure) => figure.id === id);
    expect(ours.map((figure) => [Number(figure.published), reproduces(figure)])).toEqual(
      steps.map((step) => [step.published, step.reproduces]),
    );
  });

  it("leave out none that has a figure", () => {
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(withFigures.map(({ id }) => id)));
  });
});
