import {
  columnsOfBalances,
  mapBalance,
  type BalanceDraft,
  type BalanceMapping,
} from '../../domain/import/balance-mapping.js';
import { importFile, type ImportCounts, type ImportOrder } from './import-file.js';
import type { ImportSubject } from './import-subject.js';
import { writeBalances } from './write-balances.js';
import type { ImportHouse } from './write-chunk.js';

const balanceImport = (mapping: BalanceMapping): ImportSubject<BalanceDraft> => ({
  file: mapping.file,
  columns: columnsOfBalances(mapping),
  creates: [],
  read: (value) => mapBalance(mapping, value),
  notes: () => [],
  write: (context, rows) => writeBalances(context, mapping, rows),
});

/**
 * Imports what was owed and paid ahead when the product began to keep the books. @rule R-FEE-01
 * @throws INVALID_INPUT when the file is not what the mapping describes
 */
export const importBalances = (
  house: ImportHouse,
  { mapping, ...order }: ImportOrder & { readonly mapping: BalanceMapping },
): Promise<ImportCounts> => importFile(house, balanceImport(mapping), order);
