import { dayAt, dayText } from '../../domain/demo/demo-days.js';
import { writeNumber } from '../../domain/numbering/number-format.js';
import type { NumberSubject } from '../../domain/numbering/number-subject.js';
import { seriesFor } from '../numbering/steps/number-row.js';
import type { DemoCompany, DemoEstate } from './demo-company.js';
import type { Row } from './demo-rows.js';

/** The numbers of an estate's past, drawn in the order in which things happened. */
export class DemoNumbers {
  readonly #drawn = new Map<string, number>();

  constructor(
    private readonly company: DemoCompany,
    private readonly estate: DemoEstate,
  ) {}

  /** The next number of a subject at an instant, as the columns of its row. */
  next(subject: NumberSubject, atMs: number): Row {
    const { id, plan } = this.estate;
    const numbered = { subject, estate: { id, code: plan.code }, day: dayText(dayAt(atMs)) };
    const { series, frame } = seriesFor([], numbered);
    const serial = (this.#drawn.get(series) ?? 0) + 1;
    this.#drawn.set(series, serial);
    return { number: writeNumber(frame, serial), number_series: series, number_serial: serial };
  }

  /** Leaves the counters where they stand: the next number drawn by anybody is the next one. */
  leaveCounters(): void {
    for (const [series, value] of this.#drawn)
      this.company.rows.add('counter', { company_id: this.company.id, estate_id: this.estate.id, series, value });
  }
}
