import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { meterById } from '../../loaders/meter/meters.js';
import { readingById } from '../../loaders/meter/readings.js';
import { MeterPayloadType, MeterReadingPayloadType } from '../../schema/meter/meter-payloads.type.js';
import {
  DecideMeterReadingInput,
  InstallMeterInput,
  RemoveMeterInput,
  ReplaceMeterInput,
} from '../../schema/meter/meter-steps.input.js';
import { RecordMeterReadingInput } from '../../schema/meter/record-meter-reading.input.js';
import { decideMeterReading } from '../../services/meter/decide-meter-reading.js';
import { installMeter } from '../../services/meter/install-meter.js';
import { recordMeterReading } from '../../services/meter/record-meter-reading.js';
import { removeMeter } from '../../services/meter/remove-meter.js';
import { replaceMeter } from '../../services/meter/replace-meter.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';
import { found } from '../found.js';

const withMeter = async <D extends { readonly meterId: string }>(ctx: RequestContext, done: D) => ({
  ...done,
  meter: await found('meter', meterById(ctx).load(done.meterId)),
});
const withReading = async <D extends { readonly readingId: string }>(ctx: RequestContext, done: D) => ({
  ...done,
  reading: await found('reading', readingById(ctx).load(done.readingId)),
});

/** What is done with meters. */
@Resolver()
export class MeterCommandsResolver {
  @Mutation(() => MeterPayloadType, {
    nullable: true,
    description:
      'Hangs a meter, with what it shows: where counting begins (R-FEE-07, R-MIN-06). Needs `fee.bill` on the estate.',
  })
  async installMeter(
    @Arg('input', () => InstallMeterInput, { description: 'The meter.' }) input: InstallMeterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withMeter(ctx, await command(ctx, installMeter, input));
  }

  @Mutation(() => MeterPayloadType, {
    nullable: true,
    description:
      'Takes a meter away and hangs another in its place, on one day; both count for that month (R-FEE-07). Needs `fee.bill` on the estate.',
  })
  async replaceMeter(
    @Arg('input', () => ReplaceMeterInput, { description: 'Which, and the new one.' }) input: ReplaceMeterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withMeter(ctx, await command(ctx, replaceMeter, input));
  }

  @Mutation(() => MeterPayloadType, {
    nullable: true,
    description: 'Takes a meter away for good, with the last that it shows (R-FEE-07). Needs `fee.bill` on the estate.',
  })
  async removeMeter(
    @Arg('input', () => RemoveMeterInput, { description: 'Which.' }) input: RemoveMeterInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withMeter(ctx, await command(ctx, removeMeter, input));
  }

  @Mutation(() => MeterReadingPayloadType, {
    nullable: true,
    description:
      'Records what a meter showed, or has it estimated; what is not plausible is taken and waits for a person (R-FEE-07). Needs `meter.record` on the estate, for an estimate `fee.bill`.',
  })
  async recordMeterReading(
    @Arg('input', () => RecordMeterReadingInput, { description: 'The reading.' }) input: RecordMeterReadingInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withReading(ctx, await command(ctx, recordMeterReading, input));
  }

  @Mutation(() => MeterReadingPayloadType, {
    nullable: true,
    description:
      'Decides on a reading that was held; never who has read it (R-FEE-07). Needs `fee.bill` on the estate.',
  })
  async decideMeterReading(
    @Arg('input', () => DecideMeterReadingInput, { description: 'Which, and what of it.' })
    input: DecideMeterReadingInput,
    @Ctx() ctx: RequestContext,
  ) {
    return withReading(ctx, await command(ctx, decideMeterReading, input));
  }
}
