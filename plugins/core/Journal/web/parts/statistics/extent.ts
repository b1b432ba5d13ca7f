/** Positions of values on a scale of 0 to 100 that always holds zero. */
export function extentOf(values: readonly number[]): { low: number; high: number; at: (value: number) => number } {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  return { low, high, at: (value) => Math.round(((value - low) / span) * 10_000) / 100 };
}

/** Round values within a range, at most `most` of them. */
export function roundSteps(low: number, high: number, most: number): number[] {
  if (!(high > low)) {
    return [low];
  }
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power * 10;
  const steps: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) {
    steps.push(Number(value.toPrecision(12)));
  }
  return steps;
}
