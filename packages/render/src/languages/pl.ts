import type { Language } from "../words/language.ts";
import { commitments } from "./pl/commitments.ts";
import { conditions } from "./pl/conditions.ts";
import { document } from "./pl/document.ts";
import { promises } from "./pl/promises.ts";
import { values } from "./pl/values.ts";

export const pl: Language = { tag: "pl", locale: "pl", values, conditions, commitments, promises, document };
