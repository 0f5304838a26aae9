import type { FileNode } from "../1-syntax/ast/file.ts";
import { lex } from "../1-syntax/lexer/lex.ts";
import {
  Colon,
  Comma,
  Divide,
  Dot,
  LeftBrace,
  LeftParenthesis,
  LineEnd,
  Minus,
  Plus,
  RightBrace,
  RightParenthesis,
  Semicolon,
} from "../1-syntax/lexer/vocabulary.ts";
import { sourceOf } from "../1-syntax/source.ts";
import { type Joints, jointsOf } from "./joints.ts";

export type PieceKind =
  | "word"
  | "comma"
  | "colon"
  | "dot"
  | "semicolon"
  | "sign"
  | "slash"
  | "{"
  | "}"
  | "("
  | ")"
  | "break"
  | "comment";

/** A token as it stands in the text, the end of a line, or a comment. */
export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A contract without mistakes, as its layout is worked out from: the tree, and every piece of the text. */
export interface Script {
  readonly ast: FileNode;
  readonly pieces: readonly Piece[];
  /** Offset to index of the piece that begins there. */
  readonly startingAt: ReadonlyMap<number, number>;
  /** Offset to index of the piece that ends there. */
  readonly endingAt: ReadonlyMap<number, number>;
  /** Index of each `{` to that of its `}`. */
  readonly closers: ReadonlyMap<number, number>;
  readonly joints: Joints;
}

const KINDS = new Map<unknown, PieceKind>([
  [Comma, "comma"],
  [Colon, "colon"],
  [Dot, "dot"],
  [Semicolon, "semicolon"],
  [Plus, "sign"],
  [Minus, "sign"],
  [Divide, "slash"],
  [LeftBrace, "{"],
  [RightBrace, "}"],
  [LeftParenthesis, "("],
  [RightParenthesis, ")"],
  [LineEnd, "break"],
]);

/** @param ast the tree of a text without mistakes */
export function scriptOf(ast: FileNode): Script {
  const { tokens, comments } = lex(sourceOf(ast.file, ast.text));
  const pieces: Piece[] = [
    ...tokens.map(({ tokenType, image, startOffset }) =>
      pieceOf(KINDS.get(tokenType) ?? "word", image, startOffset),
    ),
    ...comments.map(({ text, offset }) => pieceOf("comment", text, offset)),
  ].sort((a, b) => a.start - b.start);
  return {
    ast,
    pieces,
    startingAt: new Map(pieces.map(({ start }, index) => [start, index])),
    endingAt: new Map(pieces.map(({ end }, index) => [end, index])),
    closers: closersOf(pieces),
    joints: jointsOf(ast, pieces),
  };
}

function pieceOf(kind: PieceKind, text: string, start: number): Piece {
  return { kind, text, start, end: start + text.length };
}

function closersOf(pieces: readonly Piece[]): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  pieces.forEach(({ kind }, index) => {
    if (kind === "{") open.push(index);
    else if (kind === "}") closers.set(open.pop() ?? index, index);
  });
  return closers;
}

/** Whether a comment has its line to itself, but for separators that the layout leaves out. */
export function standsAlone(pieces: readonly Piece[], comment: number): boolean {
  for (let index = comment - 1; index >= 0; index--) {
    const kind = pieces[index]?.kind;
    if (kind === "break") return true;
    if (kind !== "semicolon" && kind !== "comma") return false;
  }
  return true;
}
