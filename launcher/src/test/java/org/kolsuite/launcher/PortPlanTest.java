package org.kolsuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void everyPartHasAPortOfItsOwnWithinTenFromTheBase() {
        // Given
        PortPlan plan = new PortPlan(8080);

        // When
        Set<Integer> ports = new TreeSet<>(Set.of(
                plan.keycloak(), plan.keycloakManagement(), plan.postgres(), plan.kafka(), plan.kafkaController()));
        for (ServiceSpec service : ServiceSpec.values()) {
            ports.add(plan.of(service));
        }

        // Then
        assertThat(ports).containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8088, 8089);
        assertThat(plan.gateway()).isEqualTo(plan.of(ServiceSpec.GATEWAY)).isEqualTo(8080);
    }

    @Test
    void aBaseThatLeavesNoRoomIsRefused() {
        assertThatThrownBy(() -> new PortPlan(65_530)).hasMessageContaining("between 1024 and 65525");
        assertThatThrownBy(() -> new PortPlan(80)).hasMessageContaining("between 1024 and 65525");
    }
}
