import { operations, type OperationName } from '#contract/operations.ts';
import { missingRight, rightOfKind, rightsToUndo, whoMay, whyRoleMayNot, type Right } from '#contract/rights.ts';
import { Problem } from '../problem.ts';
import type { Store, User } from '../ports/store.ts';
import type { BackendMiddleware } from './environment.ts';

/** Refuses a request for which the user's role lacks the right. @throws Problem `not-allowed` */
export const authorize =
  (store: Store): BackendMiddleware =>
  async (c, next) => {
    await requireRight(store, c.var.user, c.var.operation, c.req.param());
    await next();
  };

type Params = Readonly<Record<string, string>>;

/** @param params of the path, not parsed yet: the right is checked before anything else of the request */
async function requireRight(store: Store, { role }: User, name: OperationName, params: Params) {
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
  // An object that does not exist needs no right: the request then fails as not found, for everybody alike.
  const { changeId, kind } = params;
  if (changeId !== undefined) return rightsToUndo((await store.get('changes', changeId)) ?? { objects: [] });
  return kind !== undefined && isKind(kind) ? [needs[kind]] : [];
}

const isKind = (kind: string): kind is keyof typeof rightOfKind => Object.hasOwn(rightOfKind, kind);
