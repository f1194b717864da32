package org.kolsuite.platform.tabular;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts that the cells of a workbook point to. All are held at once and there may be millions of them, so they lie in a few large blocks:
 * as objects, texts of ordinary length take three to five times the room.
 */
final class SharedTexts {
    private static final int BLOCK_BYTES = 1 << 20;

    /** What is kept beside a text: where it begins, and its length. */
    private static final int BYTES_BESIDE_A_TEXT = 2 * Integer.BYTES;

    private final long mostBytes;
    private final List<ByteBuffer> blocks = new ArrayList<>();
    private int[] starts = new int[1 << 10];
    private int count;
    private long bytes;

    /** @param mostBytes that all texts together may take */
    SharedTexts(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /**
     * Adds a text behind the others; false when there is no room for it.
     *
     * @param text much shorter than a block, as the texts of cells are
     */
    boolean add(String text) {
        boolean narrow = text.chars().allMatch(c -> c <= 0xFF);
        int length = narrow ? text.length() : Character.BYTES * text.length();
        bytes += length + BYTES_BESIDE_A_TEXT;
        if (bytes > mostBytes) {
            return false;
        }
        if (blocks.isEmpty() || blocks.getLast().remaining() < Integer.BYTES + length) {
            blocks.add(ByteBuffer.allocate(BLOCK_BYTES));
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        ByteBuffer block = blocks.getLast();
        starts[count] = (blocks.size() - 1) * BLOCK_BYTES + block.position();
        count++;
        // The sign says how the text is written; an empty one is narrow.
        if (narrow) {
            block.putInt(length).put(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            block.putInt(-length).asCharBuffer().put(text);
            block.position(block.position() + length);
        }
        return true;
    }

    /** @throws IndexOutOfBoundsException when there is no such text */
    String get(int index) {
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException(index);
        }
        ByteBuffer block = blocks.get(starts[index] / BLOCK_BYTES);
        int start = starts[index] % BLOCK_BYTES;
        int length = block.getInt(start);
        return length >= 0
                ? new String(block.array(), start + Integer.BYTES, length, StandardCharsets.ISO_8859_1)
                : block.slice(start + Integer.BYTES, -length).asCharBuffer().toString();
    }
}
