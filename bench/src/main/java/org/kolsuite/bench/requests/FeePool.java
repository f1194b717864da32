package org.kolsuite.bench.requests;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kolsuite.bench.Bench;
import org.kolsuite.bench.suite.MeasuredSuite;
import org.kolsuite.launcher.seed.Visitor;

/**
 * Fees of one organisation that wait for a second person, entered as files through the public API. {@code payees} says how many people
 * they are for: ten thousand, or ten whose fees come again and again.
 */
final class FeePool {
    private static final int LINES = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Bench bench;
    private final MeasuredSuite suite;
    private final String finance;
    private final int payees;
    private final List<Fee> waiting = new ArrayList<>();
    private int files;
    /** Fees for so many bookings a second are laid out for a run; what is left goes back, and where it was too few the run is repeated. */
    private int perSecond = 600;

    /** A fee, the version to decide on, and whose it is. */
    record Fee(String id, long version, String tenant) {}

    /** @param finance who enters them and asks for the second person, by user name */
    FeePool(Bench bench, MeasuredSuite suite, String finance, int payees) {
        this.bench = bench;
        this.suite = suite;
        this.finance = finance;
        this.payees = payees;
    }

    int perSecond() {
        return perSecond;
    }

    void expectTwice() {
        perSecond *= 2;
    }

    /** So many fees that nobody has decided on; enters more where there are too few. */
    List<Fee> take(int count) throws SQLException, InterruptedException {
        while (waiting.size() < count) {
            enterFile();
        }
        List<Fee> taken = waiting.subList(0, count);
        List<Fee> copy = List.copyOf(taken);
        taken.clear();
        return copy;
    }

    /** Takes back what was not used. */
    void giveBack(List<Fee> taken) throws SQLException {
        try (Connection connection = suite.connect("payment");
                PreparedStatement query = connection.prepareStatement(
                        "select fee_id from fee_milestone where state = 'REQUESTED' and fee_id = any(?::uuid[])")) {
            query.setArray(
                    1,
                    connection.createArrayOf("text", taken.stream().map(Fee::id).toArray()));
            Set<String> unused = new HashSet<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    unused.add(rows.getString(1));
                }
            }
            taken.stream().filter(fee -> unused.contains(fee.id())).forEach(waiting::add);
        }
    }

    private void enterFile() throws SQLException, InterruptedException {
        files++;
        String name = finance + "-" + payees + "-" + files;
        StringBuilder csv = new StringBuilder("payee,account,amount,due date,currency,reference\n");
        LocalDate due = LocalDate.now().plusDays(30);
        for (int line = 0; line < LINES; line++) {
            int payee = line % payees;
            csv.append("Payee %d,62258801%08d,100.00,%s,CNY,%s-%d\n".formatted(payee, payee, due, name, line));
        }
        bench.say("entering " + LINES + " fees for " + payees + " payees");
        Visitor person = suite.signIn(finance);
        String job = person.upload(
                        "/api/v1/fees/imports",
                        name + ".csv",
                        csv.toString(),
                        Map.of("currency", "CNY", "request", "true"),
                        name)
                .orThrow()
                .json()
                .path("id")
                .asText();
        awaitDone(job);
        collect(job);
    }

    private void awaitDone(String job) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode state;
        do {
            Thread.sleep(500);
            // A new session each time: the file may take longer than a token lives.
            state = suite.signIn(finance).get("/api/v1/fees/imports/" + job);
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the fees were not entered in time: " + state);
            }
        } while (!state.path("status").asText().equals("DONE"));
        if (state.path("accepted").asInt() != LINES) {
            throw new IllegalStateException("not every fee was entered: " + state);
        }
    }

    private void collect(String job) throws SQLException {
        try (Connection connection = suite.connect("payment");
                PreparedStatement query = connection.prepareStatement("""
                        select id, version, tenant_id from fee where import_id = ?::uuid and exists (
                          select 1 from fee_milestone where fee_id = fee.id and state = 'REQUESTED')
                        order by import_line""")) {
            query.setString(1, job);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    waiting.add(new Fee(rows.getString(1), rows.getLong(2), rows.getString(3)));
                }
            }
        }
    }
}
