// Serves the built front end as the gateway does (same content security policy) in front of made-up answers, so that pages can be
// looked at without the suite: npm run build && npm run demo. Never shipped. DEMO_ROLES=finance,admin and DEMO_PORT set who and where.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { answer } from './answers.mjs';

const dist = new URL('../dist/', import.meta.url);
const types = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html' };

const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  if (/^\/(api|partner|session)\b/.test(url.pathname)) {
    const roles = (
      /roles=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ??
      process.env.DEMO_ROLES ??
      'brand-manager,admin'
    ).split(/,|%2C/);
    const { status = 200, body, headers = {} } = answer(request.method, url, Buffer.concat(chunks).toString(), roles);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    response.writeHead(status, { 'Content-Type': type, ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
    return;
  }
  const file = new URL(`.${url.pathname}`, dist);
  if (url.pathname !== '/' && existsSync(file)) {
    response.writeHead(200, { 'Content-Type': types[extname(url.pathname)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
  });
  response.end(readFileSync(new URL('index.html', dist), 'utf8').replaceAll('__CSP_NONCE__', nonce));
});
server.listen(Number(process.env.DEMO_PORT ?? 8099), () => console.log(`http://localhost:${server.address().port}`));
