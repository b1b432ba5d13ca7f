export interface EquityPoint {
  /** Day, `2026-11-20`. */
  date: string;
  equity: number;
  /** Distance below the peak so far; its sign does not matter. */
  drawdown: number;
}

export interface Deepest {
  /** Where the drawdown is deepest, or -1 when there is none. */
  trough: number;
  /** Where the peak before it stands. */
  peak: number;
  amount: number;
}

/** Finds the deepest drawdown and its peak. */
export function deepestDrawdown(points: readonly EquityPoint[]): Deepest {
  let trough = -1;
  let amount = 0;
  points.forEach((point, index) => {
    if (Math.abs(point.drawdown) > amount) {
      amount = Math.abs(point.drawdown);
      trough = index;
    }
  });
  let peak = Math.max(trough, 0);
  while (peak > 0 && points[peak]?.drawdown !== 0) {
    peak--;
  }
  return { trough, peak, amount };
}

/** Indexes at which a new month begins, for the ticks of the time axis. */
export function monthStarts(points: readonly EquityPoint[]): number[] {
  return points.flatMap((point, index) => (index > 0 && point.date.slice(0, 7) !== points[index - 1]?.date.slice(0, 7) ? [index] : []));
}
