import { type Codec, Rejected } from "./codec.ts";

const spellings = new Map([
  ["yes", true],
  ["true", true],
  ["y", true],
  ["1", true],
  ["no", false],
  ["false", false],
  ["n", false],
  ["0", false],
]);

/** Yes or no: `yes`, `true`, `y`, `1` and `no`, `false`, `n`, `0` in any case; true, false, 1 and 0 in JSON. */
export const booleanCodec: Codec = {
  expected: "yes or no",
  fromText: (text) => spellings.get(text.toLowerCase()) ?? new Rejected("write yes, no, true, false, 1 or 0"),
  fromJson(json) {
    if (typeof json === "boolean") return json;
    return json === 1 || json === 0 ? json === 1 : new Rejected("write true or false");
  },
  pattern: () => "[Yy][Ee][Ss]|[Tt][Rr][Uu][Ee]|[Yy]|1|[Nn][Oo]|[Ff][Aa][Ll][Ss][Ee]|[Nn]|0",
  jsonSchemas: [{ type: "boolean" }, { enum: [0, 1] }],
  separators: ";,",
};
