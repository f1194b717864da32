package org.kolsuite.reporting.imports.application;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import org.kolsuite.platform.caller.Caller;
import org.kolsuite.platform.tabular.TargetField;
import org.kolsuite.reporting.imports.model.ImportKind;
import org.kolsuite.reporting.imports.model.ImportOptions;
import org.kolsuite.reporting.imports.model.Prepared;

/**
 * What one kind of import does with a file; everything else is the same for all.
 *
 * @param <L> a good line as it is stored
 */
public interface LineImport<L> {
    ImportKind kind();

    /** What can be mapped, in the order in which fields choose their column. */
    List<TargetField> fields();

    /** Reads and judges the whole file; stores nothing. */
    Uni<Prepared<L>> prepare(Caller.System caller, Path file, String fileName, ImportOptions options);

    /**
     * Stores good lines in the open transaction.
     *
     * @return how many brought something new; the others were known already
     */
    Uni<Integer> store(java.util.UUID importId, String startedBy, List<Prepared.GoodLine<L>> lines);
}
