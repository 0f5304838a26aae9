import { badRow, type InputRow, LONGEST_ROW } from "./input-row.ts";
import { pushValue } from "./json-lines.ts";

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;

const isSpace = (byte: number) => byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;

/**
 * The values of a JSON list, or JSON values one after the other, in batches, without holding the whole text. A
 * value that is not JSON is a bad row; those after it go on where their beginning can be found.
 */
export async function* jsonValues(text: AsyncIterable<Buffer>): AsyncGenerator<InputRow[]> {
  const cutter = new ValueCutter();
  for await (const chunk of text) {
    cutter.feed(chunk);
    yield cutter.take();
    if (cutter.lost) return;
  }
  cutter.finish();
  yield cutter.take();
}

/** Cuts JSON text into the values of its outermost list. It follows brackets and quotes only; JSON.parse judges. */
class ValueCutter {
  #rows: InputRow[] = [];
  #pieces: Buffer[] = [];
  #held = 0;
  #line = 1;
  #startLine = 1;
  /** Unknown until the first byte: a list, or a sequence of values. */
  #shape: "unknown" | "list" | "sequence" | "after" = "unknown";
  #depth = 0;
  #inText = false;
  #escaped = false;
  #inValue = false;
  /** Where a list stands: a value must come, may come or has come. */
  #expects: "first" | "value" | "comma" = "first";
  /** A value grew too long; what follows cannot be told apart from it. */
  lost = false;

  take(): InputRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  feed(chunk: Buffer): void {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) this.#line++;
      if (!this.#inValue) {
        if (this.#begins(byte)) {
          this.#inValue = true;
          this.#startLine = this.#line;
          start = at;
        } else continue;
      }
      if (this.#endsBefore(byte)) {
        this.#close(chunk.subarray(start, at));
        this.#begins(byte);
      } else if (this.#endsWith(byte)) {
        this.#close(chunk.subarray(start, at + 1));
      }
    }
    if (this.#inValue) this.#hold(chunk.subarray(start));
  }

  finish(): void {
    if (this.#inValue) {
      const whole = this.#shape === "sequence" && this.#depth === 0 && !this.#inText;
      if (whole || this.#shape === "after") this.#close(Buffer.alloc(0));
      else
        this.#bad(
          this.#startLine,
          "the file ends inside this value; its closing bracket or quote is missing",
        );
    } else if (this.#shape === "list") {
      this.#bad(this.#line, "the file ends before the list is closed; the file may be cut off");
    }
  }

  /** Whether a value begins with this byte, outside of values. */
  #begins(byte: number): boolean {
    if (isSpace(byte)) return false;
    if (this.#shape === "unknown") {
      this.#shape = byte === OPEN_LIST ? "list" : "sequence";
      return this.#shape === "sequence";
    }
    if (this.#shape === "list" && byte === COMMA) return this.#comma();
    if (this.#shape === "list" && byte === CLOSE_LIST) return this.#closeList();
    return true;
  }

  #comma(): false {
    if (this.#expects !== "comma")
      this.#rows.push(badRow(this.#line, "expected a value before this comma", ","));
    this.#expects = "value";
    return false;
  }

  #closeList(): false {
    if (this.#expects === "value")
      this.#rows.push(badRow(this.#line, "expected a value after the last comma", ","));
    this.#shape = "after";
    return false;
  }

  /** Whether the value ended before this byte: only a list's comma or end, or space after a bare word, does that. */
  #endsBefore(byte: number): boolean {
    if (this.#depth > 0 || this.#inText) return false;
    if (this.#shape === "list") return byte === COMMA || byte === CLOSE_LIST;
    return this.#shape === "sequence" && isSpace(byte);
  }

  /** Follows the byte inside the value, and tells whether it ends an object or list of a sequence. */
  #endsWith(byte: number): boolean {
    if (this.#inText) {
      this.#insideText(byte);
      return false;
    }
    if (byte === QUOTE) this.#inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.#depth++;
    else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && this.#depth > 0) {
      this.#depth--;
      return this.#depth === 0 && this.#shape === "sequence";
    }
    return false;
  }

  /** JSON text cannot hold a newline: where one stands the quote was not closed, and the next line starts afresh. */
  #insideText(byte: number): void {
    if (byte === NEWLINE) {
      this.#inText = false;
      this.#escaped = false;
    } else if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inText = false;
  }

  #hold(piece: Buffer): void {
    this.#held += piece.length;
    if (this.#held > LONGEST_ROW) {
      this.lost = true;
      const message = `expected at most ${LONGEST_ROW} bytes in a value, found more; the rest of the file was not read`;
      this.#bad(this.#startLine, message);
    } else this.#pieces.push(piece);
  }

  #close(piece: Buffer): void {
    this.#pieces.push(piece);
    const text = Buffer.concat(this.#pieces).toString("utf8");
    if (this.#shape === "after")
      this.#rows.push(badRow(this.#startLine, "expected nothing after the list", text));
    else pushValue(text, this.#startLine, this.#rows);
    this.#expects = "comma";
    this.#reset();
  }

  #bad(line: number, message: string): void {
    const raw = Buffer.concat(this.#pieces.slice(0, 4)).toString("utf8");
    this.#rows.push(badRow(line, message, raw));
    this.#reset();
  }

  #reset(): void {
    this.#pieces = [];
    this.#held = 0;
    this.#inValue = false;
    this.#depth = 0;
    this.#inText = false;
    this.#escaped = false;
  }
}
