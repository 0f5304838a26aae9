import { isUtf8 } from "node:buffer";
import { InputError } from "./input-error.ts";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const NEWLINE = 0x0a;

/** What files begin with that are often mistaken for text. */
const signatures: readonly (readonly [number[], string])[] = [
  [[0xff, 0xfe], "this is UTF-16 text; save it as UTF-8"],
  [[0xfe, 0xff], "this is UTF-16 text; save it as UTF-8"],
  [[0x50, 0x4b, 0x03, 0x04], "this is a spreadsheet or a zip archive; export it as CSV"],
  [[0x1f, 0x8b], "this is compressed with gzip; unpack it first"],
];

/**
 * Passes UTF-8 text on in pieces that end between characters, without a byte order mark at the start.
 *
 * @param file the name of the file in messages
 * @throws InputError at the first byte that is not text, with its line and its offset in the file
 */
export async function* checkedText(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let position = { line: 1, offset: 0 };
  let begun = false;
  for await (const chunk of bytes) {
    let piece = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (!begun && piece.length < 4) {
      held = piece;
      continue;
    }
    if (!begun) {
      refuseSignature(file, piece);
      position = { line: 1, offset: bomLength(piece) };
      piece = piece.subarray(position.offset);
      begun = true;
    }
    const end = completeEnd(piece);
    const text = piece.subarray(0, end);
    refuseBinary(file, text, position);
    position = { line: position.line + countNewlines(text), offset: position.offset + end };
    held = piece.subarray(end);
    if (text.length > 0) yield text;
  }
  const rest = begun ? held : held.subarray(bomLength(held));
  refuseBinary(file, rest, position);
  if (rest.length > 0) yield rest;
}

function bomLength(piece: Buffer): number {
  return piece.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
}

function refuseSignature(file: string, piece: Buffer): void {
  for (const [signature, message] of signatures) {
    if (signature.every((byte, index) => piece[index] === byte)) throw new InputError(file, message);
  }
}

/** Where the last complete character ends: up to three bytes may be the beginning of one that goes on. */
function completeEnd(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) return piece.length;
    if (byte >= 0xf5) return piece.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? piece.length - back : piece.length;
    }
  }
  return piece.length;
}

function refuseBinary(file: string, text: Buffer, start: { line: number; offset: number }): void {
  const nul = text.indexOf(0);
  const valid = isUtf8(text);
  if (nul < 0 && valid) return;
  const invalid = valid ? text.length : firstInvalid(text);
  const at = nul < 0 ? invalid : Math.min(nul, invalid);
  const line = start.line + countNewlines(text.subarray(0, at));
  const where = `line ${line}, byte ${start.offset + at}`;
  const message =
    at === nul
      ? `this is not a text file (a zero byte on ${where}); export it as CSV or JSON`
      : `this is not UTF-8 text (byte 0x${(text[at] ?? 0).toString(16)} on ${where}); save it as UTF-8 ("CSV UTF-8" in a spreadsheet)`;
  throw new InputError(file, message);
}

/** Where the first character begins that is none. Prefixes are valid up to some length and invalid beyond it. */
function firstInvalid(text: Buffer): number {
  let valid = 0;
  let invalid = text.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const prefix = text.subarray(0, middle);
    if (isUtf8(prefix.subarray(0, completeEnd(prefix)))) valid = middle;
    else invalid = middle;
  }
  return completeEnd(text.subarray(0, valid));
}

function countNewlines(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
