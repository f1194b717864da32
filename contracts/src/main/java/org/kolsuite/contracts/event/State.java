package org.kolsuite.contracts.event;

import java.util.UUID;

/**
 * The whole present state of one aggregate, published to a compacted topic. Personal data stands only in such topics,
 * where a tombstone (a record without value) erases it.
 */
public interface State {
    UUID aggregateId();

    /** The aggregate's version; a consumer ignores a state that is not newer than the one it has. */
    long version();

    /** One of {@link Topics}. */
    String topic();
}
