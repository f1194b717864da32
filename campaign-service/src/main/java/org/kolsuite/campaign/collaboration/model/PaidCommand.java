package org.kolsuite.campaign.collaboration.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kolsuite.contracts.money.Money;

/** What can be asked of a paid collaboration. */
public sealed interface PaidCommand {
    Verb verb();

    record Accept() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.ACCEPT;
        }
    }

    record Decline() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.DECLINE;
        }
    }

    /** @param publishBy when the KOL can publish, or null to leave it */
    record Counter(Money fee, @Nullable Instant publishBy) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.COUNTER;
        }
    }

    /** The brand's answer to a counter-offer. */
    record Offer(Money fee, @Nullable Instant publishBy) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.OFFER;
        }
    }

    record AcceptCounter() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.ACCEPT_COUNTER;
        }
    }

    /** @param content where it stands, or its words; at least one */
    record SubmitScript(HandedIn content) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.SUBMIT_SCRIPT;
        }
    }

    record ApproveScript() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.APPROVE_SCRIPT;
        }
    }

    record SubmitDraft(HandedIn content) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.SUBMIT_DRAFT;
        }
    }

    record ApproveDraft() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.APPROVE_DRAFT;
        }
    }

    record RequestRevision(String comment) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.REQUEST_REVISION;
        }
    }

    record Schedule(Instant publishAt) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.SCHEDULE;
        }
    }

    record SubmitPost(String url, Instant publishedAt) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.SUBMIT_POST;
        }
    }

    record Verify(Checklist seen, boolean platformDemandsReporting) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.VERIFY;
        }
    }

    record Complete() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.COMPLETE;
        }
    }

    /** @param alreadyApproved parts of the fee that finance approved before */
    record Cancel(Money alreadyApproved) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.CANCEL;
        }
    }

    record Dispute() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.DISPUTE;
        }
    }

    record Resolve() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.RESOLVE;
        }
    }

    /** @param alreadyApproved parts of the fee that finance approved before */
    record ReportRemoved(Money alreadyApproved) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.REPORT_REMOVED;
        }
    }

    record ExpireOffer() implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.EXPIRE;
        }
    }

    record Measure(int daysAfter) implements PaidCommand {
        @Override
        public Verb verb() {
            return Verb.MEASURE;
        }
    }
}
