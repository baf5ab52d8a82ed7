import type { Readable } from 'node:stream';
import type pg from 'pg';

/** Bytes after which a part is handed on. */
const PART_BYTES = 4 << 20;

interface Wire {
  readonly stream: Readable;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** What `pg` asks of anything that it sends and hears answers for. */
class Copy implements pg.Submittable {
  readonly done: Promise<number>;
  #rows = 0;
  #failure: Error | undefined;
  #resolve: (rows: number) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(
    private readonly text: string,
    private readonly onData: (chunk: Buffer, wire: Wire) => void,
    private readonly onReady: (wire: Wire) => void,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: pg.Connection): void {
    (connection as unknown as Wire).query(this.text);
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }, connection: Wire): void {
    this.onData(chunk, connection);
  }

  handleCopyInResponse(connection: Wire): void {
    this.onReady(connection);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows = Number(/^COPY (\d+)$/.exec(text)?.[1] ?? 0);
  }

  /** A lost connection never gets ready again. */
  handleError(error: Error): void {
    this.#failure = error;
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failure) this.#resolve(this.#rows);
  }
}

/**
 * Runs `COPY … TO STDOUT` and hands the rows on in parts of whole rows; the server waits while a part is being taken.
 * @returns how many rows there were
 */
export async function copyOut(client: pg.Client, text: string, take: (part: Buffer) => Promise<void>): Promise<number> {
  let chunks: Buffer[] = [];
  let bytes = 0;
  let taking = Promise.resolve();
  const handOn = (): void => {
    const part = Buffer.concat(chunks);
    chunks = [];
    bytes = 0;
    taking = taking.then(() => take(part));
    taking.catch(() => undefined);
  };
  const copy = new Copy(
    text,
    (chunk, { stream }) => {
      chunks.push(Buffer.from(chunk));
      bytes += chunk.length;
      if (bytes < PART_BYTES) return;
      stream.pause();
      handOn();
      void taking.finally(() => stream.resume()).catch(() => undefined);
    },
    () => undefined,
  );
  client.query(copy);
  const rows = await copy.done;
  if (bytes > 0) handOn();
  await taking;
  return rows;
}

/**
 * Runs `COPY … FROM STDIN` with one part.
 * @returns how many rows were taken
 */
export async function copyIn(client: pg.Client, text: string, part: Buffer): Promise<number> {
  const copy = new Copy(
    text,
    () => undefined,
    (wire) => {
      wire.sendCopyFromChunk(part);
      wire.endCopyFrom();
    },
  );
  client.query(copy);
  return copy.done;
}
