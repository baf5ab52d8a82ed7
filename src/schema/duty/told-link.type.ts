import { Field, ObjectType } from 'type-graphql';
import type { ToldBy } from '../../domain/duty/told-chain.js';
import { ToldByEnum } from './told-by.enum.js';

/** People who are told at once; who they are is a field of the resolver. */
@ObjectType('ToldLink', { simpleResolvers: true, description: 'People who are told at once, and why it is they.' })
export class ToldLinkType {
  @Field(() => ToldByEnum, { description: 'Why it is they.' })
  by!: ToldBy;
}
