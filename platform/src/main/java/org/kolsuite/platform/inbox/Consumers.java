package org.kolsuite.platform.inbox;

import java.util.Map;

/**
 * What a service does with the messages it hears. A bean tells it for its consumers, so that it is known before the first message: a
 * dead letter is replayed by whichever replica is asked, also by one that has just started.
 */
public interface Consumers {
    /** By the consumer's stable name, unique in the service: the inbox and the dead letters know it by that. */
    Map<String, Handlers> consumers();
}
