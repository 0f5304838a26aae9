import { assertNever, type FieldType } from "@entente/ir";
import { booleanCodec } from "./boolean-codec.ts";
import { choiceCodec } from "./choice-codec.ts";
import type { Codec } from "./codec.ts";
import type { Currency } from "./currency.ts";
import { dateCodec } from "./date-codec.ts";
import { listCodec } from "./list-codec.ts";
import { moneyCodec } from "./money-codec.ts";
import { numberCodec } from "./number-codec.ts";
import { percentCodec } from "./percent-codec.ts";
import { textCodec } from "./text-codec.ts";
import { type ToInstant, timeCodec } from "./time-codec.ts";

/** What the agreement says about how data is to be read. */
export interface Setting {
  readonly currency: Currency;
  readonly toInstant: ToInstant;
}

/** How the values of a field's type are spelled in data. */
export function codecOf(type: FieldType, setting: Setting): Codec {
  switch (type.kind) {
    case "text":
      return textCodec;
    case "boolean":
      return booleanCodec;
    case "integer":
    case "number":
      return numberCodec(type.kind, type);
    case "percent":
      return percentCodec;
    case "money":
      return moneyCodec(setting.currency);
    case "date":
      return dateCodec;
    case "time":
      return timeCodec(setting.toInstant);
    case "choice":
      return choiceCodec(type.values);
    case "list":
      return listCodec(codecOf(type.of, setting));
    default:
      return assertNever(type);
  }
}
