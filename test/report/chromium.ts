import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** A Chromium of the machine: the one that `CHROMIUM` names, or Debian's; null where there is none. */
export const chromiumPath =
  [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  ) ?? null;

/** A headless browser with an empty profile that calls nobody. */
export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
