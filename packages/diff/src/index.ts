export {
  type ChangeQuestion,
  type ChangeRules,
  defaultChangeRules,
  judgeChanges,
  type Obstacle,
} from "./approval/judge-changes.ts";
export { parseTier, type Tier, tierWords } from "./approval/tier.ts";
export { CANONICAL_VERSION, canonical, canonicalText } from "./canonical/canonical.ts";
export { compare } from "./compare.ts";
export type { Change, Comparison, Effect, ElementKind, Place, Strictness } from "./comparison.ts";
export type { Json } from "./json.ts";
export { createReplay, type ReplayOptions, type ReplayTally } from "./replay/create-replay.ts";
export type {
  ChangedLead,
  Difference,
  FunnelChange,
  GoalChange,
  Move,
  Moves,
  Replay,
  ViolationChange,
  ViolationCount,
  WorthChange,
} from "./replay/replay.ts";
export { POINT } from "./replay/worth-count.ts";
