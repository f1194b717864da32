package org.kolsuite.platform.caller;

/** Realm roles and partner scopes as Keycloak knows them. */
public final class Roles {
    public static final String BRAND_MANAGER = "brand-manager";
    public static final String FINANCE = "finance";
    public static final String EXECUTIVE = "executive";
    public static final String ADMIN = "admin";
    public static final String KOL = "kol";
    public static final String AGENCY = "agency";

    public static final String BRIEFS_READ = "briefs:read";
    public static final String BRIEFS_RESPOND = "briefs:respond";
    public static final String CONTENT_SUBMIT = "content:submit";
    public static final String METRICS_WRITE = "metrics:write";
    public static final String PAYOUTS_READ = "payouts:read";
    public static final String PROFILE_WRITE = "profile:write";

    private Roles() {}
}
