import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The built program as a process of its own. */
export interface RunningProgram {
  readonly child: ChildProcess;
  /** All that it has written so far, both streams. */
  output(): string;
  /** Resolves when the output matches; with the match. @throws Error with the output when it ends before */
  says(form: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts `npm start`'s program with this environment and nothing else of ours. */
export function startProgramProcess(environment: Readonly<Record<string, string>>): RunningProgram {
  const child = spawn(process.execPath, [resolve('dist/src/main.js')], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const looking = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      text += String(data);
      for (const look of looking) look();
    });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    output: () => text,
    ended,
    says: (form) =>
      new Promise((found, reject) => {
        const look = (): void => {
          const match = form.exec(text);
          if (!match) return;
          looking.delete(look);
          found(match);
        };
        looking.add(look);
        look();
        void ended.then(() => reject(new Error(`The program ended: ${text}`)));
      }),
  };
}
