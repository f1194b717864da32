import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reportsKey } from './api';

const ADDRESS = '/api/v1/reports/stream';
const PAUSE = 30_000;

/**
 * Keeps an open report up to date: asks anew when the service says that a figure changed. The stream ends with the token that opened
 * it, and the browser reconnects by itself; "ready" after a reconnect also asks anew, because something may have changed in between.
 */
export function useLiveReports(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    let stream: EventSource;
    let again: ReturnType<typeof setTimeout>;
    const open = () => {
      stream = new EventSource(ADDRESS);
      stream.onopen = () => setConnected(true);
      stream.onerror = () => {
        setConnected(false);
        // After an answer that is no stream, such as 401 or 503, the browser gives up; whoever signs in again is back, and a service too.
        if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, PAUSE);
      };
      stream.onmessage = ({ data }) => {
        if (JSON.parse(data).kind !== 'beat') void queries.invalidateQueries({ queryKey: reportsKey });
      };
    };
    open();
    return () => {
      clearTimeout(again);
      stream.close();
    };
  }, [queries]);
  return connected;
}
