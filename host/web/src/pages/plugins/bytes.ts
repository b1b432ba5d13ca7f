/** A size as people say it. */
export function bytes(count: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const step = count <= 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(count) / Math.log(1024)));
  const value = count / 1024 ** step;
  return `${value.toFixed(step > 0 && value < 10 ? 1 : 0)} ${units[step] ?? ''}`;
}
