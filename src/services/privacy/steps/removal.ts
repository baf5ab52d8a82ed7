/**
 * Where the database keeps what identifies a customer, and what takes it away. `$1` company, `$2` customer, `$3` estate,
 * `$4` the text that stands for what is gone, `$5` the present instant, `$6` the telephone number where it is telling.
 * A statement that touches tickets returns them, so that boards hear of it.
 */
export interface Removal {
  readonly what: string;
  readonly text: string;
}
