/** The answer of a contribution; a refusal where it throws or takes longer than this many milliseconds. */
export async function withinTime<T>(ask: () => Promise<T> | T, milliseconds: number): Promise<T> {
  let timer: number | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => {
      reject(new Error(`No answer within ${milliseconds / 1000} s.`));
    }, milliseconds);
  });
  try {
    return await Promise.race([Promise.resolve().then(ask), limit]);
  } finally {
    window.clearTimeout(timer);
  }
}
