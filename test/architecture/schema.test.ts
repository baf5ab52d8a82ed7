import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
  type GraphQLFieldMap,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ROOT_ACCESS } from '../../src/resolvers/root-access.js';
import { buildApiSchema } from '../../src/server/execution/build-api-schema.js';
import { printApiSchema } from '../../src/server/execution/print-api-schema.js';

const PRINT = fileURLToPath(new URL('../../schema.graphql', import.meta.url));
/** Doors of sessions: what they do is no command of a company. */
const SESSION_DOORS = [
  'signIn',
  'refreshSession',
  'signOut',
  'acceptInvitation',
  'resetPassword',
  'changePassword',
  'revokeSession',
  'revokeAllSessions',
];
/**
 * Doors of one-time links: whoever holds one is no principal and follows no events, and the link itself bounds what a
 * repeat does.
 */
const LINK_DOORS = ['requestLinkUpload', 'signByLink'];
const DOORS = [...SESSION_DOORS, ...LINK_DOORS];
/** About the asker and nothing else. */
const WITHOUT_INPUT = ['signOut', 'revokeAllSessions'];

describe('the face keeps to the conventions', () => {
  let schema: GraphQLSchema;
  let types: GraphQLNamedType[];
  let mutations: GraphQLFieldMap<unknown, unknown>;

  beforeAll(async () => {
    schema = await buildApiSchema();
    types = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
    mutations = schema.getMutationType()?.getFields() ?? {};
  });

  test('the schema is a valid one', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  test('schema.graphql is the printed schema (`npm run schema` writes it)', async () => {
    expect((await readFile(PRINT, 'utf8')).split('\n')).toEqual(printApiSchema(schema).split('\n'));
  });

  test('every type, field, argument, input field and enum value is described', () => {
    expect(types.length).toBeGreaterThan(20);
    const silent = types.flatMap(describedParts).filter(({ description }) => !description?.trim());
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('every root field has a line in the access table, and every line a field', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const fields = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}).map((name) => `${root?.name}.${name}`));
    expect(fields.sort()).toEqual(Object.keys(ROOT_ACCESS).sort());
  });

  test('a mutation is nullable, so that one refusal does not erase the verdicts of its siblings', () => {
    const fields = Object.values(mutations);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((field) => isNonNullType(field.type)).map((field) => field.name)).toEqual([]);
  });

  test('a mutation takes one input object; what ends the own sign-ins needs none', () => {
    for (const field of Object.values(mutations)) {
      const args = field.args.map((arg) => `${arg.name}: ${String(arg.type)}`);
      const input = `input: ${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}Input!`;
      expect({ field: field.name, args }).toEqual({
        field: field.name,
        args: WITHOUT_INPUT.includes(field.name) ? [] : [input],
      });
    }
  });

  test('a command can be repeated under a client id', () => {
    const commands = Object.values(mutations).filter((field) => !DOORS.includes(field.name));
    expect(commands.length).toBeGreaterThan(5);
    for (const field of commands) {
      const input = inputOf(field.args[0]?.type);
      expect({ command: field.name, commandId: String(input?.getFields()['commandId']?.type) }).toEqual({
        command: field.name,
        commandId: 'UUID',
      });
    }
  });

  test('what a command has made comes with the cursor of its change', () => {
    for (const field of Object.values(mutations).filter((field) => !DOORS.includes(field.name))) {
      const payload = field.type;
      expect({ command: field.name, object: isObjectType(payload) }).toEqual({ command: field.name, object: true });
      if (isObjectType(payload))
        expect({ command: field.name, cursor: String(payload.getFields()['cursor']?.type) }).toEqual({
          command: field.name,
          cursor: 'Cursor!',
        });
    }
  });
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** The type itself and everything in it that a client reads about. */
function describedParts(type: GraphQLNamedType): Described[] {
  const own: Described = { name: type.name, description: type.description };
  if (isObjectType(type) || isInterfaceType(type))
    return [
      own,
      ...Object.values(type.getFields()).flatMap((field) => [
        { name: `${type.name}.${field.name}`, description: field.description },
        ...field.args.map((arg) => ({
          name: `${type.name}.${field.name}(${arg.name})`,
          description: arg.description,
        })),
      ]),
    ];
  const parts = isEnumType(type) ? type.getValues() : isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return [own, ...parts.map((part) => ({ name: `${type.name}.${part.name}`, description: part.description }))];
}

function inputOf(type: unknown): GraphQLInputObjectType | null {
  const inner: unknown = isNonNullType(type) ? type.ofType : type;
  return isInputObjectType(inner) ? inner : null;
}
