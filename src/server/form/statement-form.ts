import type { FormLanguage } from '../../domain/form/form-key.js';
import { statementOfName } from '../../domain/form/statement-subject.js';
import { CURRENCIES } from '../../domain/money/money.js';
import {
  linesOfStatement,
  statementOf,
  sumsOfStatement,
  type ShownLine,
  type StatementRow,
} from '../../loaders/ledger/statement.js';
import { isDomainError } from '../../tenancy/authorize.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import type { FormContent } from './form-content.js';
import { MONEY_FORM_TEMPLATE, type MoneyForm } from './money-form-template.js';
import { moneyPage } from './money-page.js';

const PAGE = 100;
/** More lines are no paper for anybody; the form says that they are left off. */
const MOST_LINES = 2_000;

/**
 * The statement of a household or payer (收费对账单): balances before and after, what was charged and paid, line by line. Null
 * when it is not the asker's to read, or amounts are not.
 * @rule R-FEE-11 @rule R-ORG-70 @rule D-30
 */
export async function statementForm(
  ctx: RequestContext,
  name: string,
  language: FormLanguage,
): Promise<FormContent | null> {
  const statement = await statementNamed(ctx, name);
  const page = statement && (await moneyPage(ctx, statement.estateId, language));
  if (!statement || !page) return null;
  const { words, money } = page;
  const { currency } = statement;
  const [sums, lines, room, payer, preparer] = await Promise.all([
    sumsOfStatement(ctx, statement),
    allLines(ctx, statement),
    page.room(statement.unitId),
    page.customer(statement.payerId),
    ctx.asker.kind === 'STAFF' ? page.staff(ctx.asker.subjectId) : '',
  ]);
  const kindOf = ({ kind, isReversal }: ShownLine): string =>
    isReversal ? `${words.lines[kind]} (${words.statement.reversal})` : words.lines[kind];
  const period = page.days(statement.fromDay, statement.untilDay);
  const data: MoneyForm = {
    ...page.head,
    title: words.statement.title,
    number: period,
    mark: '',
    rows: [
      [
        { label: words.room, value: room },
        { label: words.payer, value: payer },
        { label: words.statement.knownOn, value: statement.asKnownOn ?? '' },
      ],
      [
        { label: words.statement.opening, value: money(sums.openingMinor, currency) },
        { label: words.statement.charged, value: money(sums.chargedMinor, currency) },
        { label: words.statement.paid, value: money(-sums.paidMinor, currency) },
      ],
      [
        { label: words.statement.other, value: money(sums.otherMinor, currency) },
        { label: words.statement.closing, value: money(sums.closingMinor, currency) },
      ],
    ],
    tables: [
      {
        title: words.statement.lines,
        head: [words.statement.day, words.item, words.amount, words.statement.balance],
        lines: lines
          .slice(0, MOST_LINES)
          .map((line) => [line.bookedDay, kindOf(line), page.amount(line.amountMinor), page.amount(line.balanceMinor)]),
        totals: [{ label: words.statement.closing, value: money(sums.closingMinor, currency) }],
      },
    ],
    notes: lines.length > MOST_LINES ? [words.statement.cut] : [],
    signs: [
      { label: words.statement.prepared, name: preparer, at: '' },
      { label: words.payer, name: '', at: '' },
    ],
    seal: words.seal,
    printed: page.printed,
  };
  return { title: `${words.statement.title} ${period}`, template: MONEY_FORM_TEMPLATE, data };
}

/** The statement of a name; null for no name, and for what the asker may not read. */
async function statementNamed(ctx: RequestContext, name: string): Promise<StatementRow | null> {
  const subject = statementOfName(name);
  const currency = CURRENCIES.find((each) => each === subject?.currency);
  if (!subject || !currency) return null;
  try {
    return await statementOf(ctx, { ...subject, currency });
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

async function allLines(ctx: RequestContext, statement: StatementRow): Promise<ShownLine[]> {
  const lines: ShownLine[] = [];
  for (let after: string | null = null; lines.length <= MOST_LINES;) {
    const page: Awaited<ReturnType<typeof linesOfStatement>> = await linesOfStatement(ctx, statement, {
      first: PAGE,
      after,
    });
    lines.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  return lines;
}
