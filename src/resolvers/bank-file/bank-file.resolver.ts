import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Currency } from '../../domain/money/money.js';
import { bankFileById, bankFilesPage, statesOfFile, type BankFileRow } from '../../loaders/bank-file/bank-files.js';
import { staffById } from '../../loaders/people/staff-by-id.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { BankFilePayloadType } from '../../schema/bank-file/bank-file-payloads.type.js';
import { LoadBankFileInput } from '../../schema/bank-file/bank-file.inputs.js';
import { BankFileConnection, BankFileCountType, BankFileType } from '../../schema/bank-file/bank-file.type.js';
import { MoneyType } from '../../schema/money/money.type.js';
import { PageArgs } from '../../schema/page-args.js';
import { StaffType } from '../../schema/people/staff.type.js';
import { EstateType } from '../../schema/place/estate.type.js';
import { loadBankFile } from '../../services/bank-file/load-bank-file.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';
import { amountShown } from '../ledger/amount-shown.js';
import { mappingSaid } from './mapping-said.js';

/** A count with what says who may see its amount. */
interface ShownCount {
  readonly estateId: string;
  readonly currency: Currency;
  readonly amountMinor: number;
}

/** Files of banks and channels. */
@Resolver(() => BankFileType)
export class BankFileResolver {
  @Query(() => BankFileConnection, {
    description: 'Files of banks and channels, the latest first. Needs `fee.bank`; none for residents.',
  })
  bankFiles(
    @Arg('estateIds', () => [ID], { nullable: true, description: 'Of these estates; all where none is said.' })
    estateIds: string[] | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() ctx: RequestContext,
  ) {
    return bankFilesPage(ctx, estateIds, args);
  }

  @Mutation(() => BankFilePayloadType, {
    nullable: true,
    description:
      'Takes in what a bank or channel reports, each line once by its number; they are booked afterwards (R-FEE-11). The very same file is the same file. Needs `fee.bank` on the estate.',
  })
  async loadBankFile(
    @Arg('input', () => LoadBankFileInput, { description: 'The file.' }) input: LoadBankFileInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { commandId, estateId, account, method, content, mapping } = input;
    const said = { commandId, estateId, account, method, content, mapping: mappingSaid(mapping) };
    const done = await command(ctx, loadBankFile, said);
    return { ...done, file: await found('bank file', bankFileById(ctx).load(done.fileId)) };
  }

  @FieldResolver(() => [BankFileCountType], {
    description: 'What became of its lines, those that it was first to report.',
  })
  async counts(@Root() { id, estateId, currency }: BankFileRow, @Ctx() ctx: RequestContext) {
    return (await statesOfFile(ctx).load(id)).map((count) => ({ ...count, estateId, currency }));
  }

  @FieldResolver(() => EstateType, { nullable: true, description: 'The estate.' })
  estate(@Root() { estateId }: BankFileRow, @Ctx() ctx: RequestContext) {
    return estateById(ctx).load(estateId);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: 'Who has loaded it; null for an operator.' })
  loadedBy(@Root() { loadedBy }: BankFileRow, @Ctx() ctx: RequestContext) {
    return loadedBy === null ? null : staffById(ctx).load(loadedBy);
  }
}

/** The amount of a count. */
@Resolver(() => BankFileCountType)
export class BankFileCountResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: 'What they amount to; null without `fee.amount`.' })
  amount(@Root() count: ShownCount, @Ctx() ctx: RequestContext) {
    return amountShown(ctx, count, count.amountMinor);
  }
}
