// Prints, for each route, the script that its first load fetches (gzip), and fails above the budget.
// A route's first load is the entry, the frame, the page's own chunk and the words of one language, each with its static imports.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const budgetBytes = 300 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const sizes = new Map();
const sizeOf = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length);
  return sizes.get(file);
};

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const frame = Object.keys(manifest).filter((key) => /src\/shared\/frame\/Frame\.tsx$/.test(key));
// The larger of the two languages stands for both; each page loads its own words and the shared ones.
const words = (feature) => {
  const candidates = Object.keys(manifest).filter((key) => key.startsWith(`src/${feature}/locales/`));
  return candidates.sort((a, b) => sizeOf(manifest[b].file) - sizeOf(manifest[a].file)).slice(0, 1);
};

const pages = Object.keys(manifest).filter(
  (key) => manifest[key].isDynamicEntry && /^src\/\w+\/.*Page\.tsx$/.test(key),
);
const rows = pages.map((page) => {
  const feature = page.split('/')[1];
  const chunks = new Set();
  for (const key of [entry, ...frame, page, ...words('shared'), ...words(feature)]) closure(key, chunks);
  const bytes = [...new Set([...chunks].map((key) => manifest[key].file))]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + sizeOf(file), 0);
  return { page, bytes };
});

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
console.log('\nFirst load per route, script, gzip (budget 300 KB):');
for (const { page, bytes } of rows.sort((a, b) => b.bytes - a.bytes)) {
  console.log(`${kilobytes(bytes)}  ${bytes > budgetBytes ? 'OVER ' : ''}${page}`);
}
if (rows.length === 0) throw new Error('no page found in the manifest: the budget would check nothing');
if (rows.some(({ bytes }) => bytes > budgetBytes)) process.exit(1);
