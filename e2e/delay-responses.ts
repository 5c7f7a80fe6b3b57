/**
 * Runs in the page before the console: each request to the backend goes out, and each answer comes in, at a moment of chance
 * within `latestMs` milliseconds in all.
 */
export function answerLate(latestMs: number) {
  const send = globalThis.fetch;
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.random() * ms));
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.includes('/api/v1/')) return send(input, init);
    await wait(latestMs * 0.6);
    const answer = await send(input, init);
    await wait(latestMs * 0.4);
    return answer;
  };
}
