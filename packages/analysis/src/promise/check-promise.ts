import type { Analysis } from "../finding.ts";
import type { Model } from "../model.ts";
import { checkCadenceHours } from "./cadence-hours.ts";
import { checkDemand } from "./capacity.ts";
import { checkGoalRates } from "./goal-rates.ts";
import { checkGoalAmounts } from "./goals.ts";
import { checkMilestones } from "./milestones.ts";
import { streamsOf, unplanned } from "./streams.ts";

/** Does the sums that people would do before they sign: do the goals, the capacity and the cadences carry the quota? */
export function checkPromise(model: Model): Analysis {
  const streams = streamsOf(model.policy);
  return {
    findings: [
      ...checkGoalAmounts(model, streams),
      ...checkGoalRates(model, streams),
      ...checkDemand(streams),
      ...checkMilestones(model),
      ...checkCadenceHours(model, streams),
    ],
    notProved: unplanned(model.policy),
  };
}
