import { columnsOfMeters, mapMeter, type MeterDraft, type MeterMapping } from '../../domain/import/meter-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import type { ImportHouse } from './write-chunk.js';
import { writeMeters } from './write-meters.js';

const meterImport = (mapping: MeterMapping): ImportSubject<MeterDraft> => ({
  file: mapping.file,
  columns: columnsOfMeters(mapping),
  creates: [],
  read: (value) => mapMeter(mapping, value),
  notes: () => [],
  write: (context, rows) => writeMeters(context, mapping, rows),
});

/**
 * Imports meters of units and common parts, with what they showed when counting begins. @rule R-FEE-07 @rule R-MIN-06
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importMeters = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: MeterMapping },
): Promise<ImportCounts> => importFile(house, meterImport(mapping), order);
