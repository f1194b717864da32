// Made-up KOLs and imports.
const days = (count) =>
  Array.from({ length: count }, (_, i) => new Date(Date.UTC(2026, 7, 1 + i * 6)).toISOString().slice(0, 10));

function account(id, platform, handle, followers, extra = {}) {
  const engagements = Math.round(followers * 0.041);
  const numbers = {
    followers,
    followings: 312,
    posts: 486,
    avgViews: Math.round(followers * 0.62),
    avgLikes: Math.round(engagements * 0.9),
    avgComments: Math.round(engagements * 0.07),
    avgShares: Math.round(engagements * 0.03),
    avgSaves: null,
    avgEngagements: engagements,
    authenticEngagements: null,
  };
  const history = days(16).map((day, i) => {
    const grown = Math.round(followers * (0.82 + i * 0.012 + (i === 9 ? 0.05 : 0)));
    return {
      day,
      valuesThatDay: 1,
      engagementRate: 0.058 + Math.sin(i) * 0.006,
      engagementRateByFollowers: 0.041,
      numbers: {
        ...numbers,
        followers: grown,
        avgViews: Math.round(grown * (0.58 + Math.cos(i / 2) * 0.05)),
        avgEngagements: Math.round(grown * 0.04),
      },
    };
  });
  return {
    id,
    platform,
    platformUid: `${1000 + id.length}8842`,
    handle,
    displayName: handle,
    url: 'https://example.com/profile',
    country: 'CN',
    topics: ['护肤', 'Beauty'],
    tier: followers > 500_000 ? 'macro' : 'mid',
    numbers,
    engagementRate: 0.0661,
    engagementRateByFollowers: 0.041,
    measuredOn: '2026-10-30',
    history,
    names: [
      { handle, displayName: '小满的护肤日记', firstSeen: '2026-08-01', lastSeen: '2026-09-12' },
      { handle, displayName: '小满 Skin Diary', firstSeen: '2026-09-18', lastSeen: '2026-10-30' },
    ],
    rateCards: [
      price('p1', id, 'note-image', '2026-11', 1_280_000, true),
      price('p2', id, 'note-image', '2026-10', 1_150_000, true),
      price('p3', id, 'note-video', '2026-11', 1_980_000, true),
      price('p4', id, 'note-video', '2026-11', 2_100_000, false),
    ],
    audit: audit(id),
    ...extra,
  };
}

const price = (id, accountId, format, month, amountMinor, current) => ({
  id,
  accountId,
  format,
  month,
  price: { amountMinor, currency: 'CNY' },
  platformFeeRate: 0.1,
  rebateRate: 0.24,
  source: 'MCN quote 10/2026',
  recordedByName: '林晓',
  recordedAt: '2026-10-28T03:12:00Z',
  current,
});

const finding = (signal, outcome, value, threshold, unit, weight, severity, sampleSize, explanation) => ({
  signal,
  outcome,
  value,
  threshold,
  unit,
  source: 'own distribution of the tier',
  sampleSize,
  severity,
  weight,
  explanation,
});

const audit = (accountId) => ({
  id: `audit-${accountId}`,
  accountId,
  ruleVersion: 'shuijun-2',
  score: 78,
  confidence: 0.84,
  auditedAt: '2026-11-02T09:30:00Z',
  findings: [
    finding(
      'FOLLOWER_STEP',
      'SUSPICIOUS',
      0.052,
      0.03,
      'share of followers',
      15,
      0.9,
      16,
      'Followers jumped by 5.2 % between 18 and 24 September; 3 % and more is suspicious.',
    ),
    finding(
      'LIKES_PER_COMMENT',
      'SUSPICIOUS',
      611,
      500,
      'likes per comment',
      10,
      0.8,
      486,
      '611 likes per comment; 50 to 100 are usual, over 500 is suspicious.',
    ),
    finding(
      'ENGAGEMENT_RATE_OFF_TIER',
      'CLEAR',
      0.0661,
      0.12,
      'engagements per view',
      15,
      0,
      212,
      'An engagement rate of 6.6 % lies inside what 212 comparable accounts have.',
    ),
    finding('LIKES_EXCEED_VIEWS', 'CLEAR', 0.058, 1, 'likes per view', 20, 0, 486, 'Likes stay below views.'),
    finding(
      'MASS_FOLLOWING',
      'CLEAR',
      312,
      1500,
      'followed accounts',
      8,
      0,
      1,
      'Follows 312 accounts; over 1,500 is suspicious.',
    ),
    finding(
      'AUTHENTIC_ENGAGEMENT_OFF_TIER',
      'MISSING',
      null,
      0.5,
      'share',
      12,
      0,
      0,
      'The source gives no estimate of genuine engagement.',
    ),
  ],
});

const kol = {
  id: 'k1',
  version: 4,
  displayName: '小满 Skin Diary',
  country: 'CN',
  topics: ['护肤', 'Beauty'],
  bio: '敏感肌成分党，实测三年。Sensitive skin, honest tests.',
  notes: 'Prefers drafts on Thursdays.',
  linked: true,
  linkedAt: '2026-10-02T08:00:00Z',
  agencyId: null,
  erasedAt: null,
  createdAt: '2026-08-01T02:00:00Z',
  updatedAt: '2026-10-30T02:00:00Z',
  accounts: [
    account('a1', 'xiaohongshu', 'xiaoman.skin', 684_200),
    account('a2', 'douyin', '小满护肤', 212_800, { audit: null, rateCards: [] }),
  ],
  pastResults: [7, 21].map((daysAfter) => ({
    collaborationId: 'c2',
    campaignId: 'm1',
    accountId: 'a1',
    daysAfter,
    views: 184_220 * (daysAfter / 7),
    engagements: 12_400,
    saves: 3810,
    orders: 96,
    netRevenue: { amountMinor: 2_846_400, currency: 'CNY' },
    measuredAt: '2026-10-20T00:00:00Z',
  })),
  consents: [
    {
      id: 's1',
      purpose: 'Delivery of samples',
      basis: 'CONSENT',
      evidence: 'Portal, 2 October 2026',
      givenAt: '2026-10-02T08:00:00Z',
      withdrawnAt: null,
    },
  ],
};

const names = [
  '小满 Skin Diary',
  'Aria Chen',
  '阿宽在路上',
  'Mika 美食日记',
  'TechLiu 刘工',
  '云朵妈妈',
  'Noor Studio',
  '大鱼测评',
  'Élodie Paris',
  '山野 Outdoor',
  'نور للجمال',
  '🌸樱桃酱🌸',
];
const platforms = ['xiaohongshu', 'douyin', 'bilibili', 'weibo', 'instagram', 'tiktok'];
const hits = Array.from({ length: 50 }, (_, i) => ({
  kolId: i === 0 ? 'k1' : `k${i + 1}`,
  accountId: `a${i}`,
  displayName: i === 7 ? `${names[7]} ${'很长的名字'.repeat(38)}` : `${names[i % names.length]}`,
  platform: platforms[i % 6],
  handle: `handle_${i}`,
  tier: ['top', 'macro', 'mid', 'micro', 'koc'][i % 5],
  country: ['CN', 'HK', 'US', null][i % 4],
  topics: [['护肤'], ['美食', '旅行'], ['科技'], []][i % 4],
  followers: Math.round(2_400_000 / (i + 1)),
  avgViews: Math.round(900_000 / (i + 1)),
  engagementRate: i % 7 === 3 ? null : 0.02 + (i % 9) / 100,
  measuredOn: '2026-10-30',
  auditScore: i % 3 === 0 ? null : 60 + (i % 40),
  price: i % 2 ? { amountMinor: 1_280_000 - i * 9000, currency: 'CNY' } : null,
}));

const mapped = [
  'rank',
  'handle',
  'displayName',
  'topic',
  'topic',
  'followers',
  'avgEngagements',
  'authenticEngagements',
  'country',
];
const headers = [
  'Rank',
  'Account',
  'Title',
  'Category 1',
  'Category 2',
  'Followers',
  'Eng. (Avg.)',
  'Eng. (Auth.)',
  'Audience country (mostly)',
];
const preview = {
  description: 'CSV, UTF-8, comma',
  headerLine: 1,
  columns: headers.map((header, index) => ({ index, header, field: index === 0 ? null : mapped[index] })),
  rows: [
    { line: 2, cells: ['1', 'instagram', 'Instagram', 'Photography', '', '511.5M', '221.1K', '190K', 'India'] },
    {
      line: 3,
      cells: ['2', 'cristiano', 'Cristiano Ronaldo', 'Sports with a ball', '', '452.1M', '5.9M', '4.4M', 'India'],
    },
  ],
};

const job = {
  id: 'i1',
  version: 9,
  fileName: 'social media influencers - instagram.csv',
  fileBytes: 88_214,
  description: 'CSV, UTF-8, comma',
  platform: 'instagram',
  snapshotDate: '2022-06-14',
  mode: 'KEEP_GOOD',
  status: 'COMPLETED',
  failure: null,
  totalLines: 1000,
  position: 1000,
  counts: { created: 931, updated: 34, repeated: 2, rejected: 1, inConflict: 32, warnings: 14, openConflicts: 2 },
  createdByName: '林晓',
  createdAt: '2026-11-20T02:00:00Z',
  startedAt: '2026-11-20T02:00:01Z',
  finishedAt: '2026-11-20T02:00:04Z',
};
const line = (no, followers, eng) => ({
  line: no,
  handle: 'thv',
  displayName: 'V',
  followers,
  avgViews: null,
  avgLikes: null,
  avgComments: null,
  avgShares: null,
  avgEngagements: eng,
  authenticEngagements: Math.round(eng * 0.8),
  country: 'KR',
  topics: ['Music'],
});
const conflicts = ['thv', 'jennierubyjane'].map((handle, i) => ({
  id: `x${i}`,
  version: 0,
  platform: 'instagram',
  handle,
  takenOn: '2022-06-14',
  lines: [line(14 + i, 49_300_000, 11_200_000), line(602 + i, 43_900_000, 13_000_000)],
  separable: i === 1,
  decision: null,
  keptLine: null,
  decidedByName: null,
  decidedAt: null,
}));
const issues = [
  {
    line: 88,
    columnNo: 6,
    header: 'Followers',
    field: 'followers',
    severity: 'WARNING',
    code: 'NOT_A_NUMBER',
    value: '#VALOR!',
    detail: 'Is no number; the followers stay unknown.',
  },
  {
    line: 412,
    columnNo: 0,
    header: '',
    field: '',
    severity: 'ERROR',
    code: 'HANDLE_MISSING',
    value: '',
    detail: 'The line names no handle.',
  },
];

const list = (items, more = {}) => ({ body: { items, nextCursor: null, total: items.length, ...more } });

export const routes = [
  [
    'GET',
    /^\/api\/v1\/platforms$/,
    () => list(platforms.map((code) => ({ code, name: code[0].toUpperCase() + code.slice(1), nameZh: code }))),
  ],
  [
    'GET',
    /^\/api\/v1\/kols$/,
    ({ url }) => {
      const q = url.searchParams.get('q') ?? '';
      const found = hits.filter((hit) => hit.displayName.toLowerCase().includes(q.toLowerCase()));
      return {
        body: {
          items: found,
          nextCursor: found.length === 50 ? 'next' : null,
          total: found.length === 50 ? 4693 : found.length,
          facets: facets(),
        },
      };
    },
  ],
  ['GET', /^\/api\/v1\/kols\/k\d+$/, () => ({ body: kol, headers: { ETag: '"4"' } })],
  ['POST', /^\/api\/v1\/kols\/k\d+\/audit$/, () => ({ status: 201, body: { items: [] } })],
  [
    'GET',
    /^\/api\/v1\/imports\/fields$/,
    () => list([...new Set(mapped.slice(1)), 'platformUid', 'avgViews', 'avgLikes', 'avgComments', 'bio']),
  ],
  [
    'GET',
    /^\/api\/v1\/imports\/templates$/,
    () => list([{ id: 't1', name: 'Top 1000 Instagram', platform: 'instagram', columns: [] }]),
  ],
  ['POST', /^\/api\/v1\/imports\/preview$/, () => ({ body: preview })],
  ['POST', /^\/api\/v1\/imports$/, () => ({ status: 202, body: job, headers: { Location: '/api/v1/imports/i1' } })],
  ['GET', /^\/api\/v1\/imports$/, () => list([job])],
  ['GET', /^\/api\/v1\/imports\/i1$/, () => ({ body: job })],
  ['GET', /^\/api\/v1\/imports\/i1\/errors$/, () => list(issues)],
  ['GET', /^\/api\/v1\/imports\/i1\/conflicts$/, () => list(conflicts)],
];

function facets() {
  const count = (values) => values.map((value, i) => ({ value, count: 1400 - i * 190 }));
  return {
    platform: count(platforms),
    tier: count(['top', 'macro', 'mid', 'micro', 'koc']),
    topic: count(['护肤', '美食', '旅行', '科技']),
    country: count(['CN', 'HK', 'US']),
  };
}
