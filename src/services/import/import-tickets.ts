import type { ImportMapping } from '../../domain/import/import-mapping.js';
import { mapRow, type TicketDraft } from '../../domain/import/map-row.js';
import { columnsOfTickets } from '../../domain/import/read-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writeTickets } from './write-tickets.js';

/** Tickets of another system, as history. */
const ticketImport = (mapping: ImportMapping): ImportSubject<TicketDraft> => ({
  file: mapping.file,
  columns: columnsOfTickets(mapping),
  creates: ['estates', 'buildings', 'units'],
  read: (value, now) => mapRow(mapping, value, now),
  notes: (draft) => draft.times.flags,
  write: (context, rows) => writeTickets(context, mapping, rows),
});

/**
 * Imports the tickets of a file.
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importTickets = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: ImportMapping },
): Promise<ImportCounts> => importFile(house, ticketImport(mapping), order);
