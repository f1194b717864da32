package org.kolsuite.platform.tabular;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through an uploaded ZIP before anything is built on it. Sizes are counted while unpacking, because the sizes an
 * archive declares may lie. Nothing is ever written to disk.
 */
final class SafeArchive {
    private static final int MAX_ENTRIES = 5_000;
    private static final int LOOKED_AT_BYTES = 4096;

    private final String displayName;
    private final Limits limits;
    private final long packedBytes;
    private long unpackedBytes;

    private SafeArchive(String displayName, Limits limits, long packedBytes) {
        this.displayName = displayName;
        this.limits = limits;
        this.packedBytes = packedBytes;
    }

    /** @throws UnsupportedFile when the archive is no workbook */
    static void check(Path file, String displayName, Limits limits, long packedBytes) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            SafeArchive archive = new SafeArchive(displayName, limits, packedBytes);
            if (zip.size() > MAX_ENTRIES) {
                throw new UnsafeArchive(displayName, "it holds " + zip.size() + " parts");
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                archive.check(zip, entries.nextElement());
            }
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnsupportedFile(displayName, "an archive that is no XLSX workbook");
            }
        } catch (ZipException | EOFException broken) {
            throw new DamagedFile(displayName);
        }
    }

    private void check(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (name.startsWith("/") || name.contains("\\") || name.contains("..") || name.contains(":")) {
            throw new UnsafeArchive(displayName, "it names a file outside itself");
        }
        byte[] buffer = new byte[1 << 16];
        StringBuilder start = new StringBuilder();
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                unpackedBytes += read;
                checkSize();
                int looked = Math.min(read, LOOKED_AT_BYTES - start.length());
                start.append(new String(buffer, 0, Math.max(0, looked), StandardCharsets.ISO_8859_1));
            }
        }
        boolean declaresEntities =
                start.toString().replace("\0", "").toUpperCase(Locale.ROOT).contains("<!DOCTYPE");
        if (declaresEntities) {
            throw new UnsafeArchive(displayName, "its XML declares a document type");
        }
    }

    private void checkSize() {
        long ratioFloorBytes = 1 << 20;
        if (unpackedBytes > limits.maxUnpackedBytes()
                || (unpackedBytes > ratioFloorBytes && unpackedBytes / Math.max(1, packedBytes) > limits.maxRatio())) {
            throw new UnsafeArchive(displayName, "it unpacks to far more than its size");
        }
    }
}
