// Made-up answers for dev/demo.mjs, in the shapes of the services.
export function answer(method, url, _body, roles) {
  const path = url.pathname;
  if (path === '/session') {
    if (roles.includes('nobody'))
      return { status: 401, body: { status: 401, code: 'NOT_SIGNED_IN', title: 'Unauthorized' } };
    return {
      body: {
        subject: 'u1',
        name: '林晓 Lin Xiao',
        roles,
        tenant: 'lumen',
        tenantName: 'Lumen Beauty 明光',
        locale: 'en',
      },
    };
  }
  if (path === '/session/logout') return { status: 204 };
  for (const [verb, pattern, make] of routes) {
    const match = verb === method && pattern.exec(path);
    if (match) return make({ url, match });
  }
  return {
    status: 404,
    body: { status: 404, code: 'NOT_FOUND', title: 'Not found', detail: `no answer for ${method} ${path}` },
  };
}

const routes = [['GET', /^\/api\/v1\/tasks$/, () => ({ body: { items: [], nextCursor: null, total: 0 } })]];
