import { Field, ID, ObjectType } from 'type-graphql';
import { PrincipalKindEnum } from './principal-kind.enum.js';
import { RoleAssignmentType } from './role-assignment.type.js';

/** Who has signed in, and what the API lets them do; `company` is a field of the resolver. */
@ObjectType('Viewer', { description: 'Who has signed in, and what the API lets them do.' })
export class ViewerType {
  @Field(() => ID, { description: 'Opaque id of the account.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the member of staff or the customer whose account it is.' })
  subjectId!: string;

  @Field(() => String, { description: 'Name to greet them by.' })
  displayName!: string;

  @Field(() => PrincipalKindEnum, { description: 'What kind of principal they are.' })
  kind!: keyof typeof PrincipalKindEnum;

  @Field(() => [RoleAssignmentType], { description: 'Their roles; none for a resident.' })
  roles!: readonly RoleAssignmentType[];

  @Field(() => [String], {
    description: 'Names of the actions that they hold on at least one estate, sorted: what an app shows or hides by.',
  })
  actions!: readonly string[];

  companyId!: string;
}
