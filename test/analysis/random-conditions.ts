import fc from "fast-check";

/** Conditions over the small world, as text; all of them lie in what the analysis decides. */
const atom: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "asked",
    "visit",
    "reply",
    "size is present",
    "grade is missing",
    "last visit > last reply",
  ),
  fc.constantFrom(
    "source is web",
    "source is not fair",
    "source in (web, referral)",
    "grade is A",
    "grade is not B",
  ),
  fc
    .tuple(fc.constantFrom("<", "<=", ">", ">=", "=", "!="), fc.integer({ min: -1, max: 4 }))
    .map(([operator, value]) => `size ${operator} ${value}`),
  fc
    .tuple(fc.constantFrom("<", ">=", "="), fc.integer({ min: 0, max: 2 }))
    .map(([operator, value]) => `count of visit ${operator} ${value}`),
  fc.constantFrom(
    "count of reply (where tone is warm) >= 1",
    "count of reply (where tone is cold) = 0",
    "warm_replies >= 2",
    "first_cold",
    "reply.tone is warm",
    "first visit <= first reply",
  ),
);

/** An `and`, `or` or `not` of atoms, nested at most twice. */
export const condition: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 3, arbitrary: atom },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie("tree"), fc.constantFrom("and", "or"), tie("tree"))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    },
    { weight: 1, arbitrary: tie("tree").map((inner) => `not (${inner})`) },
  ),
})).tree;

/** A score over the small world. */
export const score: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(10, 5, 2.5, -5), condition), { minLength: 1, maxLength: 2 }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([lines, perField, perEvent]) =>
    [
      "score points {",
      ...lines.map(([points, when]) => `  ${points > 0 ? "+" : ""}${points} when ${when}`),
      ...(perField ? ["  +2 per size up to 4"] : []),
      ...(perEvent ? ["  +3 per visit up to 6"] : []),
      "}",
    ].join("\n"),
  );
