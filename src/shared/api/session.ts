import { userIdSchema, type UserId } from '#domain/ids.ts';

const key = 'vesper.user';

/** Who is signed in in this tab; null for the first of the server's users. Another tab may sign in as another one. */
export function signedInAs(): UserId | null {
  try {
    return userIdSchema.safeParse(sessionStorage.getItem(key)).data ?? null;
  } catch {
    return null;
  }
}

/** Signs in as another of the demo users, in this tab only. Where nothing may be stored, it stays as it is. */
export function signInAs(user: UserId): void {
  try {
    sessionStorage.setItem(key, user);
  } catch {
    // Storage is refused: this tab keeps the first user.
  }
}
