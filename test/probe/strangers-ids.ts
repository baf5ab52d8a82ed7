import type { IdSource } from './probe-document.js';
import type { VictimIds } from './victims.js';

/** What arguments name that are not called after their table. */
const ALIASES: Readonly<Record<string, string>> = {
  technician: 'staff',
  head: 'staff',
  deputy: 'staff',
  absent: 'staff',
  group: 'estate_group',
  subject: 'ticket',
  leading_ticket: 'ticket',
  merged_into: 'ticket',
};

/**
 * Guesses what an argument names by its own name, else by the field's. `instead` gives the attacker's own id for some
 * tables, `turn` walks through a table's rows.
 */
export function strangersIds(
  ids: VictimIds,
  instead: Readonly<Record<string, string>>,
  turn: number,
  otherwise: string,
): IdSource {
  const tables = [...ids.keys()];
  return (name, field) => {
    const bare = name
      .replace(/Ids?$/, '')
      .replace(/([A-Z])/g, '_$1')
      .toLowerCase();
    const byName = ALIASES[bare] ?? bare;
    const table = tables.includes(byName)
      ? byName
      : (tables.find((t) => field.toLowerCase().includes(t.replaceAll('_', ''))) ?? 'ticket');
    const rows = ids.get(table) ?? [];
    return instead[table] ?? rows[turn % Math.max(1, rows.length)] ?? otherwise;
  };
}
