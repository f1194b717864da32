// Made-up answers for dev/demo.mjs, in the shapes of the services.
import * as campaigns from './campaigns.mjs';
import * as registry from './registry.mjs';

export function answer(method, url, body, roles) {
  const path = url.pathname;
  if (path === '/session') {
    if (roles.includes('nobody'))
      return { status: 401, body: { status: 401, code: 'NOT_SIGNED_IN', title: 'Unauthorized' } };
    const partner = roles.includes('kol') || roles.includes('agency');
    const tenant = partner ? {} : { tenant: 'lumen', tenantName: 'Lumen Beauty 明光' };
    return { body: { subject: 'u1', name: '林晓 Lin Xiao', roles, locale: 'en', ...tenant } };
  }
  if (path === '/session/logout') return { body: { location: '/sign-in' } };
  for (const [verb, pattern, make] of [...registry.routes, ...campaigns.routes]) {
    const match = verb === method && pattern.exec(path);
    if (match) return make({ url, match, body });
  }
  return {
    status: 404,
    body: { status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `no answer for ${method} ${path}` },
  };
}
