import { analysisIds, promiseIds } from "@entente/analysis";
import { diagnosticIds } from "@entente/dsl";
import { nearest } from "@entente/ir";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { findingPage } from "../reporters/finding-page.ts";
import type { Colours } from "../terminal/colours.ts";
import { wrap } from "../terminal/layout.ts";
import { write } from "../terminal/write.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";

const WIDEST = 100;
const ids: readonly string[] = [...diagnosticIds, ...analysisIds, ...promiseIds];

/**
 * Prints the page of a kind of finding.
 *
 * @param id such as `check/unit-mismatch`; without its phase where that says enough
 * @throws InvocationError where there is no such finding
 */
export async function explainFinding(session: Session, id: string): Promise<ExitCode> {
  const page = pageOf(idOf(id));
  const columns = Math.min(WIDEST, session.frameStyle("out").columns);
  await write(session.io.stdout, rendered(page, columns, session.colours().out));
  return exitCode.fine;
}

function idOf(written: string): string {
  const found = ids.filter((id) => id === written || id.endsWith(`/${written}`));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const near = nearest(written, ids);
  const instead =
    near === undefined ? "an id stands in the brackets of `error[…]`" : `did you mean '${near}'?`;
  throw new InvocationError(`there is no finding '${written}'; ${instead}`);
}

function pageOf(id: string): string {
  const page = findingPage(id);
  if (page === null)
    throw new InputError(`${id}.md`, "the pages on findings are not part of this installation");
  return page;
}

/** A page for a terminal: headings without their marks, contracts indented, lines no longer than `columns`. */
function rendered(page: string, columns: number, colours: Colours): string {
  const blocks = page.split(/^(```(?:sla|csv)[\s\S]*?^```)$/m).map((block) => {
    const [, name = "", code] = /^```(?:sla|csv) ?(\S*)\n([\s\S]*)```$/.exec(block) ?? [];
    if (code === undefined) return prose(block, columns, colours);
    const title = name === "" ? [] : [colours.dim(`  # ${name}`)];
    const lines = code.trimEnd().split("\n");
    return [...title, ...lines.map((line) => (line === "" ? "" : `  ${line}`))].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}

/** Headings and paragraphs; the lines of a paragraph are broken anew. */
function prose(text: string, columns: number, colours: Colours): string {
  const paragraphs = text.trim().split(/\n{2,}/);
  return paragraphs
    .map((paragraph) => {
      const heading = /^#+ (.*)/.exec(paragraph)?.[1];
      if (heading !== undefined) return colours.bold(heading);
      return wrap(paragraph.replaceAll("\n", " "), columns).join("\n");
    })
    .join("\n\n");
}
