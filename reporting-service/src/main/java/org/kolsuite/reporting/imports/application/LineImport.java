package org.kolsuite.reporting.imports.application;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Part.GoodLine;

/**
 * What one kind of import does with a file; everything else is the same for all.
 *
 * @param <L> a good line as it is stored
 */
public interface LineImport<L> {
    ImportKind kind();

    /** What can be mapped, in the order in which fields choose their column. */
    List<TargetField> fields();

    /**
     * Gathers what the lines are held against, as it stands now. Each reader that is got then begins with the first line; getting one
     * blocks, and refuses a file that is no table or lacks a column.
     */
    Uni<Supplier<LineReader<L>>> prepare(Caller.System caller, Path file, String fileName, ImportOptions options);

    /**
     * Stores good lines in the open transaction.
     *
     * @return how many brought something new; the others were known already
     */
    Uni<Integer> store(UUID importId, String startedBy, List<GoodLine<L>> lines);
}
