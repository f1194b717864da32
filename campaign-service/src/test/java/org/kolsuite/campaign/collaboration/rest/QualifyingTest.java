package org.kolsuite.campaign.collaboration.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.kolsuite.campaign.Api.MEI;
import static org.kolsuite.campaign.Api.because;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kolsuite.campaign.Registry;
import org.kolsuite.contracts.kol.KolState;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.Tokens;

/** The registry's audit decides who is qualified; a person may decide otherwise, and says why. */
@QuarkusTest
@WithTestResource(KolStack.class)
class QualifyingTest {
    @Test
    void theRegistrysScoreIsTakenNotTheRequests() {
        // Given
        String gift = aCandidate(Registry.aKolAudited(91));

        // When
        MEI.step(gift, "qualify", Map.of("auditScore", 100))
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("UNKNOWN_FIELD"));

        // Then
        assertThat(MEI.stepped(gift, "qualify", Map.of()).getInt("collaboration.auditScore"))
                .isEqualTo(91);
    }

    @Test
    void whoFailedIsQualifiedOnlyWithAReasonAndKeepsTheScore() {
        // Given
        String gift = aCandidate(Registry.aKolAudited(20));

        // When
        MEI.step(gift, "qualify", Map.of())
                .then()
                .statusCode(422)
                .body("code", is("AUDIT_NOT_PASSED"))
                .body("errors.field", hasItem("reason"));
        var qualified = MEI.stepped(gift, "qualify", because("met in person"));

        // Then
        assertThat(qualified.getInt("collaboration.auditScore")).isEqualTo(20);
        assertThat(qualified.getString("history[-1].reason")).isEqualTo("met in person");
    }

    @Test
    void whoWasNeverAuditedNeedsAReason() {
        String gift = aCandidate(Registry.aKolAudited(null));
        MEI.step(gift, "qualify", Map.of()).then().statusCode(422).body("code", is("REASON_MISSING"));
        MEI.stepped(gift, "qualify", because("known for years"));
    }

    @Test
    void aLaterAuditCounts() {
        // Given
        KolState kol = Registry.aKolAudited(20);
        String gift = aCandidate(kol);

        // When
        Registry.told(Tokens.LUMEN, Registry.audited(kol, 2, 77));

        // Then
        assertThat(MEI.stepped(gift, "qualify", Map.of()).getInt("collaboration.auditScore"))
                .isEqualTo(77);
    }

    private static String aCandidate(KolState kol) {
        return MEI.aCandidate(MEI.aRunningCampaign(1_000_000), Registry.account(kol));
    }
}
