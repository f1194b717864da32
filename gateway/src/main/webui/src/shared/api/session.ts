import { queryOptions, useQuery } from '@tanstack/react-query';
import { Problem } from './problem';

export type Role = 'brand-manager' | 'finance' | 'executive' | 'admin' | 'kol' | 'agency';

/** Who is signed in, as the gateway tells it; no token ever reaches this program. */
export interface Session {
  subject: string;
  name: string;
  roles: Role[];
  tenant?: string | null;
  tenantName?: string | null;
  agency?: string | null;
  locale?: string | null;
}

async function fetchSession(): Promise<Session | null> {
  let response: Response;
  try {
    response = await fetch('/session', { headers: { Accept: 'application/json' } });
  } catch {
    throw Problem.unreachable();
  }
  if (response.status === 401) return null;
  if (!response.ok) throw await Problem.of(response);
  return response.json();
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: fetchSession,
  staleTime: 5 * 60_000,
});

/** The signed-in person; only for what stands inside the frame, which lets nobody else in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('used outside the frame: nobody is signed in');
  return data;
}

export function useRole(...any: Role[]): boolean {
  const { roles } = useSession();
  return roles.some((role) => any.includes(role));
}

/** Where signing in happens, in the language of the page, and where it leads back to. */
export function signInAddress(returnTo: string): string {
  return `/session/login?return=${encodeURIComponent(returnTo)}&ui_locales=${document.documentElement.lang}`;
}

export async function signOut(): Promise<void> {
  const response = await fetch('/session/logout', { method: 'POST' });
  const answer: { location?: string } | undefined = await response.json().catch(() => undefined);
  window.location.assign(answer?.location ?? '/sign-in');
}
