import type { Store } from '../ports/store.ts';
import { Problem } from '../problem.ts';
import type { BackendMiddleware } from './environment.ts';

/** Names the user who is signed in; without it, the first of the server's users is. */
export const userHeader = 'x-vesper-user';

/** Who sends the request. @throws Problem `not-signed-in` for an unknown user */
export const session =
  (store: Store): BackendMiddleware =>
  async (c, next) => {
    const users = (await store.get('server', 'server'))?.users ?? [];
    const named = c.req.header(userHeader);
    const user = named === undefined ? users[0] : users.find(({ id }) => id === named);
    if (!user) throw new Problem('not-signed-in', 'Nobody of this name may sign in. Choose another user in the menu.');
    c.set('user', user);
    await next();
  };
