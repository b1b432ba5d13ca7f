export interface VisibleRange {
  first: number;
  /** One behind the last. */
  end: number;
}

/** Which rows of equal height lie in the window of a scrolled box, with some more on both sides. */
export function visibleRange(scrollTop: number, height: number, rowHeight: number, count: number, overscan = 12): VisibleRange {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + overscan);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.max(end, 0) };
}
