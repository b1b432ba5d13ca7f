import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useDraft } from './useDraft';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const start = () => ({ note: '', rating: null as number | null });

describe('useDraft', () => {
  it('sends the changed fields together, once typing pauses', async () => {
    const save = vi.fn().mockResolvedValue(undefined);
    const draft = renderHook(() => useDraft(start(), save, 500));

    act(() => { draft.result.current.change({ note: 'a' }); });
    act(() => { draft.result.current.change({ note: 'ab' }); draft.result.current.change({ rating: 3 }); });
    expect(draft.result.current.value).toEqual({ note: 'ab', rating: 3 });
    expect(save).not.toHaveBeenCalled();
    await act(async () => { await vi.advanceTimersByTimeAsync(500); });

    expect(save.mock.calls).toEqual([[{ note: 'ab', rating: 3 }]]);
    expect(draft.result.current.state).toBe('saved');
  });

  it('keeps what failed and sends it again', async () => {
    const save = vi.fn().mockRejectedValueOnce(new Error('offline')).mockResolvedValue(undefined);
    const draft = renderHook(() => useDraft(start(), save, 500));

    act(() => { draft.result.current.change({ note: 'kept' }); });
    await act(async () => { await vi.advanceTimersByTimeAsync(500); });
    expect(draft.result.current.state).toBe('failed');
    expect(draft.result.current.value.note).toBe('kept');
    await act(async () => { draft.result.current.flush(); await vi.advanceTimersByTimeAsync(0); });

    expect(save.mock.calls).toEqual([[{ note: 'kept' }], [{ note: 'kept' }]]);
    expect(draft.result.current.problem).toBeNull();
  });

  it('sends what waits when the page is left', () => {
    const save = vi.fn().mockResolvedValue(undefined);
    const draft = renderHook(() => useDraft(start(), save, 500));

    act(() => { draft.result.current.change({ note: 'left' }); });
    draft.unmount();

    expect(save.mock.calls).toEqual([[{ note: 'left' }]]);
  });
});
