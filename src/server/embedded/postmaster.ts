import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { readPostmasterFile } from './postmaster-file.js';
import { SURROUNDINGS } from './run-program.js';
import type { RunUser } from './run-user.js';
import { beginServerLog, serverLogTail } from './server-log.js';
import { shutDown } from './shut-down.js';
import { hasCode } from './has-code.js';

interface PostmasterOptions {
  postgres: string;
  args: string[];
  runAs: RunUser | undefined;
  cluster: string;
  port: number;
  superuserUrl: string;
  logFile: string;
  log: (message: string) => void;
}

const START_LIMIT_MS = 60_000;

/** The server process, a child of ours in a process group of its own, which the terminal's Ctrl-C does not reach. */
export class Postmaster {
  private stopping: Promise<void> | undefined;
  private failure: string | undefined;
  /** Resolves, with how, when the process has ended. */
  readonly ended: Promise<string>;
  private readonly endWithProgram = () => void this.child.kill('SIGINT');

  private constructor(
    private readonly child: ChildProcess,
    private readonly options: PostmasterOptions,
  ) {
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        this.failure = error.message;
        resolve(this.failure);
      });
      child.once('exit', (code, signal) => {
        this.failure ??= signal === null ? `it ended with code ${code ?? 'unknown'}` : `it was ended by ${signal}`;
        resolve(this.failure);
      });
    });
    // A program that ends without stop() asks the server to end too, and does not wait for it.
    process.once('exit', this.endWithProgram);
    void this.ended.then(() => process.off('exit', this.endWithProgram));
    child.unref();
  }

  /** Begins the process. It need not accept connections yet: `ready()` waits for that. */
  static async launch(options: PostmasterOptions): Promise<Postmaster> {
    const output = await beginServerLog(options.logFile);
    try {
      const child = spawn(options.postgres, options.args, {
        ...SURROUNDINGS,
        ...options.runAs,
        detached: true,
        stdio: ['ignore', output.fd, output.fd],
      });
      return new Postmaster(child, options);
    } finally {
      await output.close();
    }
  }

  get hasEnded(): boolean {
    return this.failure !== undefined;
  }

  /**
   * Resolves when the superuser can connect. When that does not come about within 60 s the process is stopped.
   * @throws EmbeddedPostgresError with the end of the server's log
   */
  async ready(): Promise<void> {
    const deadline = performance.now() + START_LIMIT_MS;
    for (;;) {
      const refusal = await this.tryToConnect();
      if (refusal === undefined) break;
      if (this.failure !== undefined) throw await this.startError(this.failure);
      if (performance.now() > deadline) return this.giveUp('it did not accept connections within 60 s');
      if (hasCode(refusal, '28P01') && (await this.ownsPort())) {
        return this.giveUp('it does not accept the superuser password of secrets.json');
      }
      await delay(25);
    }
    void this.ended.then((how) => {
      if (this.stopping === undefined) {
        this.options.log(`the embedded PostgreSQL stopped by itself: ${how}; see ${this.options.logFile}`);
      }
    });
  }

  /** Orderly stop; the second call waits for the first. */
  async stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    const { pid } = this.child;
    if (pid === undefined || this.hasEnded) return;
    this.child.ref();
    const ended = await shutDown(pid, async (milliseconds) => {
      const timer = new AbortController();
      await Promise.race([this.ended, delay(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
      return this.hasEnded;
    });
    if (!ended) throw new EmbeddedPostgresError(`PostgreSQL process ${pid} does not stop: end it by hand.`);
  }

  private async tryToConnect(): Promise<unknown> {
    const client = new pg.Client({
      connectionString: this.options.superuserUrl,
      ssl: false,
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return undefined;
    } catch (error) {
      return error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  /** Whether it is this process that listens, not a stranger that took the port first. */
  private async ownsPort(): Promise<boolean> {
    const file = await readPostmasterFile(this.options.cluster);
    return file?.pid === this.child.pid && file?.port === this.options.port;
  }

  private async giveUp(reason: string): Promise<never> {
    await this.stop();
    throw await this.startError(reason);
  }

  private async startError(reason: string): Promise<EmbeddedPostgresError> {
    const { cluster, logFile } = this.options;
    const tail = await serverLogTail(logFile);
    return new EmbeddedPostgresError(
      `PostgreSQL did not start on ${cluster}: ${reason}. The end of ${logFile}:\n${tail}`,
    );
  }
}
