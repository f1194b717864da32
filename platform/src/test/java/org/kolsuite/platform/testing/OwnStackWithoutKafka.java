package org.kolsuite.platform.testing;

import java.util.Map;

/** As {@link OwnStack}, but Kafka is down when the service starts, until the test calls {@link #restartKafka}. */
public class OwnStackWithoutKafka extends OwnStack {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        killKafka();
        return settings;
    }
}
