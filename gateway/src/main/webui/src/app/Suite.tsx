import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { AppearanceProvider } from '../shared/theme/Appearance';
import { queries } from './queries';
import { router } from './router';

/** Everything, inside what everything needs. */
export function Suite() {
  return (
    <QueryClientProvider client={queries}>
      <AppearanceProvider>
        <Suspense fallback={null}>
          <RouterProvider router={router} />
        </Suspense>
      </AppearanceProvider>
    </QueryClientProvider>
  );
}
