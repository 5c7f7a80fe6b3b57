import { sentenceOf } from '#src/shared/api/problem.ts';

interface UndoState {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly error: unknown;
}

/** The text of the snackbar: the change, its undoing, or why it could not be undone. */
export function undoMessage(said: string, { status, error }: UndoState): string {
  switch (status) {
    case 'idle':
      return said;
    case 'pending':
      return 'Undoing…';
    case 'success':
      return `Undone: ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
    case 'error':
      return `Not undone. ${sentenceOf(error)}`;
    default:
      return status satisfies never;
  }
}
