import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Command, Option } from 'commander';
import { exportLines, type ExportOrder } from '../loaders/export/export-lines.js';
import { PEOPLE_EXPORT } from '../loaders/export/people-export.js';
import { TICKET_EXPORT } from '../loaders/export/ticket-export.js';
import { UNIT_EXPORT } from '../loaders/export/unit-export.js';
import { RequestContext } from '../tenancy/request-context.js';
import type { House } from '../tenancy/house.js';
import { companyOf, operatorOf } from './operator.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { withHouse } from './with-house.js';

type Lines = (ctx: RequestContext, order: ExportOrder) => AsyncGenerator<string>;

interface Kind {
  readonly description: string;
  readonly lines: Lines;
}

const KINDS: Readonly<Record<string, Kind>> = {
  tickets: {
    description: 'Writes tickets, by the time of their report.',
    lines: (ctx, order) => exportLines(ctx, TICKET_EXPORT, order),
  },
  units: {
    description: 'Writes units with area and state.',
    lines: (ctx, order) => exportLines(ctx, UNIT_EXPORT, order),
  },
  people: {
    description: 'Writes customers with the units that they hold or held.',
    lines: (ctx, order) => exportLines(ctx, PEOPLE_EXPORT, order),
  },
};

interface Options {
  readonly company: string;
  readonly estate?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly language: 'en' | 'zh';
  readonly out?: string;
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `guanjia export tickets|units|people`: CSV files that spreadsheets open, and that carry no formulas. */
export function exportCommand(terminal: Terminal): Command {
  const command = new Command('export').description('Writes lists of a company as CSV files for spreadsheets.');
  for (const [name, kind] of Object.entries(KINDS))
    command.addCommand(
      new Command(name)
        .description(kind.description)
        .requiredOption('--company <code>', "the company's code")
        .option('--estate <codes...>', 'codes of estates; without it all of them')
        .option('--from <day>', 'first local day of tickets, YYYY-MM-DD')
        .option('--to <day>', 'first local day that no longer counts')
        .addOption(new Option('--language <code>', 'of the titles').choices(['en', 'zh']).default('en'))
        .option('--out <file>', 'where it goes; without it standard output')
        .addHelpText(
          'after',
          `
UTF-8 with a byte order mark, fields as RFC 4180 has them. What people wrote never becomes a formula: it begins with an
apostrophe where it would. Names and telephones are masked, since an operator holds no customer.unmask.

Example:
  $ guanjia export ${name} --company harbour --estate E01 --language zh --out ${name}.csv`,
        )
        .action((options: Options) =>
          withHouse(terminal, ({ house }) => writeExport(house, kind.lines, options, terminal)),
        ),
    );
  return command;
}

async function writeExport(house: House, lines: Lines, options: Options, terminal: Terminal): Promise<void> {
  for (const day of [options.from, options.to])
    if (day !== undefined && !DAY.test(day)) throw new UsageError(`${day} is no day, such as 2026-01-31`);
  const { from = null, to = null, estate = null, language } = options;
  const facts = { requestId: 'export', address: 'command line', transport: 'http' } as const;
  const ctx = new RequestContext(house, operatorOf(await companyOf(house, options.company)), facts);
  const file = options.out === undefined ? null : createWriteStream(options.out);
  try {
    if (file) await once(file, 'open');
    for await (const text of lines(ctx, { from, to, estates: estate, language })) {
      if (!file) terminal.out(text);
      else if (!file.write(text)) await once(file, 'drain');
    }
  } finally {
    await ctx.end();
    file?.end();
    if (file) await once(file, 'close');
  }
}
