import type { EventType, Field, FieldType } from "@entente/ir";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPolicy, choiceOf, eventOf, fieldOf, fieldType } from "../testing/policy-builder.ts";
import { createLeadReader } from "./lead-reader.ts";
import { recordSchema } from "./record-schema.ts";
import { createRecordValidator, type RecordValidator } from "./record-validator.ts";

const sources: FieldType = {
  kind: "choice",
  values: [
    { name: "web", labels: ["Website", "Web, direct"] },
    { name: "WEB2", labels: ["7", "straße"] },
    { name: "展示会", labels: ["リード; B"] },
    { name: "open", labels: ["OPEN!"] },
    { name: "Open", labels: [] },
  ],
};
const types: readonly FieldType[] = [
  ...Object.values(fieldType),
  sources,
  { kind: "integer", minimum: "0", maximum: "3000000" },
  { kind: "integer", minimum: "-20", maximum: "-3" },
  { kind: "integer", minimum: "105", maximum: null },
  { kind: "number", minimum: "-0.25", maximum: "99.5" },
  { kind: "number", minimum: "0.305", maximum: null },
  { kind: "number", minimum: null, maximum: "1200.5" },
  { kind: "list", of: sources as Extract<FieldType, { kind: "choice" }> },
  { kind: "list", of: { kind: "integer", minimum: "5", maximum: "1500" } },
  { kind: "list", of: { kind: "money" } },
  { kind: "list", of: { kind: "date" } },
];

const spellings = [
  ..."|  |yes|NO|y|TRUE|1|0|-0|2|maybe|web| Website |wEbSiTe|Web, direct|WEB2|7|STRASSE|straße|Open|open|OPEN".split(
    "|",
  ),
  ..."展示会|リード; B|リード; B|web; Website;|;web|web,web2|web;7, x|web , WEB|;|,|; ;,".split("|"),
  ..."12|12.0|12.5|1,200|1,200.50|0,123|1.200,50|12,00|007|-7|+5|1e3|.5|5.|3000000|3000000.0|3,000,000|3,000,001".split(
    "|",
  ),
  ..."-3|-20|-20.0|-21|-2|105|104|104.99|99.5|99.50|99.51|-0.25|-0.26|-0.2499|0.305|0.3049|0.31|1200.5|1200.51|1,200.6".split(
    "|",
  ),
  ..."999999999999999|1000000000000000|0.1234567890123456789|99.500000000000000000001|5;6|5;1,200;|5,6|5;1,501|1,200".split(
    "|",
  ),
  ..."$1,200.50|$ 5|-$5|$-5|-$-5|- 5|5 USD|usd 5|EUR 5|5€|US$5|$5 USD|1200.555|1200.550|$1,2|$1; $2;|$1, $2|1,200 円".split(
    "|",
  ),
  ..."34%|34 %|34|%|34%%|2020-02-29|2021-02-29|1900-02-29|2000-02-29|2020-04-31|2020-13-01|0999-01-01|03/04/2020".split(
    "|",
  ),
  ..."2020-03-06 18:30|2020-03-06T18:30:05.123|2020-03-06T18:30:05.123456Z|2020-03-06 18:30:05 UTC|2020-03-06t18:30z".split(
    "|",
  ),
  ..."2020-03-06T18:30+0000|2020-03-06T18:30-05|2020-03-06T18:30+09:00|2020-03-06T24:00|2020-03-06T18:60|2020-03-06  18:30".split(
    "|",
  ),
  ..."2020-03-06T18:30+15:00|1583519400000|2020-03-06; 2021-01-01|2020-03-06,2021-01-01|handoff|Reject|rejekt".split(
    "|",
  ),
];
const jsonValues = [
  null,
  true,
  false,
  0,
  1,
  -0,
  7,
  12,
  12.5,
  19.99,
  1200.55,
  0.1 + 0.2,
  1e-7,
  1e300,
  1e15,
  -3,
  -20,
  -21,
];
const scalar = fc.oneof(
  fc.constantFrom(...spellings),
  fc.constantFrom(
    ...jsonValues,
    99.5,
    99.51,
    0.305,
    105,
    999_999_999_999.99,
    1e12,
    Number.MAX_SAFE_INTEGER + 1,
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.integer({ min: -2000, max: 4_000_000 }).map(String),
  fc.tuple(fc.integer({ min: -1300, max: 1300 }), fc.nat(9999)).map(([a, b]) => `${a}.${b}`),
  fc.double(),
);
const anyValue = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({}, [[]], [null, ""], { a: 1 }) },
);

/** Fields of every type under hostile names, some with columns, half of them required. */
const fields: Field[] = types.flatMap((type, index) => [
  fieldOf(`f${index}`, type, { column: index % 3 === 0 ? null : `Column ${index}` }),
]);
const hostile = ["constructor", "toString", "hasOwnProperty", "valueOf", "length"];
const events: EventType[] = [
  eventOf("handoff", [], { column: "MQL Date" }),
  eventOf("reject", [fieldOf("reason", choiceOf("no_budget", "duplicate"), { required: true })]),
  eventOf("won", [
    fieldOf("amount", fieldType.money, { column: "Amount" }),
    fieldOf("owner", choiceOf("a", "b")),
  ]),
];
const eventValue = fc.oneof(
  fc.record(
    {
      event: fc.oneof(fc.constantFrom("handoff", "REJECT", "won", " won "), scalar),
      at: fc.oneof(fc.constantFrom("2020-03-06 18:30", "2020-03-07T00:00Z"), scalar),
      recorded: fc.constantFrom("", null, "2020-03-06 18:30", "x"),
      owner: fc.constantFrom("a", "rep-1", 5, true, null),
      reason: fc.constantFrom("duplicate", "NO_BUDGET", "none", ""),
      amount: scalar,
      Amount: scalar,
    },
    { requiredKeys: [] },
  ),
  scalar,
);

const plan = [
  ...types.map((type, index) => ({ name: `type ${index} ${type.kind}`, fields: [fieldOf("x", type)] })),
  { name: "required", fields: [fieldOf("x", sources, { required: true, column: "X" })] },
  { name: "hostile names", fields: hostile.map((name) => fieldOf(name, fieldType.text, { required: true })) },
  {
    name: "a column that is another's name",
    fields: [
      fieldOf("x", fieldType.text, { column: "y" }),
      fieldOf("y", fieldType.integer, { required: true, column: "x" }),
    ],
  },
  {
    name: "a required field that nothing can fill",
    fields: [
      fieldOf("x", fieldType.text, { column: "y" }),
      fieldOf("y", fieldType.integer, { required: true }),
    ],
  },
  { name: "all", fields },
];

describe("the schema and the reader", () => {
  it.each(plan)("agree on every record: $name", async ({ fields }) => {
    const policy = buildPolicy({
      lead: { fields: [fieldOf("id", fieldType.text, { key: true }), ...fields] },
      events,
    });
    const reader = createLeadReader(policy);
    const validator = await createRecordValidator(policy);
    const keys = fields.flatMap(({ name, column }) => (column === null ? [name] : [name, column]));
    const record = fc
      .tuple(
        fc.dictionary(fc.constantFrom(...keys, "MQL Date", "__proto__", "other"), anyValue, { maxKeys: 4 }),
        fc.oneof(fc.constantFrom({}, { id: "" }), fc.constant({ id: "42" }), fc.constant({ id: 42 })),
        fc.option(fc.array(eventValue, { maxLength: 2 }), { nil: undefined }),
      )
      .map(
        ([values, id, nested]) => JSON.parse(JSON.stringify({ ...values, ...id, events: nested })) as unknown,
      );
    fc.assert(
      fc.property(record, (raw) => {
        expect(validator.validate(raw).valid).toBe(reader.readObject(raw).ok);
      }),
      { numRuns: 400 },
    );
  });
});

describe("the schema and the reader, value by value", () => {
  it.each(types.map((type, index) => ({ name: `${index} ${type.kind}`, type })))(
    "agree: $name",
    async ({ type }) => {
      const policy = buildPolicy({ lead: { fields: [fieldOf("id", fieldType.text), fieldOf("x", type)] } });
      const reader = createLeadReader(policy);
      const validator = await createRecordValidator(policy);
      const verdicts = [...spellings, ...jsonValues].map((x) => {
        const record = { id: "1", x };
        return { x, schema: validator.validate(record).valid, reader: reader.readObject(record).ok };
      });
      expect(verdicts.filter(({ schema, reader }) => schema !== reader)).toEqual([]);
    },
  );

  it("see both good and bad values of every type but text", () => {
    const reader = createLeadReader(
      buildPolicy({ lead: { fields: [fieldOf("id", fieldType.text), ...fields] } }),
    );
    for (const { name, type } of fields.filter(({ type }) => type.kind !== "text" && type.kind !== "list")) {
      const verdicts = spellings.map((x) => reader.readObject({ id: "1", [name]: x }).ok);
      expect(new Set(verdicts), type.kind).toEqual(new Set([true, false]));
    }
  });
});

describe("the record schema", () => {
  let validator: RecordValidator;
  const policy = buildPolicy({
    lead: {
      fields: [
        fieldOf("id", fieldType.text, { key: true }),
        fieldOf("budget", fieldType.money, { column: "Budget" }),
      ],
    },
    events,
  });
  beforeAll(async () => {
    validator = await createRecordValidator(policy);
  });

  it("is JSON: it survives a round trip", () => {
    const schema = recordSchema(policy);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it("states the dialect, what each field expects, and leaves room for other keys", () => {
    expect(recordSchema(policy)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      additionalProperties: true,
      properties: { Budget: { description: expect.stringContaining("money in USD") } },
    });
  });

  it.each([
    ["a lead alone", { id: "1" }, true],
    ["a decimal that binary division gets wrong", { id: "1", budget: 19.99 }, true],
    ["too many decimals", { id: "1", budget: 19.999 }, false],
    ["a field under both its names", { id: "1", budget: 1, Budget: 1 }, false],
    ["the other name blank", { id: "1", budget: 1, Budget: " " }, true],
    ["no id", {}, false],
    ["a list", [], false],
    [
      "an event without its required attribute",
      { id: "1", events: [{ event: "reject", at: "2020-01-01 00:00" }] },
      false,
    ],
    ["a timestamp column", { id: "1", "MQL Date": "2020-01-01 00:00" }, true],
  ])("judges %s", (_, record, valid) => {
    expect(validator.validate(record).valid).toBe(valid);
  });

  it("says where a record is wrong", () => {
    expect(validator.validate({ id: "1", budget: "lots" }).errors[0]?.path).toBe("/budget");
  });
});
