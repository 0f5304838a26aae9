export type Loop = (call: (index: number) => number, calls: number, inputs: number) => void;

/** Where the answers are added up, so that no call can be left out: a local number would be boxed whenever its type is in doubt. */
const sum = new Float64Array(1);

/** Makes so many calls, for one input after the other. */
export const loop: Loop = (call, calls, inputs) => {
  let index = 0;
  for (let done = 0; done < calls; done += 1) {
    sum[0] = (sum[0] as number) + call(index);
    index = index + 1 === inputs ? 0 : index + 1;
  }
};
