import type { Model } from "@entente/analysis";
import type { Joint } from "../joint/joint-model.ts";
import type { Version } from "../version.ts";

/** The two versions side by side. `joint` is null where they cannot be asked together. */
export interface Both {
  readonly base: Version;
  readonly head: Version;
  readonly baseModel: Model;
  readonly headModel: Model;
  readonly joint: Joint | null;
}
