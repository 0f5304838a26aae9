import { candidates, type Json, jsonValue, noDemand, type Witness } from "@entente/analysis";
import type { Both } from "../strictness/both.ts";
import { plainness } from "./difference.ts";
import type { Relevance } from "./relevance.ts";
import { judge, type Scenario, type Trial } from "./scenario.ts";
import type { Hit } from "./search.ts";

/** The smallest scenario that still differs as plainly: without each event and each field that it does not need. */
export function shrink(trial: Trial, relevance: Relevance, { scenario, level }: Hit): Witness {
  const differs = (one: Scenario): boolean => plainness(judge(trial, one), relevance) >= level;
  const kept = withFewerFields(withFewerEvents(scenario, differs), differs);
  return { lead: kept.lead, events: kept.events, at: kept.at, shows: shownOf(trial.both, kept, differs) };
}

function withFewerEvents(scenario: Scenario, differs: (one: Scenario) => boolean): Scenario {
  let kept = scenario;
  for (const row of scenario.events.toReversed()) {
    const fewer = { ...kept, events: kept.events.filter((other) => other !== row) };
    if (differs(fewer)) kept = fewer;
  }
  return kept;
}

function withFewerFields(scenario: Scenario, differs: (one: Scenario) => boolean): Scenario {
  let kept = scenario;
  for (const name of Object.keys(scenario.lead)) {
    const { [name]: _, ...lead } = kept.lead;
    if (differs({ ...kept, lead })) kept = { ...kept, lead };
  }
  return kept;
}

/** The fields that decide: an optional one that is needed, and any other if with another value there the versions agree. */
function shownOf(
  { baseModel }: Both,
  scenario: Scenario,
  differs: (one: Scenario) => boolean,
): Readonly<Record<string, Json>> {
  const { policy, digits } = baseModel;
  return Object.fromEntries(
    Object.entries(scenario.lead).filter(([name]) => {
      const field = policy.lead.fields.find((one) => one.name === name);
      if (field === undefined) return true;
      if (field.key) return false;
      if (!field.required) return true;
      const others = candidates(baseModel, field.type, noDemand).map((value) =>
        jsonValue(field.type, value, digits),
      );
      return !others.every((value) => differs({ ...scenario, lead: { ...scenario.lead, [name]: value } }));
    }),
  );
}
