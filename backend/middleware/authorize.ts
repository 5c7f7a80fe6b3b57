import { operations, type OperationName } from '#contract/operations.ts';
import { missingRight, rightOfKind, rightsToUndo, whoMay, whyRoleMayNot, type Right } from '#contract/rights.ts';
import { Problem } from '../problem.ts';
import type { Store, User } from '../ports/store.ts';

type Params = Readonly<Record<string, string>>;

/**
 * Refuses what somebody's role does not allow, before anything else of the request is judged.
 * @param params of the path, as they came
 * @throws Problem `not-allowed`, naming the right that is missing and who has it
 */
export async function requireRight(store: Store, { role }: User, name: OperationName, params: Params) {
  const right = missingRight(role, await requiredRights(store, name, params));
  if (right === null) return;
  throw new Problem(
    'not-allowed',
    `${whyRoleMayNot(role, right)} ${whoMay(right)} may: sign in as one in the menu of the signed-in person.`,
    [],
    { right, role },
  );
}

/** The rights that a request needs: its operation's, or those of the things that it would change. */
async function requiredRights(store: Store, name: OperationName, params: Params): Promise<readonly Right[]> {
  const { needs } = operations[name];
  if (typeof needs === 'string') return [needs];
  // What is not there has no kind: the request fails by itself then, and everybody may know that it is not there.
  const { changeId, kind } = params;
  if (changeId !== undefined) return rightsToUndo((await store.get('changes', changeId)) ?? { objects: [] });
  return kind !== undefined && isKind(kind) ? [needs[kind]] : [];
}

const isKind = (kind: string): kind is keyof typeof rightOfKind => Object.hasOwn(rightOfKind, kind);
