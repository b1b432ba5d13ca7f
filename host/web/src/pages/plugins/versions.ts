/** Whether a version comes after another by the rules of semantic versioning; a pre-release comes before its release. */
export function isNewer(version: string, than: string): boolean {
  const [a, b] = [partsOf(version), partsOf(than)];
  for (let index = 0; index < 4; index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
    if (difference !== 0) {
      return difference > 0;
    }
  }
  if (a.label === b.label) {
    return false;
  }
  return a.label === '' || (b.label !== '' && a.label.localeCompare(b.label, 'en', { numeric: true }) > 0);
}

function partsOf(version: string): { numbers: number[]; label: string } {
  const [core = '', label = ''] = (version.split('+')[0] ?? '').split(/-(.*)/s);
  return { numbers: core.split('.').map(Number), label };
}
