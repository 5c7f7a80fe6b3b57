import { sentenceOf } from '#src/shared/api/problem.ts';

interface UndoState {
  readonly status: 'idle' | 'pending' | 'success' | 'error';
  readonly error: unknown;
}

/** What the console says of a change: that it was made, that it is taken back, or why it was not. */
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
