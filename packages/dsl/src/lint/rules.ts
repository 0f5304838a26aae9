import { aroundTheClock } from "./around-the-clock/rule.ts";
import { commitmentWithoutLadder } from "./commitment-without-ladder/rule.ts";
import { goalWithoutBecause } from "./goal-without-because/rule.ts";
import { lateWarning } from "./late-warning/rule.ts";
import { noTests } from "./no-tests/rule.ts";
import { oneSided } from "./one-sided/rule.ts";
import { openExcuse } from "./open-excuse/rule.ts";
import { reviewMissing } from "./review-missing/rule.ts";
import type { LintRule, RuleName } from "./rule.ts";
import { undatedAgreement } from "./undated-agreement/rule.ts";
import { unusedCalendar } from "./unused-calendar/rule.ts";
import { unusedDefine } from "./unused-define/rule.ts";
import { unusedEvent } from "./unused-event/rule.ts";
import { unusedLadder } from "./unused-ladder/rule.ts";
import { unusedRole } from "./unused-role/rule.ts";

/** Every rule, in the order in which they run: the agreement, its promises, then what stands there for nothing. */
export const rules: readonly LintRule[] = [
  undatedAgreement,
  reviewMissing,
  noTests,
  oneSided,
  openExcuse,
  lateWarning,
  aroundTheClock,
  commitmentWithoutLadder,
  goalWithoutBecause,
  unusedEvent,
  unusedDefine,
  unusedCalendar,
  unusedRole,
  unusedLadder,
];

/** The names that settings may have. */
export const ruleNames: readonly RuleName[] = rules.map((rule) => rule.name);
