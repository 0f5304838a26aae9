/** A text that is hard to read, with its colours. */
export interface FaintText {
  readonly text: string;
  readonly ratio: number;
  readonly colour: string;
  readonly background: string;
}

export function faintTexts(least: number): FaintText[];
export function pageWidth(): number;
export function drawingNames(): string[][];
export function textsOutside(): string[];
export function printLook(): { readonly background: string; readonly figureBreaks: string };
