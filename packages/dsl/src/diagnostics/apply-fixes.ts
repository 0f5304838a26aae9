import type { Diagnostic, Fix } from "@entente/ir";

/** What became of texts that were mended. */
export interface Mended {
  /** The new text of every file that changed, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** The diagnostics whose fixes were applied. */
  readonly applied: readonly Diagnostic[];
}

/** The fix of a diagnostic that can be meant in one way only; null where there is none, or a choice. */
export function certainFix(diagnostic: Diagnostic): Fix | null {
  const [fix, ...others] = diagnostic.fixes ?? [];
  return fix === undefined || others.length > 0 ? null : fix;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies the certain fix of each diagnostic, in their order. A fix that touches what an earlier one changed is left
 * for another round: the diagnostics must be asked for anew, since every offset may have moved.
 *
 * @param texts by path, as the diagnostics' spans count in them
 */
export function applyFixes(diagnostics: readonly Diagnostic[], texts: ReadonlyMap<string, string>): Mended {
  const edits = new Map<string, Edit[]>();
  const applied: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const fix = certainFix(diagnostic);
    if (fix === null || !isFree(fix, edits)) continue;
    for (const { span, text } of fix.edits) {
      edits.set(span.file, [...(edits.get(span.file) ?? []), { start: span.start, end: span.end, text }]);
    }
    applied.push(diagnostic);
  }
  const changed = [...edits].map(([file, own]) => [file, edited(texts.get(file) ?? "", own)] as const);
  return { texts: new Map(changed), applied };
}

/** Whether no edit touches one that is there already, not even at its ends. */
function isFree(fix: Fix, taken: ReadonlyMap<string, readonly Edit[]>): boolean {
  return fix.edits.every(({ span }) =>
    (taken.get(span.file) ?? []).every((edit) => span.end < edit.start || edit.end < span.start),
  );
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, { start, end, text: put }) => result.slice(0, start) + put + result.slice(end), text);
}
