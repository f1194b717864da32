import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { reportsKey } from './api';

/**
 * Keeps an open report up to date: asks anew when the service says that a figure changed. The browser reconnects by itself;
 * "ready" after a reconnect also asks anew, because something may have changed in between.
 */
export function useLiveReports(): boolean {
  const queries = useQueryClient();
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    const stream = new EventSource('/api/v1/reports/stream');
    stream.onopen = () => setConnected(true);
    stream.onerror = () => setConnected(false);
    stream.onmessage = ({ data }) => {
      if (JSON.parse(data).kind !== 'beat') void queries.invalidateQueries({ queryKey: reportsKey });
    };
    return () => stream.close();
  }, [queries]);
  return connected;
}
