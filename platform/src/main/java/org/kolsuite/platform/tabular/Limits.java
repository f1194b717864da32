package org.kolsuite.platform.tabular;

/**
 * How much of an upload is read at most.
 *
 * @param maxBytes size of the file as uploaded
 * @param maxRows rows below the header
 * @param maxColumns cells in one row
 * @param maxCellChars characters in one cell; Excel's own limit is 32,767
 * @param maxUnpackedBytes size of all parts of an XLSX together once unpacked
 * @param maxRatio unpacked to packed size of an XLSX; ordinary sheets reach 10 to 20, bombs thousands
 */
public record Limits(
        long maxBytes, int maxRows, int maxColumns, int maxCellChars, long maxUnpackedBytes, int maxRatio) {
    private static final long MIB = 1024L * 1024;

    public static final Limits DEFAULT = new Limits(50 * MIB, 500_000, 500, 32_767, 600 * MIB, 100);
}
