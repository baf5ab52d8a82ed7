import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));

const started: ChildProcess[] = [];

/** Another program on a data directory: a process of its own, which leads a process group as a terminal's job does. */
interface EmbeddingProcess {
  child: ChildProcess;
  pid: number;
  /** The next line that it prints. */
  line(): Promise<Record<string, unknown>>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

export function startEmbeddingProcess(dataDir: string, sourceRoot = resolve(HERE, '../../../src')): EmbeddingProcess {
  const child = spawn(
    process.execPath,
    ['--experimental-transform-types', '--no-warnings', join(HERE, 'embedding-program.mjs'), sourceRoot, dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'], detached: true },
  );
  started.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const { pid } = child;
  if (pid === undefined) throw new Error('The program did not start');
  return {
    child,
    pid,
    line: async () => {
      const next = await lines.next();
      if (next.done === true) throw new Error('The program ended without a word');
      return JSON.parse(next.value) as Record<string, unknown>;
    },
    kill: async (signal) => {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

/** Ends those that a failed test has left. */
export function endEmbeddingProcesses(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}
