package org.kolsuite.bench.report;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kolsuite.bench.tool.Program;

/** Where and on what a bench ran: without it a number says nothing. */
final class Machine {
    private Machine() {}

    static Map<String, String> describe(Path root) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("commit", commit(root));
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            facts.put("memory", system.getTotalMemorySize() / (1 << 30) + " GiB");
        }
        facts.put(
                "load before",
                String.valueOf(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        facts.put("java", System.getProperty("java.vendor.version") + " " + Runtime.version());
        return facts;
    }

    private static String commit(Path root) {
        try {
            String commit = Program.run(List.of("git", "-C", root.toString(), "describe", "--always", "--dirty"));
            return commit.strip();
        } catch (RuntimeException e) {
            return "unknown";
        }
    }
}
