package org.kolsuite.bench.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.Figure;
import org.kolsuite.bench.Goal;
import org.kolsuite.bench.Measurement;
import org.kolsuite.bench.Rounds;
import org.kolsuite.bench.suite.AccessTokens;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.bench.tool.PgBench;
import org.kolsuite.bench.tool.Wrk;
import org.kolsuite.launcher.ServiceSpec;
import org.kolsuite.localstack.Databases;

/**
 * Approving a fee, which books it: authorisation, key, four eyes and limits; the fee, its part, the ledger's two sides and its chain,
 * balances, a payout, a message to the other services, the audit trail. 32 callers, each waiting for its answer. First on fees of ten
 * thousand payees, then of ten. Beside it pgbench, which writes the same rows on the same server, in another organisation, so that the
 * ledger that we measured can be proven afterwards.
 */
public final class Booking implements Measurement {
    private static final String DATABASE = "payment";
    private static final int CLIENTS = 32;
    private static final int SECONDS = 6;

    @Override
    public String name() {
        return "booking";
    }

    @Override
    public String about() {
        return "booking a fee over REST, 32 callers; against pgbench writing the same rows on the same server";
    }

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        MeasuredSuite suite = bench.suite();
        Path folder = bench.freshFolder("booking");
        openLedgers(suite);
        AccessTokens wei = suite.tokensOf("wei");
        Map<String, Rounds.Contender<Double>> contenders = new LinkedHashMap<>();
        for (int payees : new int[] {10_000, 10}) {
            FeePool ours = new FeePool(bench, suite, "fang", payees);
            FeePool theirs = new FeePool(bench, suite, "bruno", payees);
            contenders.put("ours " + payees, () -> withEnough(ours, fees -> approve(bench, suite, folder, fees, wei)));
            contenders.put("pgbench " + payees, () -> withEnough(theirs, fees -> write(bench, suite, folder, fees)));
        }
        Map<String, List<Double>> rates = bench.rounds(1).run(contenders);
        List<Double> cold = rates.getOrDefault("ours 10000", List.of());
        List<Double> hot = rates.getOrDefault("ours 10", List.of());
        return List.of(
                Figure.against(
                        "bookings, 10,000 payees",
                        cold,
                        "/s",
                        "pgbench",
                        rates.getOrDefault("pgbench 10000", List.of()),
                        new Goal.AtLeastTimes(0.5)),
                Figure.against(
                        "bookings, 10 payees",
                        hot,
                        "/s",
                        "pgbench",
                        rates.getOrDefault("pgbench 10", List.of()),
                        new Goal.None()),
                Figure.against("bookings, hot beside cold", hot, "/s", "10,000 payees", cold, new Goal.AtLeastTimes(1)),
                Figure.alone("faults in the ledger's chain and balances", faults(suite), "", new Goal.AtMost(0)));
    }

    /** An organisation has a ledger from its first booking or account on; pgbench finds one there. */
    private static void openLedgers(MeasuredSuite suite) {
        for (String finance : List.of("fang", "bruno")) {
            suite.signIn(finance)
                    .post(
                            "/api/v1/ledger/accounts",
                            Map.of("code", "costs:bench", "name", "Bench", "type", "COST", "guarded", false),
                            "account " + finance)
                    .orThrow();
        }
    }

    private interface Run {
        /** Bookings per second. */
        double with(List<FeePool.Fee> fees) throws Exception;
    }

    /** A run used up its fees, and what it measured is too little. */
    private static final class TooFewFees extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static double withEnough(FeePool pool, Run run) throws Exception {
        while (true) {
            List<FeePool.Fee> fees = pool.take(pool.perSecond() * SECONDS);
            try {
                return run.with(fees);
            } catch (TooFewFees machineIsFaster) {
                pool.expectTwice();
            } finally {
                pool.giveBack(fees);
            }
        }
    }

    private static double approve(
            Bench bench, MeasuredSuite suite, Path folder, List<FeePool.Fee> fees, AccessTokens wei) throws Exception {
        Path list = folder.resolve("fees.txt");
        Files.write(
                list, fees.stream().map(fee -> fee.id() + " " + fee.version()).toList());
        Wrk.Run run = new Wrk(bench.tools().wrk())
                .run(
                        suite.address(ServiceSpec.PAYMENT),
                        unpacked(folder, "approve.lua"),
                        List.of(list.toString(), wei.current()),
                        CLIENTS,
                        SECONDS);
        // Calls that were under way when wrk stopped listening are booked all the same; while they are, their fees must
        // not go back.
        long booked = bookingsOnceSettled(suite, fees);
        if (booked == fees.size()) {
            throw new TooFewFees();
        }
        if (booked < run.answers() || booked > run.answers() + CLIENTS) {
            throw new IllegalStateException(run.answers() + " answers, but " + booked + " bookings");
        }
        return run.perSecond();
    }

    private static double write(Bench bench, MeasuredSuite suite, Path folder, List<FeePool.Fee> fees)
            throws Exception {
        try (Connection connection = suite.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("create unlogged table if not exists bench_fee (n bigint primary key, fee_id uuid)");
            statement.execute("create sequence if not exists bench_next");
            statement.execute("grant select on bench_fee to " + Databases.applicationRole(DATABASE));
            statement.execute("grant usage on bench_next to " + Databases.applicationRole(DATABASE));
            statement.execute("truncate bench_fee");
            statement.execute("alter sequence bench_next restart");
            try (PreparedStatement insert = connection.prepareStatement("insert into bench_fee values (?, ?::uuid)")) {
                for (int i = 0; i < fees.size(); i++) {
                    insert.setLong(1, i + 1L);
                    insert.setString(2, fees.get(i).id());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("analyze bench_fee");
        }
        String tenant = fees.getFirst().tenant();
        double rate = new PgBench(bench.tools().pgbench(), suite.postgresPort())
                .run(
                        DATABASE,
                        Databases.applicationRole(DATABASE),
                        // As the application is bound, once for the session instead of once for each transaction.
                        Map.of("kol.tenant", tenant, "kol.owner", "tenant:" + tenant),
                        unpacked(folder, "approve.sql"),
                        CLIENTS,
                        SECONDS);
        if (bookingsOnceSettled(suite, fees) == fees.size()) {
            throw new TooFewFees();
        }
        return rate;
    }

    /** How many of these fees are booked, when for a second no more were. */
    private static long bookingsOnceSettled(MeasuredSuite suite, List<FeePool.Fee> fees)
            throws SQLException, InterruptedException {
        long before;
        long now = bookings(suite, fees);
        do {
            before = now;
            Thread.sleep(1000);
            now = bookings(suite, fees);
        } while (now != before);
        return now;
    }

    /** How many of these fees are booked. */
    private static long bookings(MeasuredSuite suite, List<FeePool.Fee> fees) throws SQLException {
        try (Connection connection = suite.connect(DATABASE);
                PreparedStatement query = connection.prepareStatement("""
                        select count(*) from ledger_transaction
                        where kind = 'FEE_APPROVED' and subject = any(?::uuid[])""")) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "text", fees.stream().map(FeePool.Fee::id).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** The suite's own proof over every booking that was measured. */
    private static double faults(MeasuredSuite suite) {
        JsonNode proof = suite.signIn("fang").get("/api/v1/ledger/verify");
        if (!proof.path("findings").isArray()) {
            throw new IllegalStateException("the ledger could not be proven: " + proof);
        }
        return proof.path("findings").size();
    }

    private static Path unpacked(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream resource = Objects.requireNonNull(Booking.class.getResourceAsStream("/booking/" + name))) {
            Files.write(file, resource.readAllBytes());
        }
        return file;
    }
}
