import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { notFound } from '../../domain/errors.js';
import type { NumberSubject } from '../../domain/numbering/number-subject.js';
import { numberFormats } from '../../loaders/numbering/number-formats.js';
import { numberSeries } from '../../loaders/numbering/number-series.js';
import { estateById } from '../../loaders/place/estate-by-id.js';
import { wantedEstates } from '../../loaders/wanted.js';
import { NumberFormatPayloadType } from '../../schema/numbering/number-format-payload.type.js';
import { NumberFormatType } from '../../schema/numbering/number-format.type.js';
import { NumberSeriesType } from '../../schema/numbering/number-series.type.js';
import { NumberSubjectEnum } from '../../schema/numbering/number-subject.enum.js';
import { SetNumberFormatInput } from '../../schema/numbering/set-number-format.input.js';
import { LocalDate } from '../../schema/scalars.js';
import { setNumberFormat } from '../../services/numbering/set-number-format.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

/** How things are numbered, and whether every number is accounted for. */
@Resolver()
export class NumberingResolver {
  @Query(() => [NumberFormatType], {
    description: 'How each subject is numbered on a day. Needs `numbering.read`, on the estate where one is named.',
  })
  async numberFormats(
    @Ctx() ctx: RequestContext,
    @Arg('on', () => LocalDate, { description: 'The local day.' }) day: string,
    @Arg('estateId', () => ID, { nullable: true, description: 'The estate; absent: the company.' })
    estateId?: string | null,
  ) {
    const estate = estateId == null ? null : await estateToRead(ctx, estateId);
    return numberFormats(ctx, { estate, day });
  }

  @Query(() => [NumberSeriesType], {
    description:
      'The series of an estate: first, last, how many, and what is missing, latest year first. Needs `numbering.read` on the estate.',
  })
  async numberSeries(
    @Ctx() ctx: RequestContext,
    @Arg('estateId', () => ID, { description: 'The estate.' }) estateId: string,
    @Arg('subject', () => NumberSubjectEnum, { nullable: true, description: 'Of this subject only.' })
    subject?: NumberSubject | null,
    @Arg('year', () => Int, { nullable: true, description: 'Of this local year only.' }) year?: number | null,
  ) {
    const { id } = await estateToRead(ctx, estateId);
    return numberSeries(ctx.moment, ctx.asker.companyId, { estateIds: [id], subject, year });
  }

  @Mutation(() => NumberFormatPayloadType, {
    nullable: true,
    description:
      "Sets how numbers are written from a day on. Needs `numbering.manage` on the estate, or on all for the company's.",
  })
  async setNumberFormat(
    @Arg('input', () => SetNumberFormatInput, { description: 'What is written how, and since when.' })
    input: SetNumberFormatInput,
    @Ctx() ctx: RequestContext,
  ) {
    const { subject, fromDay, estateId, ...done } = await command(ctx, setNumberFormat, input);
    const estate = estateId === null ? null : await found('estate', estateById(ctx).load(estateId));
    const formats = await numberFormats(ctx, { estate, day: fromDay });
    return { ...done, format: formats.find((format) => format.subject === subject) };
  }
}

/** @throws NOT_FOUND when the estate is not seen, or `numbering.read` does not reach it */
async function estateToRead(ctx: RequestContext, estateId: string) {
  if (wantedEstates(ctx, 'numbering.read', [estateId])?.length === 0) throw notFound('estate');
  return found('estate', estateById(ctx).load(estateId));
}
