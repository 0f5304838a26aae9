import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** What is watched: single files, and all contracts in some folders. Absolute paths. */
export interface Watched {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** Calls back once something watched has changed; the result ends it. */
export type Watch = (watched: Watched, onChange: () => void) => () => void;

/** Editors write a file in several steps; within this time they count as one. Milliseconds. */
const settling = 60;

/**
 * Watches files by way of their folders, since most editors put a new file in the place of the old one. A folder that
 * cannot be watched is left out.
 */
export const watchFiles: Watch = ({ files, folders }, onChange) => {
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, settling);
  };
  const names = new Map<string, Set<string>>();
  for (const file of files) {
    names.set(dirname(file), (names.get(dirname(file)) ?? new Set()).add(basename(file)));
  }
  const watchers = [...new Set([...names.keys(), ...folders])].flatMap((folder) => {
    const wanted = (name: string): boolean =>
      names.get(folder)?.has(name) === true || (folders.includes(folder) && name.endsWith(".sla"));
    return watcherOf(folder, (name) => {
      if (name === null || wanted(name)) changed();
    });
  });
  return () => {
    clearTimeout(timer);
    for (const one of watchers) one.close();
  };
};

function watcherOf(folder: string, onEvent: (name: string | null) => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, (_event, name) => onEvent(name));
    return [watcher.on("error", () => onEvent(null))];
  } catch {
    return [];
  }
}
