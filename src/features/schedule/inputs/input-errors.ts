import { ApiProblem } from '#src/shared/api/problem.ts';

/** The inputs that the backend may find fault with, by how its pointer begins. */
const fields = {
  detection: ['/detections'],
  settings: ['/draft'],
  offline: ['/offline'],
  durations: ['/durations'],
  sample: ['/seed', '/firstTask'],
} as const;

export type InputName = keyof typeof fields;
export type InputErrors = Readonly<Record<InputName, string | null>>;

/** What the backend said against each input; null where nothing. */
export function inputErrors(error: Error | null): InputErrors {
  const errors = error instanceof ApiProblem ? error.errors : [];
  const of = (name: InputName) =>
    errors.find(({ path }) => fields[name].some((start) => path.startsWith(start)))?.message ?? null;
  return {
    detection: of('detection'),
    settings: of('settings'),
    offline: of('offline'),
    durations: of('durations'),
    sample: of('sample'),
  };
}
