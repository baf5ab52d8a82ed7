import type { Readable } from 'node:stream';

/** Where a command reads and writes: results on `out`, everything else on `err`. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The environment; absent, the process's own. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Prints a result: one JSON line where a script asks for it, else text for people. */
export function printResult(terminal: Terminal, json: boolean | undefined, result: object, text: string): void {
  terminal.out(json ? `${JSON.stringify(result)}\n` : `${text}\n`);
}
