export { type DocumentOptions, documentOf } from "./document-of.ts";
export { type HtmlOptions, toHtml } from "./html/to-html.ts";
export { toMarkdown } from "./markdown/to-markdown.ts";
export { LANGUAGE_CODES, type LanguageCode } from "./words/language.ts";
