import type { Span } from "@entente/ir";
import { reportCheck } from "../diagnostics/check.ts";
import { type Fixes, rearranging } from "../diagnostics/fixes.ts";
import type { Checking } from "./checking.ts";

/** Reports every case that follows an `otherwise`: `isOtherwise` tells which of the cases close the table. */
export function checkOtherwiseLast<C extends { readonly span: Span }>(
  cases: readonly C[],
  isOtherwise: (item: C) => boolean,
  what: string,
  checking: Checking,
): void {
  const closing = cases.filter(isOtherwise);
  for (const item of closing) {
    if (item === cases.at(-1)) continue;
    const fixes = closing.length === 1 ? movingToTheEnd(item, cases, checking) : {};
    checking.diagnostics.push(reportCheck("check/otherwise-last", item.span, { what }, fixes));
  }
}

/** Each case behind it moves up by one place, so that what separates them stays where it is. */
function movingToTheEnd<C extends { readonly span: Span }>(
  item: C,
  cases: readonly C[],
  checking: Checking,
): Fixes {
  const spans = cases.slice(cases.indexOf(item)).map((moved) => moved.span);
  const texts = spans.map(checking.textAt);
  return {
    fixes: [rearranging("move `otherwise` to the end", spans, [...texts.slice(1), ...texts.slice(0, 1)])],
  };
}
