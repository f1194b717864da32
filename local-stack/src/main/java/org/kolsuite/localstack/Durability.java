package org.kolsuite.localstack;

/** Whether what PostgreSQL has committed survives a power cut: always for people, not needed for tests. */
public enum Durability {
    /** {@code fsync} and {@code synchronous_commit} on: a commit that was answered is on the disk. */
    DURABLE("on"),
    /** Both off: quick, and gone with the machine. */
    THROWAWAY("off");

    private final String setting;

    Durability(String setting) {
        this.setting = setting;
    }

    String setting() {
        return setting;
    }
}
