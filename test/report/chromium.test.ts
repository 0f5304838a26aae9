import { htmlReport } from "@entente/report";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, openBrowser } from "./chromium.ts";
import { drawingNames, faintTexts, pageWidth, printLook, textsOutside } from "./page-checks.js";
import { AT, CONTRACT, LEADS, lead, reportOn } from "./reported.ts";

const long = "a-name-without-any-break-".repeat(20);
const pages: Readonly<Record<string, string>> = {
  "a usual page": htmlReport(reportOn(CONTRACT, LEADS, AT)),
  "a page without leads": htmlReport(reportOn(CONTRACT, [], AT)),
  "a page with hostile names": htmlReport(
    reportOn(
      CONTRACT,
      [
        "<script>document.title='owned'</script>",
        '"><svg onload=alert(1)>',
        long,
        "\u202eשלום",
        "__proto__",
      ].map((name) => lead(name, name, ["handoff 2026-03-04T10:00"])),
      AT,
    ),
  ),
};
const modes = ["light", "dark"] as const;
const widths = [360, 768, 1280];

describe.skipIf(chromiumPath === null)("the page in Chromium (skipped where no chromium is found)", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromiumPath ?? "");
  });
  afterAll(() => browser.close());

  /** Opens a page and gathers what it complains of and what it asks the network for. */
  async function opened(
    html: string,
    options: BrowserContextOptions,
  ): Promise<{ readonly page: Page; readonly complaints: string[]; readonly requests: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    const requests: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => requests.push(request.url()));
    await page.setContent(html, { waitUntil: "load" });
    return { page, complaints, requests };
  }

  describe.each(Object.entries(pages))("%s", (_, html) => {
    it("complains of nothing, asks the network for nothing, and runs nothing", async () => {
      const { page, complaints, requests } = await opened(html, {});
      expect({ complaints, requests }).toEqual({ complaints: [], requests: [] });
      expect(await page.title()).toBe("Handoff <2026> & more: report");
      expect(await page.locator("script, svg [onload], img").count()).toBe(0);
      await page.context().close();
    });

    it.each(widths)("does not scroll sideways at %i pixels", async (width) => {
      const { page } = await opened(html, { viewport: { width, height: 800 } });
      for (const summary of await page.locator("summary").all()) await summary.click();
      expect(await page.evaluate(pageWidth)).toBe(width);
      await page.context().close();
    });

    it.each(modes)("can be read in %s: every text has a contrast of 4.5 or more", async (colorScheme) => {
      for (const width of [360, 1280]) {
        const { page } = await opened(html, { colorScheme, viewport: { width, height: 800 } });
        for (const summary of await page.locator("summary").all()) await summary.click();
        expect(await page.evaluate(faintTexts, 4.5)).toEqual([]);
        await page.context().close();
      }
    });
  });

  const html = pages["a usual page"] ?? "";

  it("shows each chart once, in the drawing for the room there is", async () => {
    for (const [width, room, other] of [
      [360, "narrow", "wide"],
      [1280, "wide", "narrow"],
    ] as const) {
      const { page } = await opened(html, { viewport: { width, height: 800 } });
      const figures = await page.locator("figure").count();
      expect(await page.locator(`.chart.${room} svg:visible`).count()).toBe(figures);
      expect(await page.locator(`.chart.${other} svg:visible`).count()).toBe(0);
      await page.context().close();
    }
  });

  it("tells every chart by its name to those who do not see it", async () => {
    const { page } = await opened(html, { viewport: { width: 1280, height: 800 } });
    const figures = await page.locator("figure").count();
    const names = await page.evaluate(drawingNames);
    expect(await page.getByRole("img").count()).toBe(figures);
    expect(names).toHaveLength(figures);
    expect(names.flat().filter((name) => name.length < 9)).toEqual([]);
    await page.context().close();
  });

  it("keeps the text of its charts within them", async () => {
    for (const width of [360, 1280]) {
      const { page } = await opened(html, { viewport: { width, height: 800 } });
      expect(await page.evaluate(textsOutside)).toEqual([]);
      await page.context().close();
    }
  });

  it("prints: light, without what only a screen can do, no chart cut in two", async () => {
    const { page } = await opened(html, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate(printLook)).toEqual({
      background: "rgb(255, 255, 255)",
      figureBreaks: "avoid",
    });
    expect(await page.locator("nav:visible, summary:visible").count()).toBe(0);
    expect(await page.evaluate(faintTexts, 4.5)).toEqual([]);
    const pdf = await page.pdf({ format: "A4", printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.length).toBeGreaterThan(20_000);
    await page.context().close();
  });
});
