package org.kolsuite.registry.imports.application;

/** The bytes of an uploaded file; equal only to itself. */
public final class FileContent {
    private final byte[] bytes;

    FileContent(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }
}
