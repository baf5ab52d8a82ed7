import type { DemoCompany } from './demo-company.js';
import type { PastEvent } from './repairs.js';

/** Numbers a company's history in the order in which it was recorded, and begins the event log behind it. */
export function numberEvents({ rows, id, since }: DemoCompany, events: readonly PastEvent[]): void {
  const ordered = [...events].sort((a, b) => a.recordedMs - b.recordedMs);
  ordered.forEach(({ row, occurredMs, recordedMs }, i) =>
    rows.add('event', {
      ...row,
      seq: i + 1,
      occurred_at: new Date(occurredMs).toISOString(),
      recorded_at: new Date(recordedMs).toISOString(),
      silent: true,
    }),
  );
  const last = ordered.at(-1);
  rows.add('company_head', {
    company_id: id,
    epoch: 1,
    seq: ordered.length,
    last_recorded_at: last ? new Date(last.recordedMs).toISOString() : since,
  });
}
