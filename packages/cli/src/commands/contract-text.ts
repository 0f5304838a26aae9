import { readFileSync } from "node:fs";

/** The text of a contract, or what keeps it from being read, in words that follow its name and a colon. */
export type ContractText = { readonly text: string } | { readonly problem: string };

const largest = 10_000_000;

/** Reads a file that should be a contract: UTF-8 text of at most ten million bytes. Never throws. */
export function readContractText(path: string): ContractText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { problem: whyUnreadable(error) };
  }
  if (bytes.length > largest)
    return { problem: `this file has ${bytes.length} bytes, more than any contract needs` };
  if (isUtf16(bytes)) return { problem: "this is UTF-16 text; save it as UTF-8" };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: `this is not a text file (a zero byte at offset ${nul})` };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problem: `this is not UTF-8 text (line ${lineOfFirstBadByte(bytes)}); save it as UTF-8` };
  }
  return isJson(text) ? { problem: whatJsonIs(text) } : { text };
}

/** No contract begins with a brace or a bracket that JSON could go on from. */
function isJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[)/.test(text);
}

function whatJsonIs(text: string): string {
  return text.includes('"irVersion"')
    ? "this is a compiled policy, which was checked when it was built; name the .sla file that it was built from"
    : "this is JSON, not the text of a contract; name an .sla file";
}

/** Why a file cannot be read, in words that follow its name and a colon. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "there is no such file";
    case "EISDIR":
      return "this is a folder; name a file in it";
    case "EACCES":
    case "EPERM":
      return "this file may not be read; check its permissions";
    default:
      return `reading failed (${error instanceof Error ? error.message : String(error)})`;
  }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function lineOfFirstBadByte(bytes: Buffer): number {
  const lossy = bytes.toString("utf8");
  const bad = lossy.indexOf("\ufffd");
  return lossy.slice(0, bad).split("\n").length;
}

/** Why a file cannot be written, in words that follow its name and a colon. */
export function whyUnwritable(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such folder to write it in";
    case "EISDIR":
      return "this is a folder; name a file in it";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "this file may not be written; check its permissions";
    case "ENOSPC":
    case "EDQUOT":
      return "there is no space left to write it; make room, and run the command again";
    default:
      return `writing failed (${error instanceof Error ? error.message : String(error)})`;
  }
}
