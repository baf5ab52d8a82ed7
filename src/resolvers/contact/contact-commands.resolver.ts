import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { contactById } from '../../loaders/contact/contact-by-id.js';
import { AnswerContactInput } from '../../schema/contact/answer-contact.input.js';
import { CloseContactInput } from '../../schema/contact/close-contact.input.js';
import { ContactPayloadType } from '../../schema/contact/contact-payload.type.js';
import { EscalateContactInput } from '../../schema/contact/escalate-contact.input.js';
import { RecordContactInput } from '../../schema/contact/record-contact.input.js';
import { RouteContactInput } from '../../schema/contact/route-contact.input.js';
import type { CommandInput, UseCase } from '../../services/command/run-command.js';
import { answerContact } from '../../services/contact/answer-contact.js';
import { closeContact } from '../../services/contact/close-contact.js';
import { escalateContact } from '../../services/contact/escalate-contact.js';
import { recordContact } from '../../services/contact/record-contact.js';
import { routeContact } from '../../services/contact/route-contact.js';
import type { ContactResult } from '../../services/contact/steps/take-contact-step.js';
import type { RequestContext } from '../../tenancy/request-context.js';
import { command } from '../command.js';

/** Carries a command on the contact log out and reads the entry afresh. */
async function changed<I extends CommandInput>(ctx: RequestContext, useCase: UseCase<I, ContactResult>, input: I) {
  const done = await command(ctx, useCase, input);
  return { ...done, contact: await contactById(ctx).load(done.contactId) };
}

/** What the desk does with the contact log. */
@Resolver()
export class ContactCommandsResolver {
  @Mutation(() => ContactPayloadType, {
    nullable: true,
    description:
      'Writes a call, visit, letter or remark of a customer into the contact log (R-REC-01). Needs `contact.record` on the estate.',
  })
  recordContact(
    @Arg('input', () => RecordContactInput, { description: 'Who came, how, and what for.' }) input: RecordContactInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, recordContact, input);
  }

  @Mutation(() => ContactPayloadType, {
    nullable: true,
    description:
      'Records that the desk has answered a customer within its own authority (R-REC-11). Needs `contact.handle` on the estate.',
  })
  answerContact(
    @Arg('input', () => AnswerContactInput, { description: 'Which entry, and the answer.' }) input: AnswerContactInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, answerContact, input);
  }

  @Mutation(() => ContactPayloadType, {
    nullable: true,
    description:
      'Routes an entry to a ticket that is there already: the customer has asked again (R-REC-24, R-CMP-14). Needs `contact.handle` on the estate.',
  })
  routeContact(
    @Arg('input', () => RouteContactInput, { description: 'Which entry, and to which ticket.' })
    input: RouteContactInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, routeContact, input);
  }

  @Mutation(() => ContactPayloadType, {
    nullable: true,
    description:
      'Passes an entry on to the superior or to a department, who are told at once (R-REC-12, R-DSP-11). Needs `contact.handle` on the estate.',
  })
  escalateContact(
    @Arg('input', () => EscalateContactInput, { description: 'Which entry, and to whom.' })
    input: EscalateContactInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, escalateContact, input);
  }

  @Mutation(() => ContactPayloadType, {
    nullable: true,
    description:
      'Closes an entry whose result was fed back; those of a ticket close by themselves when it ends (R-DSP-04). Needs `contact.handle` on the estate.',
  })
  closeContact(
    @Arg('input', () => CloseContactInput, { description: 'Which entry, and what the customer was told.' })
    input: CloseContactInput,
    @Ctx() ctx: RequestContext,
  ) {
    return changed(ctx, closeContact, input);
  }
}
