/** What the rhythm tells of itself, for logs and figures. Names are of closed sets; no company is a label. */
export interface RhythmReport {
  /** A timer was handled, this many milliseconds after its instant. */
  fired(kind: string, lateMs: number): void;
  /** A reaction took events. */
  reacted(reaction: string, events: number): void;
  /** A job was done. */
  worked(job: string): void;
  /** Something failed and is tried again. */
  failed(what: Failed, error: unknown): void;
  /** Something failed for good: an operator has to look. */
  parked(what: Failed, error: unknown): void;
  /** The rhythm itself does not get on; of an outage the first error. */
  stumbled(error: unknown): void;
}

/** What failed, without anything of its content. */
export interface Failed {
  readonly kind: 'timer' | 'job' | 'reaction';
  /** Kind of the timer, name of the job or of the reaction. */
  readonly name: string;
  readonly companyId: string;
  /** The timer's or job's subject, or the number of the event. */
  readonly subject: string | number;
  /** How often it has failed now. */
  readonly failures: number;
}

/** The kind of an error, to be kept: its code or its class, never its text, which may repeat what people wrote. */
export function failureOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { readonly code?: unknown; readonly name?: unknown };
  if (typeof code === 'string') return code.slice(0, 60);
  return typeof name === 'string' ? name.slice(0, 60) : typeof error;
}
