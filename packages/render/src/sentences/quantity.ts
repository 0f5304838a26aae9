import type { Expression } from "@entente/ir";
import { asPhrase } from "../phrase/say.ts";
import { formatDecimal } from "../values/format-number.ts";
import type { Quantity } from "../words/value-words.ts";
import type { Draft } from "./draft.ts";
import { value } from "./expression.ts";

/** A number that an expression gives, in front of what it counts. */
export function quantity(draft: Draft, expression: Expression): Quantity {
  const exact =
    expression.kind === "literal" && expression.value.kind === "number" ? expression.value.value : null;
  return { said: value(draft, expression)("nominative"), exact };
}

/** An exact decimal in front of what it counts. */
export function decimalQuantity({ language }: Draft, decimal: string): Quantity {
  return { said: asPhrase(formatDecimal(language.locale, decimal)), exact: decimal };
}
