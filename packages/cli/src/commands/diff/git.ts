import { spawnSync } from "node:child_process";
import { InputError } from "../../input/input-error.ts";
import { printable } from "../../terminal/printable.ts";

const largest = 20_000_000;

/** What became of a git command. */
type Answer = { readonly ok: true; readonly out: Buffer } | { readonly ok: false; readonly why: string };

/** A revision of the repository that a folder lies in. */
export interface Revision {
  /** As the user wrote it. */
  readonly name: string;
  /** The commit it stands for, so that all reads are of one. */
  readonly commit: string;
  readonly cwd: string;
}

/**
 * The commit that a revision stands for.
 *
 * @param cwd a folder of the repository; paths that begin with `./` or `../` are relative to it
 * @throws InputError where there is no git, no repository or no such revision
 */
export function openRevision(name: string, cwd: string): Revision {
  const shown = printable(name);
  if (name === "" || name.startsWith("-")) throw new InputError(shown, "this is not a git revision");
  const answer = git(cwd, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`]);
  if (answer.ok) return { name, commit: answer.out.toString("utf8").trim(), cwd };
  if (answer.why.includes("not a git repository"))
    throw new InputError(shown, "this folder is not in a git repository, so it has no revisions");
  if (answer.why !== "") throw new InputError(shown, `git failed (${printable(answer.why)})`);
  throw new InputError(shown, "git knows no such revision; `git fetch` gets those of others");
}

/** What a path is in a revision; null where it is not there. */
export function kindAt(revision: Revision, path: string): "file" | "folder" | null {
  const answer = git(revision.cwd, ["cat-file", "-t", objectName(revision, path)]);
  if (!answer.ok) return null;
  return answer.out.toString("utf8").trim() === "tree" ? "folder" : "file";
}

/** The bytes of a file of a revision; null where it is not there. */
export function bytesAt(revision: Revision, path: string): Buffer | null {
  const answer = git(revision.cwd, ["cat-file", "blob", objectName(revision, path)]);
  return answer.ok ? answer.out : null;
}

/** The names of the files right in a folder of a revision. */
export function filesAt(revision: Revision, folder: string): readonly string[] {
  const answer = git(revision.cwd, ["ls-tree", "-z", objectName(revision, folder)]);
  if (!answer.ok) return [];
  return answer.out
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const [about = "", name = ""] = line.split("\t");
      return about.split(" ")[1] === "blob" ? [name] : [];
    });
}

function objectName({ commit }: Revision, path: string): string {
  return `${commit}:${path}`;
}

/** Runs git without a shell, in English. `why` is what it wrote on stderr. */
function git(cwd: string, args: readonly string[]): Answer {
  const env = { ...process.env, LC_ALL: "C", GIT_OPTIONAL_LOCKS: "0" };
  const { error, status, stdout, stderr } = spawnSync("git", args, { cwd, env, maxBuffer: largest });
  if (error !== undefined && "code" in error && error.code === "ENOENT")
    throw new InputError("git", "the program is not installed, and revisions are read with it");
  if (error !== undefined) return { ok: false, why: error.message };
  return status === 0 ? { ok: true, out: stdout } : { ok: false, why: stderr.toString("utf8").trim() };
}
