import { expect, it } from 'vitest';
import { periodsAround, periodsOf } from './periods';

it('gives whole calendar periods and the ones before, across years', () => {
  expect(periodsAround('month', '2026-01-15')).toEqual({ from: '2026-01-01', to: '2026-01-31', otherFrom: '2025-12-01', otherTo: '2025-12-31' });
  expect(periodsAround('quarter', '2026-05-31')).toEqual({ from: '2026-04-01', to: '2026-06-30', otherFrom: '2026-01-01', otherTo: '2026-03-31' });
  expect(periodsAround('year', '2024-02-29')).toEqual({ from: '2024-01-01', to: '2024-12-31', otherFrom: '2023-01-01', otherTo: '2023-12-31' });
});

it('takes from the address what is a day', () => {
  const month = periodsAround('month', '2026-03-10');
  expect(periodsOf(new URLSearchParams('aFrom=2026-02-01&bTo=soon'), month)).toEqual({ ...month, from: '2026-02-01' });
});
