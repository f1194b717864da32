package org.kolsuite.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last page
 * @param total how many there are in all; null where counting is not cheap
 */
public record Page<T>(
        List<T> items,
        @Nullable String nextCursor,
        @Nullable Long total) {

    /**
     * Cuts a page out of one row more than the limit: the extra row only says that there is a next page.
     *
     * @param position what the next page continues after, taken from the last item of this one
     */
    public static <T> Page<T> of(List<T> limitPlusOne, int limit, Function<T, Cursor> position, @Nullable Long total) {
        if (limitPlusOne.size() <= limit) {
            return new Page<>(limitPlusOne, null, total);
        }
        List<T> items = limitPlusOne.subList(0, limit);
        return new Page<>(items, position.apply(items.getLast()).encode(), total);
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), nextCursor, total);
    }
}
