import { en } from "./languages/en.ts";
import { ja } from "./languages/ja.ts";
import { pl } from "./languages/pl.ts";
import { zh } from "./languages/zh.ts";
import type { Language, LanguageCode } from "./words/language.ts";

/** Every language that a document can be written in. */
export const languages: Readonly<Record<LanguageCode, Language>> = { en, ja, zh, pl };
