import { type ComponentType, lazy, Suspense } from 'react';
import type { ConflictDialogProps } from './ConflictChoice';

const ConflictChoice = lazy(() => import('./ConflictChoice'));

/** Somebody else saved first: both versions side by side, a choice per field, and nothing typed is lost. Fetched when it happens. */
export function ConflictDialog<T extends object>(props: ConflictDialogProps<T>) {
  const Choice = ConflictChoice as unknown as ComponentType<ConflictDialogProps<T>>;
  return (
    <Suspense fallback={null}>
      <Choice {...props} />
    </Suspense>
  );
}
