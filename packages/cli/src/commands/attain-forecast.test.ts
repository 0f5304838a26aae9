import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());

/** Deals of $300, $400 and $500 in turn, one on each of the 17 working days of March 2026 that are over. */
const days = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24];
const events = days.map((day, index) => {
  const date = `2026-03-${String(day).padStart(2, "0")}`;
  return `1,won,${date} 10:00,$${300 + (index % 3) * 100}`;
});
desk.file("contract.sla", handoffContract);
desk.file(
  "leads.csv",
  "id,email,employees,source,wants_contact,owner,created\n1,a@example.com,60,web,yes,anna,2026-03-01 08:00\n",
);
desk.file("events.csv", `lead,event,at,amount\n1,handoff,2026-03-01 09:00,\n${events.join("\n")}\n`);

const attain = async (...more: string[]): Promise<string> => {
  const files = ["--leads", "leads.csv", "--events", "events.csv", "--at", "2026-03-25 00:00", "--quiet"];
  const { code, out } = await desk.sla(["attain", "contract.sla", "--goal", "revenue", ...files, ...more]);
  expect(code).toBe(0);
  return out;
};

interface Window {
  readonly status: string;
  readonly forecast: { readonly range80: { readonly low: string; readonly high: string } } | null;
}

async function windows(): Promise<readonly Window[]> {
  const { goals } = JSON.parse(await attain("--format", "json")) as {
    readonly goals: readonly { readonly windows: readonly Window[] }[];
  };
  return goals[0]?.windows ?? [];
}

describe("the forecast of a sum, in sla attain,", () => {
  it("stands in the table, for a person", async () => {
    // $6,700 are there, and five days bring $300 to $500 each.
    const range = /80% range {2}\$(8,[4-6]\d\d) to \$(8,[6-9]\d\d)\nchance {5}under 1%\n/u;
    expect(await attain()).toMatch(range);
  });

  it("stands in Markdown, CSV and JSON alike", async () => {
    const forecast = (await windows()).at(-1)?.forecast ?? null;
    expect(forecast).toMatchObject({
      kind: "forecast",
      method: "resampled days",
      covers: "window",
      reach: "0",
    });
    const { low, high } = forecast?.range80 ?? { low: "", high: "" };
    expect(Number(low)).toBeLessThan(Number(high));
    const [last] = (await attain("--format", "csv")).trimEnd().split("\r\n").slice(-1);
    expect(last?.endsWith(`,${low},${high},0`)).toBe(true);
    const words = (amount: string): string => `$${Number(amount).toLocaleString("en-US")}`;
    expect(await attain("--format", "markdown")).toContain(`| ${words(low)} to ${words(high)} | under 1% |`);
  });

  it("is null in JSON for a window that is settled", async () => {
    expect((await windows())[0]).toMatchObject({ status: "missed", forecast: null });
  });
});
