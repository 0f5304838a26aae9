import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { createCalendar } from "@entente/engine";
import { beforeAll, describe, expect, it } from "vitest";
import { isoTimes } from "../../examples/boston-311/iso-times.ts";
import { SHARED } from "../support/folders.ts";
import { sla } from "../support/sla.ts";

const data = join(SHARED, "data/boston311");
const example = join(import.meta.dirname, "../../examples/boston-311");

const MINUTE = 60_000;
/** A zone's wall clock, needed here for nothing but the city's own times. */
const cityHall = createCalendar({
  timeZone: "America/New_York",
  hours: Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [["08:30", "17:00"]]])),
  closed: ["2015-05-25", "2015-09-07"],
  from: "2015-01-01",
  to: "2016-12-31",
});

/** What the city's system wrote about a request, and what `sla run` says of it. Instants are epoch milliseconds. */
interface Request {
  readonly id: string;
  readonly target: number;
  readonly isClosed: boolean;
  readonly onTime: boolean;
  readonly due: number;
  readonly status: string;
}

async function judge(file: string): Promise<readonly Request[]> {
  const csv = (await Readable.from(isoTimes(createReadStream(join(data, file)))).toArray()).join("");
  const options = ["--leads", "-", "--at", "2016-01-13 00:00", "--format", "jsonl"];
  const run = await sla(example, ["run", "boston-311.sla", ...options], csv);
  expect([run.code, run.stderr.trim().split("\n")]).toEqual([0, [expect.stringMatching(/^as of /)]]);
  const [header = "", ...rows] = csv.trimEnd().split("\n");
  const column = (row: string, name: string) => row.split(",")[header.split(",").indexOf(name)] ?? "";
  const verdicts = run.stdout.trimEnd().split("\n");
  expect(verdicts).toHaveLength(rows.length);
  return verdicts.map((line, index) => {
    const { lead, clocks } = JSON.parse(line) as Verdict;
    const row = rows[index] ?? "";
    const [clock, ...others] = clocks;
    expect([lead, others]).toEqual([column(row, "CASE_ENQUIRY_ID"), []]);
    return {
      id: lead,
      target: wall(column(row, "TARGET_DT")),
      isClosed: column(row, "CLOSED_DT") !== "",
      onTime: column(row, "OnTime_Status") === "ONTIME",
      due: Date.parse(clock?.due ?? ""),
      status: clock?.status ?? "",
    };
  });
}

interface Verdict {
  readonly lead: string;
  readonly clocks: readonly { readonly status: string; readonly due: string }[];
}

function wall(local: string): number {
  return cityHall.zone.toInstant(Date.parse(`${local}Z`));
}

/** The statuses that say what the city's ONTIME and OVERDUE say. */
function expectedStatuses({ isClosed, onTime }: Request): readonly string[] {
  if (isClosed) return onTime ? ["met"] : ["late"];
  return onTime ? ["running"] : ["breached"];
}

/**
 * The three requests whose deadline the contract does not give. Each deadline is 10 business days from an instant after
 * the opening: the city's system gave the clock a new start, and the file does not say why.
 */
const restarted = [
  {
    id: "101001321445",
    opened: "2015-03-02T13:40:29",
    restart: "2015-03-19T08:30:00",
    note: "opened on 2 March; the deadline counts from outside hours before the opening of 19 March",
  },
  {
    id: "101001373533",
    opened: "2015-05-08T14:26:00",
    restart: "2015-05-16T08:11:23",
    note: "the deadline counts from Saturday 16 May, the day on which the request was closed",
  },
  {
    id: "101001530145",
    opened: "2015-08-25T15:14:00",
    restart: "2015-08-28T15:14:00",
    note: "the deadline lies 13 business days after the opening, as 10 from three days later would",
  },
];

const files = [
  { file: "building_inspection_2015.csv", requests: 4961, days: 3, exceptions: [] },
  {
    file: "general_comments_2015.csv",
    requests: 4840,
    days: 10,
    exceptions: restarted.map(({ id }) => id),
  },
];

describe.skipIf(!existsSync(data))("a city's own deadlines (skipped where ../shared is absent)", () => {
  describe.each(files)("$file, $days business days", ({ file, requests, exceptions }) => {
    let judged: readonly Request[] = [];
    beforeAll(async () => {
      judged = await judge(file);
    });

    it(`has the city's deadline, within a minute, for all of ${requests} but ${exceptions.length}`, () => {
      const different = judged.filter(({ due, target }) => !(Math.abs(due - target) <= MINUTE));
      expect(judged).toHaveLength(requests);
      expect(different.map(({ id }) => id)).toEqual(exceptions);
    });

    it("has the city's verdict for every request, closed or open", () => {
      const different = judged.filter((request) => !expectedStatuses(request).includes(request.status));
      expect(different).toEqual([]);
    });
  });

  it.each(restarted)("explains $id: $note", async ({ id, opened, restart }) => {
    const request = (await judge("general_comments_2015.csv")).find((one) => one.id === id);
    expect(cityHall.addWorkingDays(wall(opened), 10)).toBe(request?.due);
    expect(cityHall.addWorkingDays(wall(restart), 10)).toBe(request?.target);
  });
});
