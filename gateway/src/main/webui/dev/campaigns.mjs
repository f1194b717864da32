// Made-up campaigns.
const money = (amountMinor) => ({ amountMinor, currency: 'CNY' });

const campaign = (id, name, status, total, reserved, spent, extra = {}) => ({
  id,
  version: 3,
  brandId: 'b1',
  brandName: 'Lumen 明光',
  name,
  status,
  startsOn: '2026-10-08',
  endsOn: '2026-12-12',
  timeZone: 'Asia/Shanghai',
  platforms: ['xiaohongshu', 'douyin'],
  products: [{ id: 'p1', name: 'Barrier serum 30 ml' }],
  objectives: [
    { kind: 'ENGAGEMENT', metric: 'CPE', target: 150 },
    { kind: 'SALES', metric: 'ROAS', target: 2.5 },
  ],
  runsBeside: [{ name: 'Double 11 shop discount', channel: 'Tmall', startsOn: '2026-10-31', endsOn: '2026-11-11' }],
  budget: money(total),
  reserved: money(reserved),
  spent: money(spent),
  unplanned: money(0),
  available: money(total - reserved - spent),
  collaborations: 24,
  open: 17,
  actions: ['budget', 'candidates', 'offers', 'close', 'cancel'],
  createdAt: '2026-09-20T02:00:00Z',
  launchedAt: '2026-10-08T01:00:00Z',
  ...extra,
});

const all = [
  campaign('m1', '双十一 Barrier serum launch', 'RUNNING', 50_000_000, 12_840_000, 9_412_550),
  campaign('m2', 'Spring sun care seeding', 'DRAFT', 8_000_000, 0, 0, {
    actions: ['launch', 'budget', 'candidates', 'cancel'],
    open: 0,
    collaborations: 6,
  }),
  campaign('m3', 'Summer mask', 'CLOSED', 20_000_000, 0, 18_407_266, { open: 0, actions: [] }),
];

const brief = {
  id: 'r1',
  version: 1,
  campaignId: 'm1',
  title: '28-day barrier test',
  keyMessage: 'Show how the skin feels after a week, honestly, with what did not work too.',
  deliverables: [
    { format: 'Note with images', quantity: 1, dueLocal: '2026-11-28T20:00', dueAt: '2026-11-28T12:00:00Z' },
  ],
  dos: ['Show the texture on the skin', 'Name the skin type'],
  donts: ['No medical claims', 'No filters'],
  disclosure: '广告',
  hashtags: ['#明光', '#敏感肌'],
  trackingTarget: 'https://shop.example.com/serum',
  promoCodePrefix: 'LUMEN',
  rights: { channels: ['tmall'], territory: ['CN'], termDays: 180, paidAds: true, exclusive: false },
  scriptRequired: false,
  retentionDays: 90,
  places: 20,
  placesTaken: 9,
  sentAt: '2026-10-09T02:00:00Z',
  createdAt: '2026-10-01T02:00:00Z',
};

const list = (items) => ({ body: { items, nextCursor: null, total: items.length } });
const find = (id) => all.find((one) => one.id === id) ?? all[0];

export const routes = [
  ['GET', /^\/api\/v1\/tasks$/, () => list([])],
  [
    'GET',
    /^\/api\/v1\/brands$/,
    () =>
      list([
        { id: 'b1', version: 0, name: 'Lumen 明光' },
        { id: 'b2', version: 0, name: 'Kite' },
      ]),
  ],
  [
    'GET',
    /^\/api\/v1\/products$/,
    () =>
      list([
        {
          id: 'p1',
          version: 0,
          brandId: 'b1',
          name: 'Barrier serum 30 ml',
          cost: money(4200),
          marginRates: [{ from: '2026-01-01', rate: 0.62 }],
        },
      ]),
  ],
  ['GET', /^\/api\/v1\/campaigns$/, () => list(all)],
  ['GET', /^\/api\/v1\/campaigns\/(m\d)$/, ({ match }) => ({ body: find(match[1]), headers: { ETag: '"3"' } })],
  [
    'PUT',
    /^\/api\/v1\/campaigns\/(m\d)$/,
    () => ({ status: 412, body: { status: 412, code: 'STALE', title: 'Stale', detail: 'Somebody else saved first.' } }),
  ],
  [
    'GET',
    /^\/api\/v1\/briefs$/,
    () => list([brief, { ...brief, id: 'r2', title: 'Paid: routine video', sentAt: null, placesTaken: 0 }]),
  ],
  ['GET', /^\/api\/v1\/briefs\/r\d$/, () => ({ body: { ...brief, id: 'r2', sentAt: null }, headers: { ETag: '"1"' } })],
];
