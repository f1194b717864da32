package org.kolsuite.bench.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kolsuite.localstack.LocalPostgres;

/** Transactions made by pgbench, PostgreSQL's own tool: the floor of what a server can commit. */
public final class PgBench {
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");

    private final Path program;
    private final int port;

    public PgBench(Path program, int port) {
        this.program = program;
        this.port = port;
    }

    /**
     * Transactions per second.
     *
     * @param role whom each client connects as
     * @param session settings of each client's session, by name
     */
    public double run(
            String database, String role, Map<String, String> session, Path script, int clients, int seconds) {
        StringBuilder options = new StringBuilder();
        session.forEach(
                (name, value) -> options.append(" -c ").append(name).append('=').append(value));
        return read(Program.run(
                List.of(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + script,
                        "--host=" + LocalPostgres.HOST,
                        "--port=" + port,
                        "--username=" + role,
                        database),
                Map.of("PGOPTIONS", options.toString().strip())));
    }

    /** @throws IllegalStateException when a transaction failed, or there was none */
    static double read(String output) {
        Matcher done = DONE.matcher(output);
        Matcher tps = TPS.matcher(output);
        Matcher failed = FAILED.matcher(output);
        if (!done.find() || !tps.find() || done.group(1).equals("0")) {
            throw new IllegalStateException("pgbench did nothing: " + output);
        }
        if (failed.find() && !failed.group(1).equals("0")) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }
}
