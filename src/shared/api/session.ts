import { userIdSchema, type UserId } from '#domain/ids.ts';

const key = 'vesper.user';

/** The user signed in in this tab; null for the first of the server's users. */
export function signedInAs(): UserId | null {
  try {
    return userIdSchema.safeParse(sessionStorage.getItem(key)).data ?? null;
  } catch {
    return null;
  }
}

/** Signs in as another demo user, in this tab only. Without storage nothing changes. */
export function signInAs(user: UserId): void {
  try {
    sessionStorage.setItem(key, user);
  } catch {
    // Without storage this tab stays with the first user.
  }
}
