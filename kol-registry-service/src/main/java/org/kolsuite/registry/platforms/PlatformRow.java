package org.kolsuite.registry.platforms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kolsuite.registry.kol.model.HandleRule;

/** One platform of the installation. */
@Entity
@Immutable
@Table(name = "platform")
public class PlatformRow {
    @Id
    public String code;

    public String name;

    @Column(name = "name_zh")
    public String nameZh;

    @Column(name = "handle_case_sensitive")
    public boolean handleCaseSensitive;

    @Nullable
    @Column(name = "profile_url")
    public String profileUrl;

    @Nullable
    @Column(name = "fee_rate")
    public BigDecimal feeRate;

    @Nullable
    @Column(name = "fee_source")
    public String feeSource;

    public int position;

    public HandleRule handleRule() {
        return new HandleRule(handleCaseSensitive);
    }

    /** The address of an account's page; null where the platform has none or the source gave no id for it. */
    public @Nullable String profileUrlOf(String handle, @Nullable String uid) {
        String template = profileUrl;
        if (template == null || (template.contains("{uid}") && uid == null)) {
            return null;
        }
        return template.replace("{handle}", encode(handle)).replace("{uid}", encode(uid == null ? "" : uid));
    }

    private static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
