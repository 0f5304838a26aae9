export { analyse } from "./analyse.ts";
export type { Analysis, Finding, NotProved, Witness } from "./finding.ts";
export type { Json } from "./witness/json-value.ts";
