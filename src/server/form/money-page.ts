import type { FormLanguage } from '../../domain/form/form-key.js';
import { addDays } from '../../domain/calendar/calendar-day.js';
import { amountOf, type Currency } from '../../domain/money/money.js';
import { maskName } from '../../domain/people/mask-name.js';
import { companyById } from '../../loaders/company/company-by-id.js';
import { customerById } from '../../loaders/people/customer-by-id.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { buildingById } from '../../loaders/place/building-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { unitById } from '../../loaders/place/unit-by-id.js';
import { readsWhole } from '../../resolvers/people/whole-person.js';
import { may } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { MONEY_WORDS_EN } from './money-words-en.js';
import { MONEY_WORDS_ZH } from './money-words-zh.js';
import type { MoneyWords } from './money-words.js';

const WORDS: Readonly<Record<FormLanguage, MoneyWords>> = { ZH_CN: MONEY_WORDS_ZH, EN: MONEY_WORDS_EN };
const LOCALES: Readonly<Record<FormLanguage, string>> = { ZH_CN: 'zh-CN', EN: 'en-GB' };

/**
 * What every form about money of an estate writes alike, as the asker may read it: amounts are veiled without `fee.amount`,
 * persons are masked where the asker's own screen would do so. Null when the estate is not the asker's to read.
 * @rule R-ORG-70 @rule R-ORG-78
 */
export async function moneyPage(ctx: RequestContext, estateId: string, language: FormLanguage) {
  const [company, estate] = await Promise.all([
    companyById(ctx).load(ctx.asker.companyId),
    estateById(ctx).load(estateId),
  ]);
  if (!company || !estate) return null;
  const words = WORDS[language];
  const { timeZone } = estate;
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const showsAmounts = may(ctx.principal, 'fee.amount', estateId);
  const at = (instant: Date | null): string => (instant ? format.format(instant) : '');
  return {
    words,
    showsAmounts,
    head: { company: company.name, estate: estate.name, date: words.date },
    printed: `${words.printedAt} ${at(ctx.house.links.clock.now())}`,
    at,
    amount: (minor: number): string => (showsAmounts ? amountOf(minor) : '***'),
    money: (minor: number, currency: Currency): string => (showsAmounts ? `${amountOf(minor)} ${currency}` : '***'),
    /** The days of a half-open period, both ends included. */
    days: (fromDay: string, untilDay: string): string => `${fromDay} – ${addDays(untilDay, -1)}`,
    room: async (unitId: string | null): Promise<string> => {
      const unit = unitId === null ? null : await unitById(ctx).load(unitId);
      const building = unit && (await buildingById(ctx).load(unit.buildingId));
      return unit ? `${building?.name ?? ''} ${unit.code}`.trim() : '';
    },
    customer: async (id: string | null): Promise<string> => {
      const customer = id === null ? null : await customerById(ctx).load(id);
      if (customer?.name == null) return '';
      const isWhole = customer.kind !== 'PERSON' || readsWhole(ctx.asker, customer);
      return isWhole ? customer.name : maskName(customer.name);
    },
    staff: async (id: string | null): Promise<string> =>
      id === null ? '' : ((await staffById(ctx).load(id))?.displayName ?? ''),
  };
}

export type MoneyPage = NonNullable<Awaited<ReturnType<typeof moneyPage>>>;
