import type { IToken } from "chevrotain";
import { EOF } from "chevrotain";
import { Block, LeftBrace, RightBrace, Separator, Text } from "../lexer/vocabulary.ts";

/** A token as a message names it. */
export function describe(token: IToken): string {
  switch (token.tokenType) {
    case EOF:
      return "the end of the clause";
    case Separator:
      return token.image === "" ? "the end of the line" : "`;`";
    case Block:
    case LeftBrace:
      return "`{`";
    case RightBrace:
      return "`}`";
    case Text:
      return "this text";
    default:
      return `\`${shortened(token.image.replaceAll("`", ""))}\``;
  }
}

function shortened(image: string): string {
  const characters = [...image];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : image;
}
