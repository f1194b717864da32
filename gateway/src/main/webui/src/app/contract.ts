import type { Brief, BriefWords, Campaign, Plan } from '../campaigns/api';
import type {
  Board,
  CollaborationDetail,
  CollaborationSummary,
  Evidence,
  HandedIn,
  HistoryEntry,
  Proposal,
  Terms,
} from '../campaigns/collaborationApi';
import type { Content, Right } from '../content/api';
import type { Agency, NewAgency, RosterEntry } from '../discover/agencyApi';
import type {
  Account,
  Audit,
  Consent,
  Finding,
  Kol,
  KolWords,
  NewConsent,
  NewPrice,
  Numbers,
  PastResult,
  Price,
} from '../discover/api';
import type { Conflict, ConflictLine, Issue, KolImport, Preview, Template } from '../discover/importApi';
import type { KolList, KolListSummary, ListEntry } from '../discover/listApi';
import type { Facets, Found, Listing } from '../discover/searchApi';
import type { AuditEntry, Brand, DeadLetter, EscalationRule, Product, TierTable } from '../settings/api';
import type { components as CampaignService } from '../shared/api/generated/campaign';
import type { components as RegistryService } from '../shared/api/generated/registry';
import type { Task, TaskItem } from '../shared/api/tasks';

type InCampaign = CampaignService['schemas'];
type InRegistry = RegistryService['schemas'];

/**
 * `true` while every field that a page reads or sends is one that the service knows; otherwise the fields that it does not, and this file
 * no longer compiles. The services' contracts say nothing about which fields may be null, so the pages' own types say that.
 */
type Knows<Theirs, Ours> = Exclude<keyof Ours, keyof Theirs> extends never ? true : Exclude<keyof Ours, keyof Theirs>;
type Agreed<T extends true> = T;

export type RegistryContract = [
  Agreed<Knows<InRegistry['KolAnswer'], Kol>>,
  Agreed<Knows<InRegistry['Account'] & InRegistry['Account1'], Account>>,
  Agreed<Knows<InRegistry['Numbers'], Numbers>>,
  Agreed<Knows<InRegistry['AuditRecord'], Audit>>,
  Agreed<Knows<InRegistry['Finding'], Finding>>,
  Agreed<Knows<InRegistry['Price'], Price>>,
  Agreed<Knows<InRegistry['PriceRequest'], NewPrice>>,
  Agreed<Knows<InRegistry['PastResult'], PastResult>>,
  Agreed<Knows<InRegistry['ChangeKolRequest'], KolWords>>,
  Agreed<Knows<InRegistry['ListingAnswer'], Listing>>,
  Agreed<Knows<InRegistry['Found'], Found>>,
  Agreed<Knows<InRegistry['Facets'], Facets>>,
  Agreed<Knows<InRegistry['Preview'], Preview>>,
  Agreed<Knows<InRegistry['TemplateAnswer'], Template>>,
  Agreed<Knows<InRegistry['ImportAnswer'], KolImport>>,
  Agreed<Knows<InRegistry['Counts'], KolImport['counts']>>,
  Agreed<Knows<InRegistry['Issue'], Issue>>,
  Agreed<Knows<InRegistry['ConflictAnswer'], Conflict>>,
  Agreed<Knows<InRegistry['Line'] & InRegistry['Line1'], ConflictLine>>,
  Agreed<Knows<InRegistry['TierTableAnswer'], TierTable>>,
  Agreed<Knows<InRegistry['AgencyAnswer'], Agency>>,
  Agreed<Knows<InRegistry['AgencyRequest'], NewAgency>>,
  Agreed<Knows<InRegistry['RosterEntry'], RosterEntry>>,
  Agreed<Knows<InRegistry['ListAnswer'], KolList>>,
  Agreed<Knows<InRegistry['Counted'], KolListSummary>>,
  Agreed<Knows<InRegistry['Entry2'], ListEntry>>,
  Agreed<Knows<InRegistry['Consent'], Consent>>,
  Agreed<Knows<InRegistry['ConsentRequest'], NewConsent>>,
];

export type CampaignContract = [
  Agreed<Knows<InCampaign['CampaignView'], Campaign>>,
  Agreed<Knows<InCampaign['PlanRequest'], Plan>>,
  Agreed<Knows<InCampaign['BriefView'], Brief>>,
  Agreed<Knows<InCampaign['BriefRequest'], BriefWords>>,
  Agreed<Knows<InCampaign['CollaborationSummary'], CollaborationSummary>>,
  Agreed<Knows<InCampaign['CollaborationDetail'], CollaborationDetail>>,
  Agreed<Knows<InCampaign['Board'], Board>>,
  Agreed<Knows<InCampaign['Terms'], Terms>>,
  Agreed<Knows<InCampaign['Proposal'], Proposal>>,
  Agreed<Knows<InCampaign['Evidence'], Evidence>>,
  Agreed<Knows<InCampaign['HandedIn'], HandedIn>>,
  Agreed<Knows<InCampaign['HistoryEntry'], HistoryEntry>>,
  Agreed<Knows<InCampaign['ContentAnswer'], Content>>,
  Agreed<Knows<InCampaign['RightAnswer'], Right>>,
  Agreed<Knows<InCampaign['Task'], Task>>,
  Agreed<Knows<InCampaign['Item'], TaskItem>>,
  Agreed<Knows<InCampaign['BrandAnswer'], Brand>>,
  Agreed<Knows<InCampaign['ProductAnswer'], Product>>,
  Agreed<Knows<InCampaign['EscalationRule'], EscalationRule>>,
  Agreed<Knows<InCampaign['DeadLetter'], DeadLetter>>,
  Agreed<Knows<InCampaign['Entry'], AuditEntry>>,
];
