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

const kols = [
  '小满 Skin Diary',
  'Aria Chen',
  '阿宽在路上',
  'Mika 美食日记',
  'TechLiu 刘工',
  '云朵妈妈',
  'Noor Studio',
  'نور للجمال',
];
const legal = {
  CANDIDATE: ['qualify', 'withdraw'],
  QUALIFIED: ['invite', 'withdraw'],
  INVITED: ['accept', 'decline', 'withdraw'],
  ACCEPTED: ['prepare-shipment', 'withdraw'],
  AWAITING_SHIPMENT: ['ship', 'withdraw'],
  SHIPPED: ['confirm-delivery', 'report-lost', 'report-returned'],
  CONTENT_DUE: ['submit-post'],
  MEASURED: ['retain', 'escalate', 'drop'],
  DRAFT_REVIEW: ['approve-draft', 'request-revision', 'cancel', 'dispute'],
  COUNTERED: ['offer', 'accept-counter', 'decline', 'cancel'],
  OFFERED: ['accept', 'decline', 'counter', 'cancel'],
  PUBLISHED: ['verify', 'dispute', 'report-removed'],
};
const theirs = ['accept', 'decline', 'counter', 'confirm-delivery', 'submit-post'];
const summary = (i, track, state, more = {}) => ({
  id: `c${i}`,
  version: 2,
  campaignId: 'm1',
  campaignName: all[0].name,
  briefId: 'r1',
  track,
  state,
  stateSince: '2026-11-12T02:00:00Z',
  dueAt: ['INVITED', 'SHIPPED', 'CONTENT_DUE', 'OFFERED'].includes(state)
    ? i % 2
      ? '2026-11-20T02:00:00Z'
      : '2026-11-28T02:00:00Z'
    : null,
  atEnd: false,
  kolId: 'k1',
  kolName: i === 5 ? `${kols[5]} ${'长'.repeat(60)}` : kols[i % 8],
  accountId: 'a1',
  platform: i % 2 ? 'douyin' : 'xiaohongshu',
  handle: 'xiaoman.skin',
  tier: 'macro',
  followers: (684_200 / (i + 1)) | 0,
  auditScore: 78,
  deliveryAssumed: state === 'CONTENT_DUE',
  fee: track === 'PAID' ? money(1_280_000) : null,
  productId: 'p1',
  promoCode: 'LUMEN7KQ2',
  trackingSlug: 'x7Kq2m',
  trackingTarget: null,
  postUrl: state === 'MEASURED' ? 'https://www.xiaohongshu.com/explore/65f0' : null,
  publishedAt: null,
  escalatedFrom: null,
  blocked: null,
  note: 'Recommended by Tmall team',
  actions: (legal[state] ?? []).filter((verb) => track === 'GIFT' || verb !== 'x'),
  onBehalf: (legal[state] ?? []).filter((verb) => theirs.includes(verb)),
  createdAt: '2026-10-01T02:00:00Z',
  ...more,
});
const gift = [
  'CANDIDATE',
  'CANDIDATE',
  'QUALIFIED',
  'INVITED',
  'INVITED',
  'ACCEPTED',
  'AWAITING_SHIPMENT',
  'SHIPPED',
  'CONTENT_DUE',
  'PUBLISHED',
  'MEASURED',
  'NO_CONTENT',
].map((state, i) => summary(i, 'GIFT', state));
const paid = ['OFFERED', 'COUNTERED', 'DRAFT_REVIEW', 'PUBLISHED', 'COMPLETED'].map((state, i) =>
  summary(
    20 + i,
    'PAID',
    state,
    i === 2 ? { blocked: { code: 'NO_PAYEE', detail: 'There is no payee for this KOL.' } } : {},
  ),
);
const everybody = [...gift, ...paid];
const column = (track, state) => {
  const items = everybody.filter((one) => one.track === track && one.state === state);
  return { track, state, count: items.length, items };
};
const evidence = (metric, threshold, value, low, high, sampleSize, verdict, more = {}) => ({
  condition: { metric, threshold, viralFrom: null, ...more },
  value,
  interval: low === null ? null : { low, high, method: 'Poisson, Byar' },
  sampleSize,
  source: 'attributed orders, T+21',
  verdict,
});
const detail = (head) => ({
  collaboration: head,
  terms:
    head.track === 'PAID'
      ? {
          fee: money(1_280_000),
          shares: [],
          deliverables: brief.deliverables,
          rights: brief.rights,
          disclosure: '广告',
          hashtags: brief.hashtags,
          scriptRequired: false,
          retentionDays: 90,
          publishBy: '2026-11-28T12:00:00Z',
        }
      : null,
  milestones:
    head.track === 'PAID'
      ? [
          { name: 'SIGNED', amount: money(640_000) },
          { name: 'VERIFIED', amount: money(640_000) },
        ]
      : [],
  work: null,
  rights: brief.rights,
  gift: { productId: 'p1', productName: 'Barrier serum 30 ml', productCost: money(4200), shippingCost: money(1800) },
  address: '上海市 ···路 ··· (138····2231)',
  shipments: [
    {
      carrier: 'SF Express',
      trackingNumber: 'SF1029384756',
      productCost: money(4200),
      shippingCost: money(1800),
      shippedAt: '2026-10-20T02:00:00Z',
    },
  ],
  contents: [
    {
      id: 'd1',
      kind: 'DRAFT',
      round: 1,
      url: 'https://example.com/draft',
      text: null,
      at: '2026-11-10T02:00:00Z',
      late: false,
      verdict: 'SENT_BACK',
      comment: 'Please show the texture, and put 广告 at the top.',
    },
    {
      id: 'd2',
      kind: 'DRAFT',
      round: 2,
      url: null,
      text: '第 7 天，泛红少了一半……',
      at: '2026-11-12T02:00:00Z',
      late: true,
      verdict: 'WAITING',
      comment: null,
    },
  ],
  results: [
    {
      daysAfter: 7,
      views: 184_220,
      engagements: 12_400,
      saves: 3810,
      orders: 96,
      netRevenue: money(2_846_400),
      snapshotAt: '2026-11-01T00:00:00Z',
    },
  ],
  proposals:
    head.state === 'MEASURED'
      ? [
          {
            daysAfter: 7,
            at: '2026-11-01T00:00:00Z',
            proposal: {
              ruleId: 'e1',
              ruleName: 'Gift to paid',
              ruleVersion: 2,
              needed: 2,
              recommendation: 'ESCALATE',
              confidence: 'LOW',
              evidence: [
                evidence('ATTRIBUTED_GMV', 2_000_000, 2_846_400, 2_305_000, 3_476_000, 96, 'CLEARLY_MET'),
                evidence('CPE', 50, 48.4, 47.5, 51.2, 12_400, 'MET'),
                evidence('VIRAL_RATE', 0.4, null, null, null, 0, 'UNKNOWN', { viralFrom: 1000 }),
                evidence('AUDIT_SCORE', 80, 78, null, null, 1, 'NOT_MET'),
              ],
            },
          },
        ]
      : [],
  payouts:
    head.track === 'PAID'
      ? [
          {
            payoutId: 'y1',
            state: 'SETTLED',
            amount: money(640_000),
            endToEndId: 'KOL-2026-000812',
            detail: 'CMB 88120931',
            at: '2026-11-15T02:00:00Z',
          },
        ]
      : [],
  reserved: money(640_000),
  spent: money(6000),
  escalatedTo: null,
  history: [
    {
      verb: 'SHORTLIST',
      from: null,
      to: 'CANDIDATE',
      party: 'BRAND',
      actorName: '林晓',
      reason: null,
      at: '2026-10-01T02:00:00Z',
      recordedAt: '2026-10-01T02:00:00Z',
    },
    {
      verb: 'INVITE',
      from: 'QUALIFIED',
      to: 'INVITED',
      party: 'BRAND',
      actorName: '林晓',
      reason: null,
      at: '2026-10-09T02:00:00Z',
      recordedAt: '2026-10-09T02:00:00Z',
    },
    {
      verb: 'ACCEPT',
      from: 'INVITED',
      to: 'ACCEPTED',
      party: 'KOL',
      actorName: '小满',
      reason: null,
      at: '2026-10-11T02:00:00Z',
      recordedAt: '2026-10-11T02:00:00Z',
    },
    {
      verb: 'ASSUME_DELIVERY',
      from: 'SHIPPED',
      to: 'DELIVERED',
      party: 'SYSTEM',
      actorName: 'timer',
      reason: null,
      at: '2026-11-03T02:00:00Z',
      recordedAt: '2026-11-03T02:00:00Z',
    },
    {
      verb: 'SUBMIT_POST',
      from: 'CONTENT_DUE',
      to: 'PUBLISHED',
      party: 'BRAND',
      actorName: '林晓',
      reason: 'Told us by WeChat',
      at: '2026-11-04T02:00:00Z',
      recordedAt: '2026-11-04T02:00:00Z',
    },
  ],
});
const item = (i) => ({
  collaborationId: `c${i}`,
  campaignId: 'm1',
  campaignName: all[0].name,
  kolName: kols[i % 8],
  since: '2026-11-18T02:00:00Z',
  dueAt: '2026-11-21T02:00:00Z',
});
const tasks = [
  {
    kind: 'REVIEW_DRAFTS',
    count: 2,
    since: '2026-11-18T02:00:00Z',
    dueAt: '2026-11-21T02:00:00Z',
    first: [item(22), item(3)],
  },
  {
    kind: 'SHIP_GIFTS',
    count: 7,
    since: '2026-11-19T02:00:00Z',
    dueAt: '2026-11-24T02:00:00Z',
    first: [item(0), item(1), item(2), item(4), item(6)],
  },
  {
    kind: 'DECIDE_ON_ESCALATION',
    count: 1,
    since: '2026-11-20T02:00:00Z',
    dueAt: '2026-11-27T02:00:00Z',
    first: [item(10)],
  },
];
const made = (i) => ({
  collaborationId: `c${i}`,
  campaignId: 'm1',
  campaignName: all[0].name,
  kolId: 'k1',
  kolName: kols[i % 8],
  platform: 'xiaohongshu',
  handle: 'xiaoman.skin',
});
const contents = ['WAITING', 'SENT_BACK', 'APPROVED', 'LIVE', 'REMOVED'].map((verdict, i) => ({
  ...made(i),
  id: `d${i}`,
  kind: ['DRAFT', 'DRAFT', 'SCRIPT', 'POST', 'POST'][i],
  round: 1 + (i % 2),
  url: i % 2 ? 'https://www.xiaohongshu.com/explore/65f0c2d1000000001203' : null,
  text: '第 7 天，泛红少了一半',
  handedInAt: '2026-11-12T02:00:00Z',
  late: i === 1,
  verdict,
  comment: null,
}));
const rights = ['tmall', 'douyin'].map((channel, i) => ({
  ...made(i),
  id: `g${i}`,
  contentId: 'd3',
  url: 'https://www.xiaohongshu.com/explore/65f0',
  channel,
  territory: i ? ['WORLD'] : ['CN', 'HK'],
  fromOn: '2026-11-04',
  untilOn: i ? '2027-05-02' : '2026-12-05',
  paidAds: i === 0,
  exclusive: false,
  live: true,
}));
const rule = {
  id: 'e1',
  version: 2,
  name: 'Gift to paid',
  active: true,
  needed: 2,
  conditions: [
    { metric: 'ATTRIBUTED_GMV', threshold: 2_000_000, viralFrom: null },
    { metric: 'VIRAL_RATE', threshold: 0.4, viralFrom: 1000 },
    { metric: 'AUDIT_SCORE', threshold: 80, viralFrom: null },
  ],
};

const list = (items) => ({ body: { items, nextCursor: null, total: items.length } });
const find = (id) => all.find((one) => one.id === id) ?? all[0];

export const routes = [
  ['GET', /^\/api\/v1\/tasks$/, () => list(tasks)],
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
  ['GET', /^\/api\/v1\/campaigns$/, ({ url }) => list(url.searchParams.get('status') === 'RUNNING' ? [all[0]] : all)],
  ['GET', /^\/api\/v1\/campaigns\/(m\d)$/, ({ match }) => ({ body: find(match[1]), headers: { ETag: '"3"' } })],
  [
    'PUT',
    /^\/api\/v1\/campaigns\/(m\d)$/,
    () => ({ status: 412, body: { status: 412, code: 'STALE', title: 'Stale', detail: 'Somebody else saved first.' } }),
  ],
  [
    'GET',
    /^\/api\/v1\/campaigns\/m\d\/board$/,
    () => ({
      body: {
        campaignId: 'm1',
        columns: everybody
          .map(({ track, state }) => column(track, state))
          .filter(
            (one, i, them) => them.findIndex((other) => other.track === one.track && other.state === one.state) === i,
          ),
      },
    }),
  ],
  ['GET', /^\/api\/v1\/campaigns\/m\d\/candidates$/, () => list(gift.slice(0, 3))],
  [
    'GET',
    /^\/api\/v1\/collaborations\/(c\d+)$/,
    ({ match }) => ({ body: detail(everybody.find(({ id }) => id === match[1]) ?? gift[0]), headers: { ETag: '"2"' } }),
  ],
  [
    'POST',
    /^\/api\/v1\/collaborations\/(c\d+)\/qualify$/,
    () => ({
      status: 422,
      body: {
        status: 422,
        code: 'AUDIT_NOT_PASSED',
        title: 'Unprocessable',
        detail: 'The audit score is below 60; say why they take part all the same.',
        errors: [{ field: 'reason', code: 'AUDIT_NOT_PASSED', detail: 'Say why.' }],
      },
    }),
  ],
  [
    'GET',
    /^\/api\/v1\/briefs$/,
    () => list([brief, { ...brief, id: 'r2', title: 'Paid: routine video', sentAt: null, placesTaken: 0 }]),
  ],
  ['GET', /^\/api\/v1\/briefs\/r\d$/, () => ({ body: { ...brief, id: 'r2', sentAt: null }, headers: { ETag: '"1"' } })],
  ['GET', /^\/api\/v1\/contents$/, () => list(contents)],
  ['GET', /^\/api\/v1\/rights$/, () => list(rights)],
  ['GET', /^\/api\/v1\/escalation-rules$/, () => list([rule])],
  [
    'GET',
    /^\/api\/v1\/tiers\/\w+$/,
    () => ({
      body: {
        platform: 'xiaohongshu',
        tiers: ['koc', 'micro', 'mid', 'macro', 'top'].map((code, i) => ({
          code,
          fromFollowers: [0, 5000, 50_000, 500_000, 1_000_000][i],
        })),
        own: false,
        source: 'DOMAIN defaults',
        version: 0,
      },
      headers: { ETag: '"0"' },
    }),
  ],
  [
    'GET',
    /^\/api\/v1\/operations\/[\w-]+\/dead-letters$/,
    () => ({
      body: [
        {
          id: 'z1',
          consumer: 'campaign-kols',
          topic: 'kol-registry.kol.events.v1',
          type: 'KolMerged',
          key: 'k1',
          cause: 'No handler for type KolMerged',
          receivedAt: '2026-11-20T02:00:00Z',
          replayedAt: null,
        },
      ],
    }),
  ],
  [
    'GET',
    /^\/api\/v1\/operations\/[\w-]+\/audit$/,
    () =>
      list([
        {
          id: 'w1',
          at: '2026-11-20T02:00:00Z',
          actor: 'u1',
          actorName: '林晓',
          action: 'launch-campaign',
          aggregateType: 'campaign',
          aggregateId: 'm1',
          reason: null,
          before: null,
          after: '{"status":"RUNNING"}',
        },
      ]),
  ],
];
