import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { DebtorListState, LetterListState } from '../../domain/dunning/approved-list.js';
import { DebtorListStateEnum, LetterListStateEnum } from './service.enums.js';

/** Which lists of lawyer's letters. */
@InputType('LetterListFilter', { description: 'Which lists of lawyer’s letters; conditions hold together.' })
export class LetterListFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [LetterListStateEnum], { nullable: true, description: 'That are so far.' })
  states?: LetterListState[] | null;
}

/** Which public lists of debtors. */
@InputType('DebtorListFilter', { description: 'Which public lists of debtors; conditions hold together.' })
export class DebtorListFilterInput {
  @Field(() => [ID], { nullable: true, description: 'Of these estates, at most 1000.' })
  @IsOptional()
  @ArrayMaxSize(1000, { message: 'must have at most 1000 items' })
  estateIds?: string[] | null;

  @Field(() => [DebtorListStateEnum], { nullable: true, description: 'That are so far.' })
  states?: DebtorListState[] | null;
}
