package org.kolsuite.platform.file;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Lets settings say {@code ${kol.work-folder}}: the folder has another name in each process. */
public final class WorkFolderSetting implements ConfigSource {
    private static final String SETTING = "kol.work-folder";

    @Override
    public String getName() {
        return "the work folder of the process";
    }

    /** None: whoever lists settings has not asked for the folder, and need not have one made. */
    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public @Nullable String getValue(String name) {
        return SETTING.equals(name) ? WorkFolder.path().toString() : null;
    }
}
