import type { Forecast, ForecastRequest } from '#contract/forecast.ts';
import type { Detections, Inputs } from './inputs.ts';

interface Answered {
  readonly question: ForecastRequest;
  readonly answer: Pick<Forecast, 'seed' | 'firstTask'>;
}

/** The same question, pinned to the sample that was answered: whoever asks it anew gets the very same starts. */
export const reproducibleQuestion = ({ question, answer }: Answered): ForecastRequest => ({
  ...question,
  view: undefined,
  most: undefined,
  axis: undefined,
  seed: answer.seed,
  firstTask: answer.firstTask,
});

/** The same for the address: nothing that decides the answer is left open. */
export const reproducibleInputs = (inputs: Inputs, detections: Detections, shown: Answered | null): Inputs => ({
  ...inputs,
  detections,
  seed: inputs.seed ?? shown?.answer.seed ?? null,
  firstTask: inputs.firstTask ?? shown?.answer.firstTask ?? null,
});
