import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLiveReports } from './live';

/** As much of the browser's own as the hook needs: it says what happened when the test says so. */
class Stream {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  onopen?: () => void;
  onerror?: () => void;
  onmessage?: (event: { data: string }) => void;

  constructor(readonly address: string) {
    Stream.opened.push(this);
  }

  close() {
    this.readyState = Stream.CLOSED;
  }

  breaksOff(state: number) {
    this.readyState = state;
    act(() => this.onerror?.());
  }
}

beforeEach(() => {
  Stream.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function listening() {
  const queries = new QueryClient();
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => useLiveReports(), { wrapper });
}

it('leaves it to the browser to reconnect after a stream that ended', () => {
  const page = listening();
  act(() => Stream.opened[0]?.onopen?.());
  expect(page.result.current).toBe(true);
  Stream.opened[0]?.breaksOff(0);
  vi.advanceTimersByTime(60_000);
  expect(page.result.current).toBe(false);
  expect(Stream.opened).toHaveLength(1);
});

it('tries again by itself where the browser has given up', () => {
  const page = listening();
  Stream.opened[0]?.breaksOff(Stream.CLOSED);
  vi.advanceTimersByTime(60_000);
  expect(Stream.opened).toHaveLength(2);
  act(() => Stream.opened[1]?.onopen?.());
  expect(page.result.current).toBe(true);
});

it('tries no more once the page is left', () => {
  const page = listening();
  Stream.opened[0]?.breaksOff(Stream.CLOSED);
  page.unmount();
  vi.advanceTimersByTime(60_000);
  expect(Stream.opened).toHaveLength(1);
});
