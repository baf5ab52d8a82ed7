import { CHARGE_KINDS, type ChargeKind } from '../charge/charge-kind.js';
import { monthOf, nextMonthOf } from '../charge/charge-period.js';
import { addDays, dayNumber } from '../calendar/calendar-day.js';
import { HIGHEST_AMOUNT } from '../ledger/ledger-amount.js';
import { PAYMENT_METHODS, type PaymentMethod } from '../ledger/payment-method.js';
import type { BuildingRule, EstateRule, FileRules, UnitRule, ValueRule } from './import-mapping.js';
import { JsonReader } from './json-reader.js';
import {
  columnsOfPlace,
  columnsOfRules,
  columnsOfTexts,
  readBuilding,
  readDay,
  readEstate,
  readFileRules,
  readSource,
  readValues,
  template,
  type NamedColumn,
} from './mapping-parts.js';
import { RowRejection } from './reject-reason.js';
import { lineReader, MAX, orRejection, placeOf, referenceOf, valueOf, type NamedPlace } from './row-texts.js';
import type { RowValues, Template } from './template.js';
import { halfWidth, writtenDay, type DayRule } from './written-value.js';

/** What stands on an account at the start: something owed, or something paid ahead. */
export const BALANCE_KINDS = ['ARREARS', 'PREPAID'] as const;
export type BalanceKind = (typeof BALANCE_KINDS)[number];

/** How opening balances are read. */
export interface BalanceMapping {
  readonly source: string;
  readonly reference: Template;
  readonly file: FileRules;
  readonly estate: EstateRule;
  readonly building: BuildingRule | null;
  readonly unit: UnitRule;
  /** Reference of the payer as an import of people from this source had it; without it, who owns the unit that day. */
  readonly customer: Template | null;
  readonly is: ValueRule<BalanceKind>;
  readonly charge: ValueRule<ChargeKind>;
  readonly method: ValueRule<PaymentMethod>;
  readonly amount: { readonly column: string };
  /** A day of the month that something owed is for. */
  readonly month: DayRule | null;
  /** Its deadline; the last day of that month where none is written. */
  readonly due: DayRule | null;
  /** The day of the books on which they stand. */
  readonly openedOn: string;
}

/** A balance as a row describes it. */
export interface BalanceDraft extends NamedPlace {
  readonly reference: string;
  readonly customer: string | null;
  readonly is: BalanceKind;
  readonly kind: ChargeKind;
  readonly method: PaymentMethod;
  readonly amountMinor: number;
  readonly fromDay: string;
  readonly dueDay: string;
}

/**
 * Reads the mapping file of an import of opening balances.
 * @throws INVALID_INPUT with the path of the key that is wrong, missing or unknown
 */
export function readBalanceMapping(json: unknown): BalanceMapping {
  const all = new JsonReader(json, '').fields([
    ...(['source', 'reference', 'file', 'estate', 'building', 'unit', 'customer', 'is', 'charge', 'method'] as const),
    ...(['amount', 'month', 'due', 'openedOn'] as const),
  ]);
  const code = template(all.unit.fields(['code']).code);
  const openedOn = all.openedOn.text();
  dayNumber(openedOn, all.openedOn.path);
  return {
    source: readSource(all.source),
    reference: template(all.reference),
    file: readFileRules(all.file, false),
    estate: readEstate(all.estate),
    building: all.building.maybe(readBuilding),
    unit: { code, use: 'RESIDENTIAL', missing: 'REJECT', unknown: 'REJECT' },
    customer: all.customer.maybe((reader) => template(reader.fields(['reference']).reference)),
    is: readValues(all.is, BALANCE_KINDS),
    charge: readValues(all.charge, CHARGE_KINDS),
    method: all.method.absent
      ? { column: null, values: new Map(), otherwise: 'TRANSFER' }
      : readValues(all.method, PAYMENT_METHODS),
    amount: { column: all.amount.fields(['column']).column.text() },
    month: all.month.maybe(readDay),
    due: all.due.maybe(readDay),
    openedOn,
  };
}

/** The columns that a mapping of opening balances names. */
export const columnsOfBalances = (mapping: BalanceMapping): NamedColumn[] => [
  ...columnsOfTexts({ reference: mapping.reference, 'customer.reference': mapping.customer }),
  ...columnsOfPlace(mapping),
  ...columnsOfRules({
    ...{ is: mapping.is, charge: mapping.charge, method: mapping.method, amount: mapping.amount },
    ...{ month: mapping.month, due: mapping.due },
  }),
];

const AMOUNT = /^(?:[A-Z]{3}|[¥￥$])?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2})0*)?$/i;

/** A row as a balance, or why it is none. */
export const mapBalance = (mapping: BalanceMapping, value: RowValues): BalanceDraft | RowRejection =>
  orRejection(() => {
    const line = lineReader(value);
    const { openedOn } = mapping;
    const is = valueOf('is', mapping.is, value);
    const day = is === 'ARREARS' && mapping.month ? writtenDay('month', mapping.month, value) : null;
    const fromDay = monthOf(day ?? openedOn);
    if (fromDay > openedOn) throw new RowRejection('IMPOSSIBLE_TIME', 'month');
    const dueDay = (mapping.due && writtenDay('due', mapping.due, value)) ?? addDays(nextMonthOf(fromDay), -1);
    return {
      ...{ reference: referenceOf(mapping.reference, line), ...placeOf(mapping, line), is, fromDay, dueDay },
      customer: line('customer.reference', mapping.customer, MAX.reference) || null,
      kind: valueOf('charge', mapping.charge, value),
      method: valueOf('method', mapping.method, value),
      amountMinor: minorOf(value(mapping.amount.column)),
    };
  });

/** @throws RowRejection unless it is above zero and exact to the hundredth */
function minorOf(text: string): number {
  const [, whole, fraction = ''] = AMOUNT.exec(halfWidth(text)) ?? [];
  const minor = whole === undefined ? 0 : Number(whole.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
  if (minor <= 0 || minor > HIGHEST_AMOUNT) throw new RowRejection('UNREADABLE_NUMBER', 'amount');
  return minor;
}
